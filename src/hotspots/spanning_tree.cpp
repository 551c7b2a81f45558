#include "hotspots/spanning_tree.hpp"

#include "base/parallel.hpp"
#include "hotspots/groups.hpp"

#include <atomic>

namespace baken {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::size_t piece = 4096;

/// The lowest of what many threads offer.
void lower(std::atomic<double>& value, double offered) {
    double now = value.load(std::memory_order_relaxed);
    while (offered < now && !value.compare_exchange_weak(now, offered, std::memory_order_relaxed)) {
    }
}

class Boruvka {
public:
    Boruvka(const DistinctPoints& points, const PointTree& tree, const CoreDistances& cores, const Work& work)
        : points_(points),
          tree_(tree),
          cores_(cores),
          work_(work),
          groups_(points.at.size()),
          group_(points.at.size()),
          exit_(points.at.size(), Exit{infinite, no_place}),
          proved_(cores.squared),
          shortest_(points.at.size()),
          chosen_(points.at.size()) {
        tree_.fold(
            lowest_core_, [&](std::uint32_t i) { return cores_.squared[i]; },
            [](double a, double b) { return std::min(a, b); });
    }

    std::vector<Link> run() {
        link_to_denser();
        while (links_.size() + 1 < points_.at.size()) {
            work_.check_stop();
            number_groups();
            offer_what_is_known();
            search();
            take_shortest();
        }
        return std::move(links_);
    }

private:
    /// The shortest way out of its group that is known for a place.
    struct Exit {
        double squared;
        std::uint32_t to;
    };

    [[nodiscard]] double mutual(std::uint32_t p, std::uint32_t q) const {
        return std::max({squared_distance(points_.at[p], points_.at[q]), cores_.squared[p], cores_.squared[q]});
    }

    /// No link of a place is shorter than its core distance, so one to a place within that distance with no larger core
    /// distance of its own is as short as can be.
    void link_to_denser() {
        for (std::uint32_t p = 0; p < points_.at.size(); ++p) {
            const std::uint32_t* near = cores_.near_of(p);
            for (std::size_t i = 0; i < cores_.most && near[i] != no_place; ++i) {
                if (cores_.squared[near[i]] > cores_.squared[p]) continue;
                if (groups_.join(p, near[i])) links_.push_back({cores_.squared[p], p, near[i]});
                break;
            }
        }
    }

    void number_groups() {
        for (std::uint32_t p = 0; p < points_.at.size(); ++p) group_[p] = groups_.leader(p);
        tree_.fold(
            group_of_node_, [&](std::uint32_t i) { return group_[i]; },
            [](std::uint32_t a, std::uint32_t b) { return a == b ? a : no_place; });
    }

    void offer_what_is_known() {
        for (std::uint32_t p = 0; p < points_.at.size(); ++p) shortest_[p].store(infinite, std::memory_order_relaxed);
        in_pieces(points_.at.size(), piece, work_, [&](std::size_t first, std::size_t last) {
            for (auto p = static_cast<std::uint32_t>(first); p < last; ++p) {
                Exit& exit = exit_[p];
                if (exit.to != no_place && group_[exit.to] == group_[p]) exit = {infinite, no_place};
                const std::uint32_t* near = cores_.near_of(p);
                for (std::size_t i = 0; i < cores_.most && near[i] != no_place && exit.to == no_place; ++i)
                    if (group_[near[i]] != group_[p]) exit = {mutual(p, near[i]), near[i]};
                if (exit.to != no_place) lower(shortest_[group_[p]], exit.squared);
            }
        });
    }

    /// Places whose shortest way out is not known, and might be the shortest of their group, look for it.
    void search() {
        in_pieces(tree_.nodes(0), piece / PointTree::leaf_size, work_, [&](std::size_t first, std::size_t last) {
            std::vector<std::uint32_t> around;
            for (auto leaf = static_cast<std::uint32_t>(first); leaf < last; ++leaf) {
                const std::uint32_t group = group_of_node_[leaf];
                if (group == no_place)
                    search_from_each(leaf);
                else
                    search_from_one_group(leaf, group, around);
            }
        });
    }

    [[nodiscard]] double bound_of(std::uint32_t group) const {
        return shortest_[group].load(std::memory_order_relaxed);
    }

    [[nodiscard]] bool is_wanted(PointTree::Node node, double squared, std::uint32_t own, double bound) const {
        const std::uint32_t number = tree_.number(node);
        return squared < bound && group_of_node_[number] != own && lowest_core_[number] < bound;
    }

    void search_from_each(std::uint32_t leaf) {
        for (std::uint32_t p = PointTree::first_of(leaf); p < tree_.end_of(leaf); ++p) {
            const std::uint32_t own = group_[p];
            Exit best{bound_of(own), no_place};
            if (proved_[p] >= best.squared) continue;
            tree_.walk(
                leaf, points_.at[p],
                [&](PointTree::Node node, double squared) { return is_wanted(node, squared, own, best.squared); },
                [&](std::uint32_t other) { look_in(other, p, best); });
            found(p, best);
        }
    }

    /// What one group fills is searched for as a whole: mostly there is nothing near, and all its places know it at
    /// once.
    void search_from_one_group(std::uint32_t leaf, std::uint32_t group, std::vector<std::uint32_t>& around) {
        const double bound = bound_of(group);
        const auto first = proved_.begin() + PointTree::first_of(leaf), last = proved_.begin() + tree_.end_of(leaf);
        if (*std::min_element(first, last) >= bound) return;
        around.clear();
        tree_.walk(
            leaf, tree_.box_of({0, leaf}),
            [&](PointTree::Node node, double squared) { return is_wanted(node, squared, group, bound); },
            [&](std::uint32_t other) { around.push_back(other); });
        for (std::uint32_t p = PointTree::first_of(leaf); p < tree_.end_of(leaf); ++p) {
            Exit best{std::min(bound, bound_of(group)), no_place};
            if (proved_[p] >= best.squared) continue;
            for (std::size_t i = 1; i < around.size(); ++i) {  // the first is the leaf itself
                const PointTree::Node node{0, around[i]};
                const double squared = PointTree::squared_distance_to(tree_.box_of(node), points_.at[p]);
                if (is_wanted(node, squared, group, best.squared)) look_in(around[i], p, best);
            }
            found(p, best);
        }
    }

    void look_in(std::uint32_t leaf, std::uint32_t p, Exit& best) const {
        for (std::uint32_t q = PointTree::first_of(leaf); q < tree_.end_of(leaf); ++q) {
            if (group_[q] == group_[p]) continue;
            const double squared = mutual(p, q);
            if (squared < best.squared) best = {squared, q};
        }
    }

    void found(std::uint32_t p, const Exit& best) {
        proved_[p] = best.squared;
        if (best.to == no_place) return;
        exit_[p] = best;
        lower(shortest_[group_[p]], best.squared);
    }

    /// Links of one length may close a ring; then the last of them is left out (any of them may be).
    void take_shortest() {
        std::fill(chosen_.begin(), chosen_.end(), no_place);
        for (std::uint32_t p = 0; p < points_.at.size(); ++p) {
            if (exit_[p].to == no_place) continue;
            std::uint32_t& chosen = chosen_[group_[p]];
            if (chosen == no_place || exit_[p].squared < exit_[chosen].squared) chosen = p;
        }
        for (const std::uint32_t p : chosen_)
            if (p != no_place && groups_.join(p, exit_[p].to)) links_.push_back({exit_[p].squared, p, exit_[p].to});
    }

    const DistinctPoints& points_;
    const PointTree& tree_;
    const CoreDistances& cores_;
    const Work& work_;
    Groups groups_;
    std::vector<std::uint32_t> group_;  ///< of each place, in this round
    std::vector<Exit> exit_;
    std::vector<double> proved_;                 ///< no way out of its group is shorter
    std::vector<std::atomic<double>> shortest_;  ///< way out of each group, as far as known
    std::vector<std::uint32_t> chosen_;          ///< of each group, the place that it is left from
    std::vector<double> lowest_core_;            ///< of each node
    std::vector<std::uint32_t> group_of_node_;   ///< the one group of all its places, or no_place
    std::vector<Link> links_;
};

}  // namespace

std::vector<Link> spanning_tree(const DistinctPoints& points, const PointTree& tree, const CoreDistances& cores,
                                const Work& work) {
    // All together not enough for one core: everything is infinitely far from everything.
    if (points.at.size() < 2 || cores.squared[0] == infinite) return {};
    return Boruvka(points, tree, cores, work).run();
}

}  // namespace baken
