#include "planning/local_search.hpp"

#include <algorithm>
#include <cmath>

namespace baken::planning {

namespace {

constexpr double least_gain = 1e-10;
constexpr int moves_between_looks = 1024;

struct Best {
    CandidateId id = 0;
    double gain = 0;
    bool is_any = false;
};

Best best_addition(const PlanState& state, const std::vector<CandidateId>& from, double above) {
    Best best{0, above, false};
    for (const CandidateId id : from) {
        const double gain = state.gain(id);
        if (gain > best.gain + least_gain && state.fits(id)) best = {id, gain, true};
    }
    return best;
}

}  // namespace

PlanState state_of(const Problem& problem, const CandidateSet& set, const std::vector<CandidateId>& plan) {
    PlanState state(problem, set);
    for (const CandidateId id : plan) state.add(id);
    return state;
}

void fill(PlanState& state, const Problem&, const CandidateSet&, const std::vector<CandidateId>& from, const Work&) {
    for (Best best = best_addition(state, from, 0); best.is_any; best = best_addition(state, from, 0))
        state.add(best.id);
}

void polish(PlanState& state, const Problem&, const CandidateSet&, const std::vector<CandidateId>& from, int sweeps,
            const Work& work) {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        bool is_better = false;
        for (std::size_t turn = state.plan().size(); turn > 0; --turn) {
            if (work.stop.stop_requested()) return;
            // Taking out the first each time goes once through the plan: what goes in lands at the end.
            const CandidateId old = state.remove(0);
            const double kept = state.gain(old);
            const Best best = best_addition(state, from, kept);
            state.add(best.is_any ? best.id : old);
            is_better = is_better || best.is_any;
        }
        for (Best more = best_addition(state, from, 0); more.is_any; more = best_addition(state, from, 0)) {
            state.add(more.id);
            is_better = true;
        }
        if (!is_better) return;
    }
}

void anneal(PlanState& state, const Problem& problem, const CandidateSet& set, const std::vector<CandidateId>& from,
            int moves, Rng& rng, const Work& work) {
    if (from.empty()) return;
    std::vector<std::vector<CandidateId>> of_municipality(problem.municipality_count);
    double most = 0;
    for (const CandidateId id : from) {
        of_municipality[problem.municipality_of(set[id])].push_back(id);
        most = std::max(most, set[id].value);
    }
    const double warm = 0.05 * most, cold = 0.0005 * most;
    std::vector<CandidateId> best = state.plan();
    double best_objective = state.objective();
    for (int move = 0; move < moves; ++move) {
        if (move % moves_between_looks == 0 && work.stop.stop_requested()) break;
        const double temperature = warm * std::pow(cold / warm, static_cast<double>(move) / moves);
        const bool adds = state.plan().empty() || rng.below(20) == 0;
        const double before = state.objective();
        CandidateId old = 0;
        const std::vector<CandidateId>* choice = &from;
        if (!adds) {
            old = state.remove(rng.below(static_cast<std::uint32_t>(state.plan().size())));
            if (rng.below(5) != 0) choice = &of_municipality[problem.municipality_of(set[old])];
            if (choice->empty()) choice = &from;
        }
        const CandidateId id = (*choice)[rng.below(static_cast<std::uint32_t>(choice->size()))];
        const double change = state.objective() + state.gain(id) - before;
        const bool is_taken = (change >= 0 || rng.uniform() < std::exp(change / temperature)) && state.fits(id);
        if (is_taken)
            state.add(id);
        else if (!adds)
            state.add(old);
        if (state.objective() > best_objective + least_gain) {
            best_objective = state.objective();
            best = state.plan();
        }
    }
    state = state_of(problem, set, best);
}

}  // namespace baken::planning
