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

/// What the sources got in all weight, after how much there is of them was taken into account.
struct Shares {
    double complaints = 0;    ///< among accidents and complaints
    double measurements = 0;  ///< among all three
};

struct Choice {
    std::vector<Place> places;  ///< in the order of choice, the largest gain first
    Shares shares;
};

/// Share of complaints among accidents: that of the settings, less where there are few. Ten voices carry half of it.
[[nodiscard]] double complaint_share(double setting, double voices);
/// Share of measured speeds: that of the settings, less where little was measured. An excess of five carries half of
/// it: five places where it is as bad as it gets, or ten half as bad.
[[nodiscard]] double measurement_share(double setting, double excess);

/// What each site and voice weighs in the choice, and the shares of the sources in it.
struct EvidenceWeights {
    std::vector<double> sites, voices;
    Shares shares;
};
[[nodiscard]] EvidenceWeights weights_of(const Evidence&, const Region&, const AccidentWeights&,
                                         const HotspotSettings&);

/// Greedy covering of the weight of accidents, complaints and measured speeds together. A measurement is no place: it
/// draws a place that has accidents or complaints towards itself, and only where there was measured.
[[nodiscard]] Choice choose_places(const Evidence&, const Region&, const AccidentWeights&, const HotspotSettings&);

}  // namespace baken
