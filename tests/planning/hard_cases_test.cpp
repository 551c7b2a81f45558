#include "world.hpp"

#include "calendar/local_time.hpp"
#include "planning/problem.hpp"

#include <limits>

using namespace baken;
using namespace baken::test;

namespace {

World one_place(int year) {
    World world;
    world.settings.year = year;
    world.add_municipality("GM0209", "Beuningen");
    world.add_hotspot(0, {0, 0}, 0.8);
    world.add_hotspot(0, {8000, 0}, 0.6);
    return world;
}

std::string text_of(const Plan& plan, const std::string& id) {
    for (const Unmet& unmet : plan.unmet)
        if (unmet.id == id) return unmet.text + " | " + unmet.relaxation;
    return "";
}

}  // namespace

TEST_CASE("an agreed maximum under the quota is named as the cause, with the maximum that works") {
    World world = one_place(2027);
    world.municipalities[0].name = "Heumen";
    world.settings.rules.max_per_municipality = 2;
    world.settings.rules.dark_days.checks_per_municipality = 0;
    world.with_calendar();
    CHECK(text_of(make_plan(world.input(), {}), "quota.GM0209") ==
          "Gemeente Heumen haalt 2 van 3 controles. | Met maximum 3 lukt het.");
    world.settings.language = Language::en;
    CHECK(text_of(make_plan(world.input(), {}), "quota.GM0209") ==
          "Municipality Heumen gets 2 of 3 checks. | With maximum 3 it works.");
}

TEST_CASE("a relaxation of one setting says what to write in the settings, and that works") {
    World world = one_place(2027);
    world.settings.rules.max_per_municipality = 2;
    world.settings.rules.dark_days.checks_per_municipality = 0;
    world.with_calendar();
    const Plan plan = make_plan(world.input(), {});
    REQUIRE(plan.unmet.size() == 1);
    CHECK(plan.unmet[0].changes == std::vector<SettingChange>{{"rules.max_per_municipality", "3"}});
    world.settings.rules.max_per_municipality = 3;
    CHECK(make_plan(world.input(), {}).unmet.empty());
}

TEST_CASE("when it takes two rules, both are named - when it takes more than rules, that is said") {
    World world = one_place(2027);
    world.settings.rules.max_per_municipality = 1;
    world.settings.rules.checks_per_municipality = 2;
    world.settings.rules.dark_days.checks_per_municipality = 0;
    world.with_calendar();
    world.open_only({make_date(2027, 5, 3), make_date(2027, 5, 5)});
    world.settings.rules.municipality_gap = Days(300);
    const Plan plan = make_plan(world.input(), {});
    CHECK(text_of(plan, "quota.GM0209").find("het maximum per gemeente en de dagen tussen controles in een gemeente") !=
          std::string::npos);

    world.settings.rules.checks_per_municipality = 400;
    CHECK(text_of(make_plan(world.input(), {}), "quota.GM0209").find("Ook met alle regels ruimer lukt dit niet.") !=
          std::string::npos);
}

TEST_CASE("a municipality without hotspots, or with rejected ones only, is named with that cause") {
    World world = one_place(2027);
    world.add_municipality("GM0252", "Heumen");
    world.add_municipality("GM0225", "Druten");
    world.add_hotspot(2, {30000, 0}, 0.9).status = "rejected";
    world.with_calendar();
    const Plan plan = make_plan(world.input(), {});
    CHECK(text_of(plan, "quota.GM0252").find("de gemeente heeft geen aandachtslocatie") != std::string::npos);
    CHECK(text_of(plan, "quota.GM0225").find("afgewezen of niet handhaafbaar") != std::string::npos);
    CHECK(text_of(plan, "quota.GM0209").empty());
    for (const Check& check : plan.checks) CHECK(check.municipality == 0);
}

TEST_CASE("nothing to work with: no hotspots, no open days, no crew time, a maximum of nothing") {
    World world = one_place(2027);
    world.with_calendar();
    SECTION("no hotspots") { world.hotspots.clear(); }
    SECTION("no municipalities") {
        world.hotspots.clear();
        world.municipalities.clear();
    }
    SECTION("no open days") { world.open_only({}); }
    SECTION("no crew time") {
        world.settings.crews.emplace_back();
        world.settings.crews[0].name = "A";
        world.settings.crews[0].checks_per_week = 0;
    }
    SECTION("a maximum of nothing") { world.settings.rules.max_per_municipality = 0; }
    SECTION("no blocks") { world.calendar.blocks.clear(); }
    const Plan plan = make_plan(world.input(), {});
    CHECK(plan.checks.empty());
    CHECK(plan.solver.gap == 0);
    CHECK(broken_clauses(verify_plan(world.input(), plan.checks)) == unmet_clauses(plan));
}

TEST_CASE("figures that are no numbers are refused, with the hotspot's name") {
    for (const double wrong :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -1.0}) {
        World world = one_place(2027);
        world.with_calendar();
        world.hotspots[1].score = wrong;
        CHECK_THROWS_AS(make_plan(world.input(), {}), InputError);
        world.hotspots[1].score = 1;
        world.hotspots[1].theme_weight[3] = wrong;
        CHECK_THROWS_AS(make_plan(world.input(), {}), InputError);
    }
}

TEST_CASE("two hotspots on one point are never checked on one theme within the spacing") {
    World world = one_place(2027);
    world.hotspots[1].at = world.hotspots[0].at;
    world.with_calendar();
    const Plan plan = make_plan(world.input(3), {});
    CHECK(plan.checks.size() >= 4);
    CHECK(clause(verify_plan(world.input(), plan.checks), "spacing").ok);
}

TEST_CASE("leap year, year of 53 weeks, Easter, and both changes of the clock") {
    for (const int year : {2026, 2028, 2032}) {  // 2026 and 2032 have 53 weeks, 2028 and 2032 a 29 February
        World world = one_place(year);
        world.with_calendar();
        world.settings.crews.emplace_back();
        world.settings.crews[0].name = "A";
        world.settings.crews[0].checks_per_week = 1;
        world.settings.rules.max_per_municipality = 12;
        world.settings.rules.unpredictability = 0.2;
        world.settings.locks = {
            {"Beuningen", year == 2026 ? make_date(2026, 12, 31) : make_date(year, 2, 29), {}, {}, {}}};
        const Plan plan = make_plan(world.input(9), {});
        INFO(year);
        CHECK(broken_clauses(verify_plan(world.input(), plan.checks)) == unmet_clauses(plan));
        CHECK(plan.unmet.empty());
        for (const Check& check : plan.checks) {
            CHECK(to_local(check.starts_at).minute_of_day == check.start % 1440);
            CHECK(check.date != easter_sunday(year));
        }
    }
}

TEST_CASE("a night check over the change to winter time lasts an hour longer in UTC, and stays certified") {
    World world = one_place(2027);
    world.settings.calendar.blocks = {{"nacht", 25 * 60, 28 * 60}};
    world.settings.crews.emplace_back();
    world.settings.crews[0].name = "Nacht";
    world.settings.crews[0].until = 30 * 60;
    world.with_calendar();
    world.settings.rules.checks_per_municipality = 1;
    world.settings.locks = {
        {"Beuningen", make_date(2027, 10, 30), {}, Theme::alcohol_drugs, {}}};  // the clock goes back that night
    const Plan plan = make_plan(world.input(), {});
    bool is_there = false;
    for (const Check& check : plan.checks) {
        if (check.date != make_date(2027, 10, 30)) continue;
        is_there = true;
        CHECK(check.ends_at - check.starts_at == std::chrono::hours{4});
        CHECK(to_iso(check.starts_at) == "2027-10-30T23:00:00Z");
    }
    CHECK(is_there);
    CHECK(broken_clauses(verify_plan(world.input(), plan.checks)).empty());
}

TEST_CASE("the tail of last winter asks for nothing - this year's season begins in October") {
    World world = one_place(2027);
    world.with_calendar();
    world.open_only({make_date(2027, 1, 12), make_date(2027, 2, 12), make_date(2027, 3, 12), make_date(2027, 6, 1)});
    const Plan plan = make_plan(world.input(), {});
    CHECK(unmet_clauses(plan).contains("dark.GM0209"));
    CHECK(unmet_clauses(plan).size() == 1);
}

TEST_CASE("a complaint site without a visit gets the first reason that holds") {
    World world = one_place(2027);
    world.settings.rules.max_per_municipality = 1;
    world.settings.rules.checks_per_municipality = 1;
    world.settings.rules.dark_days.checks_per_municipality = 0;
    world.settings.rules.unpredictability = 0;
    for (Hotspot& hotspot : world.hotspots) hotspot.complainants = 9;
    world.with_calendar();
    const auto only_reason = [&] {
        const Plan plan = make_plan(world.input(), {});
        REQUIRE(plan.unvisited.size() == 1);
        return plan.unvisited[0].text;
    };
    CHECK(only_reason().find("de gemeente zit aan haar maximum van 1") != std::string::npos);
    world.hotspots[1].at = {100, 0};
    CHECK(only_reason().find("aan haar maximum van 1; wel een controle op 100 m, bij Straat 1, Beuningen") !=
          std::string::npos);
    world.hotspots[1].status = "rejected";
    CHECK(only_reason().find("de locatie is afgewezen") != std::string::npos);
}
