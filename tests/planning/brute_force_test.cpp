#include "brute_force.hpp"
#include "hostile.hpp"

#include "planning/evaluate.hpp"
#include "planning/solve.hpp"

using namespace baken;
using namespace baken::planning;
using namespace baken::test;

namespace {

std::vector<Candidate> picked(const CandidateSet& set, const std::vector<CandidateId>& ids) {
    std::vector<Candidate> checks;
    for (const CandidateId id : ids) checks.push_back(set[id]);
    return checks;
}

}  // namespace

TEST_CASE("small plans are proven optimal and no other plan is better, by trying all of them") {
    int compared = 0, with_locks = 0, with_shortfall = 0;
    for (std::uint64_t seed = 1; compared < 500; ++seed) {
        const World world = hostile_world(seed);
        const Problem problem(world.input());
        const CandidateSet set = candidates_of(problem);
        const bool has_pinned = std::count(set.is_pinned.begin(), set.is_pinned.end(), true) > 0;
        const Solution solution = solve(problem, set, {}, {});
        const auto plan = picked(set, solution.plan);
        const Evaluation evaluation = evaluate(problem, plan);
        INFO("seed " << seed << ", " << set.all.size() << " candidates");
        REQUIRE(is_feasible(problem, set, solution.plan));
        CHECK(std::abs(evaluation.value - solution.value) < 1e-9);
        CHECK(std::abs(evaluation.penalty - solution.penalty) < 1e-6);
        CHECK(solution.bound >= solution.value - 1e-9);
        CHECK(solution.status == SolveStatus::optimal);
        if (has_pinned)
            continue;  // agreements that contradict each other win from rules: there is nothing to compare with
        ++compared;
        with_locks += world.settings.locks.empty() ? 0 : 1;
        with_shortfall += solution.penalty > 0 ? 1 : 0;
        BruteForce brute(world, problem);
        for (const Candidate& c : set.all) brute.offer(c);
        const double best = brute.best();
        INFO("found " << evaluation.objective() << ", best " << best);
        REQUIRE(std::abs(evaluation.objective() - best) < 1e-6);
    }
    CHECK(with_locks > 50);
    CHECK(with_shortfall > 100);
}
