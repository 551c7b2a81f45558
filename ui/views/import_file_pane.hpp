#pragma once
/// How one file is read: what it is, the choices that can be corrected, the columns, the categories and the first rows.

#include <QWidget>

#include "ui/models/import_mapping_model.hpp"
#include "ui/models/import_receipt_models.hpp"
#include "ui/models/import_session.hpp"

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;
class QTableView;

namespace baken {

class ImportFilePane : public QWidget {
    Q_OBJECT

public:
    explicit ImportFilePane(Speech, QWidget* parent = nullptr);
    void show_item(const ImportItem&, bool has_project);

signals:
    void corrected(const baken::SourceSettings&);  ///< another choice: to be looked at again
    void kind_chosen(const QString& kind);
    void accepted();
    void reverted();

private:
    [[nodiscard]] QWidget* choices();
    [[nodiscard]] QWidget* actions();
    void fill_choices();
    void show_words();
    [[nodiscard]] QString traffic_words() const;
    void correct(const std::function<void(SourceSettings&)>& change);
    void dress();
    void changeEvent(QEvent*) override;

    Speech say_;
    ImportItem item_;
    bool has_project_ = false;
    bool is_filling_ = false;
    ImportMappingModel mapping_;
    ImportCategoriesModel categories_;
    ImportRowsModel rows_;
    QLabel* facts_ = nullptr;
    QLabel* problem_ = nullptr;
    QLabel* warnings_ = nullptr;
    QLabel* traffic_ = nullptr;
    QComboBox* kind_ = nullptr;
    QComboBox* profile_ = nullptr;
    QComboBox* crs_ = nullptr;
    QComboBox* encoding_ = nullptr;
    QWidget* choices_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    QWidget* categories_tab_ = nullptr;
    QTableView* mapping_table_ = nullptr;
    QTableView* categories_table_ = nullptr;
    QTableView* rows_table_ = nullptr;
    QPushButton* accept_ = nullptr;
    QPushButton* revert_ = nullptr;
};

}  // namespace baken
