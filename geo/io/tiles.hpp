#pragma once
/// A map cut into tiles, at several levels of detail: what a tile server and a file of tiles have in common.

#include "base/work.hpp"
#include "geo/core/map_image.hpp"
#include "geo/io/crs.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baken {

struct TileLevel {
    std::string name;
    double pixel = 1;          ///< in units of the CRS
    double left = 0, top = 0;  ///< of the north-western tile
    int tile_width = 256, tile_height = 256;
    std::int64_t columns = 1, rows = 1;
};

struct TileAt {
    std::size_t level = 0;
    std::int64_t column = 0, row = 0;  ///< from the north-west
};

/// Bytes of a PNG or JPEG for each tile; nothing where there is none.
using FetchTiles = std::function<std::vector<std::optional<std::string>>(const std::vector<TileAt>&, const Work&)>;

/// The frame filled from the coarsest level that is fine enough for it. Throws InputError when a tile is no picture.
[[nodiscard]] MapImage image_of_tiles(std::span<const TileLevel>, const Projector&, const FetchTiles&, const Box&,
                                      int width, int height, const Work&);

/// Width and height of a PNG or JPEG in memory; throws InputError when it is neither.
struct PictureSize {
    int width = 0, height = 0;
};
[[nodiscard]] PictureSize picture_size(const std::string& bytes);
/// The whole of a PNG or JPEG in memory, drawn into `frame` from edge to edge.
void draw_picture(MapImage& frame, const std::string& bytes, const Work&);

}  // namespace baken
