/// The definition of DBSCAN, held against labels. It shares nothing with the algorithm but the definition itself.
#include "hotspots/dbscan.hpp"

#include "geo/core/point_index.hpp"
#include "hotspots/verify_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace baken {

namespace {

constexpr std::size_t most_findings = 10;
constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

class Findings {
public:
    template <class... Args>
    void add(fmt::format_string<Args...> text, Args&&... values) {
        if (!is_full()) texts_.push_back(fmt::format(text, std::forward<Args>(values)...));
    }
    [[nodiscard]] bool is_full() const { return texts_.size() >= most_findings; }
    [[nodiscard]] bool empty() const { return texts_.empty(); }
    std::vector<std::string> take() { return std::move(texts_); }

private:
    std::vector<std::string> texts_;
};

std::vector<bool> cores_by_weight(std::span<const MapPoint> points, const PointIndex& index,
                                  const ClusterOptions& options, std::span<const double> weights) {
    std::vector<bool> is_core(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        double near = 0;
        index.for_each_within(points[i], options.reach,
                              [&](std::size_t j) { near += weights.empty() ? 1 : weights[j]; });
        is_core[i] = near >= options.core_size - 1e-9;  // a sum of tenths may round to a hair below
    }
    return is_core;
}

/// Clusters are numbered 0, 1, .. in the order in which their first events come.
void check_numbering(const Labels& labels, Findings& found) {
    int next = 0;
    for (std::size_t i = 0; i < labels.size() && !found.is_full(); ++i) {
        if (labels[i] < noise) found.add("event {} has label {}, which is neither noise nor a cluster", i, labels[i]);
        if (labels[i] > next) found.add("event {} opens cluster {}; the next number is {}", i, labels[i], next);
        if (labels[i] >= next) next = labels[i] + 1;
    }
}

/// What one event's own surroundings say about its label.
void check_event(std::size_t i, std::span<const MapPoint> points, const PointIndex& index, const Labels& labels,
                 const std::vector<bool>& is_core, const ClusterOptions& options, Findings& found) {
    std::size_t first_core = nobody;
    std::size_t parted = nobody;
    index.for_each_within(points[i], options.reach, [&](std::size_t j) {
        if (!is_core[j]) return;
        first_core = std::min(first_core, j);
        if (labels[j] != labels[i]) parted = std::min(parted, j);
    });
    if (is_core[i]) {
        if (labels[i] == noise) found.add("event {} is a core and is labelled noise", i);
        if (parted != nobody)
            found.add("cores {} and {} are within reach of each other and have labels {} and {}", i, parted, labels[i],
                      labels[parted]);
    } else if (first_core == nobody) {
        if (labels[i] != noise) found.add("event {} has no core within reach and is labelled {}", i, labels[i]);
    } else if (labels[i] != labels[first_core]) {
        found.add("event {} is a border of core {} with label {} and is labelled {}", i, first_core, labels[first_core],
                  labels[i]);
    }
}

/// The cores of one cluster hang together: walking from core to core reaches them all.
void check_connected(std::span<const MapPoint> points, const PointIndex& index, const Labels& labels,
                     const std::vector<bool>& is_core, const ClusterOptions& options, Findings& found) {
    std::vector<std::size_t> reached_from(labels.size(), nobody);  // per cluster number, the core it was walked from
    std::vector<bool> is_reached(points.size());
    std::vector<std::size_t> to_visit;
    for (std::size_t i = 0; i < points.size() && !found.is_full(); ++i) {
        if (!is_core[i] || is_reached[i]) continue;
        std::size_t& start = reached_from[static_cast<std::size_t>(labels[i])];
        if (start != nobody) found.add("cores {} and {} share label {} and do not hang together", start, i, labels[i]);
        start = i;
        is_reached[i] = true;
        to_visit.push_back(i);
        while (!to_visit.empty()) {
            const std::size_t from = to_visit.back();
            to_visit.pop_back();
            index.for_each_within(points[from], options.reach, [&](std::size_t j) {
                if (!is_core[j] || is_reached[j]) return;
                is_reached[j] = true;
                to_visit.push_back(j);
            });
        }
    }
}

/// Clusters before the wide ones are taken apart: groups of cores by walking, with their borders.
std::vector<std::size_t> walked_clusters(std::span<const MapPoint> points, const PointIndex& index,
                                         const std::vector<bool>& is_core, Metres reach) {
    std::vector<std::size_t> cluster(points.size(), nobody), to_visit;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!is_core[i] || cluster[i] != nobody) continue;
        cluster[i] = i;
        to_visit.push_back(i);
        while (!to_visit.empty()) {
            const std::size_t from = to_visit.back();
            to_visit.pop_back();
            index.for_each_within(points[from], reach, [&](std::size_t j) {
                if (!is_core[j] || cluster[j] != nobody) return;
                cluster[j] = i;
                to_visit.push_back(j);
            });
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (is_core[i]) continue;
        std::size_t first_core = nobody;
        index.for_each_within(points[i], reach, [&](std::size_t j) {
            if (is_core[j]) first_core = std::min(first_core, j);
        });
        if (first_core != nobody) cluster[i] = cluster[first_core];
    }
    return cluster;
}

/// The first event of the part that each event belongs to when every wide cluster is taken apart; nobody: noise.
std::vector<std::size_t> parted_clusters(std::span<const MapPoint> points, const std::vector<std::size_t>& cluster,
                                         const ClusterOptions& options, std::span<const double> weights) {
    std::map<std::size_t, std::vector<std::size_t>> events_of;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (cluster[i] != nobody) events_of[cluster[i]].push_back(i);
    std::vector<std::size_t> part(points.size(), nobody);
    for (const auto& [name, events] : events_of) {
        std::vector<MapPoint> at;
        std::vector<double> weight;
        for (const std::size_t i : events) {
            at.push_back(points[i]);
            weight.push_back(weights.empty() ? 1 : weights[i]);
        }
        double left = at[0].x, right = at[0].x, bottom = at[0].y, top = at[0].y;
        for (const MapPoint p : at) {
            left = std::min(left, p.x), right = std::max(right, p.x);
            bottom = std::min(bottom, p.y), top = std::max(top, p.y);
        }
        if (std::hypot(right - left, top - bottom) <= options.widest.value) {
            for (const std::size_t i : events) part[i] = events[0];
            continue;
        }
        const double enough = std::max(options.core_size, 1) - 1e-9;
        for (const auto& members : parts_by_definition(at, weight, enough, options.widest.value))
            for (const std::uint32_t i : members) part[events[i]] = events[members[0]];
    }
    return part;
}

void check_parts(const Labels& labels, const std::vector<std::size_t>& part, Findings& found) {
    std::map<std::size_t, int> label_of;
    std::map<int, std::size_t> part_of;
    for (std::size_t i = 0; i < labels.size() && !found.is_full(); ++i) {
        if ((labels[i] == noise) != (part[i] == nobody)) {
            found.add("event {} is labelled {} and belongs to {}", i, labels[i],
                      part[i] == nobody ? "no part" : "a part");
        } else if (part[i] != nobody) {
            const int label = label_of.try_emplace(part[i], labels[i]).first->second;
            const std::size_t of_label = part_of.try_emplace(labels[i], part[i]).first->second;
            if (label != labels[i])
                found.add("events {} and {} are of one part and have labels {} and {}", part[i], i, label, labels[i]);
            else if (of_label != part[i])
                found.add("events {} and {} are of two parts and share label {}", of_label, part[i], labels[i]);
        }
    }
}

}  // namespace

std::vector<bool> core_events(std::span<const MapPoint> points, const ClusterOptions& options,
                              std::span<const double> weights) {
    return cores_by_weight(points, PointIndex(points, options.reach), options, weights);
}

std::vector<std::string> verify_clusters(std::span<const MapPoint> points, const Labels& labels,
                                         const ClusterOptions& options, std::span<const double> weights) {
    Findings found;
    if (labels.size() != points.size()) {
        found.add("there are {} labels for {} events", labels.size(), points.size());
        return found.take();
    }
    const PointIndex index(points, options.reach);
    const std::vector<bool> is_core = cores_by_weight(points, index, options, weights);
    check_numbering(labels, found);
    if (std::isfinite(options.widest.value)) {
        const auto cluster = walked_clusters(points, index, is_core, options.reach);
        check_parts(labels, parted_clusters(points, cluster, options, weights), found);
        return found.take();
    }
    for (std::size_t i = 0; i < points.size() && !found.is_full(); ++i)
        check_event(i, points, index, labels, is_core, options, found);
    // Only labels in range can be walked; when they are not, that has been said above.
    if (found.empty()) check_connected(points, index, labels, is_core, options, found);
    return found.take();
}

}  // namespace baken
