#include "output/json.hpp"

#include "model/findings.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include <nlohmann/json.hpp>

namespace baken {

namespace {

using Json = nlohmann::ordered_json;

/// Raised when a key changes its meaning or goes; new keys do not raise it.
constexpr int format_version = 1;

Json text(std::string_view value) { return std::string(value); }

template <class T, class Turn>
Json value_or_null(const std::optional<T>& content, Turn turn) {
    return content ? Json(turn(*content)) : Json(nullptr);
}
template <class T>
Json value_or_null(const std::optional<T>& content) {
    return value_or_null(content, [](const T& value) { return value; });
}

/// The file's name alone: where it stood on somebody's machine is nobody's business.
std::string file_name(const std::string& path) { return std::filesystem::path(path).filename().string(); }

std::string_view code_of(SolveStatus status) {
    static constexpr std::array<std::string_view, 3> codes{"optimal", "within_gap", "stopped"};
    return codes[static_cast<std::size_t>(status)];
}

Json receipt_of(const Receipt& receipt) {
    Json columns = Json::object(), rules = Json::object(), rejected = Json::array();
    for (const auto& column : receipt.columns) columns[column.column] = column.filled;
    for (const auto& [rule, rows] : receipt.filtered_by) rules[rule] = rows;
    for (const auto& row : receipt.rejected_rows)
        rejected.push_back({{"line", row.line}, {"column", row.column}, {"reason", row.reason}});
    return {{"source", file_name(receipt.source)},
            {"kind", receipt.kind},
            {"profile", receipt.profile},
            {"sha256", receipt.sha256},
            {"encoding", receipt.encoding},
            {"crs", receipt.crs},
            {"operation", receipt.operation},
            {"read", receipt.read},
            {"placed", receipt.placed},
            {"unplaced", receipt.unplaced},
            {"rejected", receipt.rejected},
            {"duplicate", receipt.duplicate},
            {"outside_region", receipt.outside_region},
            {"filtered", {{"rows", receipt.filtered}, {"by", std::move(rules)}}},
            {"columns_filled", std::move(columns)},
            {"notes", receipt.notes},
            {"rejected_rows", std::move(rejected)}};
}

struct Outcomes {
    int fatal = 0, injury = 0, damage_only = 0;
    void add(Outcome outcome) {
        ++(outcome == Outcome::fatal ? fatal : outcome == Outcome::injury ? injury : damage_only);
    }
    [[nodiscard]] Json json() const {
        return {{"total", fatal + injury + damage_only},
                {"fatal", fatal},
                {"injury", injury},
                {"damage_only", damage_only}};
    }
};

struct Counted {
    Outcomes all;
    std::map<int, Outcomes> by_year;
    std::size_t complaints = 0;
    std::set<std::string> complainants;
};

/// Per municipality what came in, and what is planned there.
Json municipalities_of(const Project& project) {
    std::vector<Counted> counted(project.region->municipalities.size());
    for (const auto& accident : project.region->accidents) {
        Counted& here = counted.at(accident.municipality);
        here.all.add(accident.outcome);
        here.by_year[accident.year].add(accident.outcome);
    }
    for (const auto& complaint : project.region->complaints) {
        Counted& here = counted.at(complaint.municipality);
        ++here.complaints;
        here.complainants.insert(complaint.complainant);
    }
    Json list = Json::array();
    for (std::size_t m = 0; m < counted.size(); ++m) {
        Json accidents = counted[m].all.json();
        accidents["per_year"] = Json::array();
        for (const auto& [year, outcomes] : counted[m].by_year) {
            Json entry{{"year", year}};
            entry.update(outcomes.json());
            accidents["per_year"].push_back(std::move(entry));
        }
        list.push_back({{"code", project.region->municipalities[m].code.text},
                        {"name", project.region->municipalities[m].name},
                        {"accidents", std::move(accidents)},
                        {"complaints", counted[m].complaints},
                        {"complainants", counted[m].complainants.size()}});
    }
    return list;
}

/// Themes with any weight, the heaviest first.
Json themes_of(const Hotspot& hotspot) {
    std::vector<Theme> themes;
    for (const Theme theme : all_themes)
        if (hotspot.theme_weight[index_of(theme)] > 0) themes.push_back(theme);
    std::stable_sort(themes.begin(), themes.end(), [&](Theme a, Theme b) {
        return hotspot.theme_weight[index_of(a)] > hotspot.theme_weight[index_of(b)];
    });
    Json list = Json::array();
    for (const Theme theme : themes)
        list.push_back({{"theme", text(code_of(theme))}, {"weight", hotspot.theme_weight[index_of(theme)]}});
    return list;
}

Json hotspot_of(const Project& project, const Hotspot& h) {
    const Municipality& municipality = project.region->municipalities.at(h.municipality);
    Json per_year = Json::object();
    for (std::size_t i = 0; i < std::min(h.accidents_per_year.size(), project.years.size()); ++i)
        per_year[std::to_string(project.years[i])] = h.accidents_per_year[i];
    Json nearby = Json::array();
    for (const HotspotId& id : h.nearby) nearby.push_back(id.text);
    return {{"hotspot_id", h.id.text},
            {"municipality_code", municipality.code.text},
            {"municipality", municipality.name},
            {"rank", h.rank},
            {"name", h.name},
            {"x", h.at.x},
            {"y", h.at.y},
            {"lon", h.lonlat.lon},
            {"lat", h.lonlat.lat},
            {"accidents", h.accidents},
            {"fatal", h.fatal},
            {"injury", h.injury},
            {"damage_only", h.damage_only},
            {"accidents_per_year", std::move(per_year)},
            {"complaints", h.complaints},
            {"complainants", h.complainants},
            {"effective_complainants", h.effective_complainants},
            {"weighted", h.weighted},
            {"expected", h.expected},
            {"expected_low", h.has_interval() ? Json(h.expected_low) : Json()},
            {"expected_high", h.has_interval() ? Json(h.expected_high) : Json()},
            {"excess", h.excess},
            {"prob_above", h.prob_above},
            {"q_value", h.q_value},
            {"score", h.score},
            {"rank_best", h.rank_best},
            {"rank_worst", h.rank_worst},
            {"dark_share", value_or_null(h.dark_share)},
            {"dark_odds", value_or_null(h.dark_odds)},
            {"with_bicycle", h.with_bicycle},
            {"with_pedestrian", h.with_pedestrian},
            {"with_moped", h.with_moped},
            {"alcohol_share", value_or_null(h.alcohol_share)},
            {"themes", themes_of(h)},
            {"road_manager", value_or_null(h.road_manager, [](RoadManager m) { return text(code_of(m)); })},
            {"speed_limit", value_or_null(h.speed_limit)},
            {"built_up", value_or_null(h.is_built_up)},
            {"length_m", h.length},
            {"nearby", std::move(nearby)},
            {"v85", value_or_null(h.v85)},
            {"share_over", value_or_null(h.share_over)},
            {"school_distance_m", value_or_null(h.school_distance)},
            {"quadrant", text(code_of(h.quadrant))},
            {"black_spot_norm", h.black_spot_norm},
            {"enforceable", h.enforceable},
            {"status", h.status},
            {"remark", h.remark},
            {"reason", h.reason}};
}

Json foresight_of(const Project& project) {
    return value_or_null(project.foresight, [](const Foresight& f) {
        return Json{{"learned_from", f.learned_from},
                    {"tested_on", f.tested_on},
                    {"accidents", f.accidents},
                    {"caught", f.caught},
                    {"share", f.share}};
    });
}

Json darkness_of(const Project& project) {
    return value_or_null(project.darkness, [](const DarknessOdds& d) {
        return Json{{"accidents", d.accidents}, {"in_dark", d.in_dark}, {"in_light", d.in_light},
                    {"ratio", d.ratio},         {"low", d.low},         {"high", d.high}};
    });
}

/// JSON knows no infinity: what has no end is null.
Json number_of(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json stretch_of(const Project& project, const StretchFinding& stretch, int rank) {
    const Municipality& municipality = project.region->municipalities.at(stretch.municipality);
    const bool has_strength = stretch.method == StretchFinding::Method::kde_plus;
    return {{"stretch_id", stretch.id},
            {"municipality_code", municipality.code.text},
            {"municipality", municipality.name},
            {"stretch_rank", rank},
            {"name", stretch.name},
            {"method", text(code_of(stretch.method))},
            {"length_m", stretch.length},
            {"accidents", stretch.accidents},
            {"injury", stretch.injury},
            {"by_chance", stretch.expected},
            {"ratio", number_of(stretch.ratio)},
            {"p_value", stretch.p_value},
            {"q_value", stretch.q_value},
            {"strength", has_strength ? Json(stretch.strength) : Json(nullptr)}};
}

/// Squares and pieces of road are counted; their places are in the map layers.
Json findings_of(const Project& project) {
    const Findings& findings = *project.findings;
    Json stretches = Json::array();
    int rank = 0;
    for (const std::size_t row : stretches_by_rank(findings))
        stretches.push_back(stretch_of(project, findings.stretches[row], ++rank));
    Json k = Json::array();
    if (const auto& found = findings.k_function)
        for (std::size_t i = 0; i < found->distance.size(); ++i)
            k.push_back({{"distance", found->distance[i]},
                         {"observed", found->observed.at(i)},
                         {"low", found->low.at(i)},
                         {"high", found->high.at(i)}});
    return {{"cells", findings.cells.size()},
            {"cells_striking", striking_cells(findings)},
            {"lixels", findings.lixels.size()},
            {"lixel_length", findings.lixel_length},
            {"bandwidth", findings.bandwidth},
            {"stretches_striking", striking_stretches(findings)},
            {"pattern", value_or_null(findings.pattern,
                                      [](const GlobalPattern& pattern) {
                                          return Json{{"units", pattern.units},
                                                      {"moran_i", pattern.moran_i},
                                                      {"expected", pattern.expected},
                                                      {"z", pattern.z},
                                                      {"p_value", pattern.p_value}};
                                      })},
            {"network_k", std::move(k)},
            {"stretches", std::move(stretches)}};
}

Json result_of(const CheckResult& result) {
    Json fines = Json::object();
    for (const auto& of_kind : result.fines) fines[of_kind.kind] = of_kind.count;
    return {{"vehicles", result.vehicles},
            {"tests", result.tests},
            {"warnings", result.warnings},
            {"fines", std::move(fines)},
            {"remark", result.remark}};
}

Json check_of(const Project& project, const Check& check) {
    const Municipality& municipality = project.region->municipalities.at(check.municipality);
    const Hotspot& hotspot = project.hotspots.at(check.hotspot);
    return {{"check_id", check.id.text},
            {"municipality_code", municipality.code.text},
            {"municipality", municipality.name},
            {"hotspot_id", hotspot.id.text},
            {"site_name", hotspot.name},
            {"date", to_iso(check.date)},
            {"start_time", clock_text(check.start)},
            {"end_time", clock_text(check.end)},
            {"starts_at", to_iso(check.starts_at)},
            {"ends_at", to_iso(check.ends_at)},
            {"theme", text(code_of(check.theme))},
            {"campaign", check.campaign},
            {"kind", text(code_of(check.kind))},
            {"crew", project.settings.crew_name(check.crew)},
            {"partners", check.partners},
            {"dark_share", check.dark_share},
            {"value", check.value},
            {"reason", check.reason},
            {"locked", check.is_locked},
            {"status", text(code_of(check.status))},
            {"result", value_or_null(check.result, result_of)}};
}

Json certificate_of(const Certificate& certificate) {
    Json clauses = Json::array();
    for (const auto& clause : certificate.clauses) {
        Json checks = Json::array();
        for (const auto& check : clause.checks) checks.push_back(check.text);
        clauses.push_back({{"id", clause.id},
                           {"text", clause.text},
                           {"required", clause.required},
                           {"met", clause.met},
                           {"ok", clause.ok},
                           {"checks", std::move(checks)}});
    }
    return {{"ok", certificate.ok()}, {"clauses", std::move(clauses)}};
}

Json unmet_of(const std::vector<Unmet>& found) {
    Json list = Json::array();
    for (const auto& unmet : found)
        list.push_back({{"id", unmet.id}, {"text", unmet.text}, {"relaxation", unmet.relaxation}});
    return list;
}

Json provenance_of(const Provenance& from) {
    Json inputs = Json::array();
    for (const auto& input : from.inputs)
        inputs.push_back({{"path", file_name(input.name)}, {"sha256", input.sha256}, {"rows", input.rows}});
    return {{"version", from.version},     {"libraries", from.libraries},
            {"operation", from.operation}, {"settings_sha256", from.settings_sha256},
            {"data_date", from.data_date}, {"inputs", std::move(inputs)},
            {"notes", from.notes}};
}

Json headed(const Project& project) {
    return {{"format", format_version}, {"name", project.settings.name}, {"year", project.settings.year}};
}

void add_intake(Json& json, const Project& project) {
    json["receipt"] = Json::array();
    for (const auto& receipt : project.region->receipts) json["receipt"].push_back(receipt_of(receipt));
    json["municipalities"] = municipalities_of(project);
}

void add_hotspots(Json& json, const Project& project) {
    json["hotspots"] = Json::array();
    for (const auto& hotspot : project.hotspots) json["hotspots"].push_back(hotspot_of(project, hotspot));
    json["foresight"] = foresight_of(project);
    json["darkness"] = darkness_of(project);
    json["findings"] = findings_of(project);
}

void add_plan(Json& json, const Project& project) {
    Json checks = Json::array();
    for (const auto& check : project.plan.checks) checks.push_back(check_of(project, check));
    json["plan"]["checks"] = std::move(checks);
    json["certificate"] = certificate_of(project.certificate);
    json["unmet"] = unmet_of(project.plan.unmet);
    json["unvisited"] = unmet_of(project.plan.unvisited);
    const SolverReport& solver = project.plan.solver;
    json["solver"] = {{"status", text(code_of(solver.status))},
                      {"value", solver.value},
                      {"best", solver.best},
                      {"bound", solver.bound},
                      {"gap", solver.gap},
                      {"candidates", solver.candidates}};
    const Predictability& guess = project.plan.predictability;
    json["predictability"] = {{"plans", guess.plans},
                              {"same_place_and_day", guess.same_place_and_day},
                              {"most_likely_day", guess.most_likely_day},
                              {"entropy_bits", guess.entropy_bits}};
}

Json estimate_of(const Estimate& estimate) {
    return {{"value", number_of(estimate.value)},
            {"low", number_of(estimate.interval.low)},
            {"high", number_of(estimate.interval.high)}};
}

Json ratio_of(const std::optional<Ratio>& found) {
    return value_or_null(found, [](const Ratio& ratio) {
        Json json = estimate_of(ratio.estimate);
        json["p_value"] = ratio.p_value;
        return json;
    });
}

/// Code of a municipality; null: the whole region.
Json municipality_of(const Project& project, const std::optional<std::uint32_t>& municipality) {
    return value_or_null(municipality, [&](std::uint32_t m) { return project.region->municipalities.at(m).code.text; });
}

Json tally_of(const Tally& tally) {
    return {
        {"required", tally.required}, {"planned", tally.planned}, {"done", tally.done}, {"cancelled", tally.cancelled}};
}

Json hit_rate_of(const HitRate& rate) {
    return {{"checks", rate.checks},
            {"vehicles", rate.vehicles},
            {"tests", rate.tests},
            {"warnings", rate.warnings},
            {"fines", rate.fines},
            {"fines_by_test", rate.fines_by_test},
            {"per_vehicle", value_or_null(rate.per_vehicle, estimate_of)},
            {"per_test", value_or_null(rate.per_test, estimate_of)},
            {"spread", rate.spread}};
}

template <class Key, class NameOf>
Json hit_rates_by(const std::vector<HitRates::Of<Key>>& groups, const char* key, NameOf&& name_of_key) {
    Json list = Json::array();
    for (const auto& [group, rate] : groups) {
        Json entry{{key, name_of_key(group)}};
        entry.update(hit_rate_of(rate));
        list.push_back(std::move(entry));
    }
    return list;
}

Json hits_of(const Project& project, const HitRates& hits) {
    Json fines = Json::object();
    for (const auto& of_kind : hits.fines) fines[of_kind.kind] = of_kind.count;
    return {{"all", hit_rate_of(hits.all)},
            {"fines", std::move(fines)},
            {"by_theme", hit_rates_by(hits.by_theme, "theme", [](Theme theme) { return text(code_of(theme)); })},
            {"by_municipality",
             hit_rates_by(hits.by_municipality, "municipality_code",
                          [&](std::uint32_t m) { return project.region->municipalities.at(m).code.text; })},
            {"by_hotspot", hit_rates_by(hits.by_hotspot, "hotspot_id",
                                        [&](std::size_t h) { return project.hotspots.at(h).id.text; })}};
}

Json trend_of(const Project& project, const Trend& trend) {
    Json years = Json::array();
    for (const auto& year : trend.years)
        years.push_back(
            {{"year", year.year}, {"count", year.count}, {"low", year.interval.low}, {"high", year.interval.high}});
    return {{"municipality_code", municipality_of(project, trend.municipality)},
            {"counted", trend.counted == CountedAccidents::casualties ? "casualties" : "all"},
            {"years", std::move(years)},
            {"yearly_factor", value_or_null(trend.yearly_factor, estimate_of)},
            {"p_value", trend.p_value},
            {"distinguishable", trend.is_distinguishable},
            {"sentence", trend.sentence}};
}

Json before_after_of(const Project& project, const BeforeAfter& found) {
    return {{"hotspot_id", value_or_null(found.hotspot, [&](std::size_t h) { return project.hotspots.at(h).id.text; })},
            {"places", found.places},
            {"checks", found.checks},
            {"before", found.before},
            {"after", found.after},
            {"rest_before", found.rest_before},
            {"rest_after", found.rest_after},
            {"against_rest", ratio_of(found.against_rest)},
            {"expected_before", value_or_null(found.expected_before)},
            {"against_expected", ratio_of(found.against_expected)},
            {"smallest_visible_fall", value_or_null(found.smallest_visible)},
            {"distinguishable", found.is_distinguishable},
            {"finding", found.finding},
            {"power", found.power},
            {"warning", found.warning}};
}

Json evaluation_of(const Project& project, const Evaluation& evaluation) {
    Json progress = Json::array(), trends = Json::array(), before_after = Json::array();
    for (const QuotaProgress& here : evaluation.progress)
        progress.push_back({{"municipality_code", municipality_of(project, here.municipality)},
                            {"quota", tally_of(here.quota)},
                            {"dark_days", tally_of(here.dark_days)}});
    for (const Trend& trend : evaluation.trends) trends.push_back(trend_of(project, trend));
    for (const BeforeAfter& found : evaluation.before_after) before_after.push_back(before_after_of(project, found));
    return {{"progress", std::move(progress)},
            {"without_result", evaluation.without_result},
            {"hit_rates", hits_of(project, evaluation.hits)},
            {"trends", std::move(trends)},
            {"years_before", evaluation.years_before},
            {"years_after", evaluation.years_after},
            {"before_after", std::move(before_after)},
            {"notes", evaluation.notes}};
}

/// Ends with the provenance and a line break; bytes that are no UTF-8 become the replacement character.
std::string finished(Json json, const Project& project) {
    json["provenance"] = provenance_of(project.provenance);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json planned(const Project& project) {
    Json json = headed(project);
    add_intake(json, project);
    add_hotspots(json, project);
    add_plan(json, project);
    return json;
}

}  // namespace

std::string receipts_json(const Project& project) {
    Json json = headed(project);
    add_intake(json, project);
    return finished(std::move(json), project);
}

std::string hotspots_json(const Project& project) {
    Json json = headed(project);
    add_intake(json, project);
    add_hotspots(json, project);
    return finished(std::move(json), project);
}

std::string plan_json(const Project& project) { return finished(planned(project), project); }

std::string run_json(const Project& project, const std::vector<std::string>& outputs) {
    Json json = planned(project);
    json["outputs"] = outputs;
    return finished(std::move(json), project);
}

std::string certificate_json(const Project& project) {
    Json json = headed(project);
    json["certificate"] = certificate_of(project.certificate);
    return finished(std::move(json), project);
}

std::string evaluation_json(const Project& project, const Evaluation& evaluation) {
    Json json = headed(project);
    json["evaluation"] = evaluation_of(project, evaluation);
    return finished(std::move(json), project);
}

std::string inspection_json(const Inspection& found) {
    Json mapping = Json::object();
    for (const auto& [ours, theirs] : found.mapping) mapping[ours] = theirs;
    const Json json{{"format", found.format},    {"encoding", found.encoding},    {"separator", found.separator},
                    {"crs", found.crs},          {"profile", found.profile},      {"rows", found.rows},
                    {"columns", found.columns},  {"mapping", std::move(mapping)}, {"first_rows", found.first_rows},
                    {"warnings", found.warnings}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string layers_json(const Project& project, const std::string& format, const std::string& profile,
                        const std::vector<std::pair<std::string, std::size_t>>& rows,
                        const std::vector<std::string>& outputs) {
    Json json = headed(project);
    json["layers"] = Json::array();
    for (const auto& [layer, count] : rows) json["layers"].push_back({{"layer", layer}, {"rows", count}});
    json["layer_format"] = format;
    json["profile"] = profile;
    json["outputs"] = outputs;
    return finished(std::move(json), project);
}

}  // namespace baken
