#pragma once
/// The receipt of one source: the bar, the six numbers that add up, and every rejected row with its reason.

#include <QWidget>

#include "ui/models/import_receipt_models.hpp"

class QLabel;
class QLineEdit;
class QListWidget;
class QTabWidget;
class QTableView;

namespace baken {

class BalanceBar;

class ImportReceiptPane : public QWidget {
    Q_OBJECT

public:
    explicit ImportReceiptPane(Speech, QWidget* parent = nullptr);
    void show_receipt(std::optional<SharedReceipt>);

signals:
    void save_wanted(const QString& file);  ///< the rejected rows as CSV
    void said(const QString& status);

private:
    [[nodiscard]] QWidget* rejected_tab();
    void name_tabs(const Receipt*);
    void dress();
    void changeEvent(QEvent*) override;

    Speech say_;
    ImportBalanceModel balance_;
    ImportRejectedModel rejected_;
    ImportLeftOutModel left_out_;
    ImportColumnsModel columns_;
    QLabel* facts_ = nullptr;
    QLabel* shown_ = nullptr;
    BalanceBar* bar_ = nullptr;
    QTableView* balance_table_ = nullptr;
    QTableView* rejected_table_ = nullptr;
    QTableView* left_out_table_ = nullptr;
    QTableView* columns_table_ = nullptr;
    QListWidget* notes_ = nullptr;
    QLineEdit* filter_ = nullptr;
    QTabWidget* tabs_ = nullptr;
};

}  // namespace baken
