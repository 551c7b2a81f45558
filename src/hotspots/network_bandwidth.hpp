#pragma once
/// How wide a network kernel is: tried by leaving events out, and made narrower where events are dense.

#include "hotspots/network_density.hpp"

namespace baken {

struct BandwidthTrial {
    Metres bandwidth = Metres(0);
    double likelihood = 0;  ///< mean logarithm of the density at an event that all others give
    int unreached = 0;      ///< events that no other reaches
};

struct BandwidthTrialOptions {
    JunctionRule rule =
        JunctionRule::discontinuous;  ///< not `simple`, which is no density: it grows with the bandwidth
    KernelShape shape = KernelShape::quartic;
    double floor =
        0;  ///< per metre; what an event counts for that no other reaches. 0: one event over the whole network
    bool counts_same_place = true;  ///< whether events at the very place of the one that is left out count
};

/// Leave-one-out likelihood of every bandwidth, as likelihood cross-validation has it (Silverman 1986, 3.4.4;
/// spNetwork's bw_cv_likelihood_calc). Events at a point are judged; those spread along a road are not, for their place
/// is not known, but they count for the others. Likelihood 0 where none is at a point. Throws InputError as
/// `network_density` does, and where the rule is `simple`.
[[nodiscard]] std::vector<BandwidthTrial> try_bandwidths(const Network&, std::span<const NetworkEvent>,
                                                         std::span<const Metres> bandwidths,
                                                         const BandwidthTrialOptions&, const Work&);

/// The trial with the highest likelihood, of equals the first. Throws InputError where there is none.
[[nodiscard]] const BandwidthTrial& best_of(std::span<const BandwidthTrial>);

/// A bandwidth for every event: that of the options over the square root of the density there, scaled such that their
/// geometric mean is that of the options (Abramson 1982), and none above `most`. A spread event is taken at its middle.
[[nodiscard]] std::vector<double> adaptive_bandwidths(const Network&, std::span<const NetworkEvent>,
                                                      const NetworkDensityOptions& pilot, Metres most, const Work&);

}  // namespace baken
