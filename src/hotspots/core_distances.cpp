#include "hotspots/core_distances.hpp"

#include "base/parallel.hpp"

#include <algorithm>

namespace baken {

namespace {

/// The nearest places seen so far that are needed to have enough weight, the nearest first.
class Nearest {
public:
    struct Seen {
        double squared;
        std::uint32_t place;
        WeightSteps weight;
    };

    void begin(WeightSteps own, WeightSteps enough) {
        seen_.clear();
        total_ = own;
        enough_ = enough;
        bound_ = own >= enough ? 0 : std::numeric_limits<double>::infinity();
    }
    /// Nothing at this distance or farther is needed.
    [[nodiscard]] double bound() const { return bound_; }

    void see(const Seen& one) {
        std::size_t at = seen_.size();
        seen_.push_back(one);
        for (; at > 0 && seen_[at - 1].squared > one.squared; --at) seen_[at] = seen_[at - 1];
        seen_[at] = one;
        total_ += one.weight;
        while (!seen_.empty() && total_ - seen_.back().weight >= enough_) {
            total_ -= seen_.back().weight;
            seen_.pop_back();
        }
        if (total_ >= enough_) bound_ = seen_.empty() ? 0 : seen_.back().squared;
    }
    [[nodiscard]] const std::vector<Seen>& seen() const { return seen_; }

private:
    std::vector<Seen> seen_;
    WeightSteps total_ = 0, enough_ = 0;
    double bound_ = 0;
};

}  // namespace

CoreDistances core_distances(const DistinctPoints& points, const PointTree& tree, WeightSteps enough,
                             const Work& work) {
    constexpr std::size_t most_kept = 16, piece = 4096;
    CoreDistances cores;
    cores.most = static_cast<std::size_t>(std::clamp<WeightSteps>(enough / weight_steps, 1, most_kept));
    cores.squared.resize(points.at.size());
    cores.near.assign(points.at.size() * cores.most, no_place);
    in_pieces(points.at.size(), piece, work, [&](std::size_t begin, std::size_t end) {
        Nearest nearest;
        for (auto p = static_cast<std::uint32_t>(begin); p < end; ++p) {
            const MapPoint at = points.at[p];
            nearest.begin(points.weight[p], enough);
            if (nearest.bound() > 0)
                tree.walk(
                    PointTree::leaf_of(p), at,
                    [&](PointTree::Node, double squared) { return squared < nearest.bound(); },
                    [&](std::uint32_t leaf) {
                        for (std::uint32_t q = PointTree::first_of(leaf); q < tree.end_of(leaf); ++q) {
                            const double squared = squared_distance(at, points.at[q]);
                            if (squared < nearest.bound() && q != p) nearest.see({squared, q, points.weight[q]});
                        }
                    });
            cores.squared[p] = nearest.bound();
            const std::size_t kept = std::min(nearest.seen().size(), cores.most);
            for (std::size_t i = 0; i < kept; ++i) cores.near[p * cores.most + i] = nearest.seen()[i].place;
        }
    });
    return cores;
}

}  // namespace baken
