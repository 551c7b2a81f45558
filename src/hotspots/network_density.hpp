#pragma once
/// How densely events lie along roads: network kernel density (Okabe, Satoh & Sugihara 2009; Xie & Yan 2008).
///
///     const auto per_metre = network_density(network, events, samples, {.bandwidth = 250_m}, work);
///
/// The weight of an event is spread along the roads by a kernel of one dimension. At a junction
/// - `discontinuous` (equal split) divides what arrives equally over the other roads;
/// - `continuous` (equal split) also sends a part back, such that the density has no steps: of n roads each of the
///   others gets 2/n, and the one it came by 2/n - 1;
/// - `simple` goes on undivided along the shortest ways, and so counts more than there is wherever roads join.
/// Both equal splits follow every way that does not turn about, around blocks as well, and keep the weight of an event:
/// the integral along all roads is the weight. At a dead end `discontinuous` loses what would have gone beyond it;
/// `continuous` turns it about.
///
/// An event at a junction goes 2/n into each of its n roads; the density at a junction is the mean of its roads there.
/// With that the kernel is symmetric: as much of a reaches b as of b reaches a.

#include "base/work.hpp"
#include "geo/network/network.hpp"
#include "hotspots/network_kernel.hpp"

#include <span>
#include <vector>

namespace baken {

enum class JunctionRule { discontinuous, continuous, simple };

/// Weight at a place of an edge, or spread evenly between two.
struct NetworkEvent {
    std::uint32_t edge = 0;
    double from = 0, to = 0;  ///< metres along the edge, from <= to; equal: a point
    double weight = 1;
};

struct NetworkDensityOptions {
    JunctionRule rule = JunctionRule::discontinuous;
    KernelShape shape = KernelShape::quartic;
    Metres bandwidth = Metres(250);
};

/// Weight per metre at every sample. Exact: all ways up to the bandwidth are followed, save those that carry less than
/// 1e-10 of an event; where more than 20,000 ways leave one side of a road, ways that reach a road within 1/1024 of the
/// bandwidth of each other go on as one (about 1e-5 of the density). The same for any number of
/// threads and any order of events. Throws InputError where the bandwidth is not above zero, or an event or sample is
/// not on the network.
[[nodiscard]] std::vector<double> network_density(const Network&, std::span<const NetworkEvent>,
                                                  std::span<const RoadPlace> samples, const NetworkDensityOptions&,
                                                  const Work&);

/// The same with a bandwidth for every event, metres, instead of the one of the options.
[[nodiscard]] std::vector<double> network_density(const Network&, std::span<const NetworkEvent>,
                                                  std::span<const double> bandwidths,
                                                  std::span<const RoadPlace> samples, const NetworkDensityOptions&,
                                                  const Work&);

}  // namespace baken
