#include "hotspots/condensed_tree.hpp"

#include "geo/core/shape.hpp"
#include "hotspots/groups.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace baken {

namespace {

/// By length, stable. Lengths are not below zero, so their bits are in their order.
void sort_links(std::vector<Link>& links) {
    constexpr unsigned bits = 11;
    std::vector<Link> sorted(links.size());
    std::array<std::uint32_t, std::size_t{1} << bits> start{};
    for (unsigned shift = 0; shift < 64; shift += bits) {
        const auto digit = [shift](const Link& link) {
            return (std::bit_cast<std::uint64_t>(link.squared) >> shift) & ((1U << bits) - 1U);
        };
        start.fill(0);
        for (const Link& link : links) ++start[digit(link)];
        if (!links.empty() && start[digit(links[0])] == links.size()) continue;
        std::uint32_t before = 0;
        for (std::uint32_t& count : start) before += std::exchange(count, before);
        for (const Link& link : links) sorted[start[digit(link)]++] = link;
        links.swap(sorted);
    }
}

/// Joins places from the shortest link to the longest; what joins at one length joins at once.
class Condensing {
public:
    Condensing(std::span<const WeightSteps> weight, std::span<const MapPoint> at, const CondenseOptions& options)
        : at_(at), options_(options), has_widths_(std::isfinite(options.widest)), groups_(weight.size()) {
        bundles_.reserve(weight.size());
        for (std::uint32_t p = 0; p < weight.size(); ++p) bundles_.push_back({.weight = weight[p], .next = p});
        if (has_widths_)
            for (const MapPoint p : at_) boxes_.push_back({p.x, p.y, p.x, p.y});
        tree_.group_of_place.assign(weight.size(), none);
    }

    CondensedTree run(const std::vector<Link>& links) {
        for (std::size_t first = 0, last = 0; first < links.size(); first = last) {
            touched_.clear();
            for (last = first; last < links.size() && links[last].squared == links[first].squared; ++last) {
                touched_.push_back(groups_.leader(links[last].a));
                touched_.push_back(groups_.leader(links[last].b));
            }
            for (std::size_t i = first; i < last; ++i) groups_.join(links[i].a, links[i].b);
            join_touched(place_steps / std::sqrt(links[first].squared));
        }
        join_at_infinity();
        return std::move(tree_);
    }

private:
    static constexpr std::uint32_t none = CondensedTree::none;

    /// What hangs together, kept at its leader.
    struct Bundle {
        WeightSteps weight = 0;
        std::uint32_t next = 0;  ///< ring of its places, while it is no group
        std::uint32_t group = none;
        bool is_too_wide = false;
    };

    static double in_events(WeightSteps weight) {
        return static_cast<double>(weight) / static_cast<double>(weight_steps);
    }

    void join_touched(double density) {
        std::sort(touched_.begin(), touched_.end());
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
        if (groups_.leader(touched_.front()) == groups_.leader(touched_.back()) && touched_.size() <= 2) {  // the most
            join(touched_, density);
            return;
        }
        std::sort(touched_.begin(), touched_.end(), [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t x = groups_.leader(a), y = groups_.leader(b);
            return x != y ? x < y : a < b;
        });
        for (std::size_t first = 0, last = 0; first < touched_.size(); first = last) {
            while (last < touched_.size() && groups_.leader(touched_[last]) == groups_.leader(touched_[first])) ++last;
            join(std::span(touched_).subspan(first, last - first), density);
        }
    }

    /// Bundles that are linked by nothing are one at an infinite distance; that one is no candidate.
    void join_at_infinity() {
        touched_.clear();
        for (std::uint32_t p = 0; p < bundles_.size(); ++p)
            if (groups_.leader(p) == p) touched_.push_back(p);
        for (const std::uint32_t p : touched_) groups_.join(touched_[0], p);
        if (touched_.size() > 1) join(touched_, 0);
    }

    /// Bundles that become one at this density; the lowest of them leads it.
    void join(std::span<const std::uint32_t> parts, double density) {
        WeightSteps weight = 0, weight_of_groups = 0;
        std::uint32_t group = none;
        std::size_t groups = 0;
        bool is_too_wide = false;
        for (const std::uint32_t part : parts) {
            const Bundle& bundle = bundles_[part];
            weight += bundle.weight;
            is_too_wide |= bundle.is_too_wide;
            if (bundle.group == none) continue;
            weight_of_groups += bundle.weight;
            group = bundle.group;
            ++groups;
        }
        if (has_widths_) is_too_wide |= width_of(parts) > options_.widest;
        if (is_too_wide) {
            for (const std::uint32_t part : parts) leave(bundles_[part], density, none);
            group = none;
        } else if (groups != 1) {
            group = weight >= options_.enough ? begin_group(weight, density, groups > 0) : none;
            for (const std::uint32_t part : parts) leave(bundles_[part], density, group);
        } else {
            mass_[group] += in_events(weight - weight_of_groups) * density;
        }
        if (group != none)
            for (const std::uint32_t part : parts) give_home(part, group);
        else if (!is_too_wide)
            for (const std::uint32_t part : parts.subspan(1)) std::swap(bundles_[parts[0]].next, bundles_[part].next);
        Bundle& whole = bundles_[parts[0]];
        whole.weight = weight;
        whole.group = group;
        whole.is_too_wide = is_too_wide;
    }

    std::uint32_t begin_group(WeightSteps weight, double density, bool has_parts) {
        tree_.groups.push_back({.has_parts = has_parts});
        mass_.push_back(in_events(weight) * density);
        return static_cast<std::uint32_t>(tree_.groups.size() - 1);
    }

    /// The group of a bundle ends here, seen from its densest: it is part of `parent`, or of something too wide.
    void leave(const Bundle& bundle, double density, std::uint32_t parent) {
        if (bundle.group == none) return;
        CondensedTree::Group& group = tree_.groups[bundle.group];
        group.parent = parent;
        group.stability = mass_[bundle.group] - in_events(bundle.weight) * density;
        group.is_candidate = true;
    }

    /// The places of a bundle that was no group and not too wide are of this group from here on.
    void give_home(std::uint32_t part, std::uint32_t group) {
        if (bundles_[part].group != none) return;
        std::uint32_t p = part;
        do {
            tree_.group_of_place[p] = group;
            p = bundles_[p].next;
        } while (p != part);
    }

    double width_of(std::span<const std::uint32_t> parts) {
        Box& box = boxes_[parts[0]];
        for (const std::uint32_t part : parts) {
            const Box& other = boxes_[part];
            box = {std::min(box.min_x, other.min_x), std::min(box.min_y, other.min_y), std::max(box.max_x, other.max_x),
                   std::max(box.max_y, other.max_y)};
        }
        return std::hypot(box.max_x - box.min_x, box.max_y - box.min_y);
    }

    std::span<const MapPoint> at_;
    CondenseOptions options_;
    bool has_widths_;
    Groups groups_;
    std::vector<Bundle> bundles_;
    std::vector<Box> boxes_;
    std::vector<double> mass_;  ///< of each group: its events times the density at which they leave
    std::vector<std::uint32_t> touched_;
    CondensedTree tree_;
};

}  // namespace

CondensedTree condense(std::vector<Link> links, std::span<const WeightSteps> weight, std::span<const double> core,
                       std::span<const MapPoint> at, const CondenseOptions& options) {
    // Events on one point hang together from their core distance on, not from zero.
    for (std::uint32_t p = 0; p < weight.size(); ++p)
        if (weight[p] >= options.enough && std::isfinite(core[p])) links.push_back({core[p], p, p});
    const double shortest = options.resolution * options.resolution;
    for (Link& link : links) link.squared = std::max(link.squared, shortest);
    sort_links(links);
    return Condensing(weight, at, options).run(links);
}

}  // namespace baken
