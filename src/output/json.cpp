#include "output/json.hpp"

#include <algorithm>
#include <array>
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
            {"excess", h.excess},
            {"prob_above", h.prob_above},
            {"q_value", h.q_value},
            {"score", h.score},
            {"rank_best", h.rank_best},
            {"rank_worst", h.rank_worst},
            {"dark_share", value_or_null(h.dark_share)},
            {"alcohol_share", value_or_null(h.alcohol_share)},
            {"themes", themes_of(h)},
            {"road_manager", value_or_null(h.road_manager, [](RoadManager m) { return text(code_of(m)); })},
            {"speed_limit", value_or_null(h.speed_limit)},
            {"built_up", value_or_null(h.is_built_up)},
            {"length_m", h.length},
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
            {"status", "planned"}};
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
            {"data_date", from.data_date}, {"inputs", std::move(inputs)}};
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

std::string inspection_json(const Inspection& found) {
    Json mapping = Json::object();
    for (const auto& [ours, theirs] : found.mapping) mapping[ours] = theirs;
    const Json json{{"format", found.format},    {"encoding", found.encoding},    {"separator", found.separator},
                    {"crs", found.crs},          {"profile", found.profile},      {"rows", found.rows},
                    {"columns", found.columns},  {"mapping", std::move(mapping)}, {"first_rows", found.first_rows},
                    {"warnings", found.warnings}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace baken
