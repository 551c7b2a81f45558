#pragma once
/// Reading: a vector file to values in the working CRS, or a file to its bytes. Foreign files are opened read-only,
/// with the driver that belongs to their extension and no other, so that a name cannot make GDAL do something else.

#include "base/work.hpp"
#include "geo/io/feature.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace baken {

struct ReadOptions {
    std::string layer = {};               ///< empty: the only one, or the first with shapes
    std::optional<std::string> crs = {};  ///< instead of the file's own
};

/// A file that is opened and held against damage once, and read layer by layer.
///
///     const LayerFile file("project.gpkg");
///     const FeatureTable hotspots = file.read({.layer = "hotspots"}, work);
class LayerFile {
public:
    /// Throws what read_layer throws.
    explicit LayerFile(const std::filesystem::path&);
    ~LayerFile();
    LayerFile(const LayerFile&) = delete;
    LayerFile& operator=(const LayerFile&) = delete;

    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] FeatureTable read(const ReadOptions&, const Work&) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Reads a whole layer; shapes end in the working CRS (points, lines and areas become their multi form; curves are
/// made straight; invalid areas are made valid). Throws IoError (missing, directory, no permission) or InputError (no
/// vector file, no such layer, unknown CRS, shapes without a CRS, truncated), each naming the file and the next step.
[[nodiscard]] FeatureTable read_layer(const std::filesystem::path&, const ReadOptions&, const Work&);

[[nodiscard]] std::vector<std::string> layer_names(const std::filesystem::path&);

/// Bytes of a file; `.gz` is unpacked. Throws IoError (missing, directory, no permission) or InputError (empty, larger
/// than `limit` bytes after unpacking).
[[nodiscard]] std::string read_bytes(const std::filesystem::path&, std::size_t limit = std::size_t{2} << 30U);

}  // namespace baken
