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
    double scale = 1;  ///< that the network was made with
};

/// The register's file of so many made-up accidents, header and all.
[[nodiscard]] std::string accidents_csv(const Facts&, const SynthNetwork&, const AccidentOptions&, Rng&, const Work&);

}  // namespace baken
