#pragma once
/// Pictures that are made for the map by a job: the density surface and base maps.

#include "app/map_images.hpp"  // IWYU pragma: export

#include <QImage>

namespace baken {

/// The same pixels for Qt; a copy.
[[nodiscard]] inline QImage qimage_of(const MapImage& image) {
    if (image.rgba.empty()) return {};
    return QImage(image.rgba.data(), image.width, image.height, QImage::Format_RGBA8888).copy();
}

}  // namespace baken
