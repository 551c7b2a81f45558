#pragma once
/// Base maps that the settings name, as pixels: for a worker, never for the window's own thread.
///
///     for (const std::size_t source : base_maps(project.settings)) ...     // what to offer
///     const BaseMap map(project.settings.sources[source], work);           // kept while the map is open
///     map.image(box, 1280, 960, work);

#include "base/work.hpp"
#include "geo/core/map_image.hpp"
#include "model/project.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace baken {

/// Indices into the sources.
[[nodiscard]] std::vector<std::size_t> base_maps(const Settings&);
/// What to call one in a list of layers, without asking anybody: layer or file name.
[[nodiscard]] std::string base_map_name(const SourceSettings&);

/// An open file, or a server whose capabilities are known and whose last tiles are in memory. One thread at a time.
class BaseMap {
public:
    /// Throws InputError and IoError that name the file or the server and the next step.
    BaseMap(const SourceSettings&, const Work&);
    ~BaseMap();
    BaseMap(BaseMap&&) noexcept;
    BaseMap& operator=(BaseMap&&) noexcept;

    [[nodiscard]] MapImage image(const Box&, int width, int height, const Work&) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Opens and draws at once. Throws InputError where the source is no base map.
[[nodiscard]] MapImage base_map_image(const Project&, std::size_t source, const Box&, int width, int height,
                                      const Work&);

}  // namespace baken
