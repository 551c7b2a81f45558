#include "planning/solve.hpp"

#include "planning/branch_and_bound.hpp"
#include "planning/evaluate.hpp"
#include "planning/local_search.hpp"
#include "planning/relaxation.hpp"

#include <algorithm>
#include <cmath>

namespace baken::planning {

namespace {

constexpr std::uint64_t search_seed = 0x62616b656e;  // not the plan's: the best plan is the same for every seed
constexpr double slack_of_bound = 1e-6;              // of what floating point may have lost
constexpr double loose = 1e-3;

class Solver {
public:
    Solver(const Problem& problem, const CandidateSet& set, const Effort& effort, const Work& work)
        : problem_(problem), set_(set), effort_(effort), work_(work) {}

    Solution run() {
        work_.progress("plan", 0.1);
        PlanState greedy(problem_, set_);
        fill(greedy, problem_, set_, set_.undominated, work_);
        keep_if_better(greedy);
        solution_.bound = std::max(solution_.value, best_values());
        is_proven_ = set_.all.empty();
        if (is_proven_ || has_stopped()) return finish();

        Relaxation relaxation(problem_, set_);
        relaxation.add(best_);
        if (!relaxation.generate(effort_.pricing_rounds, work_)) return finish();
        double bound = relaxation.bound();
        improve_bound(bound);
        if (has_stopped()) return finish();
        keep_if_better(state_of(problem_, set_, rounded(problem_, set_, relaxation, work_)));

        work_.progress("plan", 0.4);
        search(relaxation, bound);
        if (has_stopped()) return finish();

        work_.progress("plan", 0.7);
        prove(relaxation, bound);
        if (!has_stopped()) tighten();
        return finish();
    }

private:
    /// Among candidates that a better plan could hold; the others cannot help, by their reduced values.
    void search(const Relaxation& relaxation, double bound) {
        const std::vector<CandidateId> pool = pool_of(relaxation, bound);
        PlanState state = state_of(problem_, set_, best_);
        polish(state, problem_, set_, pool, effort_.sweeps, work_);
        keep_if_better(state);
        if (bound - objective_ <= tolerance() || pool.size() <= effort_.small)
            return;  // few: proof comes sooner than luck
        wander(state, pool);
    }

    void wander(PlanState& state, const std::vector<CandidateId>& pool) {
        Rng rng(search_seed);
        anneal(state, problem_, set_, pool, effort_.moves, rng, work_);
        polish(state, problem_, set_, pool, effort_.sweeps, work_);
        keep_if_better(state);
    }

    void prove(Relaxation& relaxation, double& bound) {
        if (bound - objective_ <= tolerance()) {
            bound = std::max(objective_, std::min(bound, objective_ + tolerance()));
            is_proven_ = true;
            return;
        }
        const std::vector<CandidateId> pool = pool_of(relaxation, bound);
        const bool is_small = pool.size() <= effort_.small;
        if (is_small) relaxation.add(pool);
        const Proof proof = branch_and_bound(problem_, set_, relaxation, best_,
                                             is_small ? effort_.nodes_of_small : effort_.nodes, work_);
        keep_if_better(state_of(problem_, set_, proof.plan));
        if (!is_small) return;
        bound = std::min(bound, std::max(proof.bound, objective_));
        is_proven_ = proof.is_complete;
        if (!is_proven_) {
            PlanState state = state_of(problem_, set_, best_);
            wander(state, pool);
        }
        improve_bound(bound);
    }

    /// Where requirements stay unmet, a fraction of a check less hides behind their weight: bound the value alone.
    void tighten() {
        if (is_proven_ || solution_.penalty <= 0 ||
            solution_.bound - solution_.value <= loose * std::abs(solution_.value))
            return;
        Relaxation relaxation(problem_, set_);
        relaxation.add(best_);
        relaxation.bound_value_given_penalty(solution_.penalty * (1 + 1e-9));
        if (!relaxation.generate(effort_.pricing_rounds, work_)) return;
        solution_.bound = std::min(solution_.bound, std::max(solution_.value, relaxation.bound() + slack_of_bound));
    }

    [[nodiscard]] std::vector<CandidateId> pool_of(const Relaxation& relaxation, double bound) const {
        std::vector<CandidateId> pool = relaxation.candidates_above(-(bound - objective_) - slack_of_bound);
        for (CandidateId id = 0; id < set_.first_free; ++id) pool.push_back(id);
        return pool;
    }

    void keep_if_better(const PlanState& state) {
        if (is_any_ && state.objective() <= objective_ + 1e-12) return;
        is_any_ = true;
        objective_ = state.objective();
        best_ = state.plan();
        solution_.value = state.value();
        solution_.penalty = state.penalty();
    }

    void improve_bound(double objective_bound) {
        solution_.bound = std::max(solution_.value, std::min(solution_.bound, objective_bound + solution_.penalty));
    }

    /// Until the relaxation has spoken: each municipality's best values, as often as it may be visited.
    [[nodiscard]] double best_values() const {
        std::vector<double> best(problem_.municipality_count, 0);
        for (const Candidate& c : set_.all)
            best[problem_.municipality_of(c)] = std::max(best[problem_.municipality_of(c)], c.value);
        double total = 0;
        for (std::size_t m = 0; m < best.size(); ++m) total += best[m] * problem_.maximum[m];
        return total;
    }

    [[nodiscard]] double tolerance() const { return 1e-7 + 1e-11 * std::abs(objective_); }
    [[nodiscard]] bool has_stopped() const { return work_.stop.stop_requested(); }

    /// From the slow truth: a state that was changed many times carries the rounding of each change.
    Solution finish() {
        solution_.plan = best_;
        std::sort(solution_.plan.begin(), solution_.plan.end());
        std::vector<Candidate> checks;
        for (const CandidateId id : solution_.plan) checks.push_back(set_[id]);
        const Evaluation truth = evaluate(problem_, checks);
        solution_.value = truth.value;
        solution_.penalty = truth.penalty;
        solution_.bound = std::max(solution_.bound, solution_.value);
        if (is_proven_ || solution_.bound - solution_.value <= tolerance()) {
            solution_.bound = solution_.value;
            solution_.status = SolveStatus::optimal;
        } else {
            solution_.status = has_stopped() ? SolveStatus::stopped : SolveStatus::within_gap;
        }
        return solution_;
    }

    const Problem& problem_;
    const CandidateSet& set_;
    Effort effort_;
    const Work& work_;
    Solution solution_;
    std::vector<CandidateId> best_;
    double objective_ = 0;
    bool is_any_ = false, is_proven_ = false;
};

}  // namespace

Solution solve(const Problem& problem, const CandidateSet& set, const Effort& effort, const Work& work) {
    return Solver(problem, set, effort, work).run();
}

}  // namespace baken::planning
