#include "app/stages.hpp"

#include "app/carry_over.hpp"
#include "app/named_work.hpp"
#include "app/plan_bench.hpp"
#include "app/version.hpp"
#include "base/hash.hpp"
#include "calendar/calendar.hpp"
#include "config/read_settings.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/read_layer.hpp"
#include "hotspots/find.hpp"
#include "hotspots/find_findings.hpp"
#include "intake/import.hpp"
#include "intake/inspect.hpp"
#include "planning/plan.hpp"
#include "planning/verify.hpp"
#include "store/project_file.hpp"

#include <algorithm>
#include <random>

namespace baken {

namespace {

/// 48 bits, so that the number survives every JSON reader and spreadsheet.
std::uint64_t drawn_seed() {
    std::random_device device;
    return ((static_cast<std::uint64_t>(device()) << 32U) | device()) & 0xFFFFFFFFFFFFULL;
}

/// Reads a calendar file and hands its text to `parse`; no file, no rows.
template <class Parse>
auto parsed_file(const std::filesystem::path& file, Parse&& parse) -> decltype(parse(std::string_view{})) {
    if (file.empty()) return {};
    return with_context("reading " + file.filename().string(), [&] { return parse(read_bytes(file)); });
}

/// The last day that the data speak of, or the last year where they have no days.
std::string data_date(const Region& region) {
    std::optional<Date> day;
    int year = 0;
    for (const auto& accident : region.accidents) {
        year = std::max(year, accident.year);
        if (accident.date) day = std::max(day.value_or(*accident.date), *accident.date);
    }
    for (const auto& complaint : region.complaints)
        if (complaint.date) day = std::max(day.value_or(*complaint.date), *complaint.date);
    for (const auto& measurement : region.measurements)
        if (measurement.date) day = std::max(day.value_or(*measurement.date), *measurement.date);
    if (day) return to_iso(*day);
    return year == 0 ? std::string() : std::to_string(year);
}

Provenance provenance_of(const Project& project) {
    Provenance provenance{.version = version(),
                          .libraries = gdal_versions(),
                          .operation = Projector("EPSG:4326").operation(),
                          .settings_sha256 = project.settings.sha256,
                          .data_date = data_date(*project.region),
                          .inputs = {}};
    for (const auto& receipt : project.region->receipts)
        provenance.inputs.push_back({receipt.source, receipt.sha256, receipt.read});
    return provenance;
}

}  // namespace

Project open_project(const OpenRequest& request) {
    Project project;
    project.settings_text = request.text ? *request.text : read_bytes(request.settings);
    project.settings = read_settings(project.settings_text, request.settings);
    if (request.language) project.settings.language = *request.language;
    project.seed = request.seed ? *request.seed : project.settings.seed ? *project.settings.seed : drawn_seed();
    project.campaigns = parsed_file(project.settings.calendar.campaigns, parse_campaigns);
    project.school_holidays = parsed_file(project.settings.calendar.school_holidays, parse_school_holidays);
    return project;
}

Project with_events(Project project, const Work& work) {
    project.region = import_region(
        project.settings, named_work(work, project.settings.language, "bronnen inlezen", "reading the sources"));
    project.provenance = provenance_of(project);
    return project;
}

Project with_hotspots(Project project, const Work& work) {
    const HotspotOptions options{.settings = project.settings.hotspots,
                                 .language = project.settings.language,
                                 .plan_year = project.settings.year};
    const Work named = named_work(work, project.settings.language, "aandachtslocaties zoeken", "finding the hotspots");
    HotspotResult found = find_hotspots(*project.region, options, named);
    const Projector projector("EPSG:28992");
    for (auto& hotspot : found.hotspots) hotspot.lonlat = projector.to_lonlat(hotspot.at);
    std::vector<Hotspot> hotspots = with_reviews_of(project, std::move(found.hotspots));
    if (!project.plan.checks.empty()) {
        project.plan = plan_carried_over(project, hotspots);
        project.hotspots = std::move(hotspots);
        project.certificate = certified(project);
    } else {
        project.hotspots = std::move(hotspots);
    }
    project.years = std::move(found.years);
    project.foresight = std::move(found.foresight);
    project.findings = find_findings(*project.region, options, named);
    project.darkness = found.darkness;
    project.provenance.notes = std::move(found.notes);
    return project;
}

Project with_plan(Project project, const Work& work) {
    const Calendar calendar = calendar_of(project);
    project.plan = make_plan({.municipalities = project.region->municipalities,
                              .hotspots = project.hotspots,
                              .settings = project.settings,
                              .calendar = calendar,
                              .seed = project.seed},
                             named_work(work, project.settings.language, "jaar plannen", "planning the year"));
    project.certificate = certified(project);
    return project;
}

Certificate certified(const Project& project) {
    const Calendar calendar = calendar_of(project);
    return verify_plan({.municipalities = project.region->municipalities,
                        .hotspots = project.hotspots,
                        .settings = project.settings,
                        .calendar = calendar,
                        .seed = project.seed},
                       project.plan.checks);
}

Project saved_project(const std::filesystem::path& file, const Work& work) { return load_project(file, work); }

Inspection inspected(const std::filesystem::path& file, const Work& work) { return inspect_file(file, work); }

}  // namespace baken
