#pragma once
/// A picture of a part of the map as plain bytes: what the raster reader and the density surface give.
///
///     QImage(image.rgba.data(), image.width, image.height, QImage::Format_RGBA8888)   // for one who has Qt

#include "geo/core/shape.hpp"

#include <cstdint>
#include <vector>

namespace baken {

struct Rgba {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
    bool operator==(const Rgba&) const = default;
};

struct MapImage {
    Box box;  ///< what it shows, on the working map
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba = {};  ///< four bytes per pixel, not premultiplied, the northern row first

    [[nodiscard]] Rgba at(int column, int row) const {
        const auto* pixel = rgba.data() + 4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                                               static_cast<std::size_t>(column));
        return {pixel[0], pixel[1], pixel[2], pixel[3]};
    }
};

}  // namespace baken
