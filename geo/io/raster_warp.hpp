#pragma once
/// Pixels in any coordinate system brought to a frame on the working map.

#include "base/work.hpp"
#include "geo/core/map_image.hpp"
#include "geo/io/crs.hpp"

#include <array>
#include <optional>

namespace baken {

/// x = a[0] + a[1] column + a[2] row, y = a[3] + a[4] column + a[5] row, of a pixel's north-western corner.
using Affine = std::array<double, 6>;

struct Pixels {
    int width = 0, height = 0;
    Affine place{};                       ///< in the CRS of the projector it goes with
    std::vector<std::uint8_t> rgba = {};  ///< four bytes per pixel, row by row
};

/// Columns and rows, the first included, the last not.
struct PixelWindow {
    int first_column = 0, first_row = 0, last_column = 0, last_row = 0;
    double per_pixel = 1;  ///< pixels of the raster to one of the frame, the finer way
};

/// The part of a raster that a frame needs, with a margin for resampling. Nothing where they do not meet.
[[nodiscard]] std::optional<PixelWindow> window_for(const MapImage& frame, const Projector&, const Affine& place,
                                                    int width, int height);

/// Fills the frame, bilinear; transparent where the pixels are, or do not reach. Throws Cancelled.
void warp_into(MapImage& frame, const Pixels&, const Projector&, const Work&);

/// An empty frame. Throws InputError when the box is empty or the frame is over 16,384 pixels wide or high.
[[nodiscard]] MapImage empty_frame(const Box&, int width, int height);

}  // namespace baken
