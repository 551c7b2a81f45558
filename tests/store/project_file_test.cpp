#include "store/project_file.hpp"

#include "base/error.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/read_layer.hpp"
#include "output/styles.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

const Work work{};

std::filesystem::path saved(const Project& project, const TempDir& folder, std::string_view name = "proef.gpkg") {
    const auto file = folder / name;
    save_project(project, layer_styles(project_layers(project), project.settings.language, make_date(2027, 1, 1)), file,
                 Overwrite::no, work);
    return file;
}

std::set<std::string> fields_of(const FeatureTable& table) {
    std::set<std::string> names;
    for (const auto& field : table.fields) names.insert(field.name);
    return names;
}

const FeatureTable& named(const std::vector<FeatureTable>& tables, std::string_view name) {
    for (const auto& table : tables)
        if (table.name == name) return table;
    throw std::runtime_error("no table " + std::string(name));
}

std::string text_in(const FeatureTable& table, std::size_t row, const std::string& field) {
    return text_of(table.rows.at(row).values.at(table.field(field)));
}

/// The error that opening gives, "" when it opens.
std::string refusal(const std::filesystem::path& file) {
    try {
        (void)load_project(file, work);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

bool mentions(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The tables of a saved project with one of them changed, written as a project again.
template <class Change>
std::filesystem::path tampered(const TempDir& folder, const std::string& table_name, Change&& change) {
    const auto file = saved(sample_project(), folder, "whole.gpkg");
    std::vector<FeatureTable> tables;
    for (const auto& name : layer_names(file)) {
        FeatureTable table = read_layer(file, {.layer = name}, work);
        if (name == table_name) change(table);
        tables.push_back(std::move(table));
    }
    const auto other = folder / "tampered.gpkg";
    write_geopackage(other, tables, make_date(2027, 1, 1), Overwrite::yes, work);
    return other;
}

}  // namespace

TEST_CASE("hotspots and checks have exactly the fields of the product") {
    const auto layers = project_layers(sample_project());
    CHECK(fields_of(named(layers, "hotspots")) == std::set<std::string>{"hotspot_id",
                                                                        "municipality_code",
                                                                        "municipality",
                                                                        "rank",
                                                                        "name",
                                                                        "x",
                                                                        "y",
                                                                        "accidents",
                                                                        "fatal",
                                                                        "injury",
                                                                        "damage_only",
                                                                        "complaints",
                                                                        "complainants",
                                                                        "weighted",
                                                                        "expected",
                                                                        "expected_low",
                                                                        "expected_high",
                                                                        "excess",
                                                                        "prob_above",
                                                                        "q_value",
                                                                        "rank_best",
                                                                        "rank_worst",
                                                                        "dark_share",
                                                                        "dark_odds",
                                                                        "with_bicycle",
                                                                        "with_pedestrian",
                                                                        "with_moped",
                                                                        "alcohol_share",
                                                                        "themes",
                                                                        "road_manager",
                                                                        "speed_limit",
                                                                        "length_m",
                                                                        "nearby",
                                                                        "v85",
                                                                        "share_over",
                                                                        "school_distance_m",
                                                                        "quadrant",
                                                                        "black_spot_norm",
                                                                        "enforceable",
                                                                        "status",
                                                                        "remark",
                                                                        "reason"});
    CHECK(fields_of(named(layers, "checks")) == std::set<std::string>{"check_id",     "municipality_code",
                                                                      "municipality", "hotspot_id",
                                                                      "site_name",    "date",
                                                                      "start_time",   "end_time",
                                                                      "starts_at",    "ends_at",
                                                                      "theme",        "campaign",
                                                                      "kind",         "crew",
                                                                      "partners",     "dark_share",
                                                                      "value",        "reason",
                                                                      "locked",       "status",
                                                                      "vehicles",     "tests",
                                                                      "fines",        "fines_by_kind",
                                                                      "warnings",     "result_remark"});
}

TEST_CASE("the layer of municipalities counts events and checks") {
    const FeatureTable layer = named(project_layers(sample_project()), "municipalities");
    REQUIRE(layer.rows.size() == 6);
    // Of 70 accidents the multiples of 23 are fatal (4) and the other multiples of five injury (13).
    CHECK(text_in(layer, 0, "accidents") == "70");
    CHECK(text_in(layer, 0, "accidents_fatal") == "4");
    CHECK(text_in(layer, 0, "accidents_injury") == "13");
    CHECK(text_in(layer, 0, "accidents_damage_only") == "53");
    CHECK(text_in(layer, 0, "complaints") == "25");
    CHECK(text_in(layer, 0, "complainants") == "10");
    CHECK(text_in(layer, 0, "checks_required") == "3");
    CHECK(text_in(layer, 0, "checks_planned") == "3");
    CHECK(text_in(layer, 0, "dark_planned") == "1");
}

TEST_CASE("a street-level accident is kept and marked as not placed") {
    const Project project = sample_project();
    const FeatureTable layer = named(project_layers(project), "accidents");
    REQUIRE(layer.rows.size() == project.region->accidents.size());
    std::size_t unplaced = 0;
    for (std::size_t i = 0; i < layer.rows.size(); ++i) {
        const bool is_placed = std::get<bool>(layer.rows[i].values[layer.field("placed")]);
        const bool is_street = text_in(layer, i, "link") == "street";
        CHECK(is_placed != is_street);
        unplaced += is_placed ? 0 : 1;
    }
    CHECK(unplaced == 6 * 7);
}

TEST_CASE("the project tells neither who complained nor at which address, in no table") {
    const TempDir folder;
    const std::string bytes = content_of(saved(sample_project(), folder));
    CHECK(mentions(bytes, "Te hard rijden"));
    for (const std::string_view banned : {"secret-hash", "Geheimstraat", "SIG-10", "/home/somebody"})
        CHECK_FALSE(mentions(bytes, banned));
}

TEST_CASE("a project comes back field by field") {
    const TempDir folder;
    const Project project = sample_project();
    const Project back = load_project(saved(project, folder), work);

    CHECK(back.settings_text == project.settings_text);
    CHECK(back.settings.name == project.settings.name);
    CHECK(back.settings.year == 2027);
    CHECK(back.settings.language == Language::nl);
    CHECK(back.settings.crews.size() == 2);
    CHECK(back.settings.file == folder / "proef.toml");
    CHECK(back.seed == project.seed);
    CHECK(back.years == project.years);

    REQUIRE(back.campaigns.size() == project.campaigns.size());
    for (std::size_t i = 0; i < back.campaigns.size(); ++i) {
        CHECK(back.campaigns[i].name == project.campaigns[i].name);
        CHECK(back.campaigns[i].theme == project.campaigns[i].theme);
        CHECK(back.campaigns[i].from == project.campaigns[i].from);
        CHECK(back.campaigns[i].to == project.campaigns[i].to);
        CHECK(back.campaigns[i].is_confirmed == project.campaigns[i].is_confirmed);
        CHECK(back.campaigns[i].source == project.campaigns[i].source);
    }
    REQUIRE(back.school_holidays.size() == 1);
    CHECK(back.school_holidays[0].name == "Voorjaarsvakantie");
    CHECK(back.school_holidays[0].from == make_date(2027, 2, 13));
    CHECK(back.school_holidays[0].to == make_date(2027, 2, 21));

    REQUIRE(back.region->municipalities.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(back.region->municipalities[i].code == project.region->municipalities[i].code);
        CHECK(back.region->municipalities[i].name == project.region->municipalities[i].name);
        REQUIRE(back.region->municipalities[i].area.size() == 1);
        CHECK(back.region->municipalities[i].area[0].outer == project.region->municipalities[i].area[0].outer);
    }
    REQUIRE(back.region->roads.size() == project.region->roads.size());
    for (std::size_t i = 0; i < back.region->roads.size(); ++i) {
        const RoadSegment &a = project.region->roads[i], &b = back.region->roads[i];
        CHECK(std::tie(a.id, a.name, a.manager, a.line, a.from_junction, a.to_junction) ==
              std::tie(b.id, b.name, b.manager, b.line, b.from_junction, b.to_junction));
    }

    CHECK(back.plan.solver.status == SolveStatus::within_gap);
    CHECK(back.plan.solver.best == project.plan.solver.best);
    CHECK(back.plan.solver.bound == project.plan.solver.bound);
    CHECK(back.plan.solver.gap == project.plan.solver.gap);
    CHECK(back.plan.solver.value == project.plan.solver.value);
    CHECK(back.plan.solver.candidates == project.plan.solver.candidates);
    CHECK(back.plan.predictability.plans == 12);
    CHECK(back.plan.predictability.same_place_and_day == 0.21);
    CHECK(back.plan.predictability.most_likely_day == 0.17);
    CHECK(back.plan.predictability.entropy_bits == 5.4);
    REQUIRE(back.plan.unmet.size() == 1);
    CHECK(back.plan.unmet[0].relaxation == project.plan.unmet[0].relaxation);
    REQUIRE(back.plan.unvisited.size() == 1);
    CHECK(back.plan.unvisited[0].text == project.plan.unvisited[0].text);
    REQUIRE(back.foresight);
    CHECK(back.foresight->learned_from == std::vector<int>{2022, 2023});
    CHECK(back.foresight->caught == 31);
    CHECK(back.foresight->share == project.foresight->share);
    REQUIRE(back.darkness);
    CHECK(back.darkness->accidents == 420);
    CHECK(back.darkness->in_dark == 31);
    CHECK(back.darkness->in_light == 44);
    CHECK(back.darkness->ratio == project.darkness->ratio);
    CHECK(back.darkness->low == project.darkness->low);
    CHECK(back.darkness->high == project.darkness->high);

    CHECK(back.provenance.version == project.provenance.version);
    CHECK(back.provenance.libraries == project.provenance.libraries);
    CHECK(back.provenance.operation == project.provenance.operation);
    CHECK(back.provenance.settings_sha256 == project.provenance.settings_sha256);
    CHECK(back.provenance.data_date == project.provenance.data_date);
    REQUIRE(back.provenance.inputs.size() == 2);
    CHECK(back.provenance.inputs[1].name == project.provenance.inputs[1].name);
    CHECK(back.provenance.inputs[1].rows == 150);
}

TEST_CASE("every hotspot comes back with every figure, and with its place on the globe") {
    const TempDir folder;
    const Project project = sample_project();
    const Project back = load_project(saved(project, folder), work);
    const Projector projector("EPSG:28992");
    REQUIRE(back.hotspots.size() == project.hotspots.size());
    for (std::size_t i = 0; i < back.hotspots.size(); ++i) {
        const Hotspot &a = project.hotspots[i], &b = back.hotspots[i];
        INFO(a.id.text);
        CHECK(a.id == b.id);
        CHECK(a.municipality == b.municipality);
        CHECK(a.rank == b.rank);
        CHECK(a.name == b.name);
        CHECK(a.at == b.at);
        CHECK(b.lonlat == projector.to_lonlat(a.at));
        CHECK(std::tie(a.accidents, a.fatal, a.injury, a.damage_only, a.accidents_per_year, a.complaints,
                       a.complainants) == std::tie(b.accidents, b.fatal, b.injury, b.damage_only, b.accidents_per_year,
                                                   b.complaints, b.complainants));
        CHECK(std::tie(a.effective_complainants, a.weighted, a.expected, a.excess, a.prob_above, a.q_value, a.score) ==
              std::tie(b.effective_complainants, b.weighted, b.expected, b.excess, b.prob_above, b.q_value, b.score));
        CHECK(std::tie(a.rank_best, a.rank_worst, a.dark_share, a.alcohol_share, a.theme_weight, a.road_manager,
                       a.speed_limit, a.is_built_up, a.length,
                       a.quadrant) == std::tie(b.rank_best, b.rank_worst, b.dark_share, b.alcohol_share, b.theme_weight,
                                               b.road_manager, b.speed_limit, b.is_built_up, b.length, b.quadrant));
        CHECK(std::tie(a.expected_low, a.expected_high, a.dark_odds, a.with_bicycle, a.with_pedestrian, a.with_moped,
                       a.nearby) == std::tie(b.expected_low, b.expected_high, b.dark_odds, b.with_bicycle,
                                             b.with_pedestrian, b.with_moped, b.nearby));
        CHECK(std::tie(a.v85, a.share_over, a.school_distance) == std::tie(b.v85, b.share_over, b.school_distance));
        CHECK(std::tie(a.black_spot_norm, a.enforceable, a.status, a.remark, a.reason) ==
              std::tie(b.black_spot_norm, b.enforceable, b.status, b.remark, b.reason));
    }
}

TEST_CASE("every check comes back, past midnight and over both changes of the clock too") {
    const TempDir folder;
    const Project project = sample_project();
    const Project back = load_project(saved(project, folder), work);
    REQUIRE(back.plan.checks.size() == project.plan.checks.size());
    std::set<long> lengths;
    for (std::size_t i = 0; i < back.plan.checks.size(); ++i) {
        INFO(project.plan.checks[i].id.text);
        CHECK((back.plan.checks[i] == project.plan.checks[i]));
        lengths.insert((back.plan.checks[i].ends_at - back.plan.checks[i].starts_at).count() / 60);
    }
    CHECK(lengths == std::set<long>{60, 120, 180});
}

TEST_CASE("accidents and complaints come back, with what the layers leave out") {
    const TempDir folder;
    Project project = sample_project();
    Region& region = project.region.edit();
    region.accidents[3].date = make_date(2023, 4, 5);
    region.accidents[3].minute_of_day = 1439;
    region.accidents[4].first_party = Party::mobility_scooter;
    region.accidents[4].second_party = Party::rail;
    region.accidents[5].location = {LocationKind::hectometre, "Rijksweg A50:1425"};
    region.complaints[2].minute_of_day = 0;
    region.complaints[3].street = "K\u00f6bbesweg";  // a street of accidents, which the file shows
    region.complaints[4].is_complainant_known = false;
    project.hotspots[0].accident_rows = {0, 2, 9};
    project.hotspots[5].accident_rows = {1};
    project.hotspots[5].complaint_rows = {0, 7};
    const Project back = load_project(saved(project, folder), work);

    REQUIRE(back.region->accidents.size() == project.region->accidents.size());
    for (std::size_t i = 0; i < back.region->accidents.size(); ++i) {
        const Accident &a = project.region->accidents[i], &b = back.region->accidents[i];
        INFO(a.number);
        CHECK(std::tie(a.number, a.year, a.date, a.minute_of_day, a.outcome, a.link, a.location, a.at, a.street,
                       a.place) == std::tie(b.number, b.year, b.date, b.minute_of_day, b.outcome, b.link, b.location,
                                            b.at, b.street, b.place));
        CHECK(std::tie(a.road_manager, a.speed_limit, a.is_built_up, a.light, a.has_alcohol, a.first_party,
                       a.second_party, a.parties,
                       a.municipality) == std::tie(b.road_manager, b.speed_limit, b.is_built_up, b.light, b.has_alcohol,
                                                   b.first_party, b.second_party, b.parties, b.municipality));
    }
    REQUIRE(back.region->complaints.size() == project.region->complaints.size());
    std::map<std::string, std::string> named;
    for (std::size_t i = 0; i < back.region->complaints.size(); ++i) {
        const Complaint &a = project.region->complaints[i], &b = back.region->complaints[i];
        CHECK(std::tie(a.at, a.date, a.minute_of_day, a.theme, a.category, a.is_complainant_known, a.municipality) ==
              std::tie(b.at, b.date, b.minute_of_day, b.theme, b.category, b.is_complainant_known, b.municipality));
        CHECK(named.try_emplace(a.complainant, b.complainant).first->second == b.complainant);
        CHECK(b.street == (i == 3 ? a.street : ""));
    }
    CHECK(named.size() == 10);
    CHECK(back.hotspots[0].accident_rows == project.hotspots[0].accident_rows);
    CHECK(back.hotspots[5].accident_rows == project.hotspots[5].accident_rows);
    CHECK(back.hotspots[5].complaint_rows == project.hotspots[5].complaint_rows);
    CHECK(back.hotspots[1].accident_rows.empty());
}

TEST_CASE("measurements and schools come back, and what was not measured stays unknown") {
    const TempDir folder;
    const Project project = sample_project();
    const Project back = load_project(saved(project, folder), work);
    REQUIRE(back.region->measurements.size() == project.region->measurements.size());
    for (std::size_t i = 0; i < back.region->measurements.size(); ++i) {
        const Measurement &a = project.region->measurements[i], &b = back.region->measurements[i];
        INFO(a.id);
        CHECK(std::tie(a.id, a.at, a.date, a.vehicles, a.v85, a.mean_speed, a.share_over, a.speed_limit, a.street,
                       a.municipality) == std::tie(b.id, b.at, b.date, b.vehicles, b.v85, b.mean_speed, b.share_over,
                                                   b.speed_limit, b.street, b.municipality));
    }
    REQUIRE(back.region->schools.size() == project.region->schools.size());
    for (std::size_t i = 0; i < back.region->schools.size(); ++i) {
        const School &a = project.region->schools[i], &b = back.region->schools[i];
        CHECK(std::tie(a.id, a.name, a.at, a.municipality) == std::tie(b.id, b.name, b.at, b.municipality));
    }
    const FeatureTable layer = named(project_layers(project), "measurements");
    CHECK(text_in(layer, 0, "speeding") == "some");     // V85 52.5 and 12 % where 50 is allowed
    CHECK(text_in(layer, 8, "speeding") == "much");     // 64.5 and 52 %
    CHECK(text_in(layer, 1, "speeding") == "unknown");  // a mean alone
}

TEST_CASE("a project of before there were measurements and schools opens without them") {
    const TempDir folder;
    const auto file = saved(sample_project(), folder, "whole.gpkg");
    std::vector<FeatureTable> tables;
    for (const auto& name : layer_names(file)) {
        if (name == "measurements" || name == "schools") continue;
        FeatureTable table = read_layer(file, {.layer = name}, work);
        for (const char* field : {"v85", "share_over", "school_distance_m", "from_junction", "to_junction"}) {
            if (!table.has_field(field)) continue;
            const auto at = static_cast<std::ptrdiff_t>(table.field(field));
            table.fields.erase(table.fields.begin() + at);
            for (Feature& row : table.rows) row.values.erase(row.values.begin() + at);
        }
        tables.push_back(std::move(table));
    }
    const auto old = folder / "old.gpkg";
    write_geopackage(old, tables, make_date(2027, 1, 1), Overwrite::yes, work);
    const Project back = load_project(old, work);
    CHECK(back.region->measurements.empty());
    CHECK(back.region->schools.empty());
    CHECK_FALSE(back.hotspots.at(0).v85);
    CHECK(back.region->roads.at(1).from_junction.empty());
    CHECK(back.hotspots.size() == 36);
}

TEST_CASE("what was recorded of checks comes back, and is counted per municipality") {
    const TempDir folder;
    Project project = sample_project();
    auto& checks = project.plan.checks;
    checks[1].status = CheckStatus::done;
    checks[1].result = CheckResult{.vehicles = 212,
                                   .tests = 14,
                                   .warnings = 3,
                                   .fines = {{"snelheid", 12}, {"a; b \\ c", 1}},
                                   .remark = "=nat; \"koud\""};
    checks[2].status = CheckStatus::done;
    checks[2].result = CheckResult{};
    checks[3].status = CheckStatus::cancelled;
    const FeatureTable layer = named(project_layers(project), "checks");
    CHECK(text_in(layer, 1, "fines") == "13");
    CHECK(text_in(layer, 1, "status") == "done");
    CHECK(text_in(layer, 0, "vehicles").empty());
    const Project back = load_project(saved(project, folder), work);
    CHECK((back.plan.checks == project.plan.checks));

    int done = 0, planned = 0;
    const FeatureTable municipalities = named(project_layers(project), "municipalities");
    for (std::size_t i = 0; i < municipalities.rows.size(); ++i) {
        done += std::stoi(text_in(municipalities, i, "checks_done"));
        planned += std::stoi(text_in(municipalities, i, "checks_planned")) +
                   std::stoi(text_in(municipalities, i, "dark_planned"));
    }
    const auto counts = [&](CheckStatus status) {
        return std::count_if(checks.begin(), checks.end(),
                             [&](const Check& c) { return c.status == status && c.kind != CheckKind::dark_days; });
    };
    CHECK(done == counts(CheckStatus::done));
    CHECK(planned == static_cast<int>(checks.size()) - 1);
}

TEST_CASE("a project without crews saves and loads") {
    const TempDir folder;
    Project project = sample_project();
    project.settings_text = "year = 2027\n[region]\nboundaries = \"g.geojson\"\n";
    project.settings.crews.clear();
    for (auto& check : project.plan.checks) check.crew = 0;
    const Project back = load_project(saved(project, folder), work);
    CHECK((back.plan.checks == project.plan.checks));
    CHECK(back.settings.crew_name(0) == "Team");
}

TEST_CASE("a file of the first schema opens, with what it does not hold left empty") {
    const TempDir folder;
    const auto file = saved(sample_project(), folder, "whole.gpkg");
    std::vector<FeatureTable> tables;
    const std::set<std::string> later_tables{"baken_accidents", "baken_complaints"};
    const std::set<std::string> later_columns{"vehicles", "tests",         "fines", "fines_by_kind",
                                              "warnings", "result_remark", "ranks"};
    for (const auto& name : layer_names(file)) {
        if (later_tables.contains(name)) continue;
        FeatureTable table = read_layer(file, {.layer = name}, work);
        for (std::size_t c = table.fields.size(); c-- > 0;) {
            const std::string& field = table.fields[c].name;
            const bool is_link = field == "hotspot_id" && (name == "accidents" || name == "complaints");
            if (!is_link && !later_columns.contains(field)) continue;
            table.fields.erase(table.fields.begin() + static_cast<std::ptrdiff_t>(c));
            for (auto& row : table.rows) row.values.erase(row.values.begin() + static_cast<std::ptrdiff_t>(c));
        }
        if (name == "baken_settings") table.rows[0].values[table.field("schema_version")] = std::int64_t{1};
        tables.push_back(std::move(table));
    }
    write_geopackage(folder / "first.gpkg", tables, make_date(2027, 1, 1), Overwrite::no, work);
    const Project back = load_project(folder / "first.gpkg", work);
    const Project project = sample_project();
    CHECK((back.plan.checks == project.plan.checks));
    CHECK(back.hotspots.size() == project.hotspots.size());
    CHECK(back.region->accidents.size() == project.region->accidents.size());
    CHECK(back.region->complaints[1].complainant != back.region->complaints[0].complainant);
    CHECK_FALSE(back.region->accidents[0].date);
}

TEST_CASE("a file from before intervals opens, its groups counted from the accidents and the rest not known") {
    const TempDir folder;
    Project project = sample_project();
    for (Hotspot& hotspot : project.hotspots) hotspot.accident_rows.clear();
    project.hotspots[0].accident_rows = {2, 3, 4};
    auto& accidents = project.region.edit().accidents;
    accidents[2].first_party = Party::bicycle;
    accidents[3].first_party = accidents[3].second_party = Party::bicycle;
    accidents[4].second_party = Party::moped;
    const auto file = saved(project, folder, "whole.gpkg");
    const std::set<std::string> later{"expected_low",    "expected_high", "dark_odds", "with_bicycle",
                                      "with_pedestrian", "with_moped",    "nearby"};
    std::vector<FeatureTable> tables;
    for (const auto& name : layer_names(file)) {
        if (name == "baken_darkness") continue;
        FeatureTable table = read_layer(file, {.layer = name}, work);
        for (std::size_t c = table.fields.size(); c-- > 0;) {
            if (name != "hotspots" || !later.contains(table.fields[c].name)) continue;
            table.fields.erase(table.fields.begin() + static_cast<std::ptrdiff_t>(c));
            for (auto& row : table.rows) row.values.erase(row.values.begin() + static_cast<std::ptrdiff_t>(c));
        }
        tables.push_back(std::move(table));
    }
    write_geopackage(folder / "before.gpkg", tables, make_date(2027, 1, 1), Overwrite::no, work);
    const Project back = load_project(folder / "before.gpkg", work);
    REQUIRE(back.hotspots.size() == project.hotspots.size());
    CHECK(back.hotspots[0].with_bicycle == 2);
    CHECK(back.hotspots[0].with_moped == 1);
    CHECK(back.hotspots[0].with_pedestrian == 0);
    CHECK(back.hotspots[1].with_bicycle == 0);
    CHECK(back.hotspots[0].expected == project.hotspots[0].expected);
    CHECK_FALSE(back.hotspots[0].has_interval());
    CHECK_FALSE(back.hotspots[0].dark_odds);
    CHECK(back.hotspots[5].nearby.empty());
    CHECK_FALSE(back.darkness);
    // What is not known stays so in the next file, and is not nought.
    const Project again = load_project(saved(back, folder, "again.gpkg"), work);
    CHECK_FALSE(again.hotspots[0].has_interval());
    const FeatureTable layer = read_layer(folder / "again.gpkg", {.layer = "hotspots"}, work);
    CHECK(std::holds_alternative<std::monostate>(layer.rows[0].values[layer.field("expected_low")]));
}

TEST_CASE("certificate and receipts come back") {
    const TempDir folder;
    const Project project = sample_project();
    const Project back = load_project(saved(project, folder), work);
    REQUIRE(back.certificate.clauses.size() == project.certificate.clauses.size());
    for (std::size_t i = 0; i < back.certificate.clauses.size(); ++i) {
        const Clause &a = project.certificate.clauses[i], &b = back.certificate.clauses[i];
        CHECK(std::tie(a.id, a.text, a.required, a.met, a.ok, a.checks) ==
              std::tie(b.id, b.text, b.required, b.met, b.ok, b.checks));
    }
    REQUIRE(back.region->receipts.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const Receipt &a = project.region->receipts[i], &b = back.region->receipts[i];
        CHECK(std::tie(a.source, a.kind, a.profile, a.sha256, a.encoding, a.crs, a.operation) ==
              std::tie(b.source, b.kind, b.profile, b.sha256, b.encoding, b.crs, b.operation));
        CHECK(std::tie(a.read, a.placed, a.unplaced, a.rejected, a.duplicate, a.outside_region, a.filtered,
                       a.filtered_by, a.columns, a.notes) == std::tie(b.read, b.placed, b.unplaced, b.rejected,
                                                                      b.duplicate, b.outside_region, b.filtered,
                                                                      b.filtered_by, b.columns, b.notes));
        REQUIRE(a.rejected_rows.size() == b.rejected_rows.size());
        for (std::size_t row = 0; row < a.rejected_rows.size(); ++row)
            CHECK(std::tie(a.rejected_rows[row].line, a.rejected_rows[row].column, a.rejected_rows[row].reason) ==
                  std::tie(b.rejected_rows[row].line, b.rejected_rows[row].column, b.rejected_rows[row].reason));
    }
    CHECK(back.region->receipts[0].is_balanced());
}

TEST_CASE("the same project gives the same bytes") {
    const TempDir folder;
    CHECK(content_of(saved(sample_project(), folder, "one.gpkg")) ==
          content_of(saved(sample_project(), folder, "two.gpkg")));
}

TEST_CASE("a project without anything in it is saved and opened") {
    const TempDir folder;
    Project project = sample_project();
    project.region.edit().accidents.clear();
    project.region.edit().complaints.clear();
    project.region.edit().roads.clear();
    project.plan = {};
    project.hotspots.clear();
    project.certificate = {};
    project.foresight.reset();
    const Project back = load_project(saved(project, folder), work);
    CHECK(back.hotspots.empty());
    CHECK(back.plan.checks.empty());
    CHECK_FALSE(back.foresight);
}

TEST_CASE("a GeoPackage that is no project is refused with what it holds") {
    const TempDir folder;
    const auto file = folder / "lamps.gpkg";
    const FeatureTable lamps{
        .name = "lamps", .shape_type = ShapeType::point, .fields = {{"height", FieldType::real}}, .rows = {}};
    write_geopackage(file, std::span(&lamps, 1), make_date(2027, 1, 1), Overwrite::no, work);
    const std::string said = refusal(file);
    CHECK(mentions(said, "lamps.gpkg"));
    CHECK(mentions(said, "no Baken project"));
    CHECK(mentions(said, "only lamps"));
    CHECK(mentions(said, "baken run"));
}

TEST_CASE("a project of a newer schema is refused with both numbers") {
    const TempDir folder;
    const auto file = tampered(folder, "baken_settings", [](FeatureTable& table) {
        table.rows[0].values[table.field("schema_version")] = std::int64_t{schema_version + 1};
    });
    const std::string said = refusal(file);
    CHECK(mentions(said, "newer Baken"));
    CHECK(mentions(said, std::to_string(schema_version + 1)));
}

TEST_CASE("a project that other hands changed is refused with table, row and column") {
    struct Case {
        std::string table, column;
        Value value;
        std::string said;
    };
    for (const Case& tried :
         {Case{"hotspots", "rank", Value(), "table hotspots, row 1: 'rank' is empty"},
          Case{"hotspots", "municipality_code", std::string("GM0000"), "'GM0000', which is no municipality here"},
          Case{"hotspots", "quadrant", std::string("round"), "known are both, blind_spot, perceived, neither"},
          Case{"checks", "theme", std::string("snelheid"), "'theme' is 'snelheid'; known are speed"},
          Case{"checks", "start_time", std::string("25:00"), "'start_time' is '25:00', not a time of day"},
          Case{"checks", "crew", std::string("Ploeg West"), "no crew of the settings"},
          Case{"checks", "hotspot_id", std::string("X"), "no hotspot"},
          Case{"baken_settings", "toml", std::string("year = \"soon\""),
               "the settings kept in the project cannot be read"},
          Case{"baken_settings", "seed", std::string("12a"), "'seed' is '12a'"},
          Case{"baken_receipt_columns", "receipt", std::int64_t{7}, "receipt 7 is not there"},
          Case{"baken_hotspots", "accidents_per_year", std::string("1,x"), "not whole numbers"}}) {
        const TempDir folder;
        INFO(tried.table << "." << tried.column);
        const std::string said = refusal(tampered(folder, tried.table, [&](FeatureTable& table) {
            table.rows.at(0).values[table.field(tried.column)] = tried.value;
        }));
        INFO(said);
        CHECK(mentions(said, tried.said));
        CHECK(mentions(said, "tampered.gpkg"));
    }
}

TEST_CASE("a file that is no GeoPackage, or half of one, is refused") {
    const TempDir folder;
    CHECK(mentions(refusal(folder.write("text.gpkg", "this is text")), "text.gpkg"));
    const std::string whole = content_of(saved(sample_project(), folder));
    for (const std::size_t part : {std::size_t{100}, whole.size() / 3, whole.size() - 5000}) {
        INFO(part << " of " << whole.size() << " bytes");
        CHECK(mentions(refusal(folder.write("half.gpkg", whole.substr(0, part))), "half.gpkg"));
    }
    CHECK_THROWS_AS(load_project(folder / "absent.gpkg", work), IoError);
}

TEST_CASE("a stop while saving leaves no file") {
    const TempDir folder;
    const Project project = sample_project();
    std::stop_source stop;
    stop.request_stop();
    const Work stopped{.stop = stop.get_token(), .on_progress = {}, .threads = 1};
    CHECK_THROWS_AS(save_project(project, layer_styles(project_layers(project), Language::nl, make_date(2027, 1, 1)),
                                 folder / "p.gpkg", Overwrite::no, stopped),
                    Cancelled);
    CHECK(std::filesystem::is_empty(folder.path()));
}
