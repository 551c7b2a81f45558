#include "output/briefing_words.hpp"

#include "base/text.hpp"
#include "model/fine_kind.hpp"
#include "output/measured_words.hpp"
#include "output/series_events.hpp"
#include "output/series_words.hpp"
#include "output/text_width.hpp"
#include "output/theme_lists.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

namespace baken {

namespace {

template <class... Parts>
std::string filled(std::string_view pattern, const Parts&... parts) {
    return fmt::format(fmt::runtime(pattern), parts...);
}

std::string enforceable_text(const Hotspot& hotspot, Language language) {
    if (hotspot.enforceable == "yes") return std::string(says(language, "ja, beoordeeld", "yes, assessed"));
    if (hotspot.enforceable == "no") return std::string(says(language, "nee: overleg eerst", "no: consult first"));
    return std::string(says(language, "nog niet beoordeeld", "not assessed yet"));
}

std::string accidents_text(const Project& project, const Hotspot& hotspot, Language language) {
    std::string years;
    if (!project.years.empty())
        years = project.years.front() == project.years.back()
                    ? filled(says(language, " in {}", " in {}"), project.years.front())
                    : filled(says(language, " in {}\u2013{}", " in {}\u2013{}"), project.years.front(),
                             project.years.back());
    return filled(
        says(language, "{} {}{}: {} dodelijk, {} letsel, {} alleen schade.",
             "{} {}{}: {} fatal, {} injury, {} damage only."),
        hotspot.accidents,
        hotspot.accidents == 1 ? says(language, "ongeval", "accident") : says(language, "ongevallen", "accidents"),
        years, hotspot.fatal, hotspot.injury, hotspot.damage_only);
}

std::string light_text(const Project& project, std::size_t hotspot, Language language) {
    const LightCounts light = accident_light(project, {.hotspot = hotspot});
    if (light.has_sources && light.known() > 0)
        return filled(says(language, "Licht bekend bij {}: {} in het donker, {} in schemer, {} bij dag.",
                           "Light known of {}: {} in the dark, {} in twilight, {} by day."),
                      light.known(), light.of(Light::dark), light.of(Light::twilight), light.of(Light::daylight));
    if (const auto share = project.hotspots[hotspot].dark_share)
        return filled(says(language, "{} van de ongevallen met bekend licht was in het donker.",
                           "{} of the accidents whose light is known were in the dark."),
                      percent_text(*share, 0, language));
    return {};
}

std::string complaints_text(const Project& project, std::size_t index, Language language) {
    const Hotspot& hotspot = project.hotspots[index];
    if (hotspot.complaints == 0) return std::string(says(language, "Geen klachten bekend.", "No complaints known."));
    std::string text = filled(
        says(language, "{} {} van {} {}", "{} {} by {} {}"), hotspot.complaints,
        hotspot.complaints == 1 ? says(language, "klacht", "complaint") : says(language, "klachten", "complaints"),
        hotspot.complainants,
        hotspot.complainants == 1 ? says(language, "melder", "complainant")
                                  : says(language, "melders", "complainants"));
    std::array<int, theme_count> by_theme{};
    for (const Complaint* complaint : chosen_complaints(project, {.hotspot = index}))
        ++by_theme[index_of(complaint->theme)];
    const auto top = std::max_element(by_theme.begin(), by_theme.end());
    if (*top > 0)
        text += filled(says(language, ", vooral over {}", ", mostly about {}"),
                       name_of(all_themes[static_cast<std::size_t>(top - by_theme.begin())], language));
    return text + ".";
}

/// Of what has most times; accidents before complaints, for these say when somebody called.
std::string when_text(const Project& project, std::size_t hotspot, Language language) {
    const WeekHours accidents = week_hours(project, {.hotspot = hotspot}, EventKind::accidents);
    const WeekHours complaints = week_hours(project, {.hotspot = hotspot}, EventKind::complaints);
    if (!accidents.has_sources) return {};
    return when_words(accidents.timed > 0 || complaints.timed + complaints.untimed == 0 ? accidents : complaints,
                      language);
}

std::string rank_text(const Project& project, const Hotspot& hotspot, Language language) {
    const std::string name = hotspot.municipality < project.region->municipalities.size()
                                 ? shortened(project.region->municipalities[hotspot.municipality].name, 40)
                                 : std::string();
    std::string text = filled(says(language, "Plaats {} van {}", "Rank {} of {}"), hotspot.rank, name);
    text += hotspot.rank_best == hotspot.rank_worst
                ? std::string(says(language, ", hoe er ook wordt gewogen.", ", under every weighting."))
                : filled(says(language, "; bij andere weging {} tot {}.", "; under other weights {} to {}."),
                         hotspot.rank_best, hotspot.rank_worst);
    return text;
}

std::string result_text(const CheckResult& result, Language language) {
    std::string text =
        filled(says(language, "{} voertuigen, {} testen, {} waarschuwingen", "{} vehicles, {} tests, {} warnings"),
               result.vehicles, result.tests, result.warnings);
    std::vector<std::string> fines;
    for (const auto& fine : result.fines)
        fines.push_back(shortened(fine_name(fine.kind, language), 24) + " " + std::to_string(fine.count));
    text += fines.empty() ? std::string(says(language, ", geen bonnen", ", no fines"))
                          : fmt::format("; {} {}", says(language, "bonnen:", "fines:"), joined(fines, ", "));
    return text;
}

std::string day_or_year(const std::string& text, Language language) {
    const auto day = parse_iso_date(text);
    return day ? day_text(*day, language) : text;
}

}  // namespace

std::vector<BriefingLine> place_lines(const Project& project, const Hotspot& hotspot) {
    const Language language = project.settings.language;
    const std::string unknown(says(language, "onbekend", "unknown"));
    std::vector<BriefingLine> lines;
    lines.push_back(
        {std::string(says(language, "Limiet", "Limit")),
         hotspot.speed_limit ? fmt::format("{} km/{}", *hotspot.speed_limit, says(language, "u", "h")) : unknown});
    lines.push_back({std::string(says(language, "Wegbeheerder", "Road manager")),
                     hotspot.road_manager ? std::string(name_of(*hotspot.road_manager, language)) : unknown});
    if (hotspot.is_built_up)
        lines.push_back({std::string(says(language, "Ligging", "Surroundings")),
                         std::string(*hotspot.is_built_up ? says(language, "binnen de bebouwde kom", "built-up area")
                                                          : says(language, "buiten de kom", "outside built-up area"))});
    lines.push_back({std::string(says(language, "Handhaafbaar", "Enforceable")), enforceable_text(hotspot, language)});
    return lines;
}

std::vector<std::string> why_lines(const Project& project, std::size_t index) {
    const Language language = project.settings.language;
    const Hotspot& hotspot = project.hotspots.at(index);
    std::vector<std::string> lines{accidents_text(project, hotspot, language)};
    if (std::string light = light_text(project, index, language); !light.empty()) lines.push_back(std::move(light));
    if (const std::string measured = measured_text(hotspot, language); !measured.empty())
        lines.push_back(filled(says(language, "Gemeten binnen {} m: {}.", "Measured within {} m: {}."),
                               std::lround(project.settings.hotspots.reach.value), measured));
    lines.push_back(complaints_text(project, index, language));
    if (std::string when = when_text(project, index, language); !when.empty()) lines.push_back(std::move(when));
    lines.push_back(rank_text(project, hotspot, language));
    if (!hotspot.black_spot_norm.empty())
        lines.push_back(filled(says(language, "Haalt de norm \u201c{}\u201d.", "Meets the norm \u201c{}\u201d."),
                               shortened(hotspot.black_spot_norm, 40)));
    return lines;
}

std::vector<std::string> check_points(const Project& project, const Check& check) {
    const Language language = project.settings.language;
    std::vector<std::string> points;
    for (const auto line : what_to_check(check.theme, language)) points.emplace_back(line);
    if (check.hotspot >= project.hotspots.size()) return points;
    const Hotspot& hotspot = project.hotspots[check.hotspot];
    if (check.theme == Theme::speed && hotspot.v85) {
        const std::string limit =
            hotspot.speed_limit ? filled(says(language, ", limiet {}", ", limit {}"), *hotspot.speed_limit) : "";
        points.push_back(filled(
            says(language, "Klopt de gemeten V85 nog ({} km/u{})?", "Does the measured V85 still hold ({} km/h{})?"),
            std::lround(*hotspot.v85), limit));
    }
    if (check.theme == Theme::school_zone && hotspot.school_distance)
        points.push_back(
            filled(says(language, "Dichtstbijzijnde school: {}", "Nearest school: {}"), school_text(hotspot)));
    return points;
}

std::vector<std::string> earlier_checks(const Project& project, const Check& check, std::size_t most) {
    const Language language = project.settings.language;
    std::vector<const Check*> before;
    for (const Check& other : project.plan.checks)
        if (other.hotspot == check.hotspot && other.id != check.id &&
            std::pair(other.date, other.start) < std::pair(check.date, check.start))
            before.push_back(&other);
    std::stable_sort(before.begin(), before.end(), [](const Check* a, const Check* b) {
        return std::pair(a->date, a->start) > std::pair(b->date, b->start);
    });
    if (before.size() > most) before.resize(most);
    std::vector<std::string> lines;
    for (const Check* one : before) {
        std::string what;
        switch (one->status) {
            case CheckStatus::planned: what = says(language, "nog zonder uitslag", "no result yet"); break;
            case CheckStatus::cancelled: what = says(language, "ging niet door", "was cancelled"); break;
            case CheckStatus::done:
                what = one->result ? result_text(*one->result, language)
                                   : std::string(says(language, "gedaan, uitslag onbekend", "done, result unknown"));
                break;
        }
        lines.push_back(fmt::format("{}, {}: {}.", day_text(one->date, language), name_of(one->theme, language), what));
    }
    return lines;
}

std::string sources_line(const Project& project) {
    const Language language = project.settings.language;
    constexpr std::size_t most = 4;
    std::vector<std::string> files;
    for (const InputFile& input : project.provenance.inputs) {
        if (files.size() == most) {
            files.push_back(
                filled(says(language, "en {} andere", "and {} more"), project.provenance.inputs.size() - most));
            break;
        }
        files.push_back(fmt::format("{} ({} {})", shortened(std::filesystem::path(input.name).filename().string(), 40),
                                    input.rows, says(language, "rijen", "rows")));
    }
    std::string line;
    if (!project.provenance.data_date.empty())
        line = filled(says(language, "Gegevens tot en met {}. ", "Data up to {}. "),
                      day_or_year(project.provenance.data_date, language));
    if (!files.empty()) line += fmt::format("{}: {}.", says(language, "Bronnen", "Sources"), joined(files, "; "));
    return line;
}

std::string limits_line(const Project& project) {
    const Language language = project.settings.language;
    std::string line(says(
        language,
        "Niet ieder ongeval is geregistreerd, en de plek kan tot 100 m afwijken. De kaart is een schets: ter plaatse "
        "beslist de ploeg.",
        "Not every accident is registered, and its place may be off by up to 100 m. The map is a sketch: on the spot "
        "the crew decides."));
    line += says(language, " Intern: niet verspreiden, na afloop en verwerking vernietigen.",
                 " Internal: do not pass on, destroy once it is done and recorded.");
    return line;
}

std::string made_line(const Project& project) {
    const Language language = project.settings.language;
    std::string line = fmt::format("Baken {}", project.provenance.version);
    const auto add = [&](std::string_view dutch, std::string_view english, const std::string& hash) {
        if (!hash.empty()) line += fmt::format(" \u00b7 {} {}", says(language, dutch, english), hash.substr(0, 12));
    };
    add("instellingen", "settings", project.provenance.settings_sha256);
    for (std::size_t i = 0; i < std::min<std::size_t>(project.provenance.inputs.size(), 4); ++i)
        add("bron", "source", project.provenance.inputs[i].sha256);
    return line;
}

}  // namespace baken
