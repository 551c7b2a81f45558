#include "ui/models/check_table.hpp"

#include "output/words.hpp"
#include "ui/models/check_words.hpp"

#include <algorithm>

namespace baken {

CheckTable::CheckTable(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}

void CheckTable::show(const Project& project) {
    beginResetModel();
    rows_.clear();
    const Language language = say_.language();
    for (const Check& check : project.plan.checks) {
        Row row;
        row.check = check;
        row.text[date_column] = say_.day(check.date);
        row.text[hours_column] = to_qt(window_text(check));
        row.text[municipality_column] = municipality_of(project, check);
        row.text[place_column] = place_of(project, check);
        row.text[theme_column] = to_qt(name_of(check.theme, language));
        row.text[kind_column] = to_qt(name_of(check.kind, language));
        row.text[crew_column] = crew_of(project, check);
        row.text[dark_column] = say_.percent(check.dark_share);
        row.text[value_column] = say_.number(check.value, 2);
        row.text[status_column] = status_word(check.status, say_);
        row.text[locked_column] = check.is_locked ? say_("vergrendeld", "locked") : QString();
        row.story = check_story(project, check, {}, say_).join("\n");
        rows_.push_back(std::move(row));
    }
    endResetModel();
}

const Check* CheckTable::check(int row) const {
    return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)].check : nullptr;
}

int CheckTable::row_of(const CheckId& id) const {
    const auto at = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.check.id == id; });
    return at == rows_.end() ? -1 : static_cast<int>(at - rows_.begin());
}

int CheckTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CheckTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant CheckTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
        case Qt::DisplayRole: return row.text[column];
        case Qt::ToolTipRole: return row.story;
        case Qt::TextAlignmentRole:
            if (column == dark_column || column == value_column) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        case sort_role:
            switch (column) {
                case date_column:
                    return static_cast<qlonglong>(row.check.date.time_since_epoch().count()) * 2880 + row.check.start;
                case hours_column: return row.check.start;
                case dark_column: return row.check.dark_share;
                case value_column: return row.check.value;
                case locked_column: return row.check.is_locked ? 0 : 1;
                default: return row.text[column];
            }
        default: return {};
    }
}

QVariant CheckTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= column_count)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (static_cast<Column>(section)) {
        case date_column: return say_("Datum", "Date");
        case hours_column: return say_("Tijd", "Hours");
        case municipality_column: return say_("Gemeente", "Municipality");
        case place_column: return say_("Locatie", "Place");
        case theme_column: return say_("Thema", "Theme");
        case kind_column: return say_("Soort", "Kind");
        case crew_column: return say_("Ploeg", "Crew");
        case dark_column: return say_("Donker", "Dark");
        case value_column: return say_("Waarde", "Value");
        case status_column: return say_("Status", "Status");
        case locked_column: return say_("Slot", "Lock");
        case column_count: break;
    }
    return {};
}

CheckFilter::CheckFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(CheckTable::sort_role);
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    sort(CheckTable::date_column);
}

void CheckFilter::set_text(const QString& text) {
    words_ = text.split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void CheckFilter::set_municipality(std::optional<std::uint32_t> municipality) {
    municipality_ = municipality;
    invalidateFilter();
}

void CheckFilter::set_theme(std::optional<Theme> theme) {
    theme_ = theme;
    invalidateFilter();
}

void CheckFilter::set_status(std::optional<CheckStatus> status) {
    status_ = status;
    invalidateFilter();
}

bool CheckFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* table = qobject_cast<const CheckTable*>(sourceModel());
    const Check* check = table == nullptr ? nullptr : table->check(row);
    if (check == nullptr) return false;
    if (municipality_ && check->municipality != *municipality_) return false;
    if (theme_ && check->theme != *theme_) return false;
    if (status_ && check->status != *status_) return false;
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
        for (int column = 0; column < table->columnCount(); ++column)
            if (table->data(table->index(row, column, parent), Qt::DisplayRole)
                    .toString()
                    .contains(word, Qt::CaseInsensitive))
                return true;
        return false;
    });
}

}  // namespace baken
