#include "geo/io/gdal_session.hpp"

#include "base/error.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/overlay.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"
#include "support/support.hpp"

#include <gdal/cpl_conv.h>
#include <gdal/gdal.h>

#include <set>
#include <thread>

using namespace baken;
using namespace baken::test;

TEST_CASE("only the drivers on our list are there") {
    start_gdal();
    start_gdal();
    std::set<std::string> names;
    for (int i = 0; i < GDALGetDriverCount(); ++i) names.insert(GDALGetDriverShortName(GDALGetDriver(i)));
    for (const char* needed : {"GPKG", "GeoJSON", "FlatGeobuf", "ESRI Shapefile", "GML", "XLSX", "ODS"})
        CHECK(names.count(needed) == 1);
    for (const char* dangerous :
         {"OGR_VRT", "VRT", "HTTP", "WFS", "WMS", "PostgreSQL", "MySQL", "SQLite", "OAPIF", "GMLAS", "PDF", "DXF"})
        CHECK(names.count(dangerous) == 0);
    CHECK(names.size() <= 16);
}

TEST_CASE("versions are named for the provenance") {
    const std::string versions = gdal_versions();
    CHECK(versions.find("GDAL 3.") == 0);
    CHECK(versions.find(", PROJ ") != std::string::npos);
    CHECK(versions.find("PROJ 0") == std::string::npos);
}

TEST_CASE("threads work side by side, each with its own projector and file") {
    const TempDir dir;
    std::vector<std::thread> threads;
    std::vector<std::string> results(4);
    for (std::size_t t = 0; t < results.size(); ++t)
        threads.emplace_back([&, t] {
            const auto name = dir / ("part" + std::to_string(t) + ".gpkg");
            const Projector projector("EPSG:4326");
            FeatureTable table{"points", ShapeType::point, {{"n", FieldType::integer}}, {}};
            for (int i = 0; i < 200; ++i)
                table.rows.push_back({{std::int64_t{i}}, *projector.forward(5.7 + i * 0.001, 51.8)});
            write_geopackage(name, std::vector{table}, UtcTime{}, Overwrite::no, {});
            if (read_layer(name, {}, {}).rows.size() != 200) results[t] = "rows are missing";
            try {
                (void)read_layer(dir / ("none" + std::to_string(t) + ".gpkg"), {}, {});
                results[t] = "a missing file was read";
            } catch (const IoError& error) {
                if (std::string(error.what()).find("none" + std::to_string(t)) == std::string::npos)
                    results[t] = error.what();
            }
        });
    for (auto& thread : threads) thread.join();
    for (const auto& result : results) CHECK(result == "");
    CHECK(content_of(dir / "part0.gpkg") == content_of(dir / "part3.gpkg"));
}
