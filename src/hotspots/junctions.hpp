#pragma once
/// Junctions where more accidents happened than at junctions with as many arms: the counterpart of the windows along
/// roads, for accidents that the register ties to a junction.
///
///     const std::vector<JunctionFinding> found = junction_findings(region, roads, tally, {});
///
/// Every node of the network is a junction here, also those without accidents, so that what is usual can be counted and
/// need not be guessed. The usual number is the mean of the nodes with as many arms (2 and fewer, 3, 4 and more) in the
/// region; the chance of a count at least as high is Poisson's. Traffic is not in it.

#include "hotspots/road_tally.hpp"

#include <string>
#include <vector>

namespace baken {

struct JunctionOptions {
    double false_share = 0.10;  ///< junctions with a higher q-value are left out
};

struct JunctionFinding {
    std::uint32_t municipality = 0;
    std::uint32_t node = 0;  ///< of the network
    MapPoint at;
    std::string name;  ///< "Dorpsweg - Kerkstraat"; empty where no road there has a name
    int arms = 0;
    int accidents = 0;
    int injury = 0;       ///< of these, with somebody hurt
    double expected = 0;  ///< mean of its kind
    double ratio = 0;
    double p_value = 1, q_value = 1;  ///< Poisson, upper tail; Benjamini & Hochberg over all junctions
};

/// By municipality, then p-value. Expectations over all junctions add up to the accidents at junctions.
[[nodiscard]] std::vector<JunctionFinding> junction_findings(const Region&, const RoadNetwork&, const RoadTally&,
                                                             const JunctionOptions&);

}  // namespace baken
