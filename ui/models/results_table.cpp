#include "ui/models/results_table.hpp"

#include "ui/models/table_alignment.hpp"

#include <algorithm>

namespace baken {

namespace {

int fines_of(const CheckResult& result) {
    int sum = 0;
    for (const auto& fines : result.fines) sum += fines.count;
    return sum;
}

bool is_number(int column) { return column >= ResultsTable::vehicles; }

QString capitalised(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

}  // namespace

bool is_open(const Check& check) {
    return check.status == CheckStatus::planned || (check.status == CheckStatus::done && !check.result);
}

QString status_text(const Check& check, const Speech& say) {
    switch (check.status) {
        case CheckStatus::planned: return say("○ gepland", "○ planned");
        case CheckStatus::cancelled: return say("✕ vervallen", "✕ cancelled");
        case CheckStatus::done: break;
    }
    return check.result ? say("● uitgevoerd", "● done") : say("◐ uitslag open", "◐ result missing");
}

ResultsTable::ResultsTable(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}

void ResultsTable::show(const Project& project) {
    std::vector<QString> places;
    for (const Check& check : project.plan.checks) places.push_back(to_qt(project.hotspots.at(check.hotspot).name));
    QStringList municipalities;
    for (const auto& each : project.region->municipalities) municipalities << to_qt(each.name);

    const bool has_same_rows =
        municipalities == municipalities_ &&
        std::equal(checks_.begin(), checks_.end(), project.plan.checks.begin(), project.plan.checks.end(),
                   [](const Check& a, const Check& b) { return a.id == b.id; });
    if (!has_same_rows) beginResetModel();
    checks_ = project.plan.checks;
    places_ = std::move(places);
    municipalities_ = std::move(municipalities);
    if (!has_same_rows)
        endResetModel();
    else if (!checks_.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
}

QString ResultsTable::place_name(int row) const { return places_.at(static_cast<std::size_t>(row)); }

QString ResultsTable::municipality_name(int row) const {
    return municipalities_.value(static_cast<int>(check(row).municipality));
}

std::optional<int> ResultsTable::row_of(const CheckId& id) const {
    const auto found = std::find_if(checks_.begin(), checks_.end(), [&](const Check& check) { return check.id == id; });
    if (found == checks_.end()) return std::nullopt;
    return static_cast<int>(found - checks_.begin());
}

int ResultsTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(checks_.size());
}

int ResultsTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QVariant ResultsTable::text(const Check& check, int row, int column) const {
    const bool was_done = check.status == CheckStatus::done && check.result;
    switch (column) {
        case date: return say_.short_day(check.date);
        case municipality: return municipality_name(row);
        case place: return place_name(row);
        case theme: return to_qt(name_of(check.theme, say_.language()));
        case status: return status_text(check, say_);
        case vehicles: return was_done ? say_.whole(check.result->vehicles) : QString();
        case tests: return was_done ? say_.whole(check.result->tests) : QString();
        case fines: return was_done ? say_.whole(fines_of(*check.result)) : QString();
        case hit_rate:
            if (!was_done || check.result->vehicles == 0) return QString();
            return say_.percent(static_cast<double>(fines_of(*check.result)) / check.result->vehicles, 1);
        default: return {};
    }
}

QVariant ResultsTable::sort_key(const Check& check, int row, int column) const {
    const double none = -1;
    switch (column) {
        case date: return static_cast<qlonglong>(check.date.time_since_epoch().count()) * 1440 + check.start;
        case status: return is_open(check) ? 10 + static_cast<int>(check.status) : static_cast<int>(check.status);
        case vehicles: return check.result ? check.result->vehicles : none;
        case tests: return check.result ? check.result->tests : none;
        case fines: return check.result ? fines_of(*check.result) : none;
        case hit_rate:
            return check.result && check.result->vehicles > 0
                       ? static_cast<double>(fines_of(*check.result)) / check.result->vehicles
                       : none;
        default: return text(check, row, column);
    }
}

QVariant ResultsTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Check& here = check(index.row());
    switch (role) {
        case Qt::DisplayRole: return text(here, index.row(), index.column());
        case sort_role: return sort_key(here, index.row(), index.column());
        case Qt::TextAlignmentRole: return cell_alignment(is_number(index.column()));
        case Qt::ToolTipRole:
            return QStringLiteral("%1, %2\n%3–%4 · %5\n%6")
                .arg(place_name(index.row()), say_.day(here.date), to_qt(clock_text(here.start)),
                     to_qt(clock_text(here.end)), capitalised(to_qt(name_of(here.kind, say_.language()))),
                     here.result ? to_qt(here.result->remark) : QString())
                .trimmed();
        default: return {};
    }
}

QVariant ResultsTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return cell_alignment(is_number(section));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case date: return say_("Datum", "Date");
        case municipality: return say_("Gemeente", "Municipality");
        case place: return say_("Plek", "Place");
        case theme: return say_("Thema", "Theme");
        case status: return say_("Status", "Status");
        case vehicles: return say_("Voertuigen", "Vehicles");
        case tests: return say_("Testen", "Tests");
        case fines: return say_("Bonnen", "Fines");
        case hit_rate: return say_("Trefkans", "Hit rate");
        default: return {};
    }
}

ResultsFilter::ResultsFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(ResultsTable::sort_role);
    setSortLocaleAware(true);
    setDynamicSortFilter(true);
}

void ResultsFilter::set_municipality(std::optional<std::uint32_t> municipality) {
    municipality_ = municipality;
    invalidateFilter();
}
void ResultsFilter::set_theme(std::optional<Theme> theme) {
    theme_ = theme;
    invalidateFilter();
}
void ResultsFilter::set_status(Status status) {
    status_ = status;
    invalidateFilter();
}
void ResultsFilter::set_months(unsigned first, unsigned last) {
    first_month_ = first;
    last_month_ = last;
    invalidateFilter();
}
void ResultsFilter::set_words(const QString& words) {
    words_ = words.trimmed();
    invalidateFilter();
}

bool ResultsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* table = qobject_cast<const ResultsTable*>(sourceModel());
    if (table == nullptr || parent.isValid()) return false;
    const Check& check = table->check(row);
    if (municipality_ && check.municipality != *municipality_) return false;
    if (theme_ && check.theme != *theme_) return false;
    if (month_of(check.date) < first_month_ || month_of(check.date) > last_month_) return false;
    if (!words_.isEmpty() && !table->place_name(row).contains(words_, Qt::CaseInsensitive) &&
        !table->municipality_name(row).contains(words_, Qt::CaseInsensitive))
        return false;
    switch (status_) {
        case Status::all: return true;
        case Status::open: return is_open(check);
        case Status::planned: return check.status == CheckStatus::planned;
        case Status::done: return check.status == CheckStatus::done;
        case Status::cancelled: return check.status == CheckStatus::cancelled;
    }
    return true;
}

}  // namespace baken
