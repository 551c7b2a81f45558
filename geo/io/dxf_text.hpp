#pragma once
/// A layer for drawing programs: DXF of AutoCAD release 12, which all of them read. RD, in metres; made for 1:1,000, so
/// that a millimetre of the look is a metre in the drawing.
///
/// Per category a layer `HOTSPOTS_BLIND_SPOT` and, for points, a block of that name with the mark; each row is an
/// insert with its values as attributes that are not shown; lines and areas are polylines, a hole too. Names stand on
/// the layer `HOTSPOTS_TEXT`. What the format cannot hold: values of lines and areas, texts over 250 bytes (cut), line
/// breaks (blanks), colours beyond the 255 of the index (the nearest). A text that a spreadsheet would run gets an
/// apostrophe in front, for attributes are drawn out into sheets. Rows without a place are left out.

#include "base/work.hpp"
#include "geo/io/map_look.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string dxf_text(const FeatureTable&, const LayerDrawing&, const Work&);

/// The number of the nearest colour of AutoCAD's index, 1..255: "#ff0000" -> 1.
[[nodiscard]] int dxf_colour(const std::string& colour);

}  // namespace baken
