#pragma once
/// The program's own tables, `baken_*`: what the layers for people leave out and a later run needs. docs/layers.md
/// lists them.

#include "geo/io/feature.hpp"
#include "model/project.hpp"

#include <vector>

namespace baken {

[[nodiscard]] std::vector<FeatureTable> own_tables(const Project&, UtcTime stamp);

[[nodiscard]] std::string_view code_of(SolveStatus);  ///< "optimal" "within_gap" "stopped"

}  // namespace baken
