#include "geo/io/map_server.hpp"

#include "base/error.hpp"
#include "geo/io/raster_warp.hpp"
#include "geo/io/wmts.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::size_t most_bytes_in_memory = 48U << 20U;

/// Tiles that were just seen: a map that is moved a little asks for most of them again.
class RecentTiles {
public:
    /// nullptr: not asked for yet.
    [[nodiscard]] const std::optional<std::string>* find(const std::string& address) const {
        const auto found = tiles_.find(address);
        return found == tiles_.end() ? nullptr : &found->second;
    }
    void add(const std::string& address, const std::optional<std::string>& bytes) {
        bytes_ += bytes ? bytes->size() : 0;
        if (bytes_ > most_bytes_in_memory) {
            tiles_.clear();
            bytes_ = bytes ? bytes->size() : 0;
        }
        tiles_[address] = bytes;
    }

private:
    std::map<std::string, std::optional<std::string>> tiles_;
    std::size_t bytes_ = 0;
};

std::string lower(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

bool is_wms(const std::string& url) {
    const std::string small = lower(url) + "&";
    return small.find("service=wms&") != std::string::npos;
}

/// What is wrong with an answer names the server; what is wrong with the connection does so already.
template <class Body>
decltype(auto) naming(const std::string& url, Body&& body) {
    try {
        return body();
    } catch (InputError& error) {
        error.add_context(server_of(url));
        throw;
    }
}

/// GetMap of WMS 1.3.0 in RD, where east comes first.
std::string map_address(std::string url, const std::string& layer, const MapImage& frame) {
    // What a person copied with it of another request would contradict ours.
    const auto question = url.find('?');
    std::string kept;
    std::string_view rest =
        question == std::string::npos ? std::string_view() : std::string_view(url).substr(question + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const std::string key = lower(pair.substr(0, pair.find('=')));
        if (key != "service" && key != "request" && key != "version" && !pair.empty()) kept += std::string(pair) + "&";
    }
    const Box& box = frame.box;
    return fmt::format(
        "{}?{}SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS={}&STYLES=&CRS=EPSG:28992&BBOX={:.3f},{:.3f},{:.3f},{:."
        "3f}&"
        "WIDTH={}&HEIGHT={}&FORMAT=image/png&TRANSPARENT=TRUE",
        url.substr(0, question), kept, percent_encoded(layer), box.min_x, box.min_y, box.max_x, box.max_y, frame.width,
        frame.height);
}

}  // namespace

struct MapServer::Inside {
    Web web;
    std::string url, layer, title;
    std::optional<WmtsLayer> wmts;  ///< nothing: a WMS
    std::mutex guard;
    RecentTiles recent;

    std::vector<std::optional<std::string>> fetched(const std::vector<TileAt>& wanted, const Work& work) {
        const std::lock_guard lock(guard);
        std::vector<std::optional<std::string>> tiles(wanted.size());
        std::vector<std::string> missing;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const std::string address = tile_address(*wmts, wanted[i]);
            if (const auto* seen = recent.find(address)) {
                tiles[i] = *seen;
            } else {
                missing.push_back(address);
                places.push_back(i);
            }
        }
        const auto answers = web.get_all(missing, work);
        for (std::size_t i = 0; i < missing.size(); ++i) {
            tiles[places[i]] = answers[i];
            recent.add(missing[i], answers[i]);
        }
        return tiles;
    }
};

MapServer::MapServer(const std::string& url, const std::string& layer, const WebAccess& access, const Work& work)
    : inside_(new Inside{.web = Web(access), .url = url, .layer = layer}) {
    Inside& in = *inside_;
    if (is_wms(url)) {
        if (layer.empty())
            throw InputError(fmt::format("{}: a WMS must be told what to draw; name it as 'layer'", server_of(url)));
        in.title = layer;
        return;
    }
    const auto capabilities = in.web.get(url, work);
    if (!capabilities)
        throw IoError(fmt::format("{}: there is nothing at this address; check it in the settings", url));
    naming(url, [&] { in.wmts = wmts_layer(*capabilities, layer); });
    in.title = in.wmts->title;
}

MapServer::~MapServer() = default;
MapServer::MapServer(MapServer&&) noexcept = default;
MapServer& MapServer::operator=(MapServer&&) noexcept = default;

const std::string& MapServer::title() const { return inside_->title; }

MapImage MapServer::image(const Box& box, int width, int height, const Work& work) const {
    Inside& in = *inside_;
    return naming(in.url, [&] {
        if (in.wmts)
            return image_of_tiles(
                in.wmts->levels, Projector(in.wmts->crs),
                [&](const std::vector<TileAt>& wanted, const Work& inner) { return in.fetched(wanted, inner); }, box,
                width, height, work);
        MapImage frame = empty_frame(box, width, height);
        if (const auto bytes = in.web.get(map_address(in.url, in.layer, frame), work))
            draw_picture(frame, *bytes, work);
        return frame;
    });
}

}  // namespace baken
