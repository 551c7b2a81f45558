#pragma once
/// Accidents at the places where checks were done, before and after, against the rest of the region.

#include "base/work.hpp"
#include "model/evaluation.hpp"
#include "model/project.hpp"

#include <vector>

namespace baken {

struct Periods {
    std::vector<int> before, after;  ///< years, ascending
};

/// Before: the complete years of the accidents that the places were chosen on, as far as they lie before the year of
/// the plan. After: the complete years from the year of the plan on.
[[nodiscard]] Periods periods_of(const Project&);

/// All places with a check that was done together, then each of them in the order of the hotspots; empty when no check
/// was done. An accident belongs to the hotspot that answers for its location, else to the nearest one of its
/// municipality within the reach of the settings, before and after alike; the rest of the region is what belongs to no
/// such place, on the same roads. Against the expectation (Empirical Bayes, Hauer 1997) only accidents at the locations
/// that the expectation was made for are counted. Without sentences.
[[nodiscard]] std::vector<BeforeAfter> before_after_of(const Project&, const Periods&, const Work&);

}  // namespace baken
