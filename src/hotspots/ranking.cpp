#include "hotspots/ranking.hpp"

#include "hotspots/figures.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace baken {

namespace {

/// Each value's part of their sum; zeros where all are.
std::vector<double> parts_of_sum(std::vector<double> values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (sum > 0)
        for (double& value : values) value /= sum;
    return values;
}

void widen_rank_range(std::span<Hotspot> hotspots, const WeightSet& set, double complaint_share) {
    std::vector<double> accidents, complaints;
    for (const Hotspot& hotspot : hotspots) {
        accidents.push_back(severity_weight(hotspot, set));
        complaints.push_back(hotspot.effective_complainants);
    }
    accidents = parts_of_sum(std::move(accidents));
    complaints = parts_of_sum(std::move(complaints));
    std::vector<double> values;
    for (std::size_t i = 0; i < hotspots.size(); ++i)
        values.push_back((1 - complaint_share) * accidents[i] + complaint_share * complaints[i]);

    constexpr double hair = 1e-12;  // values that differ by rounding only are equal, and equals share their ranks
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        int above = 0, not_below = 0;
        for (std::size_t j = 0; j < hotspots.size(); ++j) {
            above += values[j] > values[i] + hair ? 1 : 0;
            not_below += values[j] >= values[i] - hair ? 1 : 0;
        }
        hotspots[i].ranks.push_back(above + 1);
        hotspots[i].rank_best = std::min(hotspots[i].rank_best, above + 1);
        hotspots[i].rank_worst = std::max(hotspots[i].rank_worst, not_below);
    }
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

}  // namespace

void rank_hotspots(std::span<Hotspot> hotspots, std::span<const double> gains, double complaint_share,
                   const HotspotSettings& settings) {
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        hotspots[i].score = gains[i] / gains.front();
        hotspots[i].rank = static_cast<int>(i) + 1;
    }
    rank_under_weights(hotspots, complaint_share, settings);
}

void rank_under_weights(std::span<Hotspot> hotspots, double complaint_share, const HotspotSettings& settings) {
    for (Hotspot& hotspot : hotspots) {
        hotspot.rank_best = hotspot.rank_worst = hotspot.rank;
        hotspot.ranks.clear();
    }
    for (const WeightSet& set : settings.weight_sets) widen_rank_range(hotspots, set, complaint_share);
}

void find_quadrants(std::span<Hotspot> hotspots) {
    std::vector<double> levels, voices;
    for (const Hotspot& hotspot : hotspots) {
        levels.push_back(hotspot.expected);
        voices.push_back(hotspot.effective_complainants);
    }
    const double middle_level = median(levels), middle_voice = median(voices);
    for (Hotspot& hotspot : hotspots) {
        const bool has_accidents = hotspot.accidents > 0 && hotspot.expected >= middle_level;
        const bool has_voices = hotspot.effective_complainants > 0 && hotspot.effective_complainants >= middle_voice;
        hotspot.quadrant = has_accidents ? (has_voices ? Quadrant::both : Quadrant::blind_spot)
                                         : (has_voices ? Quadrant::perceived : Quadrant::neither);
    }
}

}  // namespace baken
