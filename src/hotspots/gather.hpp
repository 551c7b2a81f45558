#pragma once
/// All evidence of a region with what every hotspot is held against: what finding and regrouping hotspots start from.
///
///     const Gathered gathered = gather(region, options, work);
///     figures_of(place, gathered.evidence[m], gathered.levels[m], region, options.settings, gathered.whole);

#include "hotspots/accident_weight.hpp"
#include "hotspots/empirical_bayes.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/figures.hpp"
#include "hotspots/find.hpp"

#include <vector>

namespace baken {

struct Gathered {
    std::vector<Evidence> evidence;              ///< one per municipality
    std::vector<std::vector<SiteLevel>> levels;  ///< of their sites, compared over the whole region
    RegionFigures whole;
    AccidentWeights weights;
    std::vector<std::string> notes;  ///< what the settings ask for and the data do not carry
};

[[nodiscard]] Gathered gather(const Region&, const HotspotOptions&, const Work&);

}  // namespace baken
