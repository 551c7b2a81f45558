#include "app/base_map.hpp"

#include "geo/io/map_server.hpp"
#include "geo/io/read_raster.hpp"

#include <optional>

#include <fmt/format.h>

namespace baken {

struct BaseMap::Inside {
    std::optional<Raster> file;
    std::optional<MapServer> server;
};

std::vector<std::size_t> base_maps(const Settings& settings) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < settings.sources.size(); ++i)
        if (settings.sources[i].kind == SourceKind::basemap) found.push_back(i);
    return found;
}

std::string base_map_name(const SourceSettings& source) {
    if (!source.layer.empty()) return source.layer;
    return source.url.empty() ? source.path.stem().string() : server_of(source.url);
}

BaseMap::BaseMap(const SourceSettings& source, const Work& work) : inside_(std::make_unique<Inside>()) {
    if (source.kind != SourceKind::basemap)
        throw InputError(fmt::format("{}: this source is no base map; write kind = \"basemap\" for one",
                                     source.path.filename().string()));
    if (source.url.empty()) {
        inside_->file.emplace(source.path, RasterOptions{.crs = source.crs, .layer = source.layer});
    } else {
        const WebAccess access{.proxy = source.proxy, .timeout_seconds = source.timeout_seconds, .cache = source.cache};
        inside_->server.emplace(source.url, source.layer, access, work);
    }
}

BaseMap::~BaseMap() = default;
BaseMap::BaseMap(BaseMap&&) noexcept = default;
BaseMap& BaseMap::operator=(BaseMap&&) noexcept = default;

MapImage BaseMap::image(const Box& box, int width, int height, const Work& work) const {
    return inside_->file ? inside_->file->image(box, width, height, work)
                         : inside_->server->image(box, width, height, work);
}

MapImage base_map_image(const Project& project, std::size_t source, const Box& box, int width, int height,
                        const Work& work) {
    if (source >= project.settings.sources.size())
        throw InputError(fmt::format("there is no source {} in the settings; they have {}", source + 1,
                                     project.settings.sources.size()));
    return BaseMap(project.settings.sources[source], work).image(box, width, height, work);
}

}  // namespace baken
