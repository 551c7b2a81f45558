#include "hotspots/dbscan.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "hotspots/cell_grid.hpp"
#include "hotspots/distinct_points.hpp"
#include "hotspots/groups.hpp"
#include "hotspots/hdbscan.hpp"
#include "hotspots/number_clusters.hpp"
#include "hotspots/take_apart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace baken {

namespace {

double squared_distance_to(const Box& box, MapPoint p) {
    const double dx = std::max({box.min_x - p.x, 0.0, p.x - box.max_x});
    const double dy = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
    return dx * dx + dy * dy;
}

void widen(Box& box, MapPoint p) {
    box.min_x = std::min(box.min_x, p.x);
    box.min_y = std::min(box.min_y, p.y);
    box.max_x = std::max(box.max_x, p.x);
    box.max_y = std::max(box.max_y, p.y);
}

/// One run over one set of points. Points are numbered in the grid's order here; `grid_.events` leads back.
template <bool has_weights>
class Clustering {
public:
    Clustering(std::span<const MapPoint> points, std::span<const WeightSteps> weights, const ClusterOptions& options,
               const Work& work)
        : grid_(points, options.reach, work),
          enough_(std::max(options.core_size, 0) * (has_weights ? weight_steps : 1)),
          reach2_(options.reach.value * options.reach.value),
          groups_(grid_.cells.size()) {
        if constexpr (has_weights)
            for (const std::uint32_t event : grid_.events) weight_.push_back(weights[event]);
    }

    Labels run(const Work& work) {
        find_cores(work);
        join_cells();
        work.check_stop();
        return labels(work);
    }

private:
    using Cell = CellGrid::Cell;

    [[nodiscard]] bool is_near(std::uint32_t a, std::uint32_t b) const {
        return squared_distance(grid_.points[a], grid_.points[b]) <= reach2_;
    }

    [[nodiscard]] WeightSteps weight_of(std::uint32_t p) const {
        if constexpr (has_weights) return weight_[p];
        return 1;
    }
    [[nodiscard]] WeightSteps weight_of(const Cell& cell) const {
        if constexpr (!has_weights) return cell.last - cell.first;
        return std::accumulate(weight_.begin() + cell.first, weight_.begin() + cell.last, WeightSteps{0});
    }

    /// A cell is no wider across than the reach: enough events in it make them all cores without looking further.
    void find_cores(const Work& work) {
        is_core_.assign(grid_.points.size(), 0);
        core_box_.resize(grid_.cells.size());
        has_core_.assign(grid_.cells.size(), 0);
        in_pieces(grid_.cells.size(), cells_at_once, work, [&](std::size_t begin, std::size_t end) {
            for (std::size_t c = begin; c < end; ++c) {
                const Cell& cell = grid_.cells[c];
                const WeightSteps own = weight_of(cell);
                for (std::uint32_t p = cell.first; p < cell.last; ++p) {
                    if (own < enough_ && !has_enough_near(p, cell, own)) continue;
                    is_core_[p] = 1;
                    const MapPoint at = grid_.points[p];
                    if (!has_core_[c]) core_box_[c] = {at.x, at.y, at.x, at.y};
                    has_core_[c] = 1;
                    widen(core_box_[c], at);
                }
            }
        });
    }

    [[nodiscard]] bool has_enough_near(std::uint32_t p, const Cell& cell, WeightSteps found) const {
        for (const auto& row : cell.rows) {
            const std::uint32_t first = grid_.cells_begin(row.first), last = grid_.cells_begin(row.last);
            for (std::uint32_t q = first; q < last; ++q) {
                if (q == cell.first) {  // its own cell is within reach as a whole, and counted
                    q = cell.last - 1;
                    continue;
                }
                found += is_near(p, q) ? weight_of(q) : 0;
                if (found >= enough_) return true;
            }
        }
        return false;
    }

    /// The cores of one cell are one cluster; two cells are, when any two of their cores are within reach.
    void join_cells() {
        for (std::uint32_t c = 0; c < grid_.cells.size(); ++c) {
            if (!has_core_[c]) continue;
            for (const auto& row : grid_.cells[c].rows)
                for (std::uint32_t d = row.first; d < std::min(row.last, c); ++d)
                    if (has_core_[d] && groups_.leader(c) != groups_.leader(d) && are_linked(c, d)) groups_.join(c, d);
        }
    }

    [[nodiscard]] bool are_linked(std::uint32_t c, std::uint32_t d) const {
        for (std::uint32_t p = grid_.cells[c].first; p < grid_.cells[c].last; ++p) {
            if (!is_core_[p] || squared_distance_to(core_box_[d], grid_.points[p]) > reach2_) continue;
            for (std::uint32_t q = grid_.cells[d].first; q < grid_.cells[d].last; ++q)
                if (is_core_[q] && is_near(p, q)) return true;
        }
        return false;
    }

    /// Cell of the lowest-numbered core event within reach of an event that is no core itself; in_no_group: it is
    /// noise.
    [[nodiscard]] std::uint32_t cell_of_first_core(std::uint32_t p, const Cell& cell) const {
        std::uint32_t first_event = in_no_group, found = in_no_group;
        for (const auto& row : cell.rows) {
            for (std::uint32_t d = row.first; d < row.last; ++d) {
                if (!has_core_[d] || squared_distance_to(core_box_[d], grid_.points[p]) > reach2_) continue;
                for (std::uint32_t q = grid_.cells[d].first; q < grid_.cells[d].last; ++q) {
                    if (!is_core_[q] || grid_.events[q] >= first_event || !is_near(p, q)) continue;
                    first_event = grid_.events[q];
                    found = d;
                }
            }
        }
        return found;
    }

    Labels labels(const Work& work) {
        std::vector<std::uint32_t> cell_of(grid_.points.size(), in_no_group);  // by event
        in_pieces(grid_.cells.size(), cells_at_once, work, [&](std::size_t begin, std::size_t end) {
            for (auto c = static_cast<std::uint32_t>(begin); c < end; ++c) {
                const Cell& cell = grid_.cells[c];
                for (std::uint32_t p = cell.first; p < cell.last; ++p)
                    cell_of[grid_.events[p]] = is_core_[p] ? c : cell_of_first_core(p, cell);
            }
        });
        for (std::uint32_t& cell : cell_of)
            if (cell != in_no_group) cell = groups_.leader(cell);
        return number_clusters(cell_of, grid_.cells.size());
    }

    static constexpr std::size_t cells_at_once = 2048;

    CellGrid grid_;
    WeightSteps enough_;
    double reach2_;
    Groups groups_;
    std::vector<WeightSteps> weight_;
    std::vector<char> is_core_, has_core_;
    std::vector<Box> core_box_;  ///< of the cores of each cell
};

/// Without the rule for wide clusters.
Labels plain_clusters(const NearPairs& near, std::span<const WeightSteps> weight, const ClusterOptions& options) {
    const WeightSteps enough = std::max(options.core_size, 0) * weight_steps;
    std::vector<char> is_core(near.events());
    for (std::size_t i = 0; i < is_core.size(); ++i) {
        WeightSteps found = weight[i];
        for (const Neighbour& other : near.of(i)) found += other.distance <= options.reach ? weight[other.event] : 0;
        is_core[i] = found >= enough;
    }
    Groups groups(near.events());
    std::vector<std::uint32_t> leader(near.events(), in_no_group);
    for (std::uint32_t i = 0; i < is_core.size(); ++i) {
        if (is_core[i]) leader[i] = i;
        for (const Neighbour& other : near.of(i)) {
            if (other.distance > options.reach || !is_core[other.event]) continue;
            if (is_core[i])
                groups.join(i, other.event);
            else
                leader[i] = std::min(leader[i], other.event);
        }
    }
    for (std::uint32_t& one : leader)
        if (one != in_no_group) one = groups.leader(one);
    return number_clusters(leader, near.events());
}

void check(const ClusterOptions& options) {
    if (!(options.reach.value > 0) || !std::isfinite(options.reach.value))
        throw InputError(fmt::format("the reach of a cluster is {} m; it must be above 0", options.reach.value));
    if (!(options.widest.value > 0))
        throw InputError(fmt::format("the widest cluster is {} m; it must be above 0", options.widest.value));
}

/// How the events of a wide cluster hang together.
HdbscanOptions within(const ClusterOptions& options) {
    const int size = std::max(options.core_size, 1);
    return {.min_cluster_size = size, .core_size = size, .selection = Selection::widest, .widest = options.widest};
}

}  // namespace

Labels cluster_events(std::span<const MapPoint> points, const ClusterOptions& options, const Work& work,
                      std::span<const double> weights) {
    check(options);
    const std::vector<WeightSteps> steps =
        weights.empty() ? std::vector<WeightSteps>{} : weights_in_steps(weights, points.size());
    if (points.empty()) return {};
    Labels labels = weights.empty() ? Clustering<false>(points, steps, options, work).run(work)
                                    : Clustering<true>(points, steps, options, work).run(work);
    return take_apart(std::move(labels), points, options.widest, [&](std::span<const std::uint32_t> events) {
        return cluster_by_density(chosen(points, events), within(options), work, chosen(weights, events));
    });
}

Labels cluster_pairs(const NearPairs& near, const ClusterOptions& options, const Work& work,
                     std::span<const double> weights, std::span<const MapPoint> places) {
    check(options);
    if (places.size() != near.events() && (!places.empty() || std::isfinite(options.widest.value)))
        throw InputError(fmt::format("there are {} places for {} events to cluster", places.size(), near.events()));
    Labels labels = plain_clusters(near, weights_in_steps(weights, near.events()), options);
    return take_apart(std::move(labels), places, options.widest, [&](std::span<const std::uint32_t> events) {
        return cluster_pairs_by_density(near.among(events), within(options), work, chosen(weights, events),
                                        chosen(places, events));
    });
}

}  // namespace baken
