#include "hostile.hpp"
#include "world.hpp"

#include "planning/randomise.hpp"
#include "planning/solve.hpp"

#include <atomic>
#include <cmath>
#include <thread>

using namespace baken;
using namespace baken::test;

namespace {

/// Rules that hold whether or not requirements are met: a certificate without its requirements.
std::set<std::string> broken_prohibitions(const World& world, const Plan& plan) {
    std::set<std::string> ids;
    for (const std::string& id : broken_clauses(verify_plan(world.input(), plan.checks)))
        if (!id.starts_with("quota.") && !id.starts_with("dark.") && !id.starts_with("region_day.") &&
            !id.starts_with("campaign.") && !id.starts_with("lock."))
            ids.insert(id);
    return ids;
}

/// Few enough places that many plans can be made in a test.
World small_region() {
    World world = home_region(2, 3);
    world.settings.calendar.blocks = {{"middag", 12 * 60, 14 * 60}, {"avond", 21 * 60, 23 * 60}};
    return world.with_calendar();
}

}  // namespace

TEST_CASE("a base team's year is planned within half a percent of what any plan could be worth, and certified") {
    const World world = home_region();
    const Plan plan = make_plan(world.input(7), {});
    const Certificate certificate = verify_plan(world.input(), plan.checks);
    CHECK(broken_clauses(certificate) == unmet_clauses(plan));
    CHECK(plan.unmet.empty());
    CHECK(plan.checks.size() == 36);
    CHECK(plan.solver.candidates > 500000);
    CHECK(plan.solver.gap <= 0.005);
    CHECK(plan.solver.bound >= plan.solver.best);
    CHECK(plan.solver.gap == Approx((plan.solver.bound - plan.solver.best) / plan.solver.bound).margin(1e-12));
    CHECK(plan.solver.value >= 0.95 * plan.solver.best);
    CHECK(plan.solver.value < plan.solver.best);
    CHECK(plan.predictability.plans == 20);
    CHECK(plan.predictability.same_place_and_day < 0.3);
    CHECK(plan.predictability.entropy_bits > 4);
}

TEST_CASE("the checks stand in order, numbered by date within their municipality, with their times in UTC") {
    const World world = small_region();
    const Plan plan = make_plan(world.input(7), {});
    REQUIRE(plan.checks.size() > 5);
    std::map<std::uint32_t, int> number;
    for (std::size_t i = 0; i < plan.checks.size(); ++i) {
        const Check& check = plan.checks[i];
        if (i > 0) {
            const Check& before = plan.checks[i - 1];
            CHECK(std::tie(before.date, before.start, before.municipality) <=
                  std::tie(check.date, check.start, check.municipality));
        }
        char id[32];
        std::snprintf(id, sizeof id, "%s-2027-%02d", world.municipalities[check.municipality].code.text.c_str(),
                      ++number[check.municipality]);
        CHECK(check.id.text == id);
        CHECK_FALSE(check.reason.empty());
        CHECK((check.kind == CheckKind::region_day) == (check.date == make_date(2027, 10, 8)));
    }
}

TEST_CASE("the same seed gives the same plan on one thread and on two - another seed another plan, nearly as good") {
    const World world = small_region();
    Work one, two;
    two.threads = 2;
    const Plan first = make_plan(world.input(11), one), again = make_plan(world.input(11), two),
               other = make_plan(world.input(12), one);
    CHECK(first.checks == again.checks);
    CHECK(first.solver.value == again.solver.value);
    CHECK(first.predictability.entropy_bits == again.predictability.entropy_bits);
    CHECK(first.checks != other.checks);
    CHECK(first.solver.best == other.solver.best);
    CHECK(other.solver.value >= 0.95 * other.solver.best);
    CHECK(broken_clauses(verify_plan(world.input(), other.checks)) == unmet_clauses(other));
}

TEST_CASE("nothing to give up: every seed gives the best plan itself") {
    World world = small_region();
    world.settings.rules.unpredictability = 0;
    const Plan one = make_plan(world.input(1), {}), two = make_plan(world.input(2), {});
    CHECK(one.checks == two.checks);
    CHECK(one.solver.value == Approx(one.solver.best));
    CHECK(one.predictability.same_place_and_day == Approx(1));
    CHECK(one.predictability.most_likely_day == Approx(1));
}

TEST_CASE("what is given up stays within what may be, and more of it makes the plan harder to guess") {
    World world = small_region();
    double before = 1;
    for (const double share : {0.01, 0.05, 0.15}) {
        world.settings.rules.unpredictability = share;
        const Plan plan = make_plan(world.input(5), {});
        CHECK(plan.solver.value >= (1 - share) * plan.solver.best - 1e-9);
        CHECK(plan.predictability.same_place_and_day < before);
        before = plan.predictability.same_place_and_day;
    }
}

TEST_CASE("hostile worlds: whatever a plan breaks or misses is named in it, and nothing else is") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const World world = hostile_world(seed);
        const Plan plan = make_plan(world.input(seed), {});
        INFO("seed " << seed);
        CHECK(broken_clauses(verify_plan(world.input(), plan.checks)) == unmet_clauses(plan));
        CHECK(plan.solver.bound >= plan.solver.value - 1e-9);
        for (const Clause& one : verify_plan(world.input(), plan.checks).clauses)
            if (one.id.starts_with("complaints.")) {
                const bool is_explained = std::any_of(plan.unvisited.begin(), plan.unvisited.end(),
                                                      [&](const Unmet& unmet) { return unmet.id == one.id; });
                CHECK((one.met == 0) == is_explained);
            }
    }
}

TEST_CASE("other names for municipalities and crews change nothing but the names") {
    World world = small_region();
    CrewSettings crew;
    crew.name = "Noord";
    world.settings.crews = {crew};
    const Plan before = make_plan(world.input(3), {});
    world.settings.crews[0].name = "Zuid";
    world.municipalities[0].name = "Zaltbommel";
    world.municipalities[1].name = "Aalten";
    const Plan after = make_plan(world.input(3), {});
    CHECK(before.solver.best == after.solver.best);
    CHECK(before.checks == after.checks);
}

TEST_CASE("more room never lowers the bound") {
    World world = small_region();
    world.settings.rules.unpredictability = 0;
    double bound = 0;
    for (const int most : {0, 1, 3, 4, 8}) {
        world.settings.rules.max_per_municipality = most;
        const Plan plan = make_plan(world.input(), {});
        if (plan.unmet.empty()) {  // only then are the bounds over the same kind of plans
            CHECK(plan.solver.bound >= bound - 1e-6);
            bound = plan.solver.bound;
        }
        CHECK(plan.solver.bound >= plan.solver.best);
    }
    CHECK(bound > 0);
}

TEST_CASE("a stop at any moment leaves a plan that breaks no rule") {
    const World world = small_region();
    for (int moment = 0; moment < 8; ++moment) {
        std::stop_source source;
        Work work;
        work.stop = source.get_token();
        int heard = 0;
        work.on_progress = [&](std::string_view, double) {
            if (heard++ == moment) source.request_stop();
        };
        const Plan plan = make_plan(world.input(3), work);
        CHECK(broken_prohibitions(world, plan) == std::set<std::string>{});
        if (source.stop_requested()) CHECK(plan.solver.status == SolveStatus::stopped);
    }
    for (int milliseconds = 0; milliseconds < 60; milliseconds += 6) {
        std::stop_source source;
        Work work;
        work.stop = source.get_token();
        std::thread later([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds});
            source.request_stop();
        });
        const Plan plan = make_plan(world.input(3), work);
        later.join();
        CHECK(broken_prohibitions(world, plan) == std::set<std::string>{});
        CHECK_FALSE(plan.checks.empty());
    }
}

TEST_CASE("an agreed check stays where it is, and what is left open is chosen to serve the campaign") {
    World world = small_region();
    world.settings.locks = {{"Gemeente 1", make_date(2027, 4, 8), std::nullopt, std::nullopt, 21 * 60},
                            {"GM0200", make_date(2027, 5, 4), "straat2gem", Theme::seatbelt, 9 * 60 + 15}};
    const Plan plan = make_plan(world.input(3), {});
    CHECK(plan.unmet.empty());
    int locked = 0;
    for (const Check& check : plan.checks) {
        if (!check.is_locked) continue;
        ++locked;
        if (check.municipality == 1) CHECK((check.date == make_date(2027, 4, 8) && check.start == 21 * 60));
        if (check.municipality == 0) {
            CHECK(check.date == make_date(2027, 5, 4));
            CHECK(check.start == 9 * 60 + 15);
            CHECK(check.end == 11 * 60 + 15);
            CHECK(check.theme == Theme::seatbelt);
            CHECK(check.hotspot == 1);
        }
    }
    CHECK(locked == 2);
}

TEST_CASE("locks win from closed days and from each other - the certificate says which rules they break") {
    World world = small_region();
    world.settings.locks = {{"Gemeente 0", make_date(2027, 4, 27), std::nullopt, std::nullopt, std::nullopt},
                            {"Gemeente 0", make_date(2027, 4, 29), std::nullopt, std::nullopt, std::nullopt}};
    const Plan plan = make_plan(world.input(3), {});
    CHECK(unmet_clauses(plan) == std::set<std::string>{"closed_days", "gap"});
    const Certificate certificate = verify_plan(world.input(), plan.checks);
    CHECK(clause(certificate, "lock.1").ok);
    CHECK(clause(certificate, "lock.2").ok);
    CHECK(broken_clauses(certificate) == std::set<std::string>{"closed_days", "gap"});
}

TEST_CASE("a lock that names nothing, or two that say the same, are refused by name") {
    World world = small_region();
    const auto message_for = [&](std::vector<Lock> locks) -> std::string {
        world.settings.locks = std::move(locks);
        try {
            (void)make_plan(world.input(), {});
        } catch (const SettingsError& error) {
            return error.what();
        }
        return "";
    };
    const Date day = make_date(2027, 5, 4);
    CHECK(message_for({{"Gemeente9", day, {}, {}, {}}}).find("did you mean 'Gemeente 0'") != std::string::npos);
    CHECK(message_for({{"Gemeente 0", day, "Kerkplein", {}, {}}}).find("no hotspot 'Kerkplein'") != std::string::npos);
    CHECK(message_for({{"Gemeente 0", make_date(2026, 5, 4), {}, {}, {}}}).find("2026-05-04") != std::string::npos);
    CHECK(message_for({{"Gemeente 0", day, {}, {}, {}}, {"GM0200", day, {}, {}, {}}}).find("locks 1 and 2") !=
          std::string::npos);
    CHECK(message_for({{"Gemeente 0", day, {}, {}, {}}}).empty());
}
