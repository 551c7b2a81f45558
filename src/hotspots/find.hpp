#pragma once
/// The hotspots of every municipality: sites from location keys and complaint clusters, shrunk, chosen together,
/// explained.
///
///     const HotspotResult found = find_hotspots(region, {.settings = settings.hotspots, .plan_year = settings.year},
///     work);

#include "base/work.hpp"
#include "model/project.hpp"

#include <optional>
#include <vector>

namespace baken {

struct HotspotOptions {
    HotspotSettings settings;
    Language language = Language::nl;
    int plan_year = 0;  ///< complaints fade towards 1 January of this year
};

struct HotspotResult {
    std::vector<Hotspot> hotspots;       ///< by municipality, then rank
    std::vector<int> years;              ///< that count
    std::optional<Foresight> foresight;  ///< with two years of data or more
    std::optional<DarknessOdds> darkness;
    std::vector<std::string> notes;      ///< what the settings ask for and the data do not carry
};

/// `Hotspot::lonlat` is left at zero: only the projector (geo/io) can fill it, and the caller does.
[[nodiscard]] HotspotResult find_hotspots(const Region&, const HotspotOptions&, const Work&);

}  // namespace baken
