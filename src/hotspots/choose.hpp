#pragma once
/// The places of one municipality, chosen together from all its evidence.

#include "hotspots/accident_weight.hpp"
#include "hotspots/evidence.hpp"

#include <optional>
#include <span>
#include <vector>

namespace baken {

/// A place to stand at and what it answers for. Every site and voice belongs to one place at most.
struct Place {
    MapPoint at;
    std::optional<std::size_t> site;  ///< the accident site at which one stands; nothing: a complaint's place
    std::vector<std::size_t> sites;   ///< indices into the evidence, ascending
    std::vector<std::size_t> voices;
    double gain = 0;
};

struct Choice {
    std::vector<Place> places;   ///< in the order of choice, the largest gain first
    double complaint_share = 0;  ///< of the complaints in all weight, after their number is taken into account
};

/// Share of complaints among accidents: that of the settings, less where there are few. Ten voices carry half of it.
[[nodiscard]] double complaint_share(double setting, double voices);

/// What each site and voice weighs in the choice, and the share that the complaints have in it.
struct EvidenceWeights {
    std::vector<double> sites, voices;
    double complaint_share = 0;
};
[[nodiscard]] EvidenceWeights weights_of(const Evidence&, const Region&, const AccidentWeights&,
                                         const HotspotSettings&);

/// Greedy covering of accident weight and complaint weight together.
[[nodiscard]] Choice choose_places(const Evidence&, const Region&, const AccidentWeights&, const HotspotSettings&);

}  // namespace baken
