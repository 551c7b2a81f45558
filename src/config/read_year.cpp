// [rules], [[crew]], [calendar], [privacy] and [[lock]]: what the year of checks must hold to.
#include "config/parts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace baken {

namespace {

constexpr int day_length = 24 * 60, minutes_of_a_meeting = 60;
constexpr Span count_per_year{0, 1000};
constexpr Span days_of_a_year{0, 366};

void read_dark_days(Section& rules, DarkDaysRule& dark_days) {
    auto section = rules.section("dark_days");
    if (!section) return;
    section->read("from", dark_days.from);
    section->read("to", dark_days.to);
    section->read("checks_per_municipality", dark_days.checks_per_municipality, count_per_year);
    section->finish();
}

/// Where no maximum is agreed it leaves room for the quota and both dark seasons. A maximum below the quota is taken as
/// written: the plan then names what it costs.
void fit_maximum(const Section& section, Rules& rules) {
    if (section.has("max_per_municipality")) return;
    rules.max_per_municipality = std::max(rules.max_per_municipality,
                                          rules.checks_per_municipality + 2 * rules.dark_days.checks_per_municipality);
}

/// "ma", "maandag", "mon", "Monday" -> 1.
std::optional<unsigned> weekday_named(std::string_view written) {
    static constexpr std::array<std::array<std::string_view, 4>, 7> names{{{"ma", "maandag", "mon", "monday"},
                                                                           {"di", "dinsdag", "tue", "tuesday"},
                                                                           {"wo", "woensdag", "wed", "wednesday"},
                                                                           {"do", "donderdag", "thu", "thursday"},
                                                                           {"vr", "vrijdag", "fri", "friday"},
                                                                           {"za", "zaterdag", "sat", "saturday"},
                                                                           {"zo", "zondag", "sun", "sunday"}}};
    const std::string key = folded(written);
    for (unsigned day = 1; day <= names.size(); ++day)
        for (const auto name : names[day - 1])
            if (key == name) return day;
    return std::nullopt;
}

void read_weekdays(Section& crew, std::vector<unsigned>& weekdays) {
    const auto* value = crew.ask("weekdays");
    if (value == nullptr) return;
    std::set<unsigned> days;
    for (const auto& element : crew.array_of(*value, "weekdays", "days such as \"ma\" or \"mon\"")) {
        const std::string& written = crew.text_of(element, "weekdays");
        const auto day = weekday_named(written);
        if (!day)
            crew.fail(element.at,
                      fmt::format("'weekdays' has '{}', which is no day; write ma di wo do vr za zo, or mon tue "
                                  "wed thu fri sat sun",
                                  written));
        days.insert(*day);
    }
    if (days.empty())
        crew.fail(value->at, "'weekdays' is empty, and then the crew never works; name a day or leave the key out");
    weekdays.assign(days.begin(), days.end());
}

void check_municipality(const Section& section, TextPlace at, const std::string& name, const RegionSettings& region) {
    if (region.municipalities.empty()) return;
    for (const auto& known : region.municipalities)
        if (folded(known) == folded(name)) return;
    const auto near = nearest_word(name, region.municipalities);
    section.fail(
        at, fmt::format("'{}' is not one of the region's municipalities ({}){}", name,
                        joined(region.municipalities, ", "), near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

CrewSettings read_crew(Section& section, const RegionSettings& region) {
    CrewSettings crew;
    crew.name = section.required_text("name");
    section.read("checks_per_week", crew.checks_per_week, {0, 1000});
    read_weekdays(section, crew.weekdays);
    section.read_clock("from", crew.from);
    section.read_clock("until", crew.until);
    if (crew.until <= crew.from) crew.until += day_length;
    if (const auto* value = section.ask("municipalities"))
        for (const auto& element : section.array_of(*value, "municipalities", "municipalities")) {
            const std::string& name = section.text_of(element, "municipalities");
            check_municipality(section, element.at, name, region);
            crew.municipalities.push_back(name);
        }
    crew.away = read_closed_days(section, "away");
    section.finish();
    return crew;
}

std::vector<DayBlock> read_blocks(Section& calendar, std::vector<DayBlock> blocks) {
    if (!calendar.has("blocks")) {
        (void)calendar.ask("blocks");
        return blocks;
    }
    blocks.clear();
    for (auto& section : calendar.sections("blocks")) {
        DayBlock block{section.required_text("name"), -1, -1};
        section.read_clock("from", block.from);
        section.read_clock("until", block.until);
        if (block.from < 0) section.fail_missing("from", "write from = \"21:00\"");
        if (block.until < 0) section.fail_missing("until", "write until = \"23:00\"");
        if (block.until == block.from) section.fail_at("until", "the block ends when it begins; move one of the two");
        if (block.until < block.from) block.until += day_length;
        for (const auto& other : blocks)
            if (other.name == block.name)
                section.fail_at("name", fmt::format("the name '{}' is taken; choose another", block.name));
        section.finish();
        blocks.push_back(std::move(block));
    }
    if (blocks.empty())
        calendar.fail_at("blocks",
                         "'blocks' is empty, and then no check can be placed; write one or leave the key out");
    return blocks;
}

std::vector<Meeting> read_meetings(Section& calendar) {
    std::vector<Meeting> meetings;
    for (auto& section : calendar.sections("meetings")) {
        Meeting meeting;
        meeting.name = section.required_text("name");
        meeting.date = section.required_date("date");
        section.read_clock("from", meeting.from);
        meeting.until = meeting.from + minutes_of_a_meeting;
        section.read_clock("until", meeting.until);
        if (meeting.until <= meeting.from)
            section.fail_at("until", "the meeting ends before it begins; exchange 'from' and 'until'");
        section.read("place", meeting.place);
        section.finish();
        meetings.push_back(std::move(meeting));
    }
    return meetings;
}

void check_in_year(const Section& section, const std::string& key, Date date, int year) {
    if (year_of(date) != year)
        section.fail_at(
            key, fmt::format("'{}' is {}, which is not in {}; choose a day of that year", key, to_iso(date), year));
}

Lock read_lock(Section& section, const RegionSettings& region, int year) {
    Lock lock;
    lock.municipality = section.required_text("municipality");
    check_municipality(section, section.ask("municipality")->at, lock.municipality, region);
    lock.date = section.required_date("date");
    check_in_year(section, "date", lock.date, year);
    std::string site;
    section.read("site", site);
    if (!site.empty()) lock.site = site;
    if (const auto* value = section.ask("theme")) {
        std::vector<std::string> codes;
        for (const Theme theme : all_themes) codes.emplace_back(code_of(theme));
        lock.theme = theme_from_code(section.one_of(*value, "theme", codes));
    }
    int start = -1;
    section.read_clock("start", start);
    if (start >= 0) lock.start = start;
    section.finish();
    return lock;
}

}  // namespace

Rules read_rules(Section& settings, HotspotSettings& hotspots) {
    Rules rules;
    auto section = settings.section("rules");
    if (!section) return rules;
    section->read("checks_per_municipality", rules.checks_per_municipality, count_per_year);
    section->read("max_per_municipality", rules.max_per_municipality, count_per_year);
    read_dark_days(*section, rules.dark_days);
    section->read("checks_per_campaign", rules.checks_per_campaign, count_per_year);
    section->read("complainants_for_a_visit", rules.complainants_for_a_visit, {0, 100000});
    section->read("revisit_days", rules.revisit, days_of_a_year);
    section->read("spacing", rules.spacing, {0, 100000});
    section->read("spacing_days", rules.spacing_days, days_of_a_year);
    section->read("municipality_gap_days", rules.municipality_gap, days_of_a_year);
    section->read("unpredictability", rules.unpredictability, {0, 0.5});
    read_road_managers(*section, hotspots.road_managers);
    fit_maximum(*section, rules);
    section->finish();
    return rules;
}

std::vector<ClosedDays> read_closed_days(Section& section, const std::string& key) {
    std::vector<ClosedDays> days;
    for (auto& stretch : section.sections(key)) {
        const Date from = stretch.required_date("from");
        std::optional<Date> to;
        stretch.read("to", to);
        if (to && *to < from)
            stretch.fail_at("to",
                            fmt::format("'to' is {}, before 'from' ({}); exchange the two", to_iso(*to), to_iso(from)));
        std::string reason;
        stretch.read("reason", reason);
        stretch.finish();
        days.push_back({from, to.value_or(from), reason});
    }
    return days;
}

std::vector<CrewSettings> read_crews(Section& settings, const RegionSettings& region) {
    std::vector<CrewSettings> crews;
    for (auto& section : settings.sections("crew")) {
        CrewSettings crew = read_crew(section, region);
        for (const auto& other : crews)
            if (other.name == crew.name)
                section.fail_at("name", fmt::format("the name '{}' is taken; choose another", crew.name));
        crews.push_back(std::move(crew));
    }
    if (crews.empty()) {
        crews.emplace_back();
        crews.back().name = only_crew;
    }
    return crews;
}

CalendarSettings read_calendar(Section& settings, const SettingsFolder& folder, int year) {
    CalendarSettings calendar;
    auto section = settings.section("calendar");
    if (!section) return calendar;
    std::string campaigns, school_holidays;
    section->read("campaigns", campaigns);
    section->read("school_holidays", school_holidays);
    if (!campaigns.empty()) calendar.campaigns = folder.resolve(campaigns);
    if (!school_holidays.empty()) calendar.school_holidays = folder.resolve(school_holidays);
    if (const auto* value = section->ask("holidays"))
        calendar.holidays = section->one_of(*value, "holidays", {"nl", "none"});
    section->read("region_day", calendar.region_day);
    if (calendar.region_day) check_in_year(*section, "region_day", *calendar.region_day, year);
    calendar.closed = read_closed_days(*section, "closed");
    calendar.meetings = read_meetings(*section);
    calendar.blocks = read_blocks(*section, std::move(calendar.blocks));
    section->finish();
    return calendar;
}

PrivacySettings read_privacy(Section& settings) {
    PrivacySettings privacy;
    auto section = settings.section("privacy");
    if (!section) return privacy;
    section->read("k", privacy.k, {3, 10});
    section->finish();
    return privacy;
}

std::vector<Lock> read_locks(Section& settings, const RegionSettings& region, int year) {
    std::vector<Lock> locks;
    for (auto& section : settings.sections("lock")) locks.push_back(read_lock(section, region, year));
    return locks;
}

}  // namespace baken
