// A real server on this machine: Python's, with tiles that GDAL made.
#include "geo/io/map_server.hpp"

#include "base/error.hpp"
#include "geo/io/raster_support.hpp"

#include <gdal/cpl_conv.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <optional>
#include <thread>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

class LocalServer {
public:
    explicit LocalServer(const fs::path& folder) {
        const std::string command =
            "exec python3 '" BAKEN_SOURCE_DIR "/tests/geo/io/map_server.py' '" + folder.string() + "'";
        pipe_ = ::popen(command.c_str(), "r");
        if (pipe_ != nullptr && std::fscanf(pipe_, "%d %d", &pid_, &port_) != 2) port_ = 0;
    }
    ~LocalServer() { stop(); }
    LocalServer(const LocalServer&) = delete;
    LocalServer& operator=(const LocalServer&) = delete;

    void stop() {
        if (pipe_ == nullptr) return;
        if (pid_ > 0) ::kill(pid_, SIGTERM);
        ::pclose(pipe_);
        pipe_ = nullptr;
    }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + "/" + path;
    }

private:
    std::FILE* pipe_ = nullptr;
    int pid_ = 0, port_ = 0;
};

bool has_python() { return run({"sh", "-c", "command -v python3"}).exit_code == 0; }
#define NEEDS_PYTHON()                             \
    if (!has_python()) {                           \
        WARN("SKIPPED: python3 is not installed"); \
        return;                                    \
    }

constexpr double left = 176000, top = 436000;

/// Red runs with x and green with y: 20 m a step.
double red_at(double x) { return (x - left) / 40; }
double green_at(double y) { return (top - y) / 40; }

/// Tiles of 64 pixels at 40 and 20 m, and capabilities that name them; `template_url` with {TileMatrix} and so on.
void write_service(const TempDir& dir, const std::string& server, bool has_template = true) {
    for (int level = 0; level < 2; ++level) {
        const double pixel = level == 0 ? 40 : 20;
        for (int row = 0; row < (level == 0 ? 4 : 8); ++row)
            for (int column = 0; column < (level == 0 ? 4 : 8); ++column) {
                if (level == 1 && row == 2 && column == 2) continue;  // a tile that the server has not
                const fs::path folder = dir / ("tiles/" + std::to_string(level) + "/" + std::to_string(row));
                fs::create_directories(folder);
                const auto memory = made_in_memory({.width = 64, .height = 64}, [&](int band, int c, int r) {
                    const double x = left + (column * 64 + c + 0.5) * pixel, y = top - (row * 64 + r + 0.5) * pixel;
                    return band == 1 ? red_at(x) : band == 2 ? green_at(y) : 100.0 * (level + 1);
                });
                copy_to(memory, "PNG", folder / (std::to_string(column) + ".png"));
            }
    }
    std::string matrices;
    for (int level = 0; level < 2; ++level)
        matrices += "<TileMatrix><ows:Identifier>" + std::to_string(level) + "</ows:Identifier><ScaleDenominator>" +
                    std::to_string((level == 0 ? 40 : 20) / 0.00028) +
                    "</ScaleDenominator><TopLeftCorner>176000.0 436000.0</TopLeftCorner><TileWidth>64</TileWidth>"
                    "<TileHeight>64</TileHeight><MatrixWidth>" +
                    (level == 0 ? "4" : "8") + "</MatrixWidth><MatrixHeight>" + (level == 0 ? "4" : "8") +
                    "</MatrixHeight></TileMatrix>";
    const std::string resource = has_template ? "<ResourceURL format=\"image/png\" resourceType=\"tile\" template=\"" +
                                                    server + "/tiles/{TileMatrix}/{TileRow}/{TileCol}.png\"/>"
                                              : "";
    std::ofstream(dir / "capabilities.xml")
        << "<?xml version=\"1.0\"?><Capabilities xmlns=\"http://www.opengis.net/wmts/1.0\" "
           "xmlns:ows=\"http://www.opengis.net/ows/1.1\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
           "version=\"1.0.0\"><Contents><Layer><ows:Title>Grijze "
           "kaart</ows:Title><ows:Identifier>grijs</ows:Identifier>"
           "<Style isDefault=\"true\"><ows:Identifier>default</ows:Identifier></Style><Format>image/png</Format>"
           "<TileMatrixSetLink><TileMatrixSet>world</TileMatrixSet></TileMatrixSetLink>"
           "<TileMatrixSetLink><TileMatrixSet>rd</TileMatrixSet></TileMatrixSetLink>"
        << resource
        << "</Layer><Layer><ows:Identifier>kleur</ows:Identifier><Format>image/webp</Format><TileMatrixSetLink>"
           "<TileMatrixSet>rd</TileMatrixSet></TileMatrixSetLink></Layer>"
           "<TileMatrixSet><ows:Identifier>world</ows:Identifier>"
           "<ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>"
        << matrices
        << "</TileMatrixSet>"
           "<TileMatrixSet><ows:Identifier>rd</ows:Identifier>"
           "<ows:SupportedCRS>urn:ogc:def:crs:EPSG::28992</ows:SupportedCRS>"
        << matrices << "</TileMatrixSet></Contents></Capabilities>";
}

int times_asked(const TempDir& dir) {
    const std::string log = content_of(dir / "asked.log");
    return static_cast<int>(std::count(log.begin(), log.end(), '\n'));
}

template <class Body>
std::string said_by(Body&& body) {
    try {
        body();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

void check_colours(const MapImage& image, double blue) {
    const Box& box = image.box;
    for (int row = 2; row < image.height - 2; ++row)
        for (int column = 2; column < image.width - 2; ++column) {
            const Rgba seen = image.at(column, row);
            const double x = box.min_x + (column + 0.5) * (box.max_x - box.min_x) / image.width;
            const double y = box.max_y - (row + 0.5) * (box.max_y - box.min_y) / image.height;
            if (std::abs(seen.red - red_at(x)) > 2 || std::abs(seen.green - green_at(y)) > 2 || seen.blue != blue ||
                seen.alpha != 255)
                FAIL(column << ", " << row << ": " << int(seen.red) << " " << int(seen.green) << " " << int(seen.blue)
                            << " for " << red_at(x) << " " << green_at(y));
        }
}

}  // namespace

TEST_CASE("tiles of a WMTS lie where its capabilities say, from the level that fits") {
    NEEDS_PYTHON();
    const TempDir dir;
    LocalServer server(dir.path());
    REQUIRE(server.port() > 0);
    write_service(dir, server.url("").substr(0, server.url("").size() - 1));
    const MapServer map(server.url("capabilities.xml?request=GetCapabilities"), "grijs", {}, {});
    CHECK(map.title() == "Grijze kaart");
    check_colours(map.image({177000, 427500, 185000, 433500}, 200, 150, {}), 100);  // 40 m
    check_colours(map.image({180000, 428000, 182000, 429500}, 200, 150, {}), 200);  // 10 m: the finest there is
    const int before = times_asked(dir);
    (void)map.image({180000, 428000, 182000, 429500}, 200, 150, {});
    CHECK(times_asked(dir) == before);  // still in memory
    // The tile that the server has not, columns and rows 2 at 20 m, is transparent; beyond the map too.
    const MapImage hole = map.image({178560, 432160, 179840, 433440}, 64, 64, {});
    CHECK(hole.at(32, 32).alpha == 0);
    CHECK(map.image({100000, 400000, 101000, 401000}, 10, 10, {}).at(5, 5).alpha == 0);
    CHECK(std::string(CPLGetConfigOption("GDAL_HTTP_PROXY", "")) == "127.0.0.1:9");  // the door is shut again
}

TEST_CASE("what is kept is not asked for again, and is there when the server is gone") {
    NEEDS_PYTHON();
    const TempDir dir, cache;
    std::string url;
    const Box box{180000, 428000, 182000, 429500};
    std::vector<std::uint8_t> first;
    {
        LocalServer server(dir.path());
        REQUIRE(server.port() > 0);
        url = server.url("capabilities.xml");
        write_service(dir, server.url("").substr(0, server.url("").size() - 1));
        first = MapServer(url, "grijs", {.cache = cache / "tegels"}, {}).image(box, 100, 75, {}).rgba;
    }
    CHECK(MapServer(url, "grijs", {.cache = cache / "tegels"}, {}).image(box, 100, 75, {}).rgba == first);
    const std::string said = said_by([&] { (void)MapServer(url, "grijs", {.timeout_seconds = 3}, {}); });
    CHECK(said.find(url.substr(0, url.rfind('/')) + ": the server cannot be reached") == 0);
    CHECK(said.find("check the connection") != std::string::npos);
    // What was cut off is asked for again, and so fails now.
    for (const auto& entry : fs::recursive_directory_iterator(cache / "tegels"))
        if (entry.is_regular_file()) std::ofstream(entry.path()) << "x";
    CHECK_THROWS_AS(MapServer(url, "grijs", {.cache = cache / "tegels"}, {}), IoError);
}

TEST_CASE("a server that hangs is left after the time-out, and at once when asked to stop") {
    NEEDS_PYTHON();
    const TempDir dir;
    LocalServer server(dir.path());
    REQUIRE(server.port() > 0);
    const auto start = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const std::string said = said_by([&] { (void)MapServer(server.url("hang"), "grijs", {.timeout_seconds = 1}, {}); });
    CHECK(said.find(": no answer within 1 s") != std::string::npos);
    CHECK(said.find("timeout_seconds") != std::string::npos);
    CHECK(seconds() < 8);  // and not the half minute that the server sleeps

    std::stop_source stop;
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.request_stop();
    });
    CHECK_THROWS_AS(MapServer(server.url("hang"), "grijs", {.timeout_seconds = 25}, {.stop = stop.get_token()}),
                    Cancelled);
    later.join();
    CHECK(seconds() < 16);
    // Tiles that hang, after capabilities that did not.
    write_service(dir, server.url("hang"));
    const MapServer map(server.url("capabilities.xml"), "grijs", {.timeout_seconds = 1}, {});
    CHECK(said_by([&] {
              (void)map.image({180000, 428000, 182000, 429500}, 100, 75, {});
          }).find("no answer within 1 s") != std::string::npos);
}

TEST_CASE("what a server says wrong is told with its name and the next step") {
    NEEDS_PYTHON();
    const TempDir dir;
    LocalServer server(dir.path());
    REQUIRE(server.port() > 0);
    write_service(dir, server.url("").substr(0, server.url("").size() - 1));
    const std::string name = server.url("").substr(0, server.url("").size() - 1);
    const auto said = [&](const std::string& path, const std::string& layer) {
        return said_by([&] { (void)MapServer(server.url(path), layer, {}, {}); });
    };
    CHECK(said("capabilities.xml", "grijz") == name +
                                                   ": the server has no layer 'grijz'; name one as 'layer': grijs, "
                                                   "kleur (did you mean 'grijs'?)");
    CHECK(said("capabilities.xml", "").find("several layers; name one as 'layer': grijs, kleur") != std::string::npos);
    CHECK(said("capabilities.xml", "kleur").find("comes as image/webp") != std::string::npos);
    CHECK(said("nothing.xml", "grijs").find("there is nothing at this address") != std::string::npos);
    CHECK(said("refuse.xml", "grijs").find("refuses (HTTP 403)") != std::string::npos);
    std::ofstream(dir / "page.html") << "<html>Inloggen</html>";
    CHECK(said("page.html", "grijs").find("is no WMTS capabilities but begins with: <html>") != std::string::npos);
    std::ofstream(dir / "tiles/1/3/3.png") << "<html>Inloggen</html>";
    const MapServer map(server.url("capabilities.xml"), "grijs", {}, {});
    CHECK(said_by([&] {
              (void)map.image({179900, 431000, 180900, 431500}, 50, 25, {});
          }).find("a tile is no PNG or JPEG picture but says: <html>Inloggen") != std::string::npos);
    write_service(dir, name, false);
    CHECK(said("capabilities.xml", "grijs").find("give no address for tiles") != std::string::npos);
    CHECK(said_by([&] {
              (void)MapServer("ftp://example.test/a", "grijs", {}, {});
          }).find("no address of a map server") != std::string::npos);
}

TEST_CASE("a server is asked through the proxy of the settings") {
    NEEDS_PYTHON();
    const TempDir dir;
    LocalServer server(dir.path());
    REQUIRE(server.port() > 0);
    write_service(dir, "http://kaart.invalid");
    const WebAccess access{.proxy = "127.0.0.1:" + std::to_string(server.port())};
    const MapServer map("http://kaart.invalid/capabilities.xml", "grijs", access, {});
    check_colours(map.image({180000, 428000, 182000, 429500}, 100, 75, {}), 200);
    CHECK(content_of(dir / "asked.log").find("http://kaart.invalid/tiles/1/") != std::string::npos);
}

TEST_CASE("a WMS is asked for the very frame, in RD") {
    NEEDS_PYTHON();
    const TempDir dir;
    LocalServer server(dir.path());
    REQUIRE(server.port() > 0);
    copy_to(made_in_memory({}, mosaic), "PNG", dir / "wms.png");
    const MapServer map(server.url("wms?key=7&SERVICE=WMS&request=GetCapabilities"), "topo kaart", {}, {});
    const MapImage image = map.image({180000, 430000, 184000, 433000}, 40, 30, {});
    for (int row = 0; row < 30; ++row)
        for (int column = 0; column < 40; ++column)
            if (image.at(column, row) != mosaic_at(column, row)) FAIL(column << ", " << row);
    CHECK(content_of(dir / "asked.log").find("BBOX=180000.000,430000.000,184000.000,433000.000&WIDTH=40&HEIGHT=30") !=
          std::string::npos);
    const MapServer other(server.url("wms?service=wms"), "x", {}, {});
    CHECK(said_by([&] {
              (void)other.image({180000, 430000, 184000, 433000}, 40, 30, {});
          }).find("<ServiceException>") != std::string::npos);
    CHECK(said_by([&] { (void)MapServer(server.url("wms?service=wms"), "", {}, {}); }).find("'layer'") !=
          std::string::npos);
}
