#pragma once
/// What a WMTS says of itself (OGC 07-057r7), as far as one layer asks for it.

#include "geo/io/tiles.hpp"

#include <string>
#include <string_view>

namespace baken {

struct WmtsLayer {
    std::string title;
    std::string crs;                ///< of its tile matrix set: RD where there is one
    std::vector<TileLevel> levels;  ///< the tile matrices
    std::string address;            ///< of a tile, with {TileMatrix}, {TileRow} and {TileCol}
};

/// Throws InputError that says what there is instead.
[[nodiscard]] WmtsLayer wmts_layer(std::string_view capabilities, const std::string& layer);

[[nodiscard]] std::string tile_address(const WmtsLayer&, const TileAt&);
/// "a b/c" -> "a%20b%2Fc"
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace baken
