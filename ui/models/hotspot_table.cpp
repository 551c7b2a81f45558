#include "ui/models/hotspot_table.hpp"

#include "ui/models/table_alignment.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr double half_of_strongest = 0.5;

bool is_number(int column) {
    return column != HotspotTable::place && column != HotspotTable::municipality && column != HotspotTable::status;
}

QString status_sign(const std::string& code) {
    if (code == "accepted") return QStringLiteral("\u2713");
    return code == "rejected" ? QStringLiteral("\u2717") : QStringLiteral("\u00b7");
}

}  // namespace

HotspotTable::HotspotTable(Speech say, QObject* parent) : QAbstractTableModel(parent), say_(say) {}

void HotspotTable::show(const Project& project) {
    beginResetModel();
    hotspots_ = project.hotspots;
    municipalities_.clear();
    for (const Municipality& one : project.region->municipalities) municipalities_.push_back(to_qt(one.name));
    endResetModel();
}

int HotspotTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(hotspots_.size());
}

int HotspotTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QString HotspotTable::text(const Hotspot& h, int column) const {
    switch (column) {
        case rank: return QString::number(h.rank);
        case place: return to_qt(h.name);
        case municipality: return municipalities_[h.municipality];
        case accidents: return say_.whole(h.accidents);
        case expected: return say_.number(h.expected, 1);
        case complainants: return say_.whole(h.complainants);
        case q_value: return h.q_value < 0.01 ? "<" + say_.number(0.01, 2) : say_.number(h.q_value, 2);
        case rank_range: return QString("%1\u2013%2").arg(h.rank_best).arg(h.rank_worst);
        case status: return status_sign(h.status);
        default: return {};
    }
}

QVariant HotspotTable::sort_key(const Hotspot& h, int column) const {
    switch (column) {
        case rank: return h.rank;
        case accidents: return h.accidents;
        case expected: return h.expected;
        case complainants: return h.complainants;
        case q_value: return h.q_value;
        case rank_range: return h.rank_best * 1000 + h.rank_worst;
        default: return text(h, column);
    }
}

QVariant HotspotTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Hotspot& h = hotspot(index.row());
    switch (role) {
        case Qt::DisplayRole: return text(h, index.column());
        case sort_role: return sort_key(h, index.column());
        case id_role: return to_qt(h.id.text);
        case Qt::TextAlignmentRole: return cell_alignment(is_number(index.column()));
        case Qt::AccessibleTextRole:
            return index.column() == status ? word_of(status_words(say_), h.status) : text(h, index.column());
        case Qt::ToolTipRole:
            if (index.column() == status) return word_of(status_words(say_), h.status);
            return index.column() == place ? to_qt(h.reason) : QVariant();
        default: return {};
    }
}

QVariant HotspotTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole) return cell_alignment(is_number(section));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const bool is_tip = role == Qt::ToolTipRole;
    switch (section) {
        case rank: return is_tip ? say_("rang in de gemeente", "rank in the municipality") : QStringLiteral("#");
        case place: return say_("plek", "place");
        case municipality: return say_("gemeente", "municipality");
        case accidents:
            return is_tip ? say_("ongevallen in de periode", "accidents in the period") : say_("ong.", "acc.");
        case expected:
            return is_tip ? say_("ongevallen, met het toeval eruit (empirical Bayes)",
                                 "accidents with chance taken out (empirical Bayes)")
                          : QStringLiteral("EB");
        case complainants:
            return is_tip ? say_("verschillende melders", "distinct complainants") : say_("meld.", "compl.");
        case q_value:
            return is_tip ? say_("hoe waarschijnlijk de plek alleen door toeval opvalt",
                                 "how likely the place stands out by chance alone")
                          : QStringLiteral("q");
        case rank_range:
            return is_tip ? say_("rang onder andere gewichten: beste en slechtste",
                                 "rank under other weights: best and worst")
                          : say_("rangen", "ranks");
        case status:
            return is_tip ? say_("aangenomen \u2713, afgewezen \u2717, of nog te beoordelen",
                                 "accepted \u2713, rejected \u2717, or still to review")
                          : QString();
        default: return {};
    }
}

int HotspotTable::row_of(const HotspotId& id) const {
    const auto found =
        std::find_if(hotspots_.begin(), hotspots_.end(), [&](const Hotspot& hotspot) { return hotspot.id == id; });
    return found == hotspots_.end() ? -1 : static_cast<int>(found - hotspots_.begin());
}

HotspotFilter::HotspotFilter(HotspotTable* table, QObject* parent) : QSortFilterProxyModel(parent), table_(table) {
    setSourceModel(table);
    setSortRole(HotspotTable::sort_role);
    setSortLocaleAware(true);
}

void HotspotFilter::choose(HotspotChoice choice) {
    choice_ = std::move(choice);
    invalidateFilter();
}

bool HotspotFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const Hotspot& h = table_->hotspot(row);
    if (choice_.municipality && *choice_.municipality != h.municipality) return false;
    if (choice_.theme && h.theme_weight[index_of(*choice_.theme)] < half_of_strongest) return false;
    if (choice_.road_manager && choice_.road_manager != h.road_manager) return false;
    if (!choice_.status.isEmpty() && from_qt(choice_.status) != h.status) return false;
    if (choice_.text.isEmpty()) return true;
    for (const std::string* text : {&h.name, &h.id.text, &h.remark})
        if (to_qt(*text).contains(choice_.text, Qt::CaseInsensitive)) return true;
    return false;
}

std::vector<ReviewWord> status_words(const Speech& say) {
    return {{"proposed", say("voorgesteld", "proposed")},
            {"accepted", say("aangenomen", "accepted")},
            {"rejected", say("afgewezen", "rejected")}};
}

std::vector<ReviewWord> enforceable_words(const Speech& say) {
    return {{"unknown", say("nog niet bekeken", "not looked at yet")},
            {"yes", say("handhaafbaar", "enforceable")},
            {"no", say("niet handhaafbaar", "not enforceable")}};
}

QString word_of(const std::vector<ReviewWord>& words, const std::string& code) {
    for (const ReviewWord& word : words)
        if (code == word.code) return word.word;
    return to_qt(code);
}

}  // namespace baken
