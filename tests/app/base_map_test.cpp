#include "app/base_map.hpp"

#include "app/demo.hpp"
#include "app/stages.hpp"
#include "geo/io/raster_support.hpp"
#include "support/sample_project.hpp"

using namespace baken;
using namespace baken::test;

TEST_CASE("a base map of the settings gives its pixels, and other sources none") {
    const TempDir dir;
    geotiff(dir / "lucht.tif", {}, mosaic);
    Project project;
    project.settings.sources = {{.kind = SourceKind::roads, .path = dir / "wegen.gpkg"},
                                {.kind = SourceKind::basemap, .path = dir / "lucht.tif"},
                                {.kind = SourceKind::basemap, .url = "https://kaart.example/wmts", .layer = "grijs"},
                                {.kind = SourceKind::basemap, .url = "https://kaart.example/wmts"}};
    CHECK(base_maps(project.settings) == std::vector<std::size_t>{1, 2, 3});
    CHECK(base_map_name(project.settings.sources[1]) == "lucht");
    CHECK(base_map_name(project.settings.sources[2]) == "grijs");
    CHECK(base_map_name(project.settings.sources[3]) == "https://kaart.example");
    const MapImage image = base_map_image(project, 1, {180000, 430000, 184000, 433000}, 40, 30, {});
    CHECK(image.at(7, 9) == mosaic_at(7, 9));
    CHECK_THROWS_AS((void)base_map_image(project, 0, {0, 0, 1, 1}, 1, 1, {}), InputError);
    CHECK_THROWS_AS((void)base_map_image(project, 9, {0, 0, 1, 1}, 1, 1, {}), InputError);
}

TEST_CASE("intake passes a base map over: it counts nowhere") {
    const TempDir dir;
    (void)write_region({.accidents = 300, .complaints = 90}, dir.path(), Overwrite::yes, {});
    const auto settings = dir / region_settings_file;
    const Project before = with_events(open_project({.settings = settings}), {});
    // The file need not even be there: whoever asks for the map hears of it.
    dir.write(region_settings_file, content_of(settings) + "\n[[source]]\nkind = \"basemap\"\npath = \"weg.tif\"\n");
    const Project after = with_events(open_project({.settings = settings}), {});
    CHECK(after.region->receipts.size() == before.region->receipts.size());
    CHECK(after.region->accidents.size() == before.region->accidents.size());
    CHECK(base_maps(after.settings).size() == 1);
    CHECK_THROWS_AS((void)base_map_image(after, base_maps(after.settings).front(), {0, 0, 1, 1}, 1, 1, {}), IoError);
}
