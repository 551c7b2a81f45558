#pragma once
/// The network K function (Okabe & Yamada 2001): how many accidents lie within a distance along the roads of an
/// accident, against accidents dropped by chance.
///
///     const NetworkK k = network_k(network, places, {.distances = {100, 200, 500}}, seed, work);
///     k.observed[1] > k.high[1];        // closer together than chance, at 200 m
///
/// K(r) = L / (n (n - 1)) times the ordered pairs at most r apart along the roads, L being the metres of road: metres
/// of road times the share of other accidents within r, so that it does not depend on how many accidents there are.
/// There is no correction for the shape of the network (`linearK(correction = "none")` of spatstat); the simulations
/// lie on the same network, so the comparison needs none. Distances are shortest ways, both directions, exact.

#include "base/language.hpp"
#include "hotspots/road_tally.hpp"
#include "model/findings.hpp"

#include <functional>
#include <span>
#include <vector>

namespace baken {

struct NetworkKOptions {
    std::vector<double> distances = {50, 100, 150, 200, 250, 300, 350, 400, 450, 500};  ///< metres, ascending
    int simulations = 199;
    double envelope = 0.95;            ///< share of the simulations between low and high, at every distance by itself
    Language language = Language::nl;  ///< of the words for progress
};

/// A set of places dropped by chance.
using PlaceDrop = std::function<std::vector<RoadPlace>(Rng&)>;

/// Throws InputError unless there are two places or more and the options make sense.
[[nodiscard]] NetworkK network_k(const Network&, std::span<const RoadPlace>, double metres_of_road, const PlaceDrop&,
                                 const NetworkKOptions&, std::uint64_t seed, const Work&);

/// The same against places dropped uniformly along all roads.
[[nodiscard]] NetworkK network_k(const Network&, std::span<const RoadPlace>, const NetworkKOptions&, std::uint64_t seed,
                                 const Work&);

/// Of the accidents along the roads of the region, each as exactly as it is known: one of which only the section is
/// known stands at the section's middle, in the register and in the simulations alike, and a post at a post. Each
/// municipality has as many in the simulations as it has. Accidents that the tally has at junctions are left out; of a
/// file of points K is best taken with TallyOptions{.junction_reach = Metres(0)}, for distances between points need no
/// junctions apart. Nothing where there are fewer than two.
[[nodiscard]] std::optional<NetworkK> network_k_of(const Region&, const RoadNetwork&, const RoadTally&,
                                                   const NetworkKOptions&, std::uint64_t seed, const Work&);

}  // namespace baken
