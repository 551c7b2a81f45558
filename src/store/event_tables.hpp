#pragma once
/// What the layers of accidents and complaints leave out and a new search for hotspots needs.

#include "geo/io/feature.hpp"
#include "model/project.hpp"

namespace baken {

[[nodiscard]] FeatureTable accidents_table(const Project&);
/// Who complained stands in it as a number, in order of appearance. A street only where the file shows that name
/// anyway: as a road, as the street of an accident, or in the name of a hotspot.
[[nodiscard]] FeatureTable complaints_table(const Project&);

/// "C00001" for the first complaint of the file.
[[nodiscard]] std::string complaint_number(std::size_t index);

}  // namespace baken
