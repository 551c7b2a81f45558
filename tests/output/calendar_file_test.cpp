#include "output/calendar_file.hpp"

#include "base/text.hpp"
#include "calendar/local_time.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <cmath>
#include <map>
#include <memory>

#include <libical/ical.h>

using namespace baken;
using namespace baken::test;

namespace {

struct Event {
    std::string start_zone;
    Date start_day, end_day;
    int start_minute = 0, end_minute = 0;
    std::string summary, location, description;
    double lat = 0, lon = 0;
    int sequence = -1;
};

std::string text_or_empty(const char* text) { return text == nullptr ? "" : text; }

Date day_of(const icaltimetype& time) {
    return make_date(time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day));
}

/// Read back by the library, as another program would.
std::map<std::string, Event> events_in(const std::string& text) {
    std::map<std::string, Event> events;
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(icalparser_parse_string(text.c_str()),
                                                                                 &icalcomponent_free);
    REQUIRE(calendar != nullptr);
    REQUIRE(icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    for (auto* found = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); found != nullptr;
         found = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        icalproperty* start = icalcomponent_get_first_property(found, ICAL_DTSTART_PROPERTY);
        icalproperty* end = icalcomponent_get_first_property(found, ICAL_DTEND_PROPERTY);
        const icaltimetype from = icalproperty_get_dtstart(start), to = icalproperty_get_dtend(end);
        const icalgeotype geo = icalproperty_get_geo(icalcomponent_get_first_property(found, ICAL_GEO_PROPERTY));
        events[text_or_empty(icalcomponent_get_uid(found))] = {
            .start_zone = text_or_empty(icalproperty_get_parameter_as_string(start, "TZID")),
            .start_day = day_of(from),
            .end_day = day_of(to),
            .start_minute = from.hour * 60 + from.minute,
            .end_minute = to.hour * 60 + to.minute,
            .summary = text_or_empty(icalcomponent_get_summary(found)),
            .location = text_or_empty(icalcomponent_get_location(found)),
            .description = text_or_empty(icalcomponent_get_description(found)),
            .lat = geo.lat,
            .lon = geo.lon,
            .sequence = icalcomponent_get_sequence(found)};
    }
    return events;
}

}  // namespace

TEST_CASE("every check is an event at its own moment") {
    const Project project = sample_project();
    const auto events = events_in(plan_calendar(project));
    REQUIRE(events.size() == project.plan.checks.size());
    for (const auto& check : project.plan.checks) {
        INFO(check.id.text);
        const Event& event = events.at(check.id.text + "@baken");
        CHECK(event.start_zone == "Europe/Amsterdam");
        CHECK(to_utc(event.start_day, event.start_minute) == check.starts_at);
        CHECK(to_utc(event.end_day, event.end_minute) == check.ends_at);
        CHECK(event.start_day == check.date);
        CHECK(event.start_minute == check.start);
        CHECK(event.sequence == 0);
        const Hotspot& hotspot = project.hotspots[check.hotspot];
        CHECK(event.location == hotspot.name);
        CHECK(event.summary.find(hotspot.name) == 0);
        CHECK(event.description.find(check.reason) == 0);
        CHECK(std::abs(event.lat - hotspot.lonlat.lat) < 2e-6);
        CHECK(std::abs(event.lon - hotspot.lonlat.lon) < 2e-6);
    }
}

TEST_CASE("the calendar's own zone gives the Dutch offsets, without the system's") {
    const std::string text = plan_calendar(sample_project());
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(icalparser_parse_string(text.c_str()),
                                                                                 &icalcomponent_free);
    const std::unique_ptr<icaltimezone, void (*)(icaltimezone*)> zone(icaltimezone_new(),
                                                                      [](icaltimezone* z) { icaltimezone_free(z, 1); });
    icalcomponent* own = icalcomponent_get_first_component(calendar.get(), ICAL_VTIMEZONE_COMPONENT);
    REQUIRE(own != nullptr);
    REQUIRE(icaltimezone_set_component(zone.get(), icalcomponent_new_clone(own)) == 1);
    // The hours around both changes of three years, and a plain winter and summer noon.
    for (const int year : {1997, 2027, 2031}) {
        const UtcTime change = to_utc(make_date(year, 7, 1), 0);
        for (UtcTime moment = make_date(year, 1, 1); moment < make_date(year, 12, 31);
             moment += std::chrono::hours(7)) {
            const Date day = std::chrono::floor<std::chrono::days>(moment);
            icaltimetype utc = icaltime_null_time();
            utc.year = year_of(day);
            utc.month = static_cast<int>(month_of(day));
            utc.day = static_cast<int>(day_of_month(day));
            utc.hour = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(moment - day).count());
            utc.zone = icaltimezone_get_utc_timezone();
            int is_summer = 0;
            if (icaltimezone_get_utc_offset_of_utc_time(zone.get(), &utc, &is_summer) !=
                utc_offset_minutes(moment) * 60)
                FAIL_CHECK(to_iso(moment) << " has another offset");
        }
        CHECK(utc_offset_minutes(change) == 120);
    }
}

TEST_CASE("lines end in CRLF, are folded and stay UTF-8") {
    const std::string text = plan_calendar(sample_project());
    std::size_t lines = 0;
    for (std::size_t at = 0; at < text.size(); ++lines) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const std::string line = text.substr(at, end - at);
        CHECK(line.size() <= 75);
        CHECK(line.find('\n') == std::string::npos);
        CHECK(is_valid_utf8(line));
        at = end + 2;
    }
    CHECK(lines > 24 * 12);
    CHECK(text.find("DTSTAMP:20270101T000000Z") != std::string::npos);
}

TEST_CASE("the same plan gives the same calendar, without the seed") {
    const std::string text = plan_calendar(sample_project());
    CHECK(text == plan_calendar(sample_project()));
    CHECK(text.find("18446744") == std::string::npos);
}

TEST_CASE("an empty plan is a calendar without events") {
    Project project = sample_project();
    project.plan.checks.clear();
    CHECK(events_in(plan_calendar(project)).empty());
}
