#include "output/calendar_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "calendar/local_time.hpp"
#include "output/words.hpp"

#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <libical/ical.h>

namespace baken {

namespace {

constexpr const char* zone_name = "Europe/Amsterdam";

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

Component component(icalcomponent_kind kind) { return Component(icalcomponent_new(kind)); }

void add(Component& to, icalproperty* property) { icalcomponent_add_property(to.get(), property); }
void add(Component& to, Component part) { icalcomponent_add_component(to.get(), part.release()); }

void add_extension(Component& to, const char* name, const std::string& value) {
    icalproperty* property = icalproperty_new_x(value.c_str());
    icalproperty_set_x_name(property, name);
    add(to, property);
}

icaltimetype civil_time(Date day, int minute_of_day) {
    icaltimetype time = icaltime_null_time();
    time.year = year_of(day);
    time.month = static_cast<int>(month_of(day));
    time.day = static_cast<int>(day_of_month(day));
    time.hour = minute_of_day / 60;
    time.minute = minute_of_day % 60;
    time.is_date = 0;
    return time;
}

icaltimetype local_time(UtcTime moment) {
    const LocalTime local = to_local(moment);
    return civil_time(local.day, local.minute_of_day);
}

icalproperty* in_zone(icalproperty* property) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(zone_name));
    return property;
}

/// One half of the year, by its rule of the last Sunday of a month.
Component zone_half(icalcomponent_kind kind, const char* name, Date first, int hour, int offset_from, int offset_to,
                    const char* rule) {
    Component half = component(kind);
    add(half, icalproperty_new_tzname(name));
    add(half, icalproperty_new_dtstart(civil_time(first, hour * 60)));
    add(half, icalproperty_new_tzoffsetfrom(offset_from));
    add(half, icalproperty_new_tzoffsetto(offset_to));
    add(half, icalproperty_new_rrule(icalrecurrencetype_from_string(rule)));
    return half;
}

/// The rule that holds since 1996 (Directive 2000/84/EC and the one before it), written out: no zone database is asked.
Component dutch_zone() {
    Component zone = component(ICAL_VTIMEZONE_COMPONENT);
    add(zone, icalproperty_new_tzid(zone_name));
    add(zone, zone_half(ICAL_XDAYLIGHT_COMPONENT, "CEST", make_date(1996, 3, 31), 2, 3600, 7200,
                        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
    add(zone, zone_half(ICAL_XSTANDARD_COMPONENT, "CET", make_date(1996, 10, 27), 3, 7200, 3600,
                        "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
    return zone;
}

std::string place_of(const Hotspot& hotspot, const Municipality& municipality) {
    return hotspot.name.ends_with(municipality.name) ? hotspot.name : hotspot.name + ", " + municipality.name;
}

std::string description_of(const Project& project, const Check& check) {
    const Language language = project.settings.language;
    std::vector<std::string> lines{check.reason};
    const auto line = [&](std::string_view dutch, std::string_view english, std::string_view content) {
        if (!content.empty()) lines.push_back(fmt::format("{}: {}", says(language, dutch, english), content));
    };
    line("Soort", "Kind", name_of(check.kind, language));
    line("Thema", "Theme", name_of(check.theme, language));
    line("Campagne", "Campaign", check.campaign);
    line("Ploeg", "Crew", project.settings.crew_name(check.crew));
    line("Partners", "Partners", check.partners);
    line("In het donker", "In the dark", percent_text(check.dark_share, 0, language));
    line("Controle", "Check", check.id.text);
    return joined(lines, "\n");
}

Component event_of(const Project& project, const Check& check, UtcTime stamp) {
    const Hotspot& hotspot = project.hotspots.at(check.hotspot);
    const Municipality& municipality = project.region->municipalities.at(check.municipality);
    const std::string place = place_of(hotspot, municipality);
    const std::string theme(name_of(check.theme, project.settings.language));
    Component event = component(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid((check.id.text + "@baken").c_str()));
    icaltimetype stamped = civil_time(std::chrono::floor<std::chrono::days>(stamp), 0);
    stamped.zone = icaltimezone_get_utc_timezone();
    add(event, icalproperty_new_dtstamp(stamped));
    add(event, icalproperty_new_sequence(0));
    add(event, in_zone(icalproperty_new_dtstart(local_time(check.starts_at))));
    add(event, in_zone(icalproperty_new_dtend(local_time(check.ends_at))));
    add(event, icalproperty_new_summary((place + " \u2013 " + theme).c_str()));
    add(event, icalproperty_new_location(place.c_str()));
    add(event, icalproperty_new_description(description_of(project, check).c_str()));
    add(event, icalproperty_new_geo({hotspot.lonlat.lat, hotspot.lonlat.lon}));
    add(event, icalproperty_new_categories(theme.c_str()));
    add(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
    // A check that is known beforehand is none: calendars that are shared show only that the time is taken.
    add(event, icalproperty_new_class(ICAL_CLASS_CONFIDENTIAL));
    return event;
}

void add_provenance(Component& calendar, const Provenance& from) {
    add_extension(calendar, "X-BAKEN-VERSION", from.version);
    add_extension(calendar, "X-BAKEN-SETTINGS-SHA256", from.settings_sha256);
    if (!from.data_date.empty()) add_extension(calendar, "X-BAKEN-DATA-DATE", from.data_date);
    for (const auto& input : from.inputs) add_extension(calendar, "X-BAKEN-INPUT-SHA256", input.sha256);
}

}  // namespace

std::string plan_calendar(const Project& project) {
    const UtcTime stamp = make_date(project.settings.year, 1, 1);
    Component calendar = component(ICAL_VCALENDAR_COMPONENT);
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid(("-//Baken//Baken " + project.provenance.version + "//NL").c_str()));
    add(calendar, icalproperty_new_calscale("GREGORIAN"));
    add(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_extension(calendar, "X-WR-CALNAME", project.settings.name);
    add_extension(calendar, "X-WR-TIMEZONE", zone_name);
    add_provenance(calendar, project.provenance);
    add(calendar, dutch_zone());
    for (const auto& check : project.plan.checks) add(calendar, event_of(project, check, stamp));

    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()), &std::free);
    if (!text) throw InternalError("the calendar could not be written");
    return text.get();
}

}  // namespace baken
