#pragma once
/// The figures of one hotspot from the evidence that it answers for.

#include "hotspots/choose.hpp"
#include "hotspots/darkness.hpp"
#include "hotspots/empirical_bayes.hpp"
#include "hotspots/theme_weights.hpp"
#include "model/hotspot.hpp"

#include <span>
#include <vector>

namespace baken {

/// What every hotspot of a region is held against.
struct RegionFigures {
    std::vector<int> years;
    std::vector<Light> lights;  ///< one per accident of the region
    ThemeSigns signs;
    bool has_alcohol_column = false;  ///< the source says something of alcohol, somewhere
};

[[nodiscard]] RegionFigures region_figures(const Region&, std::span<const Evidence>, std::vector<int> years);

/// Accidents and complaints of a place, as indices into the region's, ascending.
struct PlaceEvents {
    std::vector<std::uint32_t> accidents;
    std::vector<std::uint32_t> complaints;
};
[[nodiscard]] PlaceEvents events_of(const Place&, const Evidence&);

/// Counts, shares, levels, road and themes; not what depends on the other hotspots (rank, score, quadrant) nor the
/// words. `levels` are those of the evidence's sites, in their order.
[[nodiscard]] Hotspot figures_of(const Place&, const Evidence&, std::span<const SiteLevel> levels, const Region&,
                                 const HotspotSettings&, const RegionFigures&);

/// Accidents weighed by severity.
[[nodiscard]] double severity_weight(const Hotspot&, const WeightSet&);

}  // namespace baken
