#pragma once
/// Results and evaluation: what every check gave, written down one after the other, and what it all amounts to.
///
///     connect(&page, &ResultsPage::result_recorded, session, &Session::perform);
///     page.show(session.project());      // again after every change

#include <QWidget>

#include "ui/models/evaluation_view_model.hpp"
#include "ui/models/result_entry.hpp"
#include "ui/models/results_table.hpp"

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QTabWidget;

namespace baken {

class EvaluationView;
class ResultForm;
class TableView;

class ResultsPage : public QWidget {
    Q_OBJECT

public:
    explicit ResultsPage(Speech, QWidget* parent = nullptr);

    using QWidget::show;
    void show(const Project&);
    void select(const CheckId&);

signals:
    void result_recorded(const baken::RecordResult& record);  ///< the page itself changes nothing
    void check_selected(const baken::CheckId& check);
    void said(const QString& sentence);  ///< for the status line

protected:
    void changeEvent(QEvent*) override;
    bool eventFilter(QObject*, QEvent*) override;

private:
    QWidget* entry_tab();
    QWidget* filter_bar();
    void fill_municipalities();
    void selection_changed();
    void show_in_form(int row);
    void keep_draft();
    void recorded(const RecordResult&);
    void go_on_after(const CheckId&);
    void refresh_counts();
    void fit_columns();
    [[nodiscard]] std::optional<int> selected_row() const;  ///< of the table, not of the filter

    Speech say_;
    ResultsTable* table_;
    ResultsFilter* filter_;
    EvaluationViewModel* evaluation_model_;

    QTabWidget* tabs_;
    TableView* view_;
    QComboBox *municipality_, *theme_, *status_, *months_;
    QLineEdit* words_;
    QLabel *counts_, *nothing_;
    ResultForm* form_;
    EvaluationView* evaluation_;
    QScrollArea* form_area_;

    std::optional<CheckId> shown_;           ///< in the form
    std::map<CheckId, ResultEntry> drafts_;  ///< typed and not kept
};

}  // namespace baken
