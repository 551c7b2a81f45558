#include "hotspots/covering.hpp"

#include "geo/core/point_index.hpp"

#include <queue>

namespace baken {

namespace {

/// A gain that was true once: it can only have shrunk since, so the top of the queue is right as soon as it is up to
/// date.
struct Promise {
    double gain = 0;
    double own_weight = 0;
    std::size_t attraction = 0;
    std::size_t chosen_then = 0;  ///< how many places stood when it was computed
    bool operator<(const Promise& other) const {
        if (gain != other.gain) return gain < other.gain;
        if (own_weight != other.own_weight) return own_weight < other.own_weight;
        return attraction > other.attraction;
    }
};

class Covering {
public:
    Covering(std::span<const Attraction> attractions, Metres reach)
        : attractions_(attractions), is_covered_(attractions.size()), within_(attractions.size()) {
        std::vector<MapPoint> points;
        points.reserve(attractions.size());
        for (const Attraction& attraction : attractions) points.push_back(attraction.at);
        const PointIndex index(points, reach);
        for (std::size_t i = 0; i < attractions.size(); ++i)
            if (attractions[i].standing != Attraction::Standing::never) within_[i] = index.within(points[i], reach);
    }

    void choose(Attraction::Standing standing, std::size_t count) {
        std::priority_queue<Promise> promises;
        for (std::size_t i = 0; i < attractions_.size(); ++i)
            if (attractions_[i].standing == standing) promises.push(promise_of(i));
        while (!promises.empty() && places_.size() < count) {
            Promise best = promises.top();
            promises.pop();
            if (!(best.gain > 0)) return;
            if (best.chosen_then == places_.size()) {
                stand_at(best);
            } else {
                promises.push(promise_of(best.attraction));
            }
        }
    }

    std::vector<ChosenPlace> take() { return std::move(places_); }

private:
    [[nodiscard]] double gain_of(std::size_t i) const {
        double gain = 0;
        for (const std::size_t j : within_[i])
            if (!is_covered_[j]) gain += attractions_[j].weight;
        return gain;
    }

    [[nodiscard]] Promise promise_of(std::size_t i) const {
        return {gain_of(i), attractions_[i].weight, i, places_.size()};
    }

    void stand_at(const Promise& promise) {
        ChosenPlace place{promise.attraction, promise.gain, {}};
        for (const std::size_t j : within_[promise.attraction]) {
            if (is_covered_[j]) continue;
            is_covered_[j] = true;
            place.covered.push_back(j);
        }
        places_.push_back(std::move(place));
    }

    std::span<const Attraction> attractions_;
    std::vector<bool> is_covered_;
    std::vector<std::vector<std::size_t>> within_;
    std::vector<ChosenPlace> places_;
};

}  // namespace

std::vector<ChosenPlace> choose_covering(std::span<const Attraction> attractions, Metres reach, int count) {
    if (attractions.empty() || count <= 0) return {};
    Covering covering(attractions, reach);
    covering.choose(Attraction::Standing::proper, static_cast<std::size_t>(count));
    covering.choose(Attraction::Standing::in_need, static_cast<std::size_t>(count));
    return covering.take();
}

}  // namespace baken
