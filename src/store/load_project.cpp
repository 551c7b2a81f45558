#include "store/project_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "config/read_settings.hpp"
#include "geo/io/read_layer.hpp"
#include "store/project_tables.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

FeatureTable ProjectTables::table(const std::string& name) const {
    work_.check_stop();
    return file_.read({.layer = name}, work_);
}

bool ProjectTables::has(const std::string& name) const {
    const auto known = names();
    return std::find(known.begin(), known.end(), name) != known.end();
}

void ProjectTables::require_one(const FeatureTable& found) {
    if (found.rows.size() != 1)
        throw InputError(fmt::format("table {} has {} rows where a project has 1", found.name, found.rows.size()));
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

namespace {

void require_project(const ProjectTables& tables) {
    const std::vector<std::string> names = tables.names();
    if (std::find(names.begin(), names.end(), "baken_settings") != names.end()) return;
    throw InputError(
        fmt::format("this is no Baken project: it has no table 'baken_settings', only {}; give the .gpkg "
                    "that 'baken run' wrote",
                    names.empty() ? "nothing" : joined(names, ", ")));
}

void read_settings_of(const ProjectTables& tables, Project& project) {
    tables.for_one("baken_settings", [&](const RowReader& row) {
        if (const auto schema = row.whole("schema_version"); schema > schema_version)
            throw InputError(
                fmt::format("made by a newer Baken: its schema is {}, this program reads up to {}; use the "
                            "version that made it",
                            schema, schema_version));
        project.settings_text = row.text("toml");
        const fs::path beside = tables.file().parent_path() / fs::path(row.text("file")).filename();
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

void read_calendar(const ProjectTables& tables, Project& project) {
    tables.for_each("baken_campaigns", [&](const RowReader& row) {
        project.campaigns.push_back({.name = row.text("name"),
                                     .theme = coded(row, "theme", all_themes),
                                     .from = row.date("first_day"),
                                     .to = row.date("last_day"),
                                     .is_confirmed = row.yes("confirmed"),
                                     .source = row.text("source")});
    });
    tables.for_each("baken_school_holidays", [&](const RowReader& row) {
        project.school_holidays.push_back({row.date("first_day"), row.date("last_day"), row.text("name")});
    });
}

}  // namespace

Project load_project(const fs::path& file, const Work& work) {
    return with_context("opening " + file.string(), [&] {
        const ProjectTables tables(file, work);
        require_project(tables);
        Project project;
        read_settings_of(tables, project);
        read_calendar(tables, project);
        read_municipalities(tables, project);
        read_roads(tables, project);
        read_hotspots(tables, project);
        read_events(tables, project);
        read_measured(tables, project);
        read_checks(tables, project);
        read_account(tables, project);
        read_findings(tables, project);
        read_receipts(tables, project);
        read_provenance(tables, project);
        return project;
    });
}

}  // namespace baken
