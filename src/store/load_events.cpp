#include "store/project_tables.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::array outcomes{Outcome::fatal, Outcome::injury, Outcome::damage_only};
constexpr std::array links{LinkLevel::exact, LinkLevel::junction, LinkLevel::street, LinkLevel::municipality};
constexpr std::array lights{Light::unknown, Light::daylight, Light::twilight, Light::dark};
constexpr std::array kinds{LocationKind::junction, LocationKind::section, LocationKind::hectometre,
                           LocationKind::point};
constexpr std::array road_managers{RoadManager::municipality, RoadManager::province, RoadManager::water_board,
                                   RoadManager::national, RoadManager::other};
constexpr std::array parties{Party::none,
                             Party::car,
                             Party::van,
                             Party::lorry,
                             Party::bus,
                             Party::tractor,
                             Party::motorcycle,
                             Party::moped,
                             Party::bicycle,
                             Party::pedestrian,
                             Party::mobility_scooter,
                             Party::rail,
                             Party::animal,
                             Party::object,
                             Party::other};

/// The event belongs to the hotspot that its row names.
template <class Rows>
void assign(const RowReader& row, const Indices& hotspots, Project& project, std::uint32_t event, Rows rows) {
    if (!row.has("hotspot_id") || row.is_null("hotspot_id") || row.text("hotspot_id").empty()) return;
    Hotspot& hotspot = project.hotspots[index_of(row, "hotspot_id", hotspots, "hotspot of the layer 'hotspots'")];
    (hotspot.*rows).push_back(event);
}

Accident accident_of(const RowReader& row, const Indices& municipalities) {
    Accident a;
    a.number = row.text("number");
    a.year = static_cast<int>(row.whole("year"));
    a.outcome = coded(row, "outcome", outcomes);
    a.link = coded(row, "link", links);
    a.location = {coded(row, "location_kind", kinds), row.text("location")};
    if (const auto* at = std::get_if<MapPoint>(&row.shape())) a.at = *at;
    a.street = row.text("street");
    a.place = row.text("place");
    if (!row.is_null("road_manager")) a.road_manager = coded(row, "road_manager", road_managers);
    if (!row.is_null("speed_limit")) a.speed_limit = static_cast<int>(row.whole("speed_limit"));
    a.is_built_up = row.maybe("built_up", &RowReader::yes);
    a.light = coded(row, "light", lights);
    a.has_alcohol = row.maybe("alcohol", &RowReader::yes);
    a.parties = static_cast<int>(row.whole("parties"));
    a.municipality =
        static_cast<std::uint32_t>(index_of(row, "municipality_code", municipalities, "municipality here"));
    return a;
}

Complaint complaint_of(const RowReader& row, const Indices& municipalities) {
    Complaint c;
    c.id = row.text("complaint_id");
    c.at = row.point();
    if (!row.is_null("date")) c.date = row.date("date");
    c.theme = coded(row, "theme", all_themes);
    c.category = row.text("category");
    // A file of the first version does not say who complained: each counts as somebody.
    c.complainant = c.id;
    c.municipality =
        static_cast<std::uint32_t>(index_of(row, "municipality_code", municipalities, "municipality here"));
    return c;
}

/// Finds the event that a row of the program's own table speaks of: usually the next one. A file whose layer was
/// changed by other hands is searched by name.
template <class Event>
class EventFinder {
public:
    EventFinder(std::vector<Event>& events, std::string Event::*name) : events_(events), name_(name) {}

    [[nodiscard]] Event* find(const std::string& name) {
        if (next_ < events_.size() && events_[next_].*name_ == name) return &events_[next_++];
        if (index_.empty())
            for (std::size_t i = 0; i < events_.size(); ++i) index_.emplace(events_[i].*name_, i);
        const auto found = index_.find(name);
        if (found == index_.end()) return nullptr;
        next_ = found->second + 1;
        return &events_[found->second];
    }

private:
    std::vector<Event>& events_;
    std::string Event::*name_;
    std::size_t next_ = 0;
    Indices index_;
};

void read_accidents(const ProjectTables& tables, Project& project) {
    const Indices municipalities = municipality_indices(project), hotspots = hotspot_indices(project);
    auto& accidents = project.region.edit().accidents;
    tables.for_each("accidents", [&](const RowReader& row) {
        assign(row, hotspots, project, static_cast<std::uint32_t>(accidents.size()), &Hotspot::accident_rows);
        accidents.push_back(accident_of(row, municipalities));
    });
    EventFinder finder(accidents, &Accident::number);
    tables.for_each_if_any("baken_accidents", [&](const RowReader& row) {
        Accident* accident = finder.find(row.text("number"));
        if (accident == nullptr) return;
        if (!row.is_null("date")) accident->date = row.date("date");
        if (!row.is_null("minute")) accident->minute_of_day = static_cast<int>(row.whole("minute"));
        accident->first_party = coded(row, "first_party", parties);
        accident->second_party = coded(row, "second_party", parties);
    });
}

void read_complaints(const ProjectTables& tables, Project& project) {
    const Indices municipalities = municipality_indices(project), hotspots = hotspot_indices(project);
    auto& complaints = project.region.edit().complaints;
    tables.for_each("complaints", [&](const RowReader& row) {
        assign(row, hotspots, project, static_cast<std::uint32_t>(complaints.size()), &Hotspot::complaint_rows);
        complaints.push_back(complaint_of(row, municipalities));
    });
    EventFinder finder(complaints, &Complaint::id);
    tables.for_each_if_any("baken_complaints", [&](const RowReader& row) {
        Complaint* complaint = finder.find(row.text("complaint_id"));
        if (complaint == nullptr) return;
        if (!row.is_null("minute")) complaint->minute_of_day = static_cast<int>(row.whole("minute"));
        complaint->complainant = fmt::format("m{}", row.whole("complainant"));
        complaint->is_complainant_known = row.yes("complainant_known");
        complaint->street = row.text("street");
    });
}

void count_groups(Project& project) {
    for (Hotspot& hotspot : project.hotspots) {
        if (hotspot.with_bicycle != groups_not_counted) continue;
        hotspot.with_bicycle = hotspot.with_pedestrian = hotspot.with_moped = 0;
        for (const std::uint32_t i : hotspot.accident_rows) hotspot.count_groups(project.region->accidents[i]);
    }
}

}  // namespace

void read_events(const ProjectTables& tables, Project& project) {
    read_accidents(tables, project);
    read_complaints(tables, project);
    count_groups(project);
}

}  // namespace baken
