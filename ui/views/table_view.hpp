#pragma once
/// A table with the habits of all tables here: whole rows, sorting, copying as text, no frame, quiet lines.
///
///     auto* table = new TableView(say("Aandachtslocaties", "Hotspots"), this);
///     table->setModel(filter);

#include <QTableView>

namespace baken {

/// The chosen rows of a view, or all when none is chosen, with a line of headers: tabs between cells, as a spreadsheet
/// takes it. Hidden columns are left out.
[[nodiscard]] QString text_of_rows(const QAbstractItemView&);

class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(const QString& name, QWidget* parent = nullptr);
    void setModel(QAbstractItemModel*) override;
    /// Widths after the content of the first rows, the column `stretched` taking what is left.
    void fit_columns(int stretched);

protected:
    void keyPressEvent(QKeyEvent*) override;
    void changeEvent(QEvent*) override;

private:
    void set_row_height();
};

}  // namespace baken
