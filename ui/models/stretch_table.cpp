#include "ui/models/stretch_table.hpp"

#include "model/findings.hpp"
#include "output/findings_words.hpp"
#include "ui/models/findings_lines.hpp"
#include "ui/models/table_alignment.hpp"

#include <algorithm>

namespace baken {

namespace {

bool is_number(int column) {
    return column != StretchTable::name && column != StretchTable::municipality && column != StretchTable::method;
}

/// A junction of two roads says so by their names; one on a single road looks like a stretch of it.
QString name_of(const StretchFinding& one, const Speech& say) {
    const QString name = to_qt(stretch_name(one, say.language()));
    const bool looks_like_a_stretch =
        one.method == StretchFinding::Method::junction && !name.contains(QStringLiteral(" - "));
    return looks_like_a_stretch ? say("%1 (kruispunt)", "%1 (junction)").arg(name) : name;
}

}  // namespace

StretchTable::StretchTable(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}

void StretchTable::show(const Project& project) {
    beginResetModel();
    rows_.clear();
    municipalities_.clear();
    for (const std::size_t row : stretches_by_rank(*project.findings))
        rows_.push_back(project.findings->stretches[row]);
    for (const Municipality& one : project.region->municipalities) municipalities_.push_back(to_qt(one.name));
    endResetModel();
}

int StretchTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int StretchTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QString StretchTable::text(int row, int column) const {
    const StretchFinding& one = stretch(row);
    switch (column) {
        case rank: return QString::number(row + 1);
        case name: return name_of(one, say_);
        case municipality: return municipalities_.at(one.municipality);
        case length: return say_.number(one.length, 0);
        case accidents: return to_qt(parts_text(one.accidents, say_.language()));
        case injury: return say_.whole(one.injury);
        case by_chance: return say_.number(one.expected, 1);
        case ratio: return say_.number(one.ratio, 1);
        case q_value: return to_qt(small_text(one.q_value, say_.language()));
        case method: return word_of(one.method, say_);
        default: return {};
    }
}

QVariant StretchTable::sort_key(int row, int column) const {
    const StretchFinding& one = stretch(row);
    switch (column) {
        case rank: return row;
        case length: return one.length;
        case accidents: return one.accidents;
        case injury: return one.injury;
        case by_chance: return one.expected;
        case ratio: return one.ratio;
        case q_value: return one.q_value;
        default: return text(row, column);
    }
}

QVariant StretchTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole: return text(index.row(), index.column());
        case sort_role: return sort_key(index.row(), index.column());
        case id_role: return to_qt(stretch(index.row()).id);
        case Qt::TextAlignmentRole: return cell_alignment(is_number(index.column()));
        case Qt::ToolTipRole:
            return index.column() == name
                       ? text(index.row(), municipality) + QStringLiteral(", ") + text(index.row(), method)
                       : QVariant();
        default: return {};
    }
}

QVariant StretchTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole) return cell_alignment(is_number(section));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool is_tip = role == Qt::ToolTipRole;
    switch (section) {
        case rank: return is_tip ? say_("rang in de regio", "rank in the region") : QStringLiteral("#");
        case name: return say_("traject", "stretch");
        case municipality: return say_("gemeente", "municipality");
        case length: return is_tip ? say_("lengte in meters", "length in metres") : QStringLiteral("m");
        case accidents:
            return is_tip ? say_("ongevallen; met alleen het wegvak bekend tellen zij voor een deel",
                                 "accidents; those of which only the section is known count in part")
                          : say_("ong.", "acc.");
        case injury: return say_("letsel", "injury");
        case by_chance:
            return is_tip ? say_("ongevallen die bij toeval te verwachten zijn", "accidents to expect by chance")
                          : say_("toeval", "chance");
        case ratio:
            return is_tip ? say_("keer zo veel als bij toeval", "times as many as by chance") : say_("keer", "times");
        case q_value:
            return is_tip ? say_("kans op vals alarm onder trajecten met zo'n waarde of beter",
                                 "share of false alarms among stretches with such a value or better")
                          : QStringLiteral("q");
        case method: return say_("methode", "method");
        default: return {};
    }
}

int StretchTable::row_of(const std::string& id) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const StretchFinding& stretch) { return stretch.id == id; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

StretchFilter::StretchFilter(StretchTable* table, QObject* parent) : QSortFilterProxyModel(parent), table_(table) {
    setSourceModel(table);
    setSortRole(StretchTable::sort_role);
    setSortLocaleAware(true);
}

void StretchFilter::choose(std::optional<std::uint32_t> municipality, const QString& text) {
    municipality_ = municipality;
    text_ = text;
    invalidateFilter();
}

bool StretchFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const StretchFinding& one = table_->stretch(row);
    if (municipality_ && *municipality_ != one.municipality) return false;
    return text_.isEmpty() || to_qt(one.name).contains(text_, Qt::CaseInsensitive) ||
           to_qt(one.id).contains(text_, Qt::CaseInsensitive);
}

}  // namespace baken
