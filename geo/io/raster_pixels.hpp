#pragma once
/// A part of a raster as pixels of four bytes, whatever its bands are.

#include "geo/io/raster_parts.hpp"
#include "geo/io/raster_warp.hpp"

namespace baken {

/// Reads the window at about the fineness that it is asked for, from an overview where there is one. Throws InputError
/// where GDAL cannot read it, and Cancelled.
[[nodiscard]] Pixels pixels_in(GDALDataset&, const PixelWindow&, const Affine& place, const Work&);

}  // namespace baken
