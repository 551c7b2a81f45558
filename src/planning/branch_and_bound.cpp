#include "planning/branch_and_bound.hpp"

#include "planning/local_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace baken::planning {

namespace {

constexpr double is_whole = 1e-6;
constexpr double least_share = 0.3;

enum class What { column, row, slack };

struct Change {
    What what = What::column;
    int index = 0;
    double low = 0, high = 0;
};

struct Node {
    double bound = 0;
    long long number = 0;
    std::vector<Change> changes;
};

/// Sums of checks that are whole in every plan, coarse ones first: to settle how often a place is visited settles more
/// than one day does.
constexpr int levels = 6;
std::uint64_t key_of(int level, const Problem& p, const Candidate& c) {
    const auto kind = static_cast<std::uint64_t>(c.kind);
    switch (level) {
        case 0: return p.municipality_of(c);
        case 1: return p.municipality_of(c) * 4ULL + kind;
        case 2: return c.hotspot;
        case 3: return c.hotspot * theme_count + c.theme;
        case 4:
            return ((c.hotspot * theme_count + c.theme) * 4ULL + kind) * 65536 + static_cast<std::uint16_t>(c.campaign);
        default: return (c.crew * 512ULL) + static_cast<std::uint64_t>(p.week[c.day]);
    }
}

class Search {
public:
    Search(const Problem& problem, const CandidateSet& set, Relaxation& relaxation, std::vector<CandidateId> plan,
           const Work& work)
        : problem_(problem), set_(set), relaxation_(relaxation), work_(work) {
        proof_.objective = state_of(problem, set, plan).objective();
        proof_.plan = std::move(plan);
    }

    Proof run(int limit) {
        std::vector<Node> open{{unbounded, 0, {}}};
        int visited = 0;
        while (!open.empty()) {
            if (visited == limit || work_.stop.stop_requested()) break;
            std::pop_heap(open.begin(), open.end(), is_later);
            const Node node = std::move(open.back());
            open.pop_back();
            if (node.bound <= prune_below()) continue;
            ++visited;
            visit(node, open);
        }
        proof_.bound = proof_.objective;
        for (const Node& node : open) proof_.bound = std::max(proof_.bound, node.bound);
        proof_.is_complete = proof_.bound <= prune_below();
        apply({});
        return std::move(proof_);
    }

private:
    static bool is_later(const Node& a, const Node& b) {
        if (a.bound != b.bound) return a.bound < b.bound;
        return a.number < b.number;  // of equals the newest, which is the deepest
    }

    [[nodiscard]] double prune_below() const { return proof_.objective + 1e-7 + 1e-11 * std::abs(proof_.objective); }

    void visit(const Node& node, std::vector<Node>& open) {
        apply(node.changes);
        if (!relaxation_.solve()) return;
        const double bound = std::min(node.bound, relaxation_.objective());
        if (bound <= prune_below()) return;
        try_plan(rounded(problem_, set_, relaxation_, work_));
        if (bound <= prune_below()) return;
        const auto branch = choose();
        if (!branch) return;  // whole: try_plan has taken it
        const auto& [what, index, at, top] = *branch;
        for (const bool up : {false, true}) {
            Node child{bound, ++numbers_, node.changes};
            child.changes.push_back(
                {what, index, up ? std::ceil(at) : (what == What::row ? -unbounded : 0.0), up ? top : std::floor(at)});
            open.push_back(std::move(child));
            std::push_heap(open.begin(), open.end(), is_later);
        }
    }

    void try_plan(std::vector<CandidateId> plan) {
        const double objective = state_of(problem_, set_, plan).objective();
        if (objective <= proof_.objective + 1e-12) return;
        proof_.objective = objective;
        proof_.plan = std::move(plan);
    }

    struct Branch {
        What what;
        int index;
        double at, top;
    };

    [[nodiscard]] static double distance_to_whole(double x) { return std::abs(x - std::round(x)); }

    std::optional<Branch> choose() {
        for (std::size_t r = 0; r < problem_.requirements.size(); ++r)
            if (const double slack = relaxation_.slack(r); distance_to_whole(slack) > is_whole)
                return Branch{What::slack, static_cast<int>(r), slack,
                              static_cast<double>(problem_.requirements[r].need)};
        const std::vector<Share> shares = relaxation_.solution();
        for (int level = 0; level < levels; ++level) {
            std::map<std::uint64_t, double> sums;
            for (const auto& [id, share] : shares) sums[key_of(level, problem_, set_[id])] += share;
            const auto most = std::max_element(sums.begin(), sums.end(), [](const auto& a, const auto& b) {
                return distance_to_whole(a.second) < distance_to_whole(b.second) - 1e-9;
            });
            if (most != sums.end() && distance_to_whole(most->second) > is_whole)
                return Branch{What::row, count_row(level, most->first), most->second, unbounded};
        }
        const auto most = std::max_element(shares.begin(), shares.end(), [](const Share& a, const Share& b) {
            return distance_to_whole(a.second) < distance_to_whole(b.second) - 1e-9;
        });
        if (most == shares.end() || distance_to_whole(most->second) <= is_whole) return std::nullopt;
        return Branch{What::column, relaxation_.column_of(most->first), most->second, 1};
    }

    int count_row(int level, std::uint64_t key) {
        const auto [place, is_new] = count_rows_.try_emplace({level, key}, -1);
        if (is_new) {
            std::vector<CandidateId> members;
            for (const CandidateId id : relaxation_.columns())
                if (key_of(level, problem_, set_[id]) == key) members.push_back(id);
            place->second = relaxation_.add_count_row(members);
        }
        return place->second;
    }

    void apply(const std::vector<Change>& changes) {
        for (const Change& change : applied_) set_bounds(change, true);
        for (const Change& change : changes) set_bounds(change, false);
        applied_ = changes;
    }

    void set_bounds(const Change& change, bool to_default) {
        const auto requirement = static_cast<std::size_t>(change.index);
        switch (change.what) {
            case What::row:
                if (to_default) {
                    relaxation_.bound_row(change.index, -unbounded, unbounded);
                    bounds_of_row_.erase(change.index);
                } else {  // several changes of one row on the way down narrow it
                    auto& [low, high] = bounds_of_row_.try_emplace(change.index, -unbounded, unbounded).first->second;
                    low = std::max(low, change.low);
                    high = std::min(high, change.high);
                    relaxation_.bound_row(change.index, low, high);
                }
                break;
            case What::column:
                relaxation_.bound_column(change.index, to_default ? 0 : change.low, to_default ? 1 : change.high);
                break;
            case What::slack:
                if (to_default) {
                    relaxation_.bound_column(relaxation_.slack_column(requirement), 0,
                                             problem_.requirements[requirement].need);
                    bounds_of_slack_.erase(change.index);
                } else {
                    auto& [low, high] =
                        bounds_of_slack_.try_emplace(change.index, 0, problem_.requirements[requirement].need)
                            .first->second;
                    low = std::max(low, change.low);
                    high = std::min(high, change.high);
                    relaxation_.bound_column(relaxation_.slack_column(requirement), low, high);
                }
                break;
        }
    }

    const Problem& problem_;
    const CandidateSet& set_;
    Relaxation& relaxation_;
    const Work& work_;
    Proof proof_;
    long long numbers_ = 0;
    std::vector<Change> applied_;
    std::map<std::pair<int, std::uint64_t>, int> count_rows_;
    std::map<int, std::pair<double, double>> bounds_of_row_, bounds_of_slack_;
};

}  // namespace

Proof branch_and_bound(const Problem& problem, const CandidateSet& set, Relaxation& relaxation,
                       std::vector<CandidateId> plan, int nodes, const Work& work) {
    return Search(problem, set, relaxation, std::move(plan), work).run(nodes);
}

std::vector<CandidateId> rounded(const Problem& problem, const CandidateSet& set, const Relaxation& relaxation,
                                 const Work& work) {
    std::vector<Share> shares = relaxation.solution();
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share& a, const Share& b) { return a.second > b.second + 1e-9; });
    PlanState state(problem, set);
    std::vector<CandidateId> nearby;
    for (const auto& [id, share] : shares) {
        nearby.push_back(id);
        if (share > least_share && state.fits(id)) state.add(id);
    }
    fill(state, problem, set, nearby, work);
    fill(state, problem, set, relaxation.columns(), work);
    return state.plan();
}

}  // namespace baken::planning
