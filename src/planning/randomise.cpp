#include "planning/randomise.hpp"

#include "base/random.hpp"
#include "planning/local_search.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace baken::planning {

namespace {

constexpr double temperature_share =
    1.0;  // measured: the walk then gives up most of what it may and seldom meets the floor

/// The free candidates by hotspot, theme and hours: what is in one list differs by its day (and crew, kind, campaign).
class Choices {
public:
    Choices(const Problem& problem, const CandidateSet& set)
        : slots_(problem.slots.size()),
          lists_(problem.hotspot_count * theme_count * slots_),
          hotspots_(problem.municipality_count) {
        for (auto id = static_cast<CandidateId>(set.first_free); id < set.all.size(); ++id)
            lists_[key(set[id].hotspot, set[id].theme, set[id].slot)].push_back(id);
        for (std::size_t h = 0; h < problem.hotspot_count; ++h)
            if (problem.is_usable[h]) hotspots_[problem.municipality_of_hotspot[h]].push_back(h);
    }

    /// Instead of a free check: half the time another day, a quarter other hours, a quarter any place of the
    /// municipality.
    [[nodiscard]] const std::vector<CandidateId>& instead_of(const Candidate& was, std::uint32_t municipality,
                                                             Rng& rng) const {
        const std::uint32_t turn = rng.below(4);
        std::size_t hotspot = was.hotspot, theme = was.theme, slot = was.slot;
        if (turn >= 2) slot = rng.below(static_cast<std::uint32_t>(slots_));
        if (turn == 3) {
            theme = rng.below(theme_count);
            const auto& places = hotspots_[municipality];
            hotspot = places[rng.below(static_cast<std::uint32_t>(places.size()))];
        }
        return lists_[key(hotspot, theme, slot)];
    }

private:
    [[nodiscard]] std::size_t key(std::size_t hotspot, std::size_t theme, std::size_t slot) const {
        return (hotspot * theme_count + theme) * slots_ + slot;
    }

    std::size_t slots_;
    std::vector<std::vector<CandidateId>> lists_;
    std::vector<std::vector<std::size_t>> hotspots_;  ///< per municipality
};

/// Metropolis walk: small losses are taken often, large ones rarely, so that what may be given up is spread over many
/// checks instead of being spent on one poor one.
class Walk {
public:
    Walk(const Problem& problem, const CandidateSet& set, const Choices& choices, const std::vector<CandidateId>& best,
         double give_up)
        : problem_(problem), set_(set), choices_(choices), state_(state_of(problem, set, best)) {
        const double budget = give_up * std::abs(state_.value());
        floor_ = state_.value() - budget;
        temperature_ =
            std::max(1e-12, temperature_share * budget / static_cast<double>(std::max<std::size_t>(1, best.size())));
        for (std::size_t r = 0; r < problem.requirements.size(); ++r)
            at_least_.push_back(std::min(state_.met(r), problem.requirements[r].need));
    }

    std::vector<CandidateId> run(Rng& rng, int steps, const Work& work) {
        for (int step = 0; step < steps && !state_.plan().empty(); ++step) {
            if (step % 1024 == 0 && work.stop.stop_requested()) break;
            take_step(rng);
        }
        return state_.plan();
    }

private:
    /// A check makes room for another one: of the same lock, or in the same municipality.
    void take_step(Rng& rng) {
        const CandidateId old = state_.remove(rng.below(static_cast<std::uint32_t>(state_.plan().size())));
        const Candidate& was = set_[old];
        const auto& choice = was.is_locked() ? set_.of_lock[static_cast<std::size_t>(was.lock)]
                                             : choices_.instead_of(was, problem_.municipality_of(was), rng);
        const CandidateId id = choice.empty() ? old : choice[rng.below(static_cast<std::uint32_t>(choice.size()))];
        const double gain = state_.value_gain(id), change = gain - state_.value_gain(old);
        const bool is_worth_it =
            state_.value() + gain >= floor_ && (change >= 0 || rng.uniform() < std::exp(change / temperature_));
        const bool is_taken = is_worth_it && meets_as_much_with(was, set_[id]) && state_.fits(id);
        state_.add(is_taken ? id : old);
    }

    /// `was` has been taken out; what it alone met, `next` must meet.
    [[nodiscard]] bool meets_as_much_with(const Candidate& was, const Candidate& next) const {
        bool is_met = true;
        problem_.for_each_requirement(was, [&](std::size_t r) {
            if (state_.met(r) >= at_least_[r]) return;
            bool replaces = false;
            problem_.for_each_requirement(next, [&](std::size_t other) { replaces = replaces || other == r; });
            is_met = is_met && replaces;
        });
        return is_met;
    }

    const Problem& problem_;
    const CandidateSet& set_;
    const Choices& choices_;
    PlanState state_;
    double floor_ = 0, temperature_ = 0;
    std::vector<int> at_least_;
};

using Place = std::pair<std::uint32_t, std::uint16_t>;

/// The checks whose place and day are nobody's secret stay out of the figures: agreed ones and the region day.
std::vector<Candidate> secret_checks(const CandidateSet& set, const std::vector<CandidateId>& plan) {
    std::vector<Candidate> checks;
    for (const CandidateId id : plan)
        if (!set[id].is_locked() && !set[id].on_region_day()) checks.push_back(set[id]);
    return checks;
}

double share_in_common(const std::multiset<Place>& a, const std::multiset<Place>& b) {
    std::vector<Place> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t most = std::max(a.size(), b.size());
    return most == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(most);
}

/// Entropy with the correction for few samples (Miller 1955), at most that of a uniform day.
double entropy_bits(const std::map<std::uint16_t, int>& times_of_day, int days) {
    double total = 0, bits = 0;
    for (const auto& [day, times] : times_of_day) total += times;
    for (const auto& [day, times] : times_of_day) bits -= times / total * std::log2(times / total);
    bits += (static_cast<double>(times_of_day.size()) - 1) / (2 * total * std::log(2.0));
    return std::min(bits, std::log2(static_cast<double>(days)));
}

}  // namespace

std::vector<CandidateId> random_plan(const Problem& problem, const CandidateSet& set,
                                     const std::vector<CandidateId>& best, double give_up, std::uint64_t seed,
                                     std::uint64_t stream, int steps, const Work& work) {
    if (give_up <= 0) return best;
    Rng rng(seed, stream);
    return Walk(problem, set, Choices(problem, set), best, give_up).run(rng, steps, work);
}

Predictability predictability(const Problem& problem, const CandidateSet& set, const std::vector<CandidateId>& best,
                              double give_up, std::uint64_t seed, int plans, int steps, const Work& work) {
    Predictability result;
    std::vector<std::multiset<Place>> places;
    std::map<std::pair<std::uint32_t, std::uint16_t>, int> plans_with;  // municipality, day
    std::map<std::uint32_t, std::map<std::uint16_t, int>> days_of;
    const Choices choices(problem, set);
    const Walk start(problem, set, choices, best, give_up);
    for (int i = 0; i < plans; ++i) {
        Rng rng(seed, static_cast<std::uint64_t>(i) + 2);
        Walk walk = start;
        const std::vector<CandidateId> plan = give_up <= 0 ? best : walk.run(rng, steps, work);
        if (work.stop.stop_requested()) return {};
        std::multiset<Place> here;
        std::set<std::pair<std::uint32_t, std::uint16_t>> municipality_days;
        for (const Candidate& c : secret_checks(set, plan)) {
            const std::uint32_t m = problem.municipality_of(c);
            here.emplace(c.hotspot, c.day);
            municipality_days.emplace(m, c.day);
            ++days_of[m][c.day];
        }
        for (const auto& key : municipality_days) ++plans_with[key];
        places.push_back(std::move(here));
    }
    result.plans = plans;
    int pairs = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j, ++pairs)
            result.same_place_and_day += share_in_common(places[i], places[j]);
    if (pairs > 0) result.same_place_and_day /= pairs;
    for (const auto& [key, times] : plans_with)
        result.most_likely_day = std::max(result.most_likely_day, static_cast<double>(times) / plans);
    for (const auto& [m, times] : days_of) result.entropy_bits += entropy_bits(times, problem.days);
    if (!days_of.empty()) result.entropy_bits /= static_cast<double>(days_of.size());
    return result;
}

}  // namespace baken::planning
