#pragma once
/// A layer for Google Earth and other globes: WGS 84, nine decimals (a tenth of a millimetre), the look of each
/// category as a style, a name and a readable description per row, and all values, typed, as extended data.

#include "base/language.hpp"
#include "base/work.hpp"
#include "geo/io/map_look.hpp"

#include <string>

namespace baken {

/// Points are coloured pins: a file of text holds no pictures, and one that names a server's is not read offline.
[[nodiscard]] std::string kml_text(const FeatureTable&, const LayerDrawing&, Language, const Work&);
/// The same with the marks as pictures, in one zip.
[[nodiscard]] std::string kmz_bytes(const FeatureTable&, const LayerDrawing&, Language, const Work&);

}  // namespace baken
