#include "geo/io/tiles.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/raster_pixels.hpp"
#include "geo/io/raster_warp.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>

namespace baken {

namespace {

constexpr double fine_enough = 0.75;      ///< pixels of the tiles to one of the frame
constexpr std::int64_t most_tiles = 600;  ///< for one picture
constexpr int largest_side = 8192;        ///< of one tile or picture

/// A picture whose bytes are in memory. The bytes outlive it.
class Picture {
public:
    explicit Picture(const std::string& bytes)
        : name_(fmt::format("/vsimem/baken/{}", static_cast<const void*>(this))) {
        start_gdal();
        auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data()));
        VSIFCloseL(VSIFileFromMemBuffer(name_.c_str(), data, bytes.size(), FALSE));
        static constexpr std::array drivers{"PNG", "JPEG", static_cast<const char*>(nullptr)};
        const GdalMessages said;
        dataset_.reset(
            GDALDataset::Open(name_.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers.data(), nullptr, nullptr));
        if (dataset_ && (dataset_->GetRasterXSize() > largest_side || dataset_->GetRasterYSize() > largest_side))
            dataset_.reset();
        if (!dataset_) {
            VSIUnlink(name_.c_str());
            const bool is_text = !bytes.empty() && (bytes.front() == '<' || bytes.front() == '{');
            throw InputError(fmt::format("a tile is no PNG or JPEG picture{}; choose another layer or format",
                                         is_text ? fmt::format(" but says: {}", bytes.substr(0, 300)) : ""));
        }
    }
    ~Picture() {
        dataset_.reset();
        VSIUnlink(name_.c_str());
    }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    [[nodiscard]] GDALDataset& dataset() const { return *dataset_; }
    [[nodiscard]] Pixels pixels(const Work& work) const {
        const PixelWindow all{0, 0, dataset_->GetRasterXSize(), dataset_->GetRasterYSize(), 1};
        return pixels_in(*dataset_, all, {0, 1, 0, 0, 0, 1}, work);
    }

private:
    std::string name_;
    Dataset dataset_;
};

/// Tiles from and up to, the last not included.
struct TileRange {
    std::int64_t first_column = 0, first_row = 0, last_column = 0, last_row = 0;
    [[nodiscard]] std::int64_t count() const { return (last_column - first_column) * (last_row - first_row); }
};

struct Chosen {
    std::size_t level = 0;
    TileRange tiles;
};

constexpr std::int64_t most_pixels = std::int64_t{1} << 30;  ///< in one direction; what an int can count

std::optional<Chosen> chosen_level(std::span<const TileLevel> levels, const Projector& projector,
                                   const MapImage& frame) {
    std::optional<Chosen> finest, coarsest_fine_enough;
    double finest_pixel = 0, chosen_pixel = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const TileLevel& level = levels[i];
        const std::int64_t width = level.columns * level.tile_width, height = level.rows * level.tile_height;
        if (width > most_pixels || height > most_pixels) continue;
        const Affine place{level.left, level.pixel, 0, level.top, 0, -level.pixel};
        const auto window = window_for(frame, projector, place, static_cast<int>(width), static_cast<int>(height));
        if (!window) continue;
        const TileRange tiles{window->first_column / level.tile_width, window->first_row / level.tile_height,
                              (window->last_column - 1) / level.tile_width + 1,
                              (window->last_row - 1) / level.tile_height + 1};
        if (tiles.count() > most_tiles) continue;
        if (!finest || level.pixel < finest_pixel) {
            finest = Chosen{i, tiles};
            finest_pixel = level.pixel;
        }
        if (window->per_pixel >= fine_enough && (!coarsest_fine_enough || level.pixel > chosen_pixel)) {
            coarsest_fine_enough = Chosen{i, tiles};
            chosen_pixel = level.pixel;
        }
    }
    return coarsest_fine_enough ? coarsest_fine_enough : finest;
}

void put(Pixels& canvas, const Pixels& tile, std::int64_t left, std::int64_t top, const TileLevel& level) {
    // A tile of another size than promised is stretched to its place.
    for (int row = 0; row < level.tile_height; ++row) {
        const auto from_row = static_cast<std::size_t>(row * tile.height / level.tile_height);
        for (int column = 0; column < level.tile_width; ++column) {
            const auto from_column = static_cast<std::size_t>(column * tile.width / level.tile_width);
            const std::size_t from = 4 * (from_row * static_cast<std::size_t>(tile.width) + from_column);
            const std::size_t to = 4 * (static_cast<std::size_t>(top + row) * static_cast<std::size_t>(canvas.width) +
                                        static_cast<std::size_t>(left + column));
            std::memcpy(canvas.rgba.data() + to, tile.rgba.data() + from, 4);
        }
    }
}

}  // namespace

PictureSize picture_size(const std::string& bytes) {
    const Picture picture(bytes);
    return {picture.dataset().GetRasterXSize(), picture.dataset().GetRasterYSize()};
}

void draw_picture(MapImage& frame, const std::string& bytes, const Work& work) {
    Pixels pixels = Picture(bytes).pixels(work);
    const Box& box = frame.box;
    pixels.place = {box.min_x, (box.max_x - box.min_x) / pixels.width,  0, box.max_y,
                    0,         -(box.max_y - box.min_y) / pixels.height};
    warp_into(frame, pixels, Projector("EPSG:28992"), work);
}

MapImage image_of_tiles(std::span<const TileLevel> levels, const Projector& projector, const FetchTiles& fetch,
                        const Box& box, int width, int height, const Work& work) {
    MapImage frame = empty_frame(box, width, height);
    const auto chosen = chosen_level(levels, projector, frame);
    if (!chosen) return frame;
    const TileLevel& level = levels[chosen->level];
    const TileRange& range = chosen->tiles;
    std::vector<TileAt> wanted;
    for (std::int64_t row = range.first_row; row < range.last_row; ++row)
        for (std::int64_t column = range.first_column; column < range.last_column; ++column)
            wanted.push_back({chosen->level, column, row});
    const auto bytes = fetch(wanted, work);

    Pixels canvas;
    canvas.width = static_cast<int>((range.last_column - range.first_column) * level.tile_width);
    canvas.height = static_cast<int>((range.last_row - range.first_row) * level.tile_height);
    canvas.place = {level.left + static_cast<double>(range.first_column * level.tile_width) * level.pixel,
                    level.pixel,
                    0,
                    level.top - static_cast<double>(range.first_row * level.tile_height) * level.pixel,
                    0,
                    -level.pixel};
    canvas.rgba.assign(4 * static_cast<std::size_t>(canvas.width) * static_cast<std::size_t>(canvas.height), 0);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        work.check_stop();
        if (bytes[i])
            put(canvas, Picture(*bytes[i]).pixels(work), (wanted[i].column - range.first_column) * level.tile_width,
                (wanted[i].row - range.first_row) * level.tile_height, level);
    }
    warp_into(frame, canvas, projector, work);
    return frame;
}

}  // namespace baken
