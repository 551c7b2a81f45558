#include "output/calendar_file.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "calendar/local_time.hpp"
#include "output/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
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

icaltimetype whole_day(Date day) {
    icaltimetype time = civil_time(day, 0);
    time.is_date = 1;
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

/// What every event has: who it is, and when it was written.
Component event_named(const std::string& uid, UtcTime stamp) {
    Component event = component(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid(uid.c_str()));
    icaltimetype stamped = civil_time(std::chrono::floor<std::chrono::days>(stamp), 0);
    stamped.zone = icaltimezone_get_utc_timezone();
    add(event, icalproperty_new_dtstamp(stamped));
    add(event, icalproperty_new_sequence(0));
    return event;
}

Component alarm(const char* before, const std::string& words) {
    Component alarm = component(ICAL_VALARM_COMPONENT);
    add(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    add(alarm, icalproperty_new_trigger(icaltriggertype_from_string(before)));
    add(alarm, icalproperty_new_description(words.c_str()));
    return alarm;
}

Component event_of(const Project& project, const Check& check, UtcTime stamp) {
    const Hotspot& hotspot = project.hotspots.at(check.hotspot);
    const Municipality& municipality = project.region->municipalities.at(check.municipality);
    const Language language = project.settings.language;
    const std::string place = place_of(hotspot, municipality);
    const std::string theme(name_of(check.theme, language));
    const std::string summary = place + " \u2013 " + theme;
    Component event = event_named(check.id.text + "@baken", stamp);
    add(event, in_zone(icalproperty_new_dtstart(local_time(check.starts_at))));
    add(event, in_zone(icalproperty_new_dtend(local_time(check.ends_at))));
    add(event, icalproperty_new_summary(summary.c_str()));
    add(event, icalproperty_new_location(place.c_str()));
    add(event, icalproperty_new_description(description_of(project, check).c_str()));
    add(event, icalproperty_new_geo({hotspot.lonlat.lat, hotspot.lonlat.lon}));
    add(event, icalproperty_new_categories(theme.c_str()));
    const bool is_cancelled = check.status == CheckStatus::cancelled;
    add(event, icalproperty_new_status(is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    // A check that is known beforehand is none: calendars that are shared show only that the time is taken.
    add(event, icalproperty_new_class(ICAL_CLASS_CONFIDENTIAL));
    if (is_cancelled) return event;
    add(event, alarm("-P7D", fmt::format("{}: {}", says(language, "Over een week", "In a week"), summary)));
    add(event, alarm("-PT2H", fmt::format("{}: {}", says(language, "Over twee uur", "In two hours"), summary)));
    return event;
}

void add_provenance(Component& calendar, const Provenance& from) {
    add_extension(calendar, "X-BAKEN-VERSION", from.version);
    add_extension(calendar, "X-BAKEN-SETTINGS-SHA256", from.settings_sha256);
    if (!from.data_date.empty()) add_extension(calendar, "X-BAKEN-DATA-DATE", from.data_date);
    for (const auto& input : from.inputs) add_extension(calendar, "X-BAKEN-INPUT-SHA256", input.sha256);
}

Component calendar_of(const Project& project, const std::string& name) {
    Component calendar = component(ICAL_VCALENDAR_COMPONENT);
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid(("-//Baken//Baken " + project.provenance.version + "//NL").c_str()));
    add(calendar, icalproperty_new_calscale("GREGORIAN"));
    add(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_extension(calendar, "X-WR-CALNAME", name);
    add_extension(calendar, "X-WR-TIMEZONE", zone_name);
    add_provenance(calendar, project.provenance);
    add(calendar, dutch_zone());
    return calendar;
}

std::string text_of(icalcomponent* written) {
    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(written), &std::free);
    if (!text) throw InternalError("the calendar could not be written");
    return text.get();
}

/// The moment that stands in the files: the first of the planning year. A clock would make two equal runs differ.
UtcTime stamp_of(const Project& project) { return make_date(project.settings.year, 1, 1); }

// Earlier calendars

/// What an event says, whatever its number in the row of changes.
std::string content_of(icalcomponent* event) {
    const Component copy(icalcomponent_new_clone(event));
    icalcomponent_set_sequence(copy.get(), 0);
    return text_of(copy.get());
}

bool is_cancelled(icalcomponent* event) { return icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED; }

/// By UID the last word of the calendars that were handed out.
std::map<std::string, Component> events_told(const std::vector<std::string>& calendars) {
    std::map<std::string, Component> told;
    for (const std::string& text : calendars) {
        const Component calendar(icalparser_parse_string(text.c_str()));
        if (!calendar) continue;
        for (auto* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); event != nullptr;
             event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
            const char* uid = icalcomponent_get_uid(event);
            if (uid == nullptr || !std::string_view(uid).ends_with("@baken")) continue;
            Component& last = told[uid];
            if (!last || icalcomponent_get_sequence(last.get()) < icalcomponent_get_sequence(event))
                last.reset(icalcomponent_new_clone(event));
        }
    }
    return told;
}

/// An event of a check that is gone: still itself, without alarms, and cancelled.
Component cancelled(icalcomponent* told) {
    Component event(icalcomponent_new_clone(told));
    if (is_cancelled(told)) return event;
    while (icalcomponent* alarm = icalcomponent_get_first_component(event.get(), ICAL_VALARM_COMPONENT)) {
        icalcomponent_remove_component(event.get(), alarm);
        icalcomponent_free(alarm);
    }
    icalcomponent_set_status(event.get(), ICAL_STATUS_CANCELLED);
    icalcomponent_set_sequence(event.get(), icalcomponent_get_sequence(told) + 1);
    return event;
}

}  // namespace

std::string plan_calendar(const Project& project, const std::vector<std::string>& before) {
    Component calendar = calendar_of(project, project.settings.name);
    std::map<std::string, Component> told = events_told(before);
    for (const auto& check : project.plan.checks) {
        Component event = event_of(project, check, stamp_of(project));
        if (const auto earlier = told.extract(icalcomponent_get_uid(event.get()))) {
            icalcomponent* last = earlier.mapped().get();
            const bool is_same = content_of(last) == content_of(event.get());
            icalcomponent_set_sequence(event.get(), icalcomponent_get_sequence(last) + (is_same ? 0 : 1));
        }
        add(calendar, std::move(event));
    }
    for (const auto& [uid, event] : told) add(calendar, cancelled(event.get()));
    return text_of(calendar.get());
}

std::string campaign_calendar(const Project& project) {
    const Language language = project.settings.language;
    Component calendar = calendar_of(
        project, fmt::format("{} \u2013 {}", project.settings.name, says(language, "campagnes", "campaigns")));
    for (const Campaign& campaign : project.campaigns) {
        Component event = event_named(fmt::format("{}-{}@campaign.baken", to_iso(campaign.from), folded(campaign.name)),
                                      stamp_of(project));
        add(event, icalproperty_new_dtstart(whole_day(campaign.from)));
        add(event, icalproperty_new_dtend(whole_day(campaign.to + std::chrono::days{1})));
        add(event, icalproperty_new_summary(campaign.name.c_str()));
        const std::string theme(name_of(campaign.theme, language));
        add(event, icalproperty_new_description(
                       fmt::format("{}: {}{}", says(language, "Thema", "Theme"), theme,
                                   campaign.source.empty()
                                       ? ""
                                       : fmt::format("\n{}: {}", says(language, "Bron", "Source"), campaign.source))
                           .c_str()));
        add(event, icalproperty_new_categories(theme.c_str()));
        add(event, icalproperty_new_status(campaign.is_confirmed ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE));
        add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
        add(calendar, std::move(event));
    }
    return text_of(calendar.get());
}

std::string meeting_calendar(const Project& project) {
    const Language language = project.settings.language;
    Component calendar = calendar_of(
        project, fmt::format("{} \u2013 {}", project.settings.name, says(language, "overleg", "consultation")));
    for (const Meeting& meeting : project.settings.calendar.meetings) {
        Component event = event_named(fmt::format("{}-{}@meeting.baken", to_iso(meeting.date), folded(meeting.name)),
                                      stamp_of(project));
        add(event, in_zone(icalproperty_new_dtstart(civil_time(meeting.date, meeting.from))));
        add(event, in_zone(icalproperty_new_dtend(civil_time(meeting.date, meeting.until))));
        add(event, icalproperty_new_summary(meeting.name.c_str()));
        if (!meeting.place.empty()) add(event, icalproperty_new_location(meeting.place.c_str()));
        const auto past = std::count_if(project.plan.checks.begin(), project.plan.checks.end(),
                                        [&](const Check& check) { return check.date < meeting.date; });
        add(event,
            icalproperty_new_description(
                fmt::format(fmt::runtime(says(language,
                                              "Mee te nemen: certificaat en rapport. Controles in het plan: {}, "
                                              "waarvan {} v\u00f3\u00f3r deze dag.",
                                              "To take along: certificate and report. Checks in the plan: {}, of "
                                              "which {} before this day.")),
                            project.plan.checks.size(), past)
                    .c_str()));
        add(event, icalproperty_new_status(ICAL_STATUS_CONFIRMED));
        add(event, alarm("-P7D", fmt::format("{}: {}", says(language, "Over een week", "In a week"), meeting.name)));
        add(calendar, std::move(event));
    }
    return text_of(calendar.get());
}

}  // namespace baken
