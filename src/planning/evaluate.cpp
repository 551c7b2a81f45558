#include "planning/evaluate.hpp"

#include "planning/clause_ids.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace baken::planning {

namespace {

double diminishing_losses(const Problem& problem, const std::vector<Candidate>& checks) {
    std::map<std::size_t, int> count;
    for (const Candidate& c : checks)
        for (const std::size_t group :
             {problem.groups_of_pair(c), problem.group_of_hotspot(c.hotspot), problem.group_of_cluster(c.hotspot)})
            ++count[group];
    double loss = 0;
    for (const auto& [group, times] : count)
        for (int rank = 2; rank <= times; ++rank) loss += problem.groups[group].loss(rank);
    return loss;
}

const char* clause_of(PairRule rule) {
    switch (rule) {
        case PairRule::gap: return "gap";
        case PairRule::revisit: return "revisit";
        case PairRule::spacing: return "spacing";
        case PairRule::crew_day: return "crew_day";
        case PairRule::crew_overlap: return "crew_overlap";
        case PairRule::region_day: return "region_day_only";
        case PairRule::none: break;
    }
    return "";
}

/// Every rule that the pair breaks, where broken_by() stops at the first.
std::vector<PairRule> all_broken_by(const Problem& p, const Candidate& a, const Candidate& b) {
    std::vector<PairRule> rules;
    const int apart = std::abs(static_cast<int>(a.day) - static_cast<int>(b.day));
    const bool same_place = p.municipality_of(a) == p.municipality_of(b);
    if (same_place && apart < p.gap_days()) rules.push_back(PairRule::gap);
    if (same_place && apart == 0 && a.on_region_day() && b.on_region_day()) rules.push_back(PairRule::region_day);
    if (a.hotspot == b.hotspot && apart < p.revisit_days()) rules.push_back(PairRule::revisit);
    if (a.theme == b.theme && apart < p.spacing_days() && p.are_near(a.hotspot, b.hotspot))
        rules.push_back(PairRule::spacing);
    if (a.crew == b.crew && !a.on_region_day() && !b.on_region_day()) {
        if (apart == 0) rules.push_back(PairRule::crew_day);
        const Candidate& first = a.day < b.day ? a : b;
        const Candidate& second = a.day < b.day ? b : a;
        if (apart == 1 && p.slots[first.slot].end - 1440 > p.slots[second.slot].start)
            rules.push_back(PairRule::crew_overlap);
    }
    return rules;
}

class Breaches {
public:
    explicit Breaches(const Problem& problem, const std::vector<Candidate>& checks)
        : problem_(problem), checks_(checks) {}

    std::vector<BrokenRule> list() {
        filters();
        pairs();
        sums();
        std::vector<BrokenRule> broken;
        for (const auto& [clause, members] : breaking_) broken.push_back({clause, {members.begin(), members.end()}});
        return broken;
    }

private:
    void filters() {
        for (std::size_t i = 0; i < checks_.size(); ++i) {
            const Candidate& c = checks_[i];
            const Slot& slot = problem_.slots[c.slot];
            const Crew& crew = problem_.crews[c.crew];
            if (!problem_.is_open[c.day]) breaking_["closed_days"].insert(i);
            if (!crew.serves[problem_.municipality_of(c)]) breaking_["crew_municipalities"].insert(i);
            if (!crew.works[c.day]) breaking_["crew_days"].insert(i);
            if (!crew.fits[c.slot]) breaking_["crew_hours"].insert(i);
            if (all_themes[c.theme] == Theme::school_zone &&
                (!problem_.is_school_day[c.day] || slot.start < 7 * 60 || slot.end > 18 * 60))
                breaking_["school_zone"].insert(i);
            if (!problem_.is_usable[c.hotspot]) breaking_["sites"].insert(i);
            if ((c.day == problem_.region_day) != c.on_region_day()) breaking_["region_day_only"].insert(i);
        }
    }

    void pairs() {
        for (std::size_t i = 0; i < checks_.size(); ++i)
            for (std::size_t j = i + 1; j < checks_.size(); ++j)
                for (const PairRule rule : all_broken_by(problem_, checks_[i], checks_[j])) {
                    breaking_[clause_of(rule)].insert(i);
                    breaking_[clause_of(rule)].insert(j);
                }
    }

    void sums() {
        std::map<std::uint32_t, std::set<std::size_t>> of_municipality;
        std::map<std::pair<int, int>, std::set<std::size_t>> of_week;
        for (std::size_t i = 0; i < checks_.size(); ++i) {
            of_municipality[problem_.municipality_of(checks_[i])].insert(i);
            if (!checks_[i].on_region_day()) of_week[{checks_[i].crew, problem_.week[checks_[i].day]}].insert(i);
        }
        for (const auto& [m, members] : of_municipality)
            if (static_cast<int>(members.size()) > std::max(0, problem_.settings.rules.max_per_municipality))
                breaking_[maximum_clause((*problem_.municipalities)[m].code)] = members;
        for (const auto& [key, members] : of_week)
            if (static_cast<int>(members.size()) > problem_.crews[static_cast<std::size_t>(key.first)].checks_per_week)
                breaking_["crew_week"].insert(members.begin(), members.end());
    }

    const Problem& problem_;
    const std::vector<Candidate>& checks_;
    std::map<std::string, std::set<std::size_t>> breaking_;
};

}  // namespace

Evaluation evaluate(const Problem& problem, const std::vector<Candidate>& checks) {
    Evaluation result;
    result.met.assign(problem.requirements.size(), 0);
    for (const Candidate& c : checks) {
        result.value += c.value;
        problem.for_each_requirement(c, [&](std::size_t r) { ++result.met[r]; });
    }
    result.value -= diminishing_losses(problem, checks);
    for (std::size_t r = 0; r < result.met.size(); ++r)
        result.penalty += problem.requirements[r].weight * std::max(0, problem.requirements[r].need - result.met[r]);
    result.broken = Breaches(problem, checks).list();
    return result;
}

bool is_feasible(const Problem& problem, const CandidateSet& set, const std::vector<CandidateId>& plan) {
    std::vector<int> of_municipality(problem.municipality_count, 0);
    auto capacity = set.week_capacity;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const Candidate& a = set[plan[i]];
        for (std::size_t j = i + 1; j < plan.size(); ++j)
            if (set.exclude(problem, a, set[plan[j]])) return false;
        const std::uint32_t m = problem.municipality_of(a);
        if (++of_municipality[m] > problem.maximum[m]) return false;
        const bool is_pinned = a.is_locked() && set.is_pinned[static_cast<std::size_t>(a.lock)];
        if (!is_pinned && !a.on_region_day() && --capacity[a.crew][static_cast<std::size_t>(problem.week[a.day])] < 0)
            return false;
    }
    return true;
}

}  // namespace baken::planning
