#include "store/project_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "config/read_settings.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/read_layer.hpp"
#include "store/cells.hpp"
#include "store/own_tables.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

namespace fs = std::filesystem;

using Indices = std::map<std::string, std::size_t>;

constexpr std::array quadrants{Quadrant::both, Quadrant::blind_spot, Quadrant::perceived, Quadrant::neither};
constexpr std::array road_managers{RoadManager::municipality, RoadManager::province, RoadManager::water_board,
                                   RoadManager::national, RoadManager::other};
constexpr std::array statuses{SolveStatus::optimal, SolveStatus::within_gap, SolveStatus::stopped};

/// The value of `all` that a column's code names; refuses a code of none.
template <class Codes>
auto coded(const RowReader& row, const std::string& column, const Codes& all) {
    const std::string code = row.text(column);
    std::vector<std::string> known;
    for (const auto value : all) {
        if (code_of(value) == code) return value;
        known.emplace_back(code_of(value));
    }
    row.refuse(fmt::format("'{}' is '{}'; known are {}", column, code, joined(known, ", ")));
}

std::size_t index_of(const RowReader& row, const std::string& column, const Indices& known, std::string_view what) {
    const auto found = known.find(row.text(column));
    if (found == known.end()) row.refuse(fmt::format("'{}' is '{}', which is no {}", column, row.text(column), what));
    return found->second;
}

std::vector<int> numbers_in(const RowReader& row, const std::string& column) {
    std::vector<int> numbers;
    const std::string text = row.text(column);
    if (text.empty()) return numbers;
    for (const auto& part : split(text, ',')) {
        const auto number = parse_integer(part);
        if (!number) row.refuse(fmt::format("'{}' is '{}', not whole numbers with commas between them", column, text));
        numbers.push_back(static_cast<int>(*number));
    }
    return numbers;
}

/// A GeoPackage that was opened as a project: reads its tables one by one.
class ProjectReader {
public:
    ProjectReader(const fs::path& file, const Work& work) : file_(file), work_(work) {}

    [[nodiscard]] Project read() const {
        require_project();
        Project project;
        read_settings_of(project);
        read_calendar(project);
        read_municipalities(project);
        read_hotspots(project);
        read_checks(project);
        read_findings(project);
        read_receipts(project);
        read_provenance(project);
        return project;
    }

private:
    [[nodiscard]] FeatureTable table(const std::string& name) const {
        work_.check_stop();
        return read_layer(file_, {.layer = name}, work_);
    }
    template <class Each>
    void for_each(const std::string& name, Each&& each) const {
        const FeatureTable found = table(name);
        for (std::size_t i = 0; i < found.rows.size(); ++i) each(RowReader(found, i));
    }
    /// The one row of a table that has exactly one.
    template <class Each>
    void for_one(const std::string& name, Each&& each) const {
        const FeatureTable found = table(name);
        if (found.rows.size() != 1)
            throw InputError(fmt::format("table {} has {} rows where a project has 1", name, found.rows.size()));
        each(RowReader(found, 0));
    }

    void require_project() const {
        const std::vector<std::string> names = layer_names(file_);
        if (std::find(names.begin(), names.end(), "baken_settings") != names.end()) return;
        throw InputError(
            fmt::format("this is no Baken project: it has no table 'baken_settings', only {}; give the .gpkg "
                        "that 'baken run' or 'baken plan' wrote",
                        names.empty() ? "nothing" : joined(names, ", ")));
    }

    void read_settings_of(Project& project) const {
        for_one("baken_settings", [&](const RowReader& row) {
            if (const auto schema = row.whole("schema_version"); schema > schema_version)
                throw InputError(
                    fmt::format("made by a newer Baken: its schema is {}, this program ({}) reads up to {}; "
                                "use the version that made it",
                                schema, "schema " + std::to_string(schema_version), schema_version));
            project.settings_text = row.text("toml");
            const fs::path beside = file_.parent_path() / row.text("file");
            try {
                project.settings = read_settings(project.settings_text, beside);
            } catch (const SettingsError& error) {
                throw InputError(std::string("the settings kept in the project cannot be read: ") + error.what());
            }
            project.settings.language = row.text("language") == "en" ? Language::en : Language::nl;
            const std::string seed = row.text("seed");
            const auto parsed = std::from_chars(seed.data(), seed.data() + seed.size(), project.seed);
            if (parsed.ec != std::errc() || parsed.ptr != seed.data() + seed.size())
                row.refuse("'seed' is '" + seed + "', not a whole number");
            project.years = numbers_in(row, "years");
        });
    }

    void read_calendar(Project& project) const {
        for_each("baken_campaigns", [&](const RowReader& row) {
            project.campaigns.push_back({.name = row.text("name"),
                                         .theme = coded(row, "theme", all_themes),
                                         .from = row.date("first_day"),
                                         .to = row.date("last_day"),
                                         .is_confirmed = row.yes("confirmed"),
                                         .source = row.text("source")});
        });
        for_each("baken_school_holidays", [&](const RowReader& row) {
            project.school_holidays.push_back({row.date("first_day"), row.date("last_day"), row.text("name")});
        });
    }

    void read_municipalities(Project& project) const {
        const Projector projector("EPSG:28992");
        const FeatureTable found = table("municipalities");
        for (std::size_t i = 0; i < found.rows.size(); ++i) {
            const RowReader row(found, i);
            const auto* area = std::get_if<MultiPolygon>(&found.rows[i].shape);
            if (area == nullptr) row.refuse("it has no area");
            project.region.municipalities.push_back({.code = {row.text("code")},
                                                     .name = row.text("name"),
                                                     .area = *area,
                                                     .centre = projector.to_lonlat(centroid(*area))});
        }
    }

    void read_hotspots(Project& project) const {
        const Projector projector("EPSG:28992");
        const Indices municipalities = municipality_indices(project);
        for_each("hotspots", [&](const RowReader& row) {
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
            project.hotspots.push_back(std::move(h));
        });
        const Indices hotspots = hotspot_indices(project);
        for_each("baken_hotspots", [&](const RowReader& row) {
            Hotspot& h = project.hotspots[index_of(row, "hotspot_id", hotspots, "hotspot of the layer 'hotspots'")];
            h.accidents_per_year = numbers_in(row, "accidents_per_year");
            h.effective_complainants = row.real("effective_complainants");
            h.score = row.real("score");
            h.is_built_up = row.maybe("built_up", &RowReader::yes);
            for (const Theme theme : all_themes)
                h.theme_weight[baken::index_of(theme)] = row.real("theme_" + std::string(code_of(theme)));
        });
    }

    static bool has_text(const RowReader& row, const std::string& column) { return !row.text(column).empty(); }

    static void read_counts(const RowReader& row, Hotspot& h) {
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
    }

    static void read_estimates(const RowReader& row, Hotspot& h) {
        for (const auto& [column, number] :
             std::initializer_list<std::pair<const char*, double*>>{{"weighted", &h.weighted},
                                                                    {"expected", &h.expected},
                                                                    {"excess", &h.excess},
                                                                    {"prob_above", &h.prob_above},
                                                                    {"q_value", &h.q_value}})
            *number = row.real(column);
        h.dark_share = row.maybe("dark_share", &RowReader::real);
        h.alcohol_share = row.maybe("alcohol_share", &RowReader::real);
    }

    void read_checks(Project& project) const {
        const Indices municipalities = municipality_indices(project), hotspots = hotspot_indices(project);
        Indices crews;
        for (std::size_t i = 0; i < project.settings.crews.size(); ++i)
            crews.emplace(project.settings.crews[i].name, i);
        constexpr std::array kinds{CheckKind::targeted, CheckKind::integrated, CheckKind::region_day,
                                   CheckKind::dark_days};
        for_each("checks", [&](const RowReader& row) {
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
            project.plan.checks.push_back(std::move(c));
        });
    }

    static int clock(const RowReader& row, const std::string& column) {
        const auto minute = parse_clock(row.text(column));
        if (!minute) row.refuse(fmt::format("'{}' is '{}', not a time of day such as 21:30", column, row.text(column)));
        return *minute;
    }

    void read_findings(Project& project) const {
        for_each("baken_certificate", [&](const RowReader& row) {
            Clause clause{.id = row.text("clause"),
                          .text = row.text("text"),
                          .required = static_cast<int>(row.whole("required")),
                          .met = static_cast<int>(row.whole("met")),
                          .ok = row.yes("ok"),
                          .checks = {}};
            if (has_text(row, "checks"))
                for (auto& id : split(row.text("checks"), ' ')) clause.checks.push_back({std::move(id)});
            project.certificate.clauses.push_back(std::move(clause));
        });
        for_each("baken_unmet", [&](const RowReader& row) {
            auto& list = row.text("list") == "unvisited" ? project.plan.unvisited : project.plan.unmet;
            list.push_back({row.text("clause"), row.text("text"), row.text("relaxation")});
        });
        for_one("baken_solver", [&](const RowReader& row) {
            project.plan.solver = {.status = coded(row, "status", statuses),
                                   .best = row.real("best"),
                                   .bound = row.real("bound"),
                                   .gap = row.real("gap"),
                                   .value = row.real("value"),
                                   .candidates = row.whole("candidates")};
            project.plan.predictability = {.plans = static_cast<int>(row.whole("plans_compared")),
                                           .same_place_and_day = row.real("same_place_and_day"),
                                           .most_likely_day = row.real("most_likely_day"),
                                           .entropy_bits = row.real("entropy_bits")};
        });
        for_each("baken_foresight", [&](const RowReader& row) {
            project.foresight = Foresight{.learned_from = numbers_in(row, "learned_from"),
                                          .tested_on = static_cast<int>(row.whole("tested_on")),
                                          .accidents = static_cast<int>(row.whole("accidents")),
                                          .caught = static_cast<int>(row.whole("caught")),
                                          .share = row.real("share")};
        });
    }

    void read_receipts(Project& project) const {
        auto& receipts = project.region.receipts;
        const auto count = [](const RowReader& row, const char* column) {
            return static_cast<std::size_t>(row.whole(column));
        };
        for_each("baken_receipt", [&](const RowReader& row) {
            Receipt r{.source = row.text("source"),
                      .kind = row.text("kind"),
                      .profile = row.text("profile"),
                      .sha256 = row.text("sha256"),
                      .encoding = row.text("encoding"),
                      .crs = row.text("crs"),
                      .operation = row.text("operation"),
                      .read = count(row, "rows_read"),
                      .placed = count(row, "placed"),
                      .unplaced = count(row, "unplaced"),
                      .rejected = count(row, "rejected"),
                      .duplicate = count(row, "duplicate"),
                      .outside_region = count(row, "outside_region"),
                      .filtered = count(row, "filtered"),
                      .filtered_by = {},
                      .rejected_rows = {},
                      .columns = {},
                      .notes = {}};
            if (has_text(row, "notes")) r.notes = split(row.text("notes"), '\n');
            receipts.push_back(std::move(r));
        });
        const auto receipt_of = [&](const RowReader& row) -> Receipt& {
            const auto index = static_cast<std::size_t>(row.whole("receipt"));
            if (index >= receipts.size()) row.refuse(fmt::format("receipt {} is not there", index));
            return receipts[index];
        };
        for_each("baken_rejected", [&](const RowReader& row) {
            receipt_of(row).rejected_rows.push_back({count(row, "line"), row.text("column_name"), row.text("reason")});
        });
        for_each("baken_receipt_columns", [&](const RowReader& row) {
            receipt_of(row).columns.push_back({row.text("column_name"), count(row, "filled")});
        });
        for_each("baken_receipt_filtered", [&](const RowReader& row) {
            receipt_of(row).filtered_by[row.text("rule")] = count(row, "rows_filtered");
        });
    }

    void read_provenance(Project& project) const {
        Provenance& from = project.provenance;
        for_one("baken_provenance", [&](const RowReader& row) {
            from = {.version = row.text("version"),
                    .libraries = row.text("libraries"),
                    .operation = row.text("operation"),
                    .settings_sha256 = row.text("settings_sha256"),
                    .data_date = row.text("data_date"),
                    .inputs = {}};
        });
        for_each("baken_inputs", [&](const RowReader& row) {
            from.inputs.push_back(
                {row.text("name"), row.text("sha256"), static_cast<std::size_t>(row.whole("rows_read"))});
        });
    }

    static Indices municipality_indices(const Project& project) {
        Indices indices;
        for (std::size_t i = 0; i < project.region.municipalities.size(); ++i)
            indices.emplace(project.region.municipalities[i].code.text, i);
        return indices;
    }
    static Indices hotspot_indices(const Project& project) {
        Indices indices;
        for (std::size_t i = 0; i < project.hotspots.size(); ++i) indices.emplace(project.hotspots[i].id.text, i);
        return indices;
    }

    const fs::path& file_;
    const Work& work_;
};

}  // namespace

Project load_project(const fs::path& file, const Work& work) {
    return with_context("opening " + file.string(), [&] { return ProjectReader(file, work).read(); });
}

}  // namespace baken
