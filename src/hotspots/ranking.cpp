#include "hotspots/ranking.hpp"

#include "hotspots/figures.hpp"
#include "hotspots/measured.hpp"

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

void widen_rank_range(std::span<Hotspot> hotspots, const WeightSet& set, const Fusion& fusion) {
    std::vector<double> accidents, complaints;
    for (const Hotspot& hotspot : hotspots) {
        accidents.push_back(severity_weight(hotspot, set));
        complaints.push_back(hotspot.effective_complainants);
    }
    accidents = parts_of_sum(std::move(accidents));
    complaints = parts_of_sum(std::move(complaints));
    const std::vector<double> measured = parts_of_sum(fusion.measured);
    const Shares& shares = fusion.shares;
    std::vector<double> values;
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        values.push_back((1 - shares.complaints) * accidents[i] + shares.complaints * complaints[i]);
        if (!measured.empty())
            values.back() = (1 - shares.measurements) * values.back() + shares.measurements * measured[i];
    }

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

Fusion fusion_of(std::span<const Hotspot> hotspots, const Shares& shares, const Evidence& evidence,
                 const Region& region, const HotspotSettings& settings) {
    Fusion fusion{shares, {}};
    if (!(shares.measurements > 0)) return fusion;
    for (const Hotspot& hotspot : hotspots)
        fusion.measured.push_back(measured_near(hotspot.at, evidence, region, settings.reach).excess.value_or(0));
    return fusion;
}

void rank_hotspots(std::span<Hotspot> hotspots, std::span<const double> gains, const Fusion& fusion,
                   const HotspotSettings& settings) {
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        hotspots[i].score = gains[i] / gains.front();
        hotspots[i].rank = static_cast<int>(i) + 1;
    }
    rank_under_weights(hotspots, fusion, settings);
}

void rank_under_weights(std::span<Hotspot> hotspots, const Fusion& fusion, const HotspotSettings& settings) {
    for (Hotspot& hotspot : hotspots) {
        hotspot.rank_best = hotspot.rank_worst = hotspot.rank;
        hotspot.ranks.clear();
    }
    for (const WeightSet& set : settings.weight_sets) widen_rank_range(hotspots, set, fusion);
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
