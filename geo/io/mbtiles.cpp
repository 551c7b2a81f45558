#include "geo/io/mbtiles.hpp"

#include "base/error.hpp"
#include "geo/io/tiles.hpp"

#include <algorithm>
#include <limits>
#include <numbers>
#include <optional>

#include <fmt/format.h>
#include <sqlite3.h>

namespace baken {

namespace {

constexpr double half_world = 6378137 * std::numbers::pi;  ///< metres of web Mercator
constexpr int finest_level = 24;
/// Steps of SQLite's machine between two looks at the stop; and how many looks a single answer may take. The tiles may
/// be a view, and what its maker wrote may never end.
constexpr int steps_between = 100000, most_looks = 1000;

struct CloseDatabase {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

struct Watch {
    std::stop_token stop;
    int looks = 0;
    static int look(void* self) {
        auto& watch = *static_cast<Watch*>(self);
        return watch.stop.stop_requested() || ++watch.looks > most_looks ? 1 : 0;
    }
};

}  // namespace

struct TileFile::Inside {
    std::filesystem::path path;
    std::unique_ptr<sqlite3, CloseDatabase> db;
    std::vector<TileLevel> levels;
    std::vector<int> zooms;  ///< of the levels
    Projector projector{"EPSG:3857"};
    Watch watch;

    [[noreturn]] void refuse(const std::string& why) const {
        throw InputError(fmt::format("{}: {}", path.string(), why));
    }
    [[noreturn]] void refuse_damaged() const {
        refuse(
            fmt::format("the tiles cannot be read ({}); the file is damaged or something else under this name: export "
                        "or download it again",
                        db ? sqlite3_errmsg(db.get()) : "out of memory"));
    }

    void open() {
        sqlite3* raw = nullptr;
        const int opened = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
        db.reset(raw);
        if (opened != SQLITE_OK) refuse_damaged();
        sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_progress_handler(raw, steps_between, Watch::look, &watch);
    }

    [[nodiscard]] Statement prepared(const char* sql) const {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(db.get(), sql, -1, &raw, nullptr) != SQLITE_OK) refuse_damaged();
        return Statement(raw);
    }

    /// Runs to the next row; false at the end.
    bool step(sqlite3_stmt* statement, const Work& work) {
        watch = {work.stop, 0};
        const int result = sqlite3_step(statement);
        watch.stop = {};
        work.check_stop();
        if (result == SQLITE_INTERRUPT) refuse("looking up one tile does not end; make the tiles anew");
        if (result != SQLITE_ROW && result != SQLITE_DONE) refuse_damaged();
        return result == SQLITE_ROW;
    }

    static std::string bytes(sqlite3_stmt* statement, int column) {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
        return data == nullptr ? ""
                               : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    }

    [[nodiscard]] std::string metadata(const char* name) {
        const Statement ask = prepared("SELECT value FROM metadata WHERE name = ?1");
        sqlite3_bind_text(ask.get(), 1, name, -1, SQLITE_STATIC);
        return step(ask.get(), {}) ? bytes(ask.get(), 0) : "";
    }

    void find_levels() {
        // Level by level the index answers at once; all levels together would mean to look at every tile.
        const Statement ask = prepared("SELECT 1 FROM tiles WHERE zoom_level = ?1 LIMIT 1");
        for (int zoom = 0; zoom <= finest_level; ++zoom) {
            sqlite3_reset(ask.get());
            sqlite3_bind_int(ask.get(), 1, zoom);
            if (step(ask.get(), {})) zooms.push_back(zoom);
        }
        if (zooms.empty()) refuse("there are no tiles in this file; export it again");
        const Statement one = prepared("SELECT tile_data FROM tiles LIMIT 1");
        if (!step(one.get(), {})) refuse_damaged();
        const PictureSize size = with_context(path.string(), [&] { return picture_size(bytes(one.get(), 0)); });
        for (const int zoom : zooms) {
            const std::int64_t tiles = std::int64_t{1} << zoom;
            levels.push_back({.name = std::to_string(zoom),
                              .pixel = 2 * half_world / static_cast<double>(tiles * size.width),
                              .left = -half_world,
                              .top = half_world,
                              .tile_width = size.width,
                              .tile_height = size.height,
                              .columns = tiles,
                              .rows = tiles});
        }
    }

    std::vector<std::optional<std::string>> fetched(const std::vector<TileAt>& wanted, const Work& work) {
        const Statement ask =
            prepared("SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3");
        std::vector<std::optional<std::string>> tiles;
        for (const TileAt& at : wanted) {
            sqlite3_reset(ask.get());
            sqlite3_bind_int(ask.get(), 1, zooms[at.level]);
            sqlite3_bind_int64(ask.get(), 2, at.column);
            sqlite3_bind_int64(ask.get(), 3, levels[at.level].rows - 1 - at.row);  // counted from the south
            tiles.emplace_back();
            if (step(ask.get(), work)) tiles.back() = bytes(ask.get(), 0);
        }
        return tiles;
    }
};

TileFile::TileFile(const std::filesystem::path& path) : inside_(std::make_unique<Inside>()) {
    inside_->path = path;
    inside_->open();
    if (const std::string format = inside_->metadata("format"); format == "pbf" || format == "webp")
        inside_->refuse(fmt::format("the tiles are {} and no PNG or JPEG pictures; export it with one of those",
                                    format == "pbf" ? "vectors" : "WebP"));
    inside_->find_levels();
}

TileFile::~TileFile() = default;
TileFile::TileFile(TileFile&&) noexcept = default;
TileFile& TileFile::operator=(TileFile&&) noexcept = default;

MapImage TileFile::image(const Box& box, int width, int height, const Work& work) const {
    Inside& in = *inside_;
    return with_context(in.path.string(), [&] {
        return image_of_tiles(
            in.levels, in.projector,
            [&](const std::vector<TileAt>& wanted, const Work& inner) { return in.fetched(wanted, inner); }, box, width,
            height, work);
    });
}

Box TileFile::extent() const {
    Inside& in = *inside_;
    const Statement ask = in.prepared(
        "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) FROM tiles WHERE zoom_level = ?1");
    sqlite3_bind_int(ask.get(), 1, in.zooms.back());
    if (!in.step(ask.get(), {})) return {};
    const double tile = 2 * half_world / static_cast<double>(in.levels.back().columns);
    const double x[] = {sqlite3_column_double(ask.get(), 0) * tile - half_world,
                        (sqlite3_column_double(ask.get(), 1) + 1) * tile - half_world};
    const double y[] = {sqlite3_column_double(ask.get(), 2) * tile - half_world,
                        (sqlite3_column_double(ask.get(), 3) + 1) * tile - half_world};
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Box box{infinity, infinity, -infinity, -infinity};
    for (const double corner_x : x)
        for (const double corner_y : y)
            if (const auto at = in.projector.forward(corner_x, corner_y))
                box = {std::min(box.min_x, at->x), std::min(box.min_y, at->y), std::max(box.max_x, at->x),
                       std::max(box.max_y, at->y)};
    return box.min_x <= box.max_x ? box : Box{};
}

}  // namespace baken
