#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/crs.hpp"
#include "store/fines_text.hpp"
#include "store/project_tables.hpp"

#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::array quadrants{Quadrant::both, Quadrant::blind_spot, Quadrant::perceived, Quadrant::neither};
constexpr std::array road_managers{RoadManager::municipality, RoadManager::province, RoadManager::water_board,
                                   RoadManager::national, RoadManager::other};

bool has_text(const RowReader& row, const std::string& column) { return !row.text(column).empty(); }

int clock(const RowReader& row, const std::string& column) {
    const auto minute = parse_clock(row.text(column));
    if (!minute) row.refuse(fmt::format("'{}' is '{}', not a time of day such as 21:30", column, row.text(column)));
    return *minute;
}

void read_counts(const RowReader& row, Hotspot& h) {
    for (const auto& [column, count] :
         std::initializer_list<std::pair<const char*, int*>>{{"accidents", &h.accidents},
                                                             {"fatal", &h.fatal},
                                                             {"injury", &h.injury},
                                                             {"damage_only", &h.damage_only},
                                                             {"complaints", &h.complaints},
                                                             {"complainants", &h.complainants},
                                                             {"rank_best", &h.rank_best},
                                                             {"rank_worst", &h.rank_worst}})
        *count = static_cast<int>(row.whole(column));
    // Files of earlier versions hold none of these; read_events counts what their accidents tell.
    for (const auto& [column, count] : std::initializer_list<std::pair<const char*, int*>>{
             {"with_bicycle", &h.with_bicycle}, {"with_pedestrian", &h.with_pedestrian}, {"with_moped", &h.with_moped}})
        *count = row.has(column) ? static_cast<int>(row.whole(column)) : groups_not_counted;
}

std::vector<HotspotId> ids_in(const std::string& text) {
    std::vector<HotspotId> ids;
    for (const std::string& id : split(text, ','))
        if (const auto name = trimmed(id); !name.empty()) ids.push_back({std::string(name)});
    return ids;
}

void read_estimates(const RowReader& row, Hotspot& h) {
    for (const auto& [column, number] :
         std::initializer_list<std::pair<const char*, double*>>{{"weighted", &h.weighted},
                                                                {"expected", &h.expected},
                                                                {"excess", &h.excess},
                                                                {"prob_above", &h.prob_above},
                                                                {"q_value", &h.q_value}})
        *number = row.real(column);
    // Not in files of earlier versions, and then not known.
    for (const auto& [column, number] : std::initializer_list<std::pair<const char*, double*>>{
             {"expected_low", &h.expected_low}, {"expected_high", &h.expected_high}})
        if (row.has(column)) *number = row.maybe(column, &RowReader::real).value_or(0);
    if (row.has("dark_odds")) h.dark_odds = row.maybe("dark_odds", &RowReader::real);
    h.dark_share = row.maybe("dark_share", &RowReader::real);
    h.alcohol_share = row.maybe("alcohol_share", &RowReader::real);
}

/// A file of an earlier version knows nothing of these.
void read_measured_figures(const RowReader& row, Hotspot& h) {
    if (!row.has("v85")) return;
    h.v85 = row.maybe("v85", &RowReader::real);
    h.share_over = row.maybe("share_over", &RowReader::real);
    h.school_distance = row.maybe("school_distance_m", &RowReader::real);
}

/// What a crew wrote down; nothing where all of it is empty.
std::optional<CheckResult> result_of(const RowReader& row) {
    if (!row.has("vehicles") || (row.is_null("vehicles") && row.is_null("result_remark"))) return std::nullopt;
    const auto number = [&](const char* column) {
        return row.is_null(column) ? 0 : static_cast<int>(row.whole(column));
    };
    CheckResult result{.vehicles = number("vehicles"),
                       .tests = number("tests"),
                       .warnings = number("warnings"),
                       .fines = {},
                       .remark = row.text("result_remark")};
    const auto fines = fines_in(row.text("fines_by_kind"));
    if (!fines) row.refuse("'fines_by_kind' is '" + row.text("fines_by_kind") + "', not such as 'speed 12; phone 3'");
    result.fines = *fines;
    return result;
}

}  // namespace

std::size_t index_of(const RowReader& row, const std::string& column, const Indices& known, std::string_view what) {
    const auto found = known.find(row.text(column));
    if (found == known.end()) row.refuse(fmt::format("'{}' is '{}', which is no {}", column, row.text(column), what));
    return found->second;
}

Indices municipality_indices(const Project& project) {
    Indices indices;
    for (std::size_t i = 0; i < project.region->municipalities.size(); ++i)
        indices.emplace(project.region->municipalities[i].code.text, i);
    return indices;
}

Indices hotspot_indices(const Project& project) {
    Indices indices;
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) indices.emplace(project.hotspots[i].id.text, i);
    return indices;
}

void read_municipalities(const ProjectTables& tables, Project& project) {
    const Projector projector("EPSG:28992");
    const FeatureTable found = tables.table("municipalities");
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
        const RowReader row(found, i);
        const auto* area = std::get_if<MultiPolygon>(&found.rows[i].shape);
        if (area == nullptr) row.refuse("it has no area");
        project.region.edit().municipalities.push_back({.code = {row.text("code")},
                                                        .name = row.text("name"),
                                                        .area = *area,
                                                        .centre = projector.to_lonlat(centroid(*area))});
    }
}

void read_roads(const ProjectTables& tables, Project& project) {
    auto& roads = project.region.edit().roads;
    tables.for_each("roads", [&](const RowReader& row) {
        RoadSegment road{.id = row.text("road_id"), .name = row.text("name"), .manager = {}, .line = {}};
        if (has_text(row, "road_manager")) road.manager = coded(row, "road_manager", road_managers);
        if (const auto* lines = std::get_if<MultiLine>(&row.shape()); lines != nullptr && !lines->empty())
            road.line = lines->front();
        if (row.has("from_junction")) {
            road.from_junction = row.text("from_junction");
            road.to_junction = row.text("to_junction");
        }
        roads.push_back(std::move(road));
    });
}

void read_hotspots(const ProjectTables& tables, Project& project) {
    const Projector projector("EPSG:28992");
    const Indices municipalities = municipality_indices(project);
    tables.for_each("hotspots", [&](const RowReader& row) {
        Hotspot h;
        h.id = {row.text("hotspot_id")};
        h.municipality =
            static_cast<std::uint32_t>(index_of(row, "municipality_code", municipalities, "municipality here"));
        h.rank = static_cast<int>(row.whole("rank"));
        h.name = row.text("name");
        h.at = row.point();
        h.lonlat = projector.to_lonlat(h.at);
        read_counts(row, h);
        read_estimates(row, h);
        read_measured_figures(row, h);
        h.road_manager =
            has_text(row, "road_manager") ? std::optional(coded(row, "road_manager", road_managers)) : std::nullopt;
        if (!row.is_null("speed_limit")) h.speed_limit = static_cast<int>(row.whole("speed_limit"));
        h.length = row.real("length_m");
        h.quadrant = coded(row, "quadrant", quadrants);
        h.black_spot_norm = row.text("black_spot_norm");
        h.enforceable = row.text("enforceable");
        h.status = row.text("status");
        h.remark = row.text("remark");
        h.reason = row.text("reason");
        if (row.has("nearby")) h.nearby = ids_in(row.text("nearby"));
        project.hotspots.push_back(std::move(h));
    });
    const Indices hotspots = hotspot_indices(project);
    tables.for_each("baken_hotspots", [&](const RowReader& row) {
        Hotspot& h = project.hotspots[index_of(row, "hotspot_id", hotspots, "hotspot of the layer 'hotspots'")];
        h.accidents_per_year = numbers_in(row, "accidents_per_year");
        h.effective_complainants = row.real("effective_complainants");
        h.score = row.real("score");
        h.is_built_up = row.maybe("built_up", &RowReader::yes);
        if (row.has("ranks")) h.ranks = numbers_in(row, "ranks");
        for (const Theme theme : all_themes)
            h.theme_weight[baken::index_of(theme)] = row.real("theme_" + std::string(code_of(theme)));
    });
}

void read_checks(const ProjectTables& tables, Project& project) {
    const Indices municipalities = municipality_indices(project), hotspots = hotspot_indices(project);
    Indices crews;
    for (std::size_t i = 0; i < project.settings.crews.size(); ++i) crews.emplace(project.settings.crews[i].name, i);
    constexpr std::array kinds{CheckKind::targeted, CheckKind::integrated, CheckKind::region_day, CheckKind::dark_days};
    constexpr std::array statuses{CheckStatus::planned, CheckStatus::done, CheckStatus::cancelled};
    tables.for_each("checks", [&](const RowReader& row) {
        Check c;
        c.id = {row.text("check_id")};
        c.municipality =
            static_cast<std::uint32_t>(index_of(row, "municipality_code", municipalities, "municipality here"));
        c.hotspot = index_of(row, "hotspot_id", hotspots, "hotspot of the layer 'hotspots'");
        c.date = row.date("date");
        c.start = clock(row, "start_time");
        c.end = clock(row, "end_time");
        if (c.end <= c.start) c.end += 1440;  // ends after midnight
        c.starts_at = row.moment("starts_at");
        c.ends_at = row.moment("ends_at");
        c.theme = coded(row, "theme", all_themes);
        c.campaign = row.text("campaign");
        c.kind = coded(row, "kind", kinds);
        c.crew = index_of(row, "crew", crews, "crew of the settings");
        c.partners = row.text("partners");
        c.dark_share = row.real("dark_share");
        c.value = row.real("value");
        c.is_locked = row.yes("locked");
        c.reason = row.text("reason");
        c.status = coded(row, "status", statuses);
        c.result = result_of(row);
        project.plan.checks.push_back(std::move(c));
    });
}

}  // namespace baken
