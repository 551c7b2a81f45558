#include "world.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"
#include "planning/edit_plan.hpp"
#include "planning/evaluate.hpp"
#include "planning/plan.hpp"
#include "planning/reason.hpp"
#include "planning/score.hpp"

#include <algorithm>
#include <cmath>

using namespace baken;
using namespace baken::test;
using Catch::Matchers::Contains;

namespace {

const Check& check_named(const std::vector<Check>& checks, const std::string& id) {
    for (const Check& check : checks)
        if (check.id.text == id) return check;
    throw std::runtime_error("no check " + id);
}

/// What the list is worth by the solver's own evaluation, from scratch. Hours must be blocks of the calendar.
double value_from_scratch(const World& world, const std::vector<Check>& checks) {
    const planning::Problem problem(world.input());
    std::vector<planning::Candidate> candidates;
    for (const Check& check : checks) {
        planning::Candidate c;
        c.hotspot = static_cast<std::uint32_t>(check.hotspot);
        c.day = static_cast<std::uint16_t>((check.date - problem.first_day).count());
        c.theme = static_cast<std::uint8_t>(index_of(check.theme));
        c.crew = static_cast<std::uint8_t>(check.crew);
        c.kind = check.kind;
        bool has_slot = false;
        for (std::size_t s = 0; s < problem.slots.size(); ++s)
            if (problem.slots[s].start == check.start && problem.slots[s].end == check.end) {
                c.slot = static_cast<std::uint8_t>(s);
                has_slot = true;
            }
        REQUIRE(has_slot);
        auto attraction = planning::Attraction::none;
        for (const Campaign& campaign : world.calendar.campaigns)
            if (campaign.theme == check.theme && campaign.from <= check.date && check.date <= campaign.to)
                attraction = std::max(attraction, campaign.is_confirmed ? planning::Attraction::confirmed
                                                                        : planning::Attraction::unconfirmed);
        c.value = planning::check_value(problem, c, attraction);
        candidates.push_back(c);
    }
    return planning::evaluate(problem, candidates).value;
}

/// Clauses that fail and held before, by two whole verifications.
std::set<std::string> newly_failing(const World& world, const std::vector<Check>& before,
                                    const std::vector<Check>& after) {
    const auto was = broken_clauses(verify_plan(world.input(), before));
    std::set<std::string> fresh;
    for (const std::string& id : broken_clauses(verify_plan(world.input(), after)))
        if (!was.contains(id)) fresh.insert(id);
    return fresh;
}

std::set<std::string> ids_of(const std::vector<Clause>& clauses) {
    std::set<std::string> ids;
    for (const Clause& clause : clauses) ids.insert(clause.id);
    return ids;
}

/// Heumen with two streets 900 m apart and Druten far away; one crew that keeps its Sundays.
struct Bench {
    World world;
    std::vector<Check> checks;

    Bench() {
        const auto here = world.add_municipality("GM0001", "Heumen");
        const auto there = world.add_municipality("GM0002", "Druten");
        world.add_hotspot(here, {0, 0}, 0.8).name = "Rijksweg, Heumen";
        world.add_hotspot(here, {900, 0}, 0.6).name = "Molenweg, Heumen";
        world.add_hotspot(there, {20000, 0}, 0.7).name = "Van Heemstraweg, Druten";
        Settings& settings = world.settings;
        settings.year = 2027;
        settings.rules.checks_per_municipality = 1;
        settings.rules.max_per_municipality = 4;
        settings.rules.dark_days.checks_per_municipality = 0;
        settings.calendar.region_day = make_date(2027, 10, 8);
        settings.calendar.closed = {{make_date(2027, 7, 19), make_date(2027, 7, 23), "Vierdaagse"}};
        CrewSettings crew;
        crew.name = "Team A";
        crew.weekdays = {1, 2, 3, 4, 5, 6};
        crew.away = {{make_date(2027, 6, 1), make_date(2027, 6, 30), "verlof"}};
        settings.crews = {crew};
        world.campaigns = {{"Snelheid", Theme::speed, make_date(2027, 4, 5), make_date(2027, 4, 11), true, ""},
                           {"Licht aan", Theme::speed, make_date(2027, 11, 1), make_date(2027, 11, 14), false, ""},
                           {"Flits", Theme::speed, make_date(2027, 11, 8), make_date(2027, 11, 14), true, ""}};
        world.with_calendar();
        add("GM0001-2027-01", 0, make_date(2027, 3, 12), Theme::speed);
        add("GM0001-2027-02", 1, make_date(2027, 5, 20), Theme::speed);
        add("GM0002-2027-01", 2, make_date(2027, 3, 26), Theme::seatbelt);
        // Values as the bench works them out, so that moves compare like with like.
        const PlanBench bench(world.input());
        for (Check& check : checks) {
            auto again = bench.tried(checks, MoveCheck{check.id, check.date}).checks;
            check = check_named(again, check.id.text);
        }
    }
    void add(const std::string& id, std::size_t hotspot, Date date, Theme theme) {
        Check check;
        check.id.text = id;
        check.hotspot = hotspot;
        check.municipality = world.hotspots[hotspot].municipality;
        check.theme = theme;
        check.date = date;
        check.start = 12 * 60;
        check.end = 14 * 60;
        check.starts_at = to_utc(date, check.start);
        check.ends_at = to_utc(date, check.end);
        checks.push_back(check);
    }
    [[nodiscard]] PlanBench bench() const { return PlanBench(world.input()); }
    [[nodiscard]] Trial moved(const std::string& id, Date date, std::optional<int> start = {}) const {
        return bench().tried(checks, MoveCheck{{id}, date, start});
    }
};

}  // namespace

TEST_CASE("a check moved to a quiet day breaks nothing, keeps its number and hours, and fits the new day") {
    const Bench b;
    const Trial trial = b.moved("GM0001-2027-01", make_date(2027, 12, 8), 18 * 60);
    REQUIRE(trial.refusal.empty());
    CHECK(trial.broken.empty());
    const Check& check = check_named(trial.checks, "GM0001-2027-01");
    CHECK(check.date == make_date(2027, 12, 8));
    CHECK(check.start == 18 * 60);
    CHECK(check.end == 20 * 60);
    CHECK(to_iso(check.starts_at) == "2027-12-08T17:00:00Z");  // winter time
    CHECK(check.dark_share == 1);
    CHECK(check.dark_share == Approx(dark_share(check.starts_at, check.ends_at, b.world.hotspots[0].lonlat)));
    CHECK_THAT(check.reason, Contains("hele controle donker"));
    CHECK(trial.checks.back().id.text == "GM0001-2027-01");  // by date
    CHECK(newly_failing(b.world, b.checks, trial.checks).empty());
    CHECK(trial.value == Approx(value_from_scratch(b.world, trial.checks)).epsilon(1e-6));
    CHECK(trial.value_before == Approx(value_from_scratch(b.world, b.checks)).epsilon(1e-6));
}

TEST_CASE("a moved check takes the campaign of its new day, the confirmed one first, and keeps one that still runs") {
    Bench b;
    CHECK(check_named(b.moved("GM0001-2027-01", make_date(2027, 4, 7)).checks, "GM0001-2027-01").campaign ==
          "Snelheid");
    CHECK(check_named(b.moved("GM0001-2027-01", make_date(2027, 11, 3)).checks, "GM0001-2027-01").campaign ==
          "Licht aan");
    CHECK(check_named(b.moved("GM0001-2027-01", make_date(2027, 11, 10)).checks, "GM0001-2027-01").campaign == "Flits");
    CHECK(check_named(b.moved("GM0002-2027-01", make_date(2027, 11, 10)).checks, "GM0002-2027-01").campaign.empty());
    b.checks = b.moved("GM0001-2027-01", make_date(2027, 11, 3)).checks;
    CHECK(check_named(b.moved("GM0001-2027-01", make_date(2027, 11, 10)).checks, "GM0001-2027-01").campaign ==
          "Licht aan");
    CHECK(check_named(b.moved("GM0001-2027-01", make_date(2027, 2, 10)).checks, "GM0001-2027-01").campaign.empty());
}

TEST_CASE("what a move breaks is named by the day, the crew or the check that it clashes with") {
    const Bench b;
    const auto because = [&](Date day, std::optional<int> start = {}) {
        const Trial trial = b.moved("GM0001-2027-01", day, start);
        CHECK(ids_of(trial.broken) == newly_failing(b.world, b.checks, trial.checks));
        REQUIRE(trial.because.size() == trial.broken.size());
        std::string all;
        for (const std::string& one : trial.because) all += one + "\n";
        return all;
    };
    CHECK_THAT(because(make_date(2027, 4, 27)), Contains("Koningsdag: gesloten dag, geen controles\n"));
    CHECK_THAT(because(make_date(2027, 7, 20)), Contains("Vierdaagse"));
    CHECK(because(make_date(2027, 8, 1)) == "Team A werkt niet op zondag\n");
    CHECK(because(make_date(2027, 6, 28)) == "Team A is er niet op 28 jun (verlof)\n");
    CHECK(because(make_date(2027, 2, 10), 4 * 60) ==
          "04:00\u201306:00 valt buiten de uren van Team A (07:00\u201302:00)\n");
    // 900 m from the check of 20 May on the same theme, in the same municipality.
    CHECK(because(make_date(2027, 5, 3)) ==
          "te dicht op controle 20 mei Molenweg, zelfde thema op 900 m: 17 dagen, afspraak 28\n");
    CHECK_THAT(because(make_date(2027, 5, 24)),
               Contains("te dicht op controle 20 mei Molenweg in dezelfde gemeente: 4 dagen, afspraak 7"));
    CHECK_THAT(because(make_date(2027, 3, 26)), Contains("Team A heeft die dag al controle 26 mrt Van Heemstraweg"));
    CHECK_THAT(because(make_date(2027, 10, 8)), Contains("8 okt is de dag van de 24-uursactie"));
}

TEST_CASE("the words are English where the settings are") {
    Bench b;
    b.world.settings.language = Language::en;
    const Trial trial = b.moved("GM0001-2027-01", make_date(2027, 5, 24));
    REQUIRE_FALSE(trial.because.empty());
    CHECK_THAT(trial.because.back(), Contains("too close to check 20 May Molenweg"));
    CHECK(b.moved("GM0001-2027-01", make_date(2028, 1, 3)).refusal ==
          "3 Jan 2028 lies outside the plan year; choose a day in 2027.");
}

TEST_CASE("impossible edits are refused with the reason and change nothing") {
    Bench b;
    const auto refusal = [&](const PlanEdit& edit) {
        const Trial trial = b.bench().tried(b.checks, edit);
        CHECK(trial.checks == b.checks);
        CHECK(trial.value == trial.value_before);
        CHECK(trial.broken.empty());
        return trial.refusal;
    };
    const CheckId first{"GM0001-2027-01"}, second{"GM0002-2027-01"};
    CHECK_THAT(refusal(MoveCheck{first, make_date(2026, 12, 31)}), Contains("31 dec 2026 ligt buiten het planjaar"));
    CHECK_THAT(refusal(MoveCheck{{"GM9-1"}, make_date(2027, 3, 1)}), Contains("GM9-1 staat niet in de planning"));
    CHECK_FALSE(refusal(MoveCheck{first, make_date(2027, 3, 1), 1440}).empty());
    CHECK_FALSE(refusal(SwapChecks{first, first}).empty());
    CHECK_THAT(refusal(DropCheck{{"x"}}), Contains("x staat niet"));
    CHECK_THAT(refusal(AddCheck{.hotspot = {"H"}, .date = make_date(2027, 3, 1), .start = 600, .end = 720}),
               Contains("H is er niet"));
    CHECK_THAT(refusal(AddCheck{.hotspot = {"GM0001-H1"}, .date = make_date(2028, 3, 1), .start = 600, .end = 720}),
               Contains("buiten het planjaar"));
    CHECK_FALSE(
        refusal(AddCheck{.hotspot = {"GM0001-H1"}, .date = make_date(2027, 3, 1), .start = 720, .end = 720}).empty());
    CHECK_THAT(
        refusal(AddCheck{.hotspot = {"GM0001-H1"}, .date = make_date(2027, 3, 1), .start = 600, .end = 720, .crew = 1}),
        Contains("ploeg"));
    b.world.hotspots[0].status = "rejected";
    b.world.hotspots[1].enforceable = "no";
    CHECK_THAT(refusal(AddCheck{.hotspot = {"GM0001-H1"}, .date = make_date(2027, 3, 1), .start = 600, .end = 720}),
               Contains("Rijksweg, Heumen is afgewezen"));
    CHECK_THAT(refusal(AddCheck{.hotspot = {"GM0001-H2"}, .date = make_date(2027, 3, 1), .start = 600, .end = 720}),
               Contains("niet handhaafbaar"));

    b.checks[0].is_locked = true;
    for (const PlanEdit& edit : {PlanEdit(MoveCheck{first, make_date(2027, 4, 1)}), PlanEdit(DropCheck{first}),
                                 PlanEdit(SwapChecks{second, first})})
        CHECK(refusal(edit) == "Controle 12 mrt Rijksweg is vergrendeld; ontgrendel deze eerst.");
    b.checks[0].is_locked = false;
    b.checks[0].status = CheckStatus::done;
    CHECK_THAT(refusal(MoveCheck{first, make_date(2027, 4, 1)}), Contains("is uitgevoerd"));
    b.checks[0].status = CheckStatus::cancelled;
    CHECK_THAT(refusal(SwapChecks{first, second}), Contains("is vervallen"));
    for (const DayPrice& price : b.bench().days_for(b.checks, first)) {
        CHECK(price.verdict == DayVerdict::impossible);
        CHECK_THAT(price.because, Contains("is vervallen"));
    }
    CHECK(b.bench().days_for(b.checks, {"nobody"}).empty());
}

TEST_CASE("two checks that swap exchange days and hours, and keep place, theme and number") {
    Bench b;
    b.checks[2].start = 18 * 60;
    b.checks[2].end = 20 * 60;
    const Trial trial = b.bench().tried(b.checks, SwapChecks{{"GM0001-2027-01"}, {"GM0002-2027-01"}});
    REQUIRE(trial.refusal.empty());
    const Check &first = check_named(trial.checks, "GM0001-2027-01"),
                &second = check_named(trial.checks, "GM0002-2027-01");
    CHECK(first.date == make_date(2027, 3, 26));
    CHECK(first.start == 18 * 60);
    CHECK(first.hotspot == 0);
    CHECK(first.theme == Theme::speed);
    CHECK(second.date == make_date(2027, 3, 12));
    CHECK(second.end == 14 * 60);
    CHECK(trial.value == Approx(value_from_scratch(b.world, trial.checks)).epsilon(1e-6));
}

TEST_CASE("an added check gets the next free number, partners where its kind has them, and mends the quota") {
    Bench b;
    b.world.settings.rules.checks_per_municipality = 2;
    const Trial trial = b.bench().tried(b.checks, AddCheck{.hotspot = {"GM0002-H1"},
                                                           .date = make_date(2027, 9, 6),
                                                           .start = 12 * 60,
                                                           .end = 14 * 60,
                                                           .theme = Theme::distraction,
                                                           .kind = CheckKind::integrated});
    REQUIRE(trial.refusal.empty());
    const Check& check = check_named(trial.checks, "GM0002-2027-02");
    CHECK(check.municipality == 1);
    CHECK(check.partners == "gemeente");
    CHECK(check.status == CheckStatus::planned);
    CHECK(ids_of(trial.mended) == std::set<std::string>{"quota.GM0002"});
    CHECK(trial.broken.empty());
    CHECK(trial.value == Approx(value_from_scratch(b.world, trial.checks)).epsilon(1e-6));
    // A number that was used is not given again while higher ones stand.
    auto fewer = b.bench().tried(b.checks, DropCheck{{"GM0001-2027-01"}}).checks;
    const auto more = b.bench().tried(
        fewer, AddCheck{.hotspot = {"GM0001-H1"}, .date = make_date(2027, 9, 6), .start = 600, .end = 720});
    CHECK_NOTHROW(check_named(more.checks, "GM0001-2027-03"));
}

TEST_CASE("dropping names the requirement that is missed, and a complaint site left without a visit") {
    Bench b;
    b.world.hotspots[2].complainants = 9;
    const Trial trial = b.bench().without(b.checks, {"GM0002-2027-01"});
    CHECK(ids_of(trial.broken) == newly_failing(b.world, b.checks, trial.checks));
    CHECK(ids_of(trial.broken).contains("quota.GM0002"));
    CHECK_THAT(trial.because.front(), Contains("Dan nog 0 van 1."));
    CHECK(ids_of(trial.unvisited) == std::set<std::string>{"complaints.GM0002-H1"});
    CHECK(trial.value == Approx(trial.value_before - b.checks[2].value));
}

TEST_CASE("a lock changes the lock and nothing else") {
    Bench b;
    const Trial trial = b.bench().tried(b.checks, LockCheck{{"GM0001-2027-01"}, true});
    CHECK(trial.refusal.empty());
    CHECK(check_named(trial.checks, "GM0001-2027-01").is_locked);
    CHECK(trial.value == trial.value_before);
    CHECK(trial.broken.empty());
}

TEST_CASE("a clause that fails already is broken again only when it fails by more") {
    Bench b;
    b.world.settings.rules.checks_per_municipality = 5;
    CHECK(b.moved("GM0001-2027-01", make_date(2027, 9, 6)).broken.empty());
    const Trial dropped = b.bench().tried(b.checks, DropCheck{{"GM0001-2027-01"}});
    CHECK(ids_of(dropped.broken) == std::set<std::string>{"quota.GM0001"});
}

TEST_CASE("every day of the year is priced as one trial each would price it") {
    World world = home_region(3, 6, 11);
    world.settings.crews.resize(2);
    world.settings.crews[0].name = "Noord";
    world.settings.crews[0].away = {{make_date(2027, 2, 1), make_date(2027, 2, 20), "cursus"}};
    world.settings.crews[1].name = "Zuid";
    world.settings.crews[1].weekdays = {1, 2, 3, 4, 5};
    world.settings.crews[1].municipalities = {"Gemeente 1", "Gemeente 2"};
    world.settings.crews[1].from = 10 * 60;
    world.with_calendar();
    std::vector<Check> checks = make_plan(world.input(), {}).checks;
    // A plan that is not clean either: two checks pushed onto others' days.
    {
        const PlanBench bench(world.input());
        checks = bench.tried(checks, MoveCheck{checks[2].id, checks[5].date}).checks;
        checks = bench.tried(checks, MoveCheck{checks[9].id, make_date(2027, 4, 27)}).checks;
    }
    // An agreement that a check happens to keep, without being locked.
    world.settings.locks = {{"Gemeente 1", checks[4].date, std::nullopt, std::nullopt, std::nullopt}};
    world.settings.locks[0].municipality = world.municipalities[checks[4].municipality].name;
    const PlanBench bench(world.input());
    const Certificate now = verify_plan(world.input(), checks);
    int free_days = 0, breaking_days = 0;
    for (const Check& check : checks) {
        if (check.is_locked) continue;
        const auto days = bench.days_for(checks, check.id);
        REQUIRE(days.size() == 365);
        for (std::size_t d = 0; d < days.size(); d += 3) {
            const DayPrice& price = days[d];
            const Trial trial = bench.tried(checks, MoveCheck{check.id, price.day});
            REQUIRE(trial.refusal.empty());
            const Certificate then = verify_plan(world.input(), trial.checks);
            bool is_free = true;
            for (std::size_t i = 0; i < then.clauses.size(); ++i) {
                const Clause& clause = then.clauses[i];
                if (clause.ok) continue;
                const bool is_missed = clause.met < clause.required && clause.met < now.clauses[i].met;
                const bool is_breaking = clause.met > clause.required &&
                                         std::count(clause.checks.begin(), clause.checks.end(), check.id) > 0;
                is_free = is_free && !is_missed && !is_breaking;
            }
            INFO(check.id.text << " to " << to_iso(price.day) << ": " << price.because);
            CHECK((price.verdict == DayVerdict::free) == is_free);
            CHECK(price.because.empty() == is_free);
            if (price.day != check.date)
                CHECK(price.value_change == Approx(trial.value - trial.value_before).margin(1e-9));
            ++(is_free ? free_days : breaking_days);
        }
    }
    CHECK(free_days > 200);
    CHECK(breaking_days > 200);
}

TEST_CASE("trials on a real plan agree with verifying and evaluating from scratch") {
    const World world = home_region(4, 8, 3);
    const std::vector<Check> checks = make_plan(world.input(), {}).checks;
    const PlanBench bench(world.input());
    CHECK(bench.value_of(checks) == Approx(value_from_scratch(world, checks)).epsilon(1e-6));
    CHECK(bench.value_of(checks) == Approx(make_plan(world.input(), {}).solver.value).epsilon(1e-6));
    Rng rng(17);
    for (int i = 0; i < 120; ++i) {
        const Check& one = checks[rng.below(static_cast<std::uint32_t>(checks.size()))];
        const Check& other = checks[rng.below(static_cast<std::uint32_t>(checks.size()))];
        const Date day = make_date(2027, 1, 1) + std::chrono::days{rng.below(365)};
        const DayBlock& block = bench.blocks()[rng.below(static_cast<std::uint32_t>(bench.blocks().size()))];
        const std::vector<PlanEdit> edits{MoveCheck{one.id, day, block.from}, SwapChecks{one.id, other.id},
                                          DropCheck{one.id},
                                          AddCheck{.hotspot = world.hotspots[one.hotspot].id,
                                                   .date = day,
                                                   .start = block.from,
                                                   .end = block.until,
                                                   .theme = other.theme,
                                                   .kind = other.kind,
                                                   .crew = other.crew}};
        for (const PlanEdit& edit : edits) {
            const Trial trial = bench.tried(checks, edit);
            if (!trial.refusal.empty()) {
                CHECK(one.id == other.id);
                continue;
            }
            const auto fresh = newly_failing(world, checks, trial.checks);
            const auto told = ids_of(trial.broken);
            CHECK(std::includes(told.begin(), told.end(), fresh.begin(), fresh.end()));
            CHECK(told == fresh);  // the plan that was made holds every clause
            CHECK(trial.value == Approx(value_from_scratch(world, trial.checks)).epsilon(1e-6));
        }
    }
}

TEST_CASE("alternatives are other plans, within what may be given up, and keep every rule") {
    World world = home_region(3, 6, 4);
    world.settings.locks = {{"Gemeente 0", make_date(2027, 3, 9), std::nullopt, std::nullopt, std::nullopt}};
    const Plan plan = make_plan(world.input(9), {});
    const std::vector<Plan> others = alternatives(world.input(9), 3, {});
    REQUIRE(others.size() == 3);
    const auto places = [](const Plan& one) {
        std::set<std::pair<std::size_t, Date>> all;
        for (const Check& check : one.checks) all.emplace(check.hotspot, check.date);
        return all;
    };
    std::set<std::set<std::pair<std::size_t, Date>>> different{places(plan)};
    for (const Plan& other : others) {
        different.insert(places(other));
        CHECK(verify_plan(world.input(), other.checks).ok());
        CHECK(other.solver.value >= (1 - world.settings.rules.unpredictability) * other.solver.best - 1e-9);
        CHECK(other.solver.value == Approx(value_from_scratch(world, other.checks)).epsilon(1e-6));
        CHECK(other.predictability.plans == plan.predictability.plans);
        CHECK(std::any_of(other.checks.begin(), other.checks.end(),
                          [](const Check& check) { return check.is_locked && check.date == make_date(2027, 3, 9); }));
    }
    CHECK(different.size() == 4);
    CHECK(alternatives(world.input(9), 3, {})[2].checks == others[2].checks);
    world.settings.rules.unpredictability = 0;
    CHECK(alternatives(world.input(9), 3, {}).empty());
}
