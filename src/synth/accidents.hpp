#pragma once

#include "base/random.hpp"
#include "base/work.hpp"
#include "synth/network.hpp"

#include <string>

namespace baken {

struct AccidentOptions {
    int count = 0;
    int first_year = 0;
    int years = 3;
    double shares_of_posted_roads = 1;  ///< below 1: fewer of the accidents on national and provincial roads
};

/// The register's file of so many made-up accidents, header and all.
[[nodiscard]] std::string accidents_csv(const Facts&, const SynthNetwork&, const AccidentOptions&, Rng&, const Work&);

}  // namespace baken
