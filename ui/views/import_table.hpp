#pragma once
/// Tables of the import page, all alike: whole rows, no grid, Ctrl+C copies what is selected as text.

#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace baken {

/// `stretched` takes the room that is left; below 0: none does.
[[nodiscard]] QTableView* import_table(QAbstractItemModel&, const QString& accessible_name, int stretched,
                                       QWidget* parent);
/// The selected rows, or all where none is, with their headers, between tabs.
[[nodiscard]] QString table_as_text(const QTableView&);
void copy_table(const QTableView&);
/// Columns as wide as what stands in them, within reason.
void fit_columns(QTableView&);

}  // namespace baken
