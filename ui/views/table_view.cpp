#include "ui/views/table_view.hpp"

#include "ui/views/look.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace baken {

namespace {

constexpr int rows_measured = 60;

}  // namespace

QString text_of_rows(const QAbstractItemView& view) {
    const QAbstractItemModel* model = view.model();
    if (model == nullptr) return {};
    const auto* table = qobject_cast<const QTableView*>(&view);
    QList<int> columns;
    for (int column = 0; column < model->columnCount(); ++column)
        if (table == nullptr || !table->isColumnHidden(column)) columns << column;

    QList<int> rows;
    if (view.selectionModel() != nullptr)
        for (const QModelIndex& index : view.selectionModel()->selectedRows()) rows << index.row();
    if (rows.isEmpty())
        for (int row = 0; row < model->rowCount(); ++row) rows << row;
    std::sort(rows.begin(), rows.end());

    QStringList lines, cells;
    for (const int column : columns) cells << model->headerData(column, Qt::Horizontal).toString();
    lines << cells.join('\t');
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells << model->index(row, column).data().toString().replace('\t', ' ').replace('\n', ' ');
        lines << cells.join('\t');
    }
    return lines.join('\n') + '\n';
}

TableView::TableView(const QString& name, QWidget* parent) : QTableView(parent) {
    setAccessibleName(name);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setSortingEnabled(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);  // Tab leaves the table
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    set_row_height();
}

void TableView::set_row_height() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + gap_2);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
}

void TableView::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    // As the model has it until somebody chooses a column.
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

void TableView::fit_columns(int stretched) {
    if (model() == nullptr) return;
    for (int column = 0; column < model()->columnCount(); ++column) {
        int width = fontMetrics().horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < std::min(rows_measured, model()->rowCount()); ++row)
            width = std::max(width, fontMetrics().horizontalAdvance(model()->index(row, column).data().toString()));
        setColumnWidth(column, width + gap_6);
    }
    for (int column = 0; column < model()->columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(column,
                                                 column == stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
}

void TableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(text_of_rows(*this));
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) set_row_height();
}

}  // namespace baken
