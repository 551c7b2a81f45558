#include "output/series_plan.hpp"

#include "output/series_words.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

Check check(std::uint32_t municipality, Date day, CheckKind kind, CheckStatus status = CheckStatus::planned) {
    Check c;
    c.municipality = municipality;
    c.date = day;
    c.start = 1200;
    c.end = 1320;
    c.kind = kind;
    c.status = status;
    return c;
}

Project small_plan() {
    Project project;
    project.settings.year = 2027;
    project.settings.crews = {CrewSettings{.name = "Basis", .checks_per_week = 2}};
    project.region.edit().municipalities = {{.code = {"GM0001"}, .name = "Hoog", .area = {}, .centre = {}},
                                            {.code = {"GM0002"}, .name = "Laag", .area = {}, .centre = {}}};
    return project;
}

}  // namespace

TEST_CASE("the weeks of 2027 are the 53 that touch it, from week 53 of 2026") {
    const auto loads = crew_loads(small_plan());
    REQUIRE(loads.size() == 1);
    REQUIRE(loads[0].weeks.size() == 53);
    CHECK(loads[0].weeks.front().week == IsoWeek{2026, 53});
    CHECK(loads[0].weeks.front().monday == make_date(2026, 12, 28));
    CHECK(loads[0].weeks.back().week == IsoWeek{2027, 52});
    CHECK(loads[0].capacity() == 106);
}

TEST_CASE("a crew's week holds what is planned and done, against what it can do") {
    Project project = small_plan();
    project.settings.crews[0].away = {{make_date(2027, 7, 19), make_date(2027, 7, 25), "Vierdaagse"}};  // week 29
    project.plan.checks = {check(0, make_date(2027, 3, 8), CheckKind::targeted),
                           check(0, make_date(2027, 3, 14), CheckKind::targeted, CheckStatus::done),
                           check(1, make_date(2027, 3, 10), CheckKind::targeted),
                           check(1, make_date(2027, 3, 11), CheckKind::targeted, CheckStatus::cancelled),
                           check(1, make_date(2027, 3, 15), CheckKind::targeted)};
    project.plan.checks.back().crew = 7;  // of nobody
    const CrewLoad load = crew_loads(project).front();
    const CrewWeek& week = load.weeks[10];
    REQUIRE(week.week == IsoWeek{2027, 10});
    CHECK((week.planned == 2 && week.done == 1 && week.cancelled == 1));
    CHECK(week.load() == 3);
    CHECK(load.all() == 3);
    CHECK(load.overfull() == 1);
    CHECK(load.weeks[29].capacity == 0);
    CHECK(load.weeks[28].capacity == 2);
    CHECK(note_on({load}, Language::nl) == "1 week boven de capaciteit.");
    CHECK(crew_loads(Project{.settings = {.year = 2027}}).front().name == "Team 1");
}

TEST_CASE("the 24-hour action stands outside the capacity") {
    Project project = small_plan();
    project.settings.calendar.region_day = make_date(2027, 10, 8);
    for (int i = 0; i < 3; ++i) project.plan.checks.push_back(check(0, make_date(2027, 10, 8), CheckKind::region_day));
    project.plan.checks.push_back(check(0, make_date(2027, 10, 6), CheckKind::targeted));
    const CrewLoad load = crew_loads(project).front();
    CHECK(load.weeks[40].on_region_day == 3);
    CHECK(load.weeks[40].load() == 1);
    CHECK(load.all() == 4);
    CHECK(load.overfull() == 0);
    CHECK(note_on({load}, Language::en) ==
          "No week above capacity. The 24-hour action (3 checks) does not count against it.");
}

TEST_CASE("progress counts what the agreement counts") {
    Project project = small_plan();
    auto& checks = project.plan.checks;
    checks = {check(0, make_date(2027, 3, 8), CheckKind::targeted, CheckStatus::done),
              check(0, make_date(2027, 6, 8), CheckKind::integrated),
              check(0, make_date(2027, 10, 8), CheckKind::region_day),
              check(0, make_date(2027, 11, 8), CheckKind::targeted, CheckStatus::cancelled),
              check(0, make_date(2027, 11, 9), CheckKind::dark_days),  // wholly dark, new season
              check(0, make_date(2027, 10, 9), CheckKind::dark_days),  // half dark
              check(0, make_date(2027, 1, 9), CheckKind::dark_days)};  // the season before
    checks[4].dark_share = 1;
    checks[5].dark_share = 0.5;
    checks[6].dark_share = 1;
    const auto rows = quota_progress(project);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].quota.required == 3);
    CHECK((rows[0].quota.done == 1 && rows[0].quota.planned == 2 && rows[0].quota.cancelled == 1));
    CHECK(rows[0].quota.is_met());
    CHECK(rows[0].dark_days.counted() == 1);
    CHECK(rows[0].dark_days.is_met());
    CHECK_FALSE(rows[1].quota.is_met());
    CHECK(note_on(rows, Language::en) == "Quota met in 1 of 2 municipalities, dark days in 1.");
}

TEST_CASE("the dark share weighs by minutes") {
    Project project = small_plan();
    project.plan.checks = {check(1, make_date(2027, 12, 3), CheckKind::targeted),
                           check(1, make_date(2027, 12, 9), CheckKind::targeted),
                           check(1, make_date(2027, 5, 9), CheckKind::targeted, CheckStatus::cancelled)};
    project.plan.checks[0].dark_share = 1;  // 120 minutes
    project.plan.checks[1].dark_share = 0.25;
    project.plan.checks[1].end = project.plan.checks[1].start + 240;
    const DarkMonths series = dark_months(project);
    REQUIRE(series.rows.size() == 2);
    CHECK(series.rows[1].months[11].checks == 2);
    CHECK(series.rows[1].months[11].share().value() == Approx((120 + 60) / 360.0));
    CHECK_FALSE(series.rows[1].months[4].share());
    CHECK_FALSE(series.rows[0].year.share());
    CHECK(series.all.share().value() == Approx(0.5));
    CHECK(note_on(series, Language::nl) == "50\u00a0% van de controletijd in het donker (2 controles).");
}

TEST_CASE("predictability speaks in days") {
    Project project;
    CHECK_FALSE(instead_of(guessing(project), Language::nl).empty());
    project.plan.predictability = {.plans = 20, .same_place_and_day = 0.21, .most_likely_day = 0.17, .entropy_bits = 5};
    const Guessing guess = guessing(project);
    CHECK(guess.days_in_doubt == Approx(32));
    CHECK(instead_of(guess, Language::nl).empty());
    const auto figures = plain_figures(guess, Language::nl);
    REQUIRE(figures.size() == 3);
    CHECK(figures[0].figure == "21\u00a0%");
    CHECK(figures[2].figure == "32");
}
