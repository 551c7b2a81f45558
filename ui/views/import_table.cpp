#include "ui/views/import_table.hpp"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>

#include <algorithm>
#include <vector>

namespace baken {

QTableView* import_table(QAbstractItemModel& model, const QString& accessible_name, int stretched, QWidget* parent) {
    auto* table = new QTableView(parent);
    table->setModel(&model);
    table->setAccessibleName(accessible_name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setFrameShape(QFrame::NoFrame);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    const int row = table->fontMetrics().height() + 8;
    table->verticalHeader()->setMinimumSectionSize(row);
    table->verticalHeader()->setDefaultSectionSize(row);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(table->fontMetrics().averageCharWidth() * 5);
    if (stretched >= 0) table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    auto* copy = new QShortcut(QKeySequence::Copy, table);
    copy->setContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QShortcut::activated, table, [table] { copy_table(*table); });
    return table;
}

QString table_as_text(const QTableView& table) {
    const auto* model = table.model();
    std::vector<int> rows;
    for (const auto& at : table.selectionModel()->selectedRows()) rows.push_back(at.row());
    std::sort(rows.begin(), rows.end());
    if (rows.empty())
        for (int row = 0; row < model->rowCount(); ++row) rows.push_back(row);
    const auto line = [&](auto&& text_at) {
        QString text;
        for (int column = 0; column < model->columnCount(); ++column) {
            if (table.isColumnHidden(column)) continue;
            text += (text.isEmpty() ? QString() : QStringLiteral("\t")) + text_at(column).simplified();
        }
        return text + QLatin1Char('\n');
    };
    QString text = line([&](int column) { return model->headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows) text += line([&](int column) { return model->index(row, column).data().toString(); });
    return text;
}

void copy_table(const QTableView& table) { QApplication::clipboard()->setText(table_as_text(table)); }

void fit_columns(QTableView& table) {
    auto* header = table.horizontalHeader();
    const int widest = table.fontMetrics().averageCharWidth() * 36;
    for (int column = 0; column < header->count(); ++column) {
        if (header->sectionResizeMode(column) == QHeaderView::Stretch) continue;
        table.resizeColumnToContents(column);
        const int padding = table.fontMetrics().averageCharWidth() * 2;
        table.setColumnWidth(column, std::min(table.columnWidth(column) + padding, widest));
    }
}

}  // namespace baken
