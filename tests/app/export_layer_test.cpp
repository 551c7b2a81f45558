#include "app/export_layer.hpp"

#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/short_names.hpp"
#include "output/layer_drawing.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace baken;
using namespace baken::test;

namespace {

std::string wrong(const LayerExport& asked) {
    try {
        (void)layer_to_export(sample_project(), asked);
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("each layer of a project is exported with all of its rows, styled in a GeoPackage") {
    const TempDir dir;
    const Project project = sample_project();
    const std::map<std::string, std::size_t> rows{
        {"municipalities", 6}, {"roads", 24},     {"schools", 6},   {"accidents", 420}, {"complaints", 150},
        {"measurements", 12},  {"hotspots", 36},  {"checks", 24},   {"stretches", 9},   {"network_density", 540},
        {"cells", 288}};
    for (const std::string& name : layer_names()) {
        const auto file = dir / (name + ".gpkg");
        const LayersWritten written = export_layer(project, {.layer = name}, file, Overwrite::no, {});
        CHECK(written.rows == std::vector<std::pair<std::string, std::size_t>>{{name, rows.at(name)}});
        CHECK(written.files == std::vector<std::filesystem::path>{file, dir / (name + ".qgz")});
        CHECK(read_layer(file, {.layer = name}, {}).rows.size() == rows.at(name));
        const FeatureTable styles = read_layer(file, {.layer = "layer_styles"}, {});
        REQUIRE(styles.rows.size() == 1);
        CHECK(text_of(styles.rows[0].values[styles.field("f_table_name")]) == name);
        const auto json = dir / (name + ".geojson");
        (void)export_layer(project, {.layer = name, .format = LayerFormat::geojson}, json, Overwrite::no, {});
        CHECK(read_layer(json, {}, {}).rows.size() == rows.at(name));
    }
}

TEST_CASE("a filter leaves the rows of a municipality, a theme, a selection") {
    const Project project = sample_project();
    const std::string name = project.region->municipalities[2].name, code = project.region->municipalities[2].code.text;
    const auto rows = [&](const std::string& layer, LayerFilter filter) {
        return layer_to_export(project, {.layer = layer, .filter = std::move(filter)}).rows.size();
    };
    CHECK(rows("hotspots", {.municipalities = {name}}) == 6);
    CHECK(rows("hotspots", {.municipalities = {code}}) == 6);
    CHECK(rows("accidents", {.municipalities = {name}}) == 70);
    CHECK(rows("municipalities", {.municipalities = {code, name}}) == 1);
    const std::size_t roads = rows("roads", {.municipalities = {code}});
    CHECK(roads >= 4);
    CHECK(roads < 24);
    std::size_t speed = 0;
    for (const Check& check : project.plan.checks) speed += check.theme == Theme::speed ? 1 : 0;
    CHECK(rows("checks", {.themes = {Theme::speed}}) == speed);
    CHECK(rows("hotspots", {.themes = {Theme::speed}}) == 36);
    CHECK(rows("hotspots", {.themes = {Theme::seatbelt}}) == 0);
    CHECK(rows("checks", {.themes = {Theme::speed, Theme::alcohol_drugs}}) == 12);
    CHECK(rows("hotspots", {.statuses = {"rejected"}}) == 6);
    CHECK(rows("hotspots", {.statuses = {"rejected", "accepted"}}) == 36);
    CHECK(rows("checks", {.statuses = {"done"}}) == 0);
    CHECK(rows("checks", {.statuses = {"planned"}}) == 24);
    const FeatureTable two =
        layer_to_export(project, {.layer = "hotspots", .filter = {.ids = {code + "-H01", code + "-H04"}}});
    CHECK(two.rows.size() == 2);
}

TEST_CASE("a partner does not get what stays inside") {
    const FeatureTable hotspots = layer_to_export(sample_project(), {.layer = "hotspots", .profile = Profile::partner});
    CHECK_FALSE(hotspots.has_field("remark"));
    CHECK(hotspots.rows.size() == 36);
    for (const Feature& row : hotspots.rows) CHECK(row.values.size() == hotspots.fields.size());
    const FeatureTable accidents =
        layer_to_export(sample_project(), {.layer = "accidents", .profile = Profile::partner});
    CHECK_FALSE(accidents.has_field("number"));
    CHECK_FALSE(accidents.has_field("location"));
    CHECK_FALSE(layer_to_export(sample_project(), {.layer = "checks", .profile = Profile::partner}).has_field("value"));
    CHECK(wrong({.layer = "complaints", .profile = Profile::partner}).find("hotspots") != std::string::npos);
    const FeatureTable checks = layer_to_export(sample_project(), {.layer = "checks", .profile = Profile::partner});
    CHECK_FALSE(checks.has_field("result_remark"));
}

TEST_CASE("the public gets layers of its own, and a request for another names them") {
    for (const std::string& layer : layer_names())
        CHECK(wrong({.layer = layer, .profile = Profile::for_public})
                  .find("public_cells, public_municipalities, public_places") != std::string::npos);
    const TempDir dir;
    const Project project = sample_project();
    for (const std::string layer : {"public_cells", "public_municipalities", "public_places"}) {
        const auto file = dir / (layer + ".gpkg");
        const std::size_t rows =
            export_layer(project, {.layer = layer, .profile = Profile::for_public}, file, Overwrite::no, {})
                .rows.front()
                .second;
        CHECK(read_layer(file, {.layer = layer}, {}).rows.size() == rows);
        CHECK(read_layer(file, {.layer = "layer_styles"}, {}).rows.size() == 1);
        CHECK(wrong({.layer = layer}).find("er is geen laag") != std::string::npos);
    }
    const FeatureTable places =
        layer_to_export(project, {.layer = "public_places",
                                  .filter = {.municipalities = {project.region->municipalities[2].name}},
                                  .profile = Profile::for_public});
    CHECK_FALSE(places.rows.empty());
    for (const Feature& row : places.rows)
        CHECK(text_of(row.values[places.field("municipality")]) == project.region->municipalities[2].name);
}

TEST_CASE("an export for Excel speaks the reader's language") {
    const TempDir dir;
    (void)export_layer(sample_project(), {.layer = "hotspots", .format = LayerFormat::csv_nl}, dir / "h.csv",
                       Overwrite::no, {});
    const std::string text = content_of(dir / "h.csv");
    const std::string head = text.substr(0, text.find('\n'));
    CHECK(head.find("ongevallen") != std::string::npos);
    CHECK(head.find("hotspot_id") == std::string::npos);
    CHECK(text.find("0,1428571") != std::string::npos);  // a seventh
}

TEST_CASE("what cannot be exported says what can") {
    CHECK(wrong({.layer = "hotspot"})
              .find("municipalities, roads, schools, accidents, complaints, measurements, hotspots, checks, stretches, "
                    "network_density, cells; bedoelde u 'hotspots'?") != std::string::npos);
    CHECK(wrong({.layer = "hotspots", .filter = {.municipalities = {"Atlantis"}}}).find("'Atlantis'") !=
          std::string::npos);
    CHECK(wrong({.layer = "hotspots", .filter = {.ids = {"GM1-H99"}}}).find("'GM1-H99'") != std::string::npos);
    CHECK(wrong({.layer = "accidents", .filter = {.themes = {Theme::speed}}}).find("thema") != std::string::npos);
    CHECK(wrong({.layer = "checks", .filter = {.statuses = {"accepted"}}})
              .find("geen status 'accepted'; er zijn: planned, done, cancelled") != std::string::npos);
    CHECK(wrong({.layer = "roads", .filter = {.statuses = {"done"}}}).find("geen status") != std::string::npos);
    for (const Profile profile : {Profile::internal, Profile::partner, Profile::for_public})
        CHECK(profile_from(code_of(profile)) == profile);
    CHECK_FALSE(profile_from("iedereen"));
}

TEST_CASE("layers go into a folder in any format, together, with what belongs to them") {
    const Project project = sample_project();
    for (int i = 0; i < layer_formats; ++i) {
        const auto format = static_cast<LayerFormat>(i);
        INFO(code_of(format));
        const TempDir dir;
        const std::vector<LayerExport> asked{{.layer = "hotspots", .format = format},
                                             {.layer = "municipalities", .format = format}};
        const LayersWritten written = export_layers(project, asked, dir / "lagen", Overwrite::no, {});
        REQUIRE(written.rows.size() == 2);
        CHECK(written.rows[0].second == 36);
        CHECK(written.rows[1].second == 6);
        std::set<std::string> names;
        for (const auto& file : written.files) {
            CHECK(std::filesystem::file_size(file) > 0);
            names.insert(file.filename());
        }
        for (const auto& entry : std::filesystem::directory_iterator(dir / "lagen"))
            CHECK(names.contains(entry.path().filename()));
        const bool has_style =
            format == LayerFormat::geojson || format == LayerFormat::flatgeobuf || format == LayerFormat::shapefile;
        CHECK(names.contains("hotspots.qml") == has_style);
        CHECK(names.contains("municipalities.sld") == has_style);
        CHECK(names.contains("hotspots-velden.txt") == (format == LayerFormat::shapefile));
        if (format == LayerFormat::geopackage)
            CHECK(names ==
                  std::set<std::string>{"proefregio-2027-zonen-lagen.gpkg", "proefregio-2027-zonen-lagen.qgz"});
        else
            CHECK(names.contains("hotspots" + std::string(extension_of(format))));
        CHECK_THROWS_AS(export_layers(project, asked, dir / "lagen", Overwrite::no, {}), IoError);
        CHECK_NOTHROW(export_layers(project, asked, dir / "lagen", Overwrite::yes, {}));
    }
}

TEST_CASE("several layers in one file are for a GeoPackage only") {
    const TempDir dir;
    const Project project = sample_project();
    const std::vector<LayerExport> asked{{.layer = "hotspots", .format = LayerFormat::kml},
                                         {.layer = "checks", .format = LayerFormat::kml}};
    CHECK_THROWS_WITH(export_layers(project, asked, dir / "a.kml", Overwrite::no, {}),
                      Catch::Matchers::Contains("noem een map, of kies gpkg"));
    CHECK(std::filesystem::is_empty(dir.path()));
}

TEST_CASE("when one of several layers cannot be written none is") {
    const TempDir dir;
    const Project project = sample_project();
    const std::vector<LayerExport> asked{
        {.layer = "hotspots", .format = LayerFormat::kml},
        {.layer = "complaints", .format = LayerFormat::kml, .profile = Profile::partner}};
    CHECK_THROWS_AS(export_layers(project, asked, dir / "lagen", Overwrite::no, {}), SettingsError);
    CHECK(std::filesystem::is_empty(dir.path()));
    std::stop_source stop;
    const Work work{stop.get_token(), [&](std::string_view, double) { stop.request_stop(); }};
    const std::vector<LayerExport> both{{.layer = "hotspots", .format = LayerFormat::shapefile},
                                        {.layer = "accidents", .format = LayerFormat::shapefile}};
    CHECK_THROWS_AS(export_layers(project, both, dir / "lagen", Overwrite::no, work), Cancelled);
    CHECK(std::filesystem::is_empty(dir.path()));
}

TEST_CASE("the short names of a shapefile are those of the documentation, and each says itself") {
    std::map<std::string, std::string> documented;  // "| `municipality` | `muni` |"
    std::istringstream lines(content_of(BAKEN_SOURCE_DIR "/docs/layers.md"));
    bool is_table = false;
    for (std::string line; std::getline(lines, line);) {
        if (line == "| field | in a shapefile |") is_table = true;
        if (is_table && line.empty()) break;
        if (!is_table || line.find('`') == std::string::npos) continue;
        const auto parts = split(line, '`');
        REQUIRE(parts.size() == 5);
        documented[parts[1]] = parts[3];
    }
    std::map<std::string, std::string> ours;
    for (const std::string& layer : layer_names()) {
        const FeatureTable table = with_words(layer_to_export(sample_project(), {.layer = layer}), Language::nl);
        const auto names = short_names(table.fields);
        for (std::size_t i = 0; i < names.size(); ++i) {
            CHECK(names[i].size() <= 10);
            if (names[i] != table.fields[i].name) ours[table.fields[i].name] = names[i];
        }
    }
    CHECK(ours == documented);
}

TEST_CASE("a style beside a shapefile speaks its names, and all of them") {
    const TempDir dir;
    (void)export_layer(sample_project(), {.layer = "hotspots", .format = LayerFormat::shapefile}, dir / "h.shp",
                       Overwrite::no, {});
    const std::string qml = content_of(dir / "h.qml");
    CHECK(qml.find("\"road_manager\"") == std::string::npos);
    CHECK(qml.find("field=\"road_mngr\" name=\"wegbeheerder\"") != std::string::npos);
    CHECK(content_of(dir / "h.sld").find("<ogc:PropertyName>quadrant</ogc:PropertyName>") != std::string::npos);
    (void)export_layer(sample_project(), {.layer = "roads", .format = LayerFormat::shapefile}, dir / "w.shp",
                       Overwrite::no, {});
    CHECK(content_of(dir / "w.qml").find("attr=\"road_mngr\"") != std::string::npos);
    CHECK(content_of(dir / "w.sld").find("<ogc:PropertyName>road_mngr</ogc:PropertyName>") != std::string::npos);
}

TEST_CASE("stretches, density and squares go to partners whole, by municipality, in every format") {
    const TempDir dir;
    const Project project = sample_project();
    const std::string code = project.region->municipalities[1].code.text;
    for (const auto& [layer, rows] :
         std::map<std::string, std::size_t>{{"stretches", 2}, {"network_density", 90}, {"cells", 48}}) {
        for (int i = 0; i < layer_formats; ++i) {
            const auto format = static_cast<LayerFormat>(i);
            INFO(layer << " " << code_of(format));
            const LayersWritten written = export_layer(
                project,
                {.layer = layer, .format = format, .filter = {.municipalities = {code}}, .profile = Profile::partner},
                dir / (layer + "-" + std::string(code_of(format)) + std::string(extension_of(format))), Overwrite::no,
                {});
            CHECK(written.rows.front().second == rows);
            CHECK(std::filesystem::file_size(written.files.front()) > 100);
        }
        // Of ten letters or fewer, and none twice.
        std::set<std::string> names;
        const FeatureTable table = with_words(layer_to_export(project, {.layer = layer}), Language::nl);
        for (const std::string& name : short_names(table.fields)) {
            CHECK(name.size() <= 10);
            names.insert(name);
        }
        CHECK(names.size() == table.fields.size());
    }
}

TEST_CASE("a project that found nothing gives layers without rows") {
    const TempDir dir;
    Project project = sample_project();
    project.findings = Findings{};
    for (const std::string layer : {"stretches", "network_density", "cells"})
        for (const LayerFormat format : {LayerFormat::geopackage, LayerFormat::geojson, LayerFormat::shapefile,
                                         LayerFormat::kmz, LayerFormat::xlsx, LayerFormat::dxf}) {
            INFO(layer << " " << code_of(format));
            const auto file = dir / (layer + "-" + std::string(code_of(format)) + std::string(extension_of(format)));
            CHECK(export_layer(project, {.layer = layer, .format = format}, file, Overwrite::no, {})
                      .rows.front()
                      .second == 0);
        }
}
