#pragma once
/// The form in which the result of one check is written down. Enter keeps it; what is odd is asked about first.
///
///     form.show(check, heading, detail);
///     connect(&form, &ResultForm::kept, ...);

#include <QWidget>  // before our own: moc of Qt 6.4 stumbles over <chrono> as the first standard header

#include "ui/models/result_entry.hpp"

#include <vector>

class QButtonGroup;
class QComboBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace baken {

class ResultForm : public QWidget {
    Q_OBJECT

public:
    explicit ResultForm(Speech, QWidget* parent = nullptr);

    /// Another check, or the same one with its stored result changed.
    void show_check(const Check&, const QString& heading, const QString& detail);
    void show_nothing();  ///< says how to begin

    [[nodiscard]] ResultEntry entry() const;
    void set_entry(const ResultEntry&);  ///< what was typed earlier
    [[nodiscard]] bool is_changed() const;
    void focus_first();

public slots:
    void keep();
    void restore();

signals:
    void kept(const baken::RecordResult& record);

protected:
    void changeEvent(QEvent*) override;

private:
    struct FineRow {
        QComboBox* kind;
        QSpinBox* count;
        QToolButton* remove;
    };

    void build_numbers(QGridLayout*);
    QSpinBox* number_box(int most, const QString& name);
    void add_fine(const QString& kind, int count);
    void remove_fine(const QComboBox* kind);
    void clear_fines();
    void lay_out_fines();
    void number_changed();
    void something_changed();
    void refresh();
    void restyle();

    Speech say_;
    Check check_;
    bool has_check_ = false;
    bool is_filling_ = false;
    bool was_asked_ = false;  ///< the questions stand there; the next Enter is the answer

    QWidget* body_;
    QLabel *heading_, *detail_, *empty_, *question_, *tests_label_;
    QButtonGroup* status_;
    QWidget* numbers_;
    QSpinBox *vehicles_, *tests_, *warnings_;
    QWidget* fines_;
    QGridLayout* fines_layout_;
    std::vector<FineRow> fine_rows_;
    QPushButton *add_fine_, *keep_, *restore_;
    QPlainTextEdit* remark_;
};

}  // namespace baken
