#include "brute_force.hpp"
#include "hostile.hpp"

#include "planning/evaluate.hpp"
#include "planning/plan_state.hpp"
#include "planning/score.hpp"

#include <tuple>

using namespace baken;
using namespace baken::planning;
using namespace baken::test;

namespace {

using Face = std::tuple<std::size_t, int, std::size_t, std::size_t, std::size_t, int, int>;

Face face_of(const Candidate& c) {
    return {c.hotspot, c.day, c.slot, c.theme, c.crew, static_cast<int>(c.kind), c.campaign};
}

/// Every combination there is, kept when the verifier finds nothing against it standing alone.
std::set<Face> allowed_by_the_verifier(const World& world, const Problem& problem) {
    const std::set<std::string> prohibitions{
        "sites",       "crew_municipalities", "crew_days", "crew_hours",       "closed_days",
        "school_zone", "region_day_only",     "darkness",  "campaign_windows", "times"};
    const BruteForce shape(world, problem);
    std::set<Face> allowed;
    Candidate c;
    for (c.hotspot = 0; c.hotspot < world.hotspots.size(); ++c.hotspot)
        for (c.day = 0; c.day < problem.days; ++c.day) {
            if (world.calendar.closed_because(problem.date(c.day))) continue;
            for (c.slot = 0; c.slot < world.calendar.blocks.size(); ++c.slot)
                for (c.theme = 0; c.theme < theme_count; ++c.theme)
                    for (c.crew = 0; c.crew < problem.crews.size(); ++c.crew)
                        for (const CheckKind kind : {CheckKind::targeted, CheckKind::region_day, CheckKind::dark_days})
                            for (int name = -1; name < static_cast<int>(problem.campaign_names.size()); ++name) {
                                c.kind = kind;
                                c.campaign = static_cast<std::int16_t>(name);
                                const auto broken = broken_clauses(verify_plan(world.input(), {shape.as_check(c)}));
                                const bool is_allowed =
                                    std::none_of(broken.begin(), broken.end(),
                                                 [&](const std::string& id) { return prohibitions.contains(id); });
                                if (is_allowed) allowed.insert(face_of(c));
                            }
        }
    return allowed;
}

}  // namespace

TEST_CASE("the candidates are what the verifier has nothing against, and a check names a campaign that runs") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        World world = hostile_world(seed);
        world.settings.locks.clear();
        for (CrewSettings& crew : world.settings.crews) crew.checks_per_week = std::max(1, crew.checks_per_week);
        const Problem problem(world.input());
        std::set<Face> made;
        for (const Candidate& c : candidates_of(problem).all) made.insert(face_of(c));
        std::set<Face> allowed = allowed_by_the_verifier(world, problem);
        // A check in a running campaign of its theme may not keep silent about it, nor name one that only attracts
        // beside one that asks.
        std::erase_if(allowed, [&](const Face& face) {
            const auto theme = all_themes[std::get<3>(face)];
            std::set<std::string> confirmed, other;
            for (const Campaign* campaign : world.calendar.campaigns_on(problem.date(std::get<1>(face))))
                if (campaign->theme == theme) (campaign->is_confirmed ? confirmed : other).insert(campaign->name);
            const int name = std::get<6>(face);
            const auto& should = confirmed.empty() ? other : confirmed;
            return should.empty()
                       ? name >= 0
                       : name < 0 || !should.contains(problem.campaign_names[static_cast<std::size_t>(name)]);
        });
        INFO("seed " << seed);
        CHECK(made == allowed);
    }
}

TEST_CASE("darkness by two looks and a search is darkness minute by minute") {
    const LonLat beuningen{5.86, 51.84};
    Rng rng(3);
    for (int i = 0; i < 3000; ++i) {
        const Date date = make_date(2027, 1, 1) + std::chrono::days{rng.below(365)};
        const int start = static_cast<int>(rng.below(1500)), end = start + 15 + static_cast<int>(rng.below(500));
        INFO(to_iso(date) << " " << start << "-" << end);
        CHECK(darkness_of(date, start, end, beuningen) ==
              dark_share(to_utc(date, start), to_utc(date, end), beuningen));
    }
}

TEST_CASE("changing a plan step by step gives what working it out from scratch gives") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const World world = hostile_world(seed);
        const Problem problem(world.input());
        const CandidateSet set = candidates_of(problem);
        if (set.all.empty()) continue;
        PlanState state(problem, set);
        Rng rng(seed);
        for (int step = 0; step < 200; ++step) {
            if (!state.plan().empty() && rng.chance(0.4)) {
                state.remove(rng.below(static_cast<std::uint32_t>(state.plan().size())));
            } else {
                const auto id = static_cast<CandidateId>(rng.below(static_cast<std::uint32_t>(set.all.size())));
                const double promised = state.objective() + state.gain(id);
                std::vector<CandidateId> with = state.plan();
                with.push_back(id);
                REQUIRE(state.fits(id) == is_feasible(problem, set, with));
                if (!state.fits(id)) continue;
                state.add(id);
                CHECK(state.objective() == Approx(promised).margin(1e-9));
            }
            std::vector<Candidate> plan;
            for (const CandidateId id : state.plan()) plan.push_back(set[id]);
            const Evaluation truth = evaluate(problem, plan);
            REQUIRE(state.value() == Approx(truth.value).margin(1e-9));
            REQUIRE(state.penalty() == Approx(truth.penalty).margin(1e-6));
        }
    }
}

TEST_CASE("a theme is worth most in its own hours") {
    constexpr int night = 24 * 60 + 30, morning = 8 * 60, noon = 13 * 60;
    constexpr unsigned tuesday = 2, friday = 5, sunday = 7;
    CHECK(profile(Theme::alcohol_drugs, friday, night) == 1.0);
    CHECK(profile(Theme::alcohol_drugs, sunday, night) < profile(Theme::alcohol_drugs, friday, night));
    CHECK(profile(Theme::alcohol_drugs, tuesday, noon) == 0.1);
    CHECK(profile(Theme::school_zone, tuesday, morning) == 1.0);
    CHECK(profile(Theme::school_zone, sunday, morning) == 0.0);
    CHECK(profile(Theme::speed, tuesday, noon) == 1.0);
}

TEST_CASE("lighting is worth little by day, and a place with accidents in the dark is worth more in the dark") {
    World world = home_region(1, 1);
    world.hotspots[0].theme_weight.fill(1);
    world.hotspots[0].dark_share = 1;
    const Problem problem(world.input());
    Candidate evening;
    evening.day = 10;
    evening.slot = 4;
    evening.theme = static_cast<std::uint8_t>(index_of(Theme::lighting));
    Candidate noon = evening;
    noon.slot = 1;
    CHECK(check_value(problem, evening, Attraction::none) > 5 * check_value(problem, noon, Attraction::none));
    CHECK(check_value(problem, evening, Attraction::confirmed) ==
          Approx(1.3 * check_value(problem, evening, Attraction::none)));
    CHECK(check_value(problem, evening, Attraction::unconfirmed) ==
          Approx(1.15 * check_value(problem, evening, Attraction::none)));
    evening.theme = noon.theme = static_cast<std::uint8_t>(index_of(Theme::general_safety));
    CHECK(check_value(problem, evening, Attraction::none) > check_value(problem, noon, Attraction::none));
}
