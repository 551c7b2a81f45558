#include "store/cells.hpp"
#include "store/event_codes.hpp"
#include "store/event_tables.hpp"
#include "store/findings_layers.hpp"
#include "store/fines_text.hpp"
#include "store/measured_layers.hpp"
#include "store/project_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

const Municipality& municipality_of(const Project& project, std::uint32_t index) {
    if (index >= project.region->municipalities.size())
        throw InternalError(fmt::format("municipality {} of {}", index, project.region->municipalities.size()));
    return project.region->municipalities[index];
}

struct Tally {
    int fatal = 0, injury = 0, damage_only = 0, complaints = 0, planned = 0, done = 0, dark_planned = 0;
    std::set<std::string> complainants;
    [[nodiscard]] int accidents() const { return fatal + injury + damage_only; }
};

std::vector<Tally> tallies(const Project& project) {
    std::vector<Tally> tally(project.region->municipalities.size());
    for (const auto& accident : project.region->accidents) {
        Tally& here = tally.at(accident.municipality);
        switch (accident.outcome) {
            case Outcome::fatal: ++here.fatal; break;
            case Outcome::injury: ++here.injury; break;
            case Outcome::damage_only: ++here.damage_only; break;
        }
    }
    for (const auto& complaint : project.region->complaints) {
        Tally& here = tally.at(complaint.municipality);
        ++here.complaints;
        here.complainants.insert(complaint.complainant);
    }
    for (const auto& check : project.plan.checks) {
        Tally& here = tally.at(check.municipality);
        if (check.status == CheckStatus::cancelled) continue;
        ++(check.kind == CheckKind::dark_days ? here.dark_planned : here.planned);
        if (check.kind != CheckKind::dark_days && check.status == CheckStatus::done) ++here.done;
    }
    return tally;
}

FeatureTable municipalities_layer(const Project& project) {
    FeatureTable layer{.name = "municipalities",
                       .shape_type = ShapeType::area,
                       .fields = {{"code", FieldType::text},
                                  {"name", FieldType::text},
                                  {"accidents", FieldType::integer},
                                  {"accidents_fatal", FieldType::integer},
                                  {"accidents_injury", FieldType::integer},
                                  {"accidents_damage_only", FieldType::integer},
                                  {"complaints", FieldType::integer},
                                  {"complainants", FieldType::integer},
                                  {"checks_required", FieldType::integer},
                                  {"checks_planned", FieldType::integer},
                                  {"checks_done", FieldType::integer},
                                  {"dark_required", FieldType::integer},
                                  {"dark_planned", FieldType::integer}},
                       .rows = {}};
    const std::vector<Tally> tally = tallies(project);
    const Rules& rules = project.settings.rules;
    for (std::size_t m = 0; m < tally.size(); ++m) {
        const Municipality& municipality = project.region->municipalities[m];
        layer.rows.push_back(
            {{text_cell(municipality.code.text), text_cell(municipality.name), whole_cell(tally[m].accidents()),
              whole_cell(tally[m].fatal), whole_cell(tally[m].injury), whole_cell(tally[m].damage_only),
              whole_cell(tally[m].complaints), whole_cell(tally[m].complainants.size()),
              whole_cell(rules.checks_per_municipality), whole_cell(tally[m].planned), whole_cell(0),
              whole_cell(rules.dark_days.checks_per_municipality), whole_cell(tally[m].dark_planned)},
             municipality.area});
    }
    return layer;
}

/// Per event the hotspot that answers for it; null: none does.
std::vector<const Hotspot*> answering_for(const Project& project, std::size_t events,
                                          std::vector<std::uint32_t> Hotspot::*rows) {
    std::vector<const Hotspot*> answering(events, nullptr);
    for (const auto& hotspot : project.hotspots)
        for (const std::uint32_t row : hotspot.*rows) answering.at(row) = &hotspot;
    return answering;
}

Value id_or_null(const Hotspot* hotspot) { return hotspot == nullptr ? Value() : text_cell(hotspot->id.text); }

/// Street and municipality level: the row counts, its point says nothing.
bool is_placed(const Accident& accident) {
    return accident.link == LinkLevel::exact || accident.link == LinkLevel::junction;
}

FeatureTable accidents_layer(const Project& project) {
    FeatureTable layer{.name = "accidents",
                       .shape_type = ShapeType::point,
                       .fields = {{"number", FieldType::text},
                                  {"year", FieldType::integer},
                                  {"outcome", FieldType::text},
                                  {"link", FieldType::text},
                                  {"placed", FieldType::boolean},
                                  {"location_kind", FieldType::text},
                                  {"location", FieldType::text},
                                  {"street", FieldType::text},
                                  {"place", FieldType::text},
                                  {"road_manager", FieldType::text},
                                  {"speed_limit", FieldType::integer},
                                  {"built_up", FieldType::boolean},
                                  {"light", FieldType::text},
                                  {"alcohol", FieldType::boolean},
                                  {"parties", FieldType::integer},
                                  {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text},
                                  {"hotspot_id", FieldType::text}},
                       .rows = {}};
    const auto& accidents = project.region->accidents;
    const auto answering = answering_for(project, accidents.size(), &Hotspot::accident_rows);
    layer.rows.reserve(accidents.size());
    for (std::size_t i = 0; i < accidents.size(); ++i) {
        const Accident& accident = accidents[i];
        const Municipality& municipality = municipality_of(project, accident.municipality);
        const bool has_point = accident.at.x != 0 || accident.at.y != 0;
        layer.rows.push_back(
            {{text_cell(accident.number), whole_cell(accident.year), text_cell(code_of(accident.outcome)),
              text_cell(code_of(accident.link)), is_placed(accident), text_cell(code_of(accident.location.kind)),
              text_cell(accident.location.id), text_cell(accident.street), text_cell(accident.place),
              cell_or_null(accident.road_manager, [](RoadManager m) { return text_cell(code_of(m)); }),
              cell_or_null(accident.speed_limit, whole_cell<int>),
              cell_or_null(accident.is_built_up, [](bool b) { return b; }), text_cell(code_of(accident.light)),
              cell_or_null(accident.has_alcohol, [](bool b) { return b; }), whole_cell(accident.parties),
              text_cell(municipality.code.text), text_cell(municipality.name), id_or_null(answering[i])},
             has_point ? Shape(accident.at) : Shape()});
    }
    return layer;
}

/// What privacy allows: neither who complained, nor the source's own number, nor an address.
FeatureTable complaints_layer(const Project& project) {
    FeatureTable layer{.name = "complaints",
                       .shape_type = ShapeType::point,
                       .fields = {{"complaint_id", FieldType::text},
                                  {"date", FieldType::date},
                                  {"theme", FieldType::text},
                                  {"category", FieldType::text},
                                  {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text},
                                  {"hotspot_id", FieldType::text}},
                       .rows = {}};
    const auto& complaints = project.region->complaints;
    const auto answering = answering_for(project, complaints.size(), &Hotspot::complaint_rows);
    layer.rows.reserve(complaints.size());
    for (std::size_t i = 0; i < complaints.size(); ++i) {
        const Complaint& complaint = complaints[i];
        const Municipality& municipality = municipality_of(project, complaint.municipality);
        layer.rows.push_back(
            {{text_cell(complaint_number(i)), cell_or_null(complaint.date, [](Date day) { return day; }),
              text_cell(code_of(complaint.theme)), text_cell(complaint.category), text_cell(municipality.code.text),
              text_cell(municipality.name), id_or_null(answering[i])},
             complaint.at});
    }
    return layer;
}

FeatureTable roads_layer(const Project& project) {
    FeatureTable layer{.name = "roads",
                       .shape_type = ShapeType::line,
                       .fields = {{"road_id", FieldType::text},
                                  {"name", FieldType::text},
                                  {"road_manager", FieldType::text},
                                  {"from_junction", FieldType::text},
                                  {"to_junction", FieldType::text}},
                       .rows = {}};
    layer.rows.reserve(project.region->roads.size());
    for (const auto& road : project.region->roads)
        layer.rows.push_back({{text_cell(road.id), text_cell(road.name),
                               cell_or_null(road.manager, [](RoadManager m) { return text_cell(code_of(m)); }),
                               text_cell(road.from_junction), text_cell(road.to_junction)},
                              MultiLine{road.line}});
    return layer;
}

/// Theme codes, the heaviest first, those without weight left out: "speed, lighting".
std::string themes_of(const Hotspot& hotspot) {
    std::vector<Theme> themes;
    for (const Theme theme : all_themes)
        if (hotspot.theme_weight[index_of(theme)] > 0) themes.push_back(theme);
    std::stable_sort(themes.begin(), themes.end(), [&](Theme a, Theme b) {
        return hotspot.theme_weight[index_of(a)] > hotspot.theme_weight[index_of(b)];
    });
    std::vector<std::string> codes;
    for (const Theme theme : themes) codes.emplace_back(code_of(theme));
    return joined(codes, ", ");
}

std::string ids_of(const std::vector<HotspotId>& hotspots) {
    std::vector<std::string> ids;
    for (const HotspotId& id : hotspots) ids.push_back(id.text);
    return joined(ids, ", ");
}

std::vector<Field> hotspot_fields() {
    return {{"hotspot_id", FieldType::text},
            {"municipality_code", FieldType::text},
            {"municipality", FieldType::text},
            {"rank", FieldType::integer},
            {"name", FieldType::text},
            {"x", FieldType::real},
            {"y", FieldType::real},
            {"accidents", FieldType::integer},
            {"fatal", FieldType::integer},
            {"injury", FieldType::integer},
            {"damage_only", FieldType::integer},
            {"complaints", FieldType::integer},
            {"complainants", FieldType::integer},
            {"weighted", FieldType::real},
            {"expected", FieldType::real},
            {"expected_low", FieldType::real},
            {"expected_high", FieldType::real},
            {"excess", FieldType::real},
            {"prob_above", FieldType::real},
            {"q_value", FieldType::real},
            {"rank_best", FieldType::integer},
            {"rank_worst", FieldType::integer},
            {"dark_share", FieldType::real},
            {"dark_odds", FieldType::real},
            {"with_bicycle", FieldType::integer},
            {"with_pedestrian", FieldType::integer},
            {"with_moped", FieldType::integer},
            {"alcohol_share", FieldType::real},
            {"themes", FieldType::text},
            {"road_manager", FieldType::text},
            {"speed_limit", FieldType::integer},
            {"length_m", FieldType::real},
            {"nearby", FieldType::text},
            {"v85", FieldType::real},
            {"share_over", FieldType::real},
            {"school_distance_m", FieldType::real},
            {"quadrant", FieldType::text},
            {"black_spot_norm", FieldType::text},
            {"enforceable", FieldType::text},
            {"status", FieldType::text},
            {"remark", FieldType::text},
            {"reason", FieldType::text}};
}

FeatureTable hotspots_layer(const Project& project) {
    FeatureTable layer{.name = "hotspots", .shape_type = ShapeType::point, .fields = hotspot_fields(), .rows = {}};
    const auto same = [](double number) { return number; };
    for (const auto& h : project.hotspots) {
        const Municipality& municipality = municipality_of(project, h.municipality);
        layer.rows.push_back({{text_cell(h.id.text),
                               text_cell(municipality.code.text),
                               text_cell(municipality.name),
                               whole_cell(h.rank),
                               text_cell(h.name),
                               h.at.x,
                               h.at.y,
                               whole_cell(h.accidents),
                               whole_cell(h.fatal),
                               whole_cell(h.injury),
                               whole_cell(h.damage_only),
                               whole_cell(h.complaints),
                               whole_cell(h.complainants),
                               h.weighted,
                               h.expected,
                               h.has_interval() ? Value(h.expected_low) : Value(),
                               h.has_interval() ? Value(h.expected_high) : Value(),
                               h.excess,
                               h.prob_above,
                               h.q_value,
                               whole_cell(h.rank_best),
                               whole_cell(h.rank_worst),
                               cell_or_null(h.dark_share, same),
                               cell_or_null(h.dark_odds, same),
                               whole_cell(h.with_bicycle),
                               whole_cell(h.with_pedestrian),
                               whole_cell(h.with_moped),
                               cell_or_null(h.alcohol_share, same),
                               text_cell(themes_of(h)),
                               cell_or_null(h.road_manager, [](RoadManager m) { return text_cell(code_of(m)); }),
                               cell_or_null(h.speed_limit, whole_cell<int>),
                               h.length,
                               text_cell(ids_of(h.nearby)),
                               cell_or_null(h.v85, same),
                               cell_or_null(h.share_over, same),
                               cell_or_null(h.school_distance, same),
                               text_cell(code_of(h.quadrant)),
                               text_cell(h.black_spot_norm),
                               text_cell(h.enforceable),
                               text_cell(h.status),
                               text_cell(h.remark),
                               text_cell(h.reason)},
                              h.at});
    }
    return layer;
}

int fines_of(const CheckResult& result) {
    int all = 0;
    for (const auto& fines : result.fines) all += fines.count;
    return all;
}

FeatureTable checks_layer(const Project& project) {
    FeatureTable layer{.name = "checks",
                       .shape_type = ShapeType::point,
                       .fields = {{"check_id", FieldType::text},       {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text},   {"hotspot_id", FieldType::text},
                                  {"site_name", FieldType::text},      {"date", FieldType::date},
                                  {"start_time", FieldType::text},     {"end_time", FieldType::text},
                                  {"starts_at", FieldType::date_time}, {"ends_at", FieldType::date_time},
                                  {"theme", FieldType::text},          {"campaign", FieldType::text},
                                  {"kind", FieldType::text},           {"crew", FieldType::text},
                                  {"partners", FieldType::text},       {"dark_share", FieldType::real},
                                  {"value", FieldType::real},          {"reason", FieldType::text},
                                  {"locked", FieldType::boolean},      {"status", FieldType::text},
                                  {"vehicles", FieldType::integer},    {"tests", FieldType::integer},
                                  {"fines", FieldType::integer},       {"fines_by_kind", FieldType::text},
                                  {"warnings", FieldType::integer},    {"result_remark", FieldType::text}},
                       .rows = {}};
    for (const auto& check : project.plan.checks) {
        const Municipality& municipality = municipality_of(project, check.municipality);
        const Hotspot& hotspot = project.hotspots.at(check.hotspot);
        const auto& result = check.result;
        const auto of_result = [&](auto&& cell) { return result ? Value(cell(*result)) : Value(); };
        layer.rows.push_back({{text_cell(check.id.text),
                               text_cell(municipality.code.text),
                               text_cell(municipality.name),
                               text_cell(hotspot.id.text),
                               text_cell(hotspot.name),
                               check.date,
                               text_cell(clock_text(check.start)),
                               text_cell(clock_text(check.end)),
                               check.starts_at,
                               check.ends_at,
                               text_cell(code_of(check.theme)),
                               text_cell(check.campaign),
                               text_cell(code_of(check.kind)),
                               text_cell(project.settings.crew_name(check.crew)),
                               text_cell(check.partners),
                               check.dark_share,
                               check.value,
                               text_cell(check.reason),
                               check.is_locked,
                               text_cell(code_of(check.status)),
                               of_result([](const CheckResult& r) { return whole_cell(r.vehicles); }),
                               of_result([](const CheckResult& r) { return whole_cell(r.tests); }),
                               of_result([](const CheckResult& r) { return whole_cell(fines_of(r)); }),
                               of_result([](const CheckResult& r) { return text_cell(fines_text(r.fines)); }),
                               of_result([](const CheckResult& r) { return whole_cell(r.warnings); }),
                               of_result([](const CheckResult& r) { return text_cell(r.remark); })},
                              hotspot.at});
    }
    return layer;
}

}  // namespace

std::vector<FeatureTable> project_layers(const Project& project) {
    return {municipalities_layer(project), roads_layer(project),          schools_layer(project),
            accidents_layer(project),      complaints_layer(project),     measurements_layer(project),
            hotspots_layer(project),       checks_layer(project),         cells_layer(project),
            stretches_layer(project),      network_density_layer(project)};
}

}  // namespace baken
