#pragma once
/// Tiles in a file: MBTiles 1.3 with pictures. Read here and not by GDAL, whose reader would need its SQLite driver.

#include "base/work.hpp"
#include "geo/core/map_image.hpp"

#include <filesystem>
#include <memory>

namespace baken {

/// Not to be shared by threads.
class TileFile {
public:
    /// Throws InputError: no MBTiles, no tiles, or vector tiles.
    explicit TileFile(const std::filesystem::path&);
    ~TileFile();
    TileFile(TileFile&&) noexcept;
    TileFile& operator=(TileFile&&) noexcept;

    [[nodiscard]] MapImage image(const Box&, int width, int height, const Work&) const;
    [[nodiscard]] Box extent() const;  ///< of its finest tiles, on the working map

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
