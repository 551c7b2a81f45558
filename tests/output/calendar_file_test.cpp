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
    bool is_cancelled = false;
    int alarms = 0;
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
        icalproperty* where = icalcomponent_get_first_property(found, ICAL_GEO_PROPERTY);
        const icalgeotype geo = where == nullptr ? icalgeotype{0, 0} : icalproperty_get_geo(where);
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
            .sequence = icalcomponent_get_sequence(found),
            .is_cancelled = icalcomponent_get_status(found) == ICAL_STATUS_CANCELLED,
            .alarms = icalcomponent_count_components(found, ICAL_VALARM_COMPONENT)};
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
        CHECK(event.alarms == 2);
        CHECK_FALSE(event.is_cancelled);
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

TEST_CASE("a calendar of the same plan again says nothing new") {
    const Project project = sample_project();
    const std::string first = plan_calendar(project);
    CHECK(plan_calendar(project, {first}) == first);
    CHECK(plan_calendar(project, {"no calendar at all", "", first, first}) == first);
}

TEST_CASE(
    "after a change the events that differ are updated, those that are gone cancelled, and the others left alone") {
    Project project = sample_project();
    const std::string first = plan_calendar(project);
    std::vector<Check>& checks = project.plan.checks;
    REQUIRE(checks.size() > 3);
    const std::string moved = checks[0].id.text + "@baken", off = checks[1].id.text + "@baken",
                      gone = checks[2].id.text + "@baken";
    checks[0].date += std::chrono::days{1};
    checks[0].starts_at += std::chrono::days{1};
    checks[0].ends_at += std::chrono::days{1};
    checks[1].status = CheckStatus::cancelled;
    const Check dropped = checks[2];
    checks.erase(checks.begin() + 2);
    const std::string second = plan_calendar(project, {first});
    const auto before = events_in(first), after = events_in(second);
    REQUIRE(after.size() == before.size());
    for (const auto& [uid, event] : after) {
        INFO(uid);
        const bool is_touched = uid == moved || uid == off || uid == gone;
        CHECK(event.sequence == (is_touched ? 1 : 0));
        CHECK(event.is_cancelled == (uid == off || uid == gone));
        CHECK(event.alarms == (event.is_cancelled ? 0 : 2));
    }
    CHECK(after.at(moved).start_day == before.at(moved).start_day + std::chrono::days{1});
    CHECK(after.at(gone).start_day == before.at(gone).start_day);

    // A third one: what was cancelled stays so without a new number, and a check that returns is there again.
    CHECK(plan_calendar(project, {first, second}) == second);
    checks.insert(checks.begin() + 2, dropped);
    const auto third = events_in(plan_calendar(project, {second}));
    CHECK(third.at(gone).sequence == 2);
    CHECK_FALSE(third.at(gone).is_cancelled);
    CHECK(third.at(moved).sequence == 1);
}

TEST_CASE("what is no check of a plan in an earlier calendar is not taken over") {
    const Project project = sample_project();
    std::string other = plan_calendar(project);
    for (std::size_t at = 0; (at = other.find("@baken", at)) != std::string::npos;) other.replace(at, 6, "@other");
    CHECK(plan_calendar(project, {other}) == plan_calendar(project));
}

TEST_CASE("campaigns are days that make nobody busy, and one that is not confirmed is tentative") {
    Project project = sample_project();
    project.campaigns = {
        {"MONO", Theme::distraction, make_date(2027, 9, 6), make_date(2027, 9, 12), true, "kalender"},
        {"BOB zomer", Theme::alcohol_drugs, make_date(2027, 6, 14), make_date(2027, 9, 13), false, ""}};
    const std::string text = campaign_calendar(project);
    const auto events = events_in(text);
    REQUIRE(events.size() == 2);
    const Event& mono = events.at("2027-09-06-mono@campaign.baken");
    CHECK(mono.start_day == make_date(2027, 9, 6));
    CHECK(mono.end_day == make_date(2027, 9, 13));  // the day after the last one
    CHECK(text.find("DTSTART;VALUE=DATE:20270906") != std::string::npos);
    CHECK(text.find("STATUS:TENTATIVE") != std::string::npos);
    CHECK(text.find("TRANSP:TRANSPARENT") != std::string::npos);
    CHECK(text.find(to_iso(project.plan.checks[0].date)) == std::string::npos);
}

TEST_CASE("a consultation is an event with its place and hour") {
    Project project = sample_project();
    project.settings.calendar.meetings = {
        {"Regionaal overleg", make_date(2027, 4, 6), 13 * 60 + 30, 15 * 60, "Stadhuis, Wijchen"}};
    const auto events = events_in(meeting_calendar(project));
    REQUIRE(events.size() == 1);
    const Event& meeting = events.at("2027-04-06-regionaaloverleg@meeting.baken");
    CHECK(meeting.start_zone == "Europe/Amsterdam");
    CHECK(meeting.start_day == make_date(2027, 4, 6));
    CHECK(meeting.start_minute == 13 * 60 + 30);
    CHECK(meeting.end_minute == 15 * 60);
    CHECK(meeting.location == "Stadhuis, Wijchen");
    CHECK(meeting.alarms == 1);
}
