#pragma once
/// A map server that a person named in the settings: WMTS by its capabilities, or WMS where the address says so.
///
///     const MapServer server("https://service.example/wmts?request=GetCapabilities", "standaard", {}, work);
///     server.image(box, 1280, 960, work);

#include "base/work.hpp"
#include "geo/core/map_image.hpp"
#include "geo/io/web.hpp"

#include <memory>
#include <string>

namespace baken {

class MapServer {
public:
    /// Asks a WMTS for its capabilities; `layer` may be empty where there is only one. An address with `service=WMS` is
    /// a WMS, which is asked for pictures in RD and must be told the layer. Throws IoError (no answer; names the
    /// server) and InputError (no capabilities, no such layer, no PNG or JPEG, no usable tile matrix set; says which
    /// there are).
    MapServer(const std::string& url, const std::string& layer, const WebAccess&, const Work&);
    ~MapServer();
    MapServer(MapServer&&) noexcept;
    MapServer& operator=(MapServer&&) noexcept;

    [[nodiscard]] MapImage image(const Box&, int width, int height, const Work&) const;
    [[nodiscard]] const std::string& title() const;  ///< as the server calls the layer

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
