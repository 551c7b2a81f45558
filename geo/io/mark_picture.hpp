#pragma once
/// A mark as a small picture, for formats that show points by pictures.

#include "geo/io/map_look.hpp"

#include <string>

namespace baken {

/// A PNG of `pixels` by `pixels`, see-through around the mark, with smooth edges.
[[nodiscard]] std::string mark_png(const MapMark&, int pixels);

}  // namespace baken
