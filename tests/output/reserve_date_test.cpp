#include "output/reserve_date.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

/// One place, one crew that works every day, one check on Friday 12 March 2027 from 12:00 to 14:00.
Project small_plan() {
    Project project;
    project.settings.year = 2027;
    project.settings.crews = {CrewSettings{.name = "Basisteam"}, CrewSettings{.name = "Oost"}};
    project.region.edit().municipalities = {Municipality{{"GM0252"}, "Heumen", {}, {5.84, 51.77}},
                                            Municipality{{"GM0296"}, "Wijchen", {}, {5.72, 51.81}}};
    Hotspot here;
    here.id = {"GM0252-H01"};
    here.at = {187000, 421900};
    here.lonlat = {5.85, 51.78};
    Hotspot far = here;
    far.id = {"GM0296-H01"};
    far.municipality = 1;
    far.at = {178000, 424000};
    project.hotspots = {here, far};
    Check check;
    check.id = {"GM0252-2027-01"};
    check.date = make_date(2027, 3, 12);
    check.start = 12 * 60;
    check.end = 14 * 60;
    check.theme = Theme::speed;
    project.plan.checks = {check};
    return project;
}

Check other_check(Date day, std::size_t crew = 0) {
    Check check;
    check.id = {"GM0296-2027-01"};
    check.municipality = 1;
    check.hotspot = 1;
    check.date = day;
    check.start = 7 * 60;
    check.end = 9 * 60;
    check.theme = Theme::distraction;
    check.crew = crew;
    return check;
}

std::string reserve_of(const Project& project, const std::vector<Campaign>& campaigns = {}) {
    const Calendar calendar = make_calendar(2027, project.settings.calendar, project.settings.rules.dark_days,
                                            campaigns, project.school_holidays);
    const auto day = reserve_date(project, calendar, project.plan.checks.front());
    return day ? to_iso(*day) : "none";
}

}  // namespace

TEST_CASE("the reserve is a week later where nothing stands in the way") {
    CHECK(reserve_of(small_plan()) == "2027-03-19");
}

TEST_CASE("a closed day, a crew that is away and a full week each move the reserve on by a week") {
    Project project = small_plan();
    project.settings.calendar.closed = {{make_date(2027, 3, 19), make_date(2027, 3, 19), "consultation"}};
    CHECK(reserve_of(project) == "2027-03-26");
    project.settings.crews[0].away = {{make_date(2027, 3, 22), make_date(2027, 3, 28), "leave"}};
    CHECK(reserve_of(project) == "2027-04-02");
    project.settings.crews[0].checks_per_week = 1;
    project.plan.checks.push_back(other_check(make_date(2027, 3, 30)));
    CHECK(reserve_of(project) == "2027-04-09");
    project.plan.checks.back().status = CheckStatus::cancelled;
    CHECK(reserve_of(project) == "2027-04-02");
}

TEST_CASE("the crew of the check must be free, another crew's day is no hindrance") {
    Project project = small_plan();
    project.plan.checks.push_back(other_check(make_date(2027, 3, 19), 0));
    CHECK(reserve_of(project) == "2027-03-26");
    project.plan.checks.back().crew = 1;
    CHECK(reserve_of(project) == "2027-03-19");
}

TEST_CASE("other checks in the municipality, at the place and on the theme keep their distance") {
    Project project = small_plan();
    Check again = other_check(make_date(2027, 3, 22), 1);
    again.municipality = 0;
    project.plan.checks.push_back(again);  // within seven days of the 19th
    CHECK(reserve_of(project) == "2027-04-02");
    project.plan.checks.back().hotspot = 0;  // and now within 21 days of the same place
    CHECK(reserve_of(project) == "2027-04-16");
    project.plan.checks.back().theme = Theme::speed;  // and within 28 days on the same theme
    CHECK(reserve_of(project) == "2027-04-23");
}

TEST_CASE("a campaign ends its reserves: another weekday before none at all") {
    Project project = small_plan();
    project.plan.checks.front().campaign = "Snelheid";
    std::vector<Campaign> campaigns{
        {"Snelheid", Theme::speed, make_date(2027, 3, 8), make_date(2027, 3, 31), true, ""}};
    CHECK(reserve_of(project, campaigns) == "2027-03-19");
    campaigns[0].to = make_date(2027, 3, 14);
    CHECK(reserve_of(project, campaigns) == "2027-03-13");
    campaigns[0].to = make_date(2027, 3, 12);
    CHECK(reserve_of(project, campaigns) == "none");
}

TEST_CASE("a dark-days check stays in its season and in the dark") {
    Project project = small_plan();
    Check& check = project.plan.checks.front();
    check.kind = CheckKind::dark_days;
    check.theme = Theme::lighting;
    check.dark_share = 1;
    check.start = 21 * 60;
    check.end = 23 * 60;
    CHECK(reserve_of(project) == "2027-03-19");
    check.date = make_date(2027, 3, 31);  // the season ends that day
    CHECK(reserve_of(project) == "none");
    // Dusk is at 18:57 on 5 March 2027 and at 19:09 a week later: the next day is still dark from seven o'clock.
    check.start = 19 * 60;
    check.end = 21 * 60;
    check.date = make_date(2027, 3, 5);
    CHECK(reserve_of(project) == "2027-03-06");
}

TEST_CASE("schools are open on the reserve, and the region day has none") {
    Project project = small_plan();
    project.plan.checks.front().theme = Theme::school_zone;
    project.school_holidays = {{make_date(2027, 3, 15), make_date(2027, 3, 21), "made up"}};
    CHECK(reserve_of(project) == "2027-03-26");
    project.plan.checks.front().kind = CheckKind::region_day;
    CHECK(reserve_of(project) == "none");
}
