#include "hotspots/dbscan.hpp"

#include "hotspots/cell_grid.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace baken {

namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// Sets of cells that grow together (union-find, path halving; the lower number leads).
class Groups {
public:
    explicit Groups(std::size_t count) : leader_(count) { std::iota(leader_.begin(), leader_.end(), 0U); }
    std::uint32_t leader(std::uint32_t i) {
        while (leader_[i] != i) i = leader_[i] = leader_[leader_[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = leader(a);
        b = leader(b);
        leader_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> leader_;
};

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
class Clustering {
public:
    Clustering(std::span<const MapPoint> points, const ClusterOptions& options)
        : grid_(points, options.reach),
          core_size_(static_cast<std::uint32_t>(std::max(options.core_size, 0))),
          reach2_(options.reach.value * options.reach.value),
          groups_(grid_.cells.size()) {}

    Labels run(const Work& work) {
        find_cores();
        work.check_stop();
        join_cells();
        work.check_stop();
        return labels();
    }

private:
    using Cell = CellGrid::Cell;

    [[nodiscard]] bool is_near(std::uint32_t a, std::uint32_t b) const {
        return squared_distance(grid_.points[a], grid_.points[b]) <= reach2_;
    }

    /// A cell is no wider across than the reach: core_size events in it make them all cores without looking further.
    void find_cores() {
        is_core_.assign(grid_.points.size(), 0);
        core_box_.resize(grid_.cells.size());
        has_core_.assign(grid_.cells.size(), 0);
        for (std::uint32_t c = 0; c < grid_.cells.size(); ++c) {
            const Cell& cell = grid_.cells[c];
            const bool is_dense = cell.last - cell.first >= core_size_;
            for (std::uint32_t p = cell.first; p < cell.last; ++p) {
                if (!is_dense && !has_enough_near(p, cell)) continue;
                is_core_[p] = 1;
                const MapPoint at = grid_.points[p];
                if (!has_core_[c]) core_box_[c] = {at.x, at.y, at.x, at.y};
                has_core_[c] = 1;
                widen(core_box_[c], at);
            }
        }
    }

    [[nodiscard]] bool has_enough_near(std::uint32_t p, const Cell& cell) const {
        std::uint32_t found = cell.last - cell.first;  // its own cell is within reach as a whole
        for (const auto& row : cell.rows) {
            const std::uint32_t first = grid_.cells_begin(row.first), last = grid_.cells_begin(row.last);
            for (std::uint32_t q = first; q < last; ++q) {
                if (q == cell.first) {
                    q = cell.last - 1;
                    continue;
                }
                found += is_near(p, q) ? 1U : 0U;
                if (found >= core_size_) return true;
            }
        }
        return found >= core_size_;
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

    /// Cell of the lowest-numbered core event within reach of an event that is no core itself; nobody: it is noise.
    [[nodiscard]] std::uint32_t cell_of_first_core(std::uint32_t p, const Cell& cell) const {
        std::uint32_t first_event = nobody, found = nobody;
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

    Labels labels() {
        std::vector<std::uint32_t> group_of_event(grid_.points.size(), nobody);
        for (std::uint32_t c = 0; c < grid_.cells.size(); ++c) {
            const Cell& cell = grid_.cells[c];
            for (std::uint32_t p = cell.first; p < cell.last; ++p) {
                const std::uint32_t at = is_core_[p] ? c : cell_of_first_core(p, cell);
                if (at != nobody) group_of_event[grid_.events[p]] = groups_.leader(at);
            }
        }
        Labels labels(group_of_event.size(), noise);
        std::vector<int> number_of(grid_.cells.size(), noise);
        int next = 0;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (group_of_event[i] == nobody) continue;
            int& number = number_of[group_of_event[i]];
            if (number == noise) number = next++;
            labels[i] = number;
        }
        return labels;
    }

    CellGrid grid_;
    std::uint32_t core_size_;
    double reach2_;
    Groups groups_;
    std::vector<char> is_core_, has_core_;
    std::vector<Box> core_box_;  ///< of the cores of each cell
};

}  // namespace

Labels cluster_events(std::span<const MapPoint> points, const ClusterOptions& options, const Work& work) {
    if (points.empty()) return {};
    return Clustering(points, options).run(work);
}

}  // namespace baken
