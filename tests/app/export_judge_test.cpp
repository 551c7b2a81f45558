#include "app/export_layer.hpp"
#include "app/outputs.hpp"
#include "app/save_styled.hpp"
#include "base/text.hpp"
#include "geo/io/write_layer.hpp"
#include "geo/io/write_raster.hpp"
#include "output/look.hpp"
#include "output/raster_look.hpp"
#include "support/python.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;
using nlohmann::json;

namespace {

/// What QGIS says of layers and projects, by the name it was given.
json judged(const std::string& python, const TempDir& folder, const std::vector<std::string>& names) {
    std::vector<std::string> command{python, BAKEN_SOURCE_DIR "/tests/app/check_qgis_layers.py",
                                     folder.path().string()};
    command.insert(command.end(), names.begin(), names.end());
    const Ran ran = run(command, {.environment = {"QT_QPA_PLATFORM=offscreen"}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return json::parse(ran.out);
}

std::set<std::string> set_of(const json& list) { return list.get<std::set<std::string>>(); }

std::set<std::string> categories_of(const Look& look) {
    std::set<std::string> values;
    for (const LookCategory& category : look.categories)
        if (!category.range) values.insert(category.value);
    return look.field.empty() ? std::set<std::string>{} : values;
}

/// The classes of numbers, as QGIS tells them.
json ranges_of(const Look& look) {
    json ranges = json::array();
    for (const LookCategory& category : look.categories)
        if (category.range) ranges.push_back({category.range->low, category.range->high});
    return ranges;
}

/// A project as QGIS opened it: all layers there, grouped, styled, with their words, on the region, and drawn.
void check_project(const json& project, Language language) {
    INFO(project.dump());
    CHECK(project["read"] == true);
    CHECK(project["title"] == sample_project().settings.name);
    CHECK(project["crs"] == "EPSG:28992");
    const bool is_dutch = language == Language::nl;
    CHECK(project["groups"][is_dutch ? "Plan" : "Plan"] ==
          (is_dutch ? json({"Controles", "Aandachtslocaties"}) : json({"Checks", "Hotspots"})));
    CHECK(project["groups"].contains(is_dutch ? "Ondergrond" : "Background"));
    CHECK(project["groups"][is_dutch ? "Waar op de weg" : "Where along the road"].size() == 3);
    CHECK(set_of(project["hidden"]) == std::set<std::string>{"baken_cells", "baken_network_density"});
    REQUIRE(project["layers"].size() == layer_names().size());
    for (const std::string& name : layer_names()) {
        INFO(name);
        const json& layer = project["layers"]["baken_" + name];
        REQUIRE(layer["valid"] == true);
        CHECK(layer["features"].get<int>() > 0);
        const FeatureTable table = layer_to_export(sample_project(), {.layer = name});
        CHECK(set_of(layer["categories"]) == categories_of(look_of(table, language)));
        if (name == "network_density") CHECK(layer["ranges"] == ranges_of(look_of(table, language)));
        for (const Field& field : table.fields) CHECK(layer["aliases"][field.name] == alias_of(field.name, language));
    }
    // The region is in sight, and not much more: 27 by 16 km.
    const auto extent = project["extent"].get<std::vector<double>>();
    CHECK(extent[0] < 168'000);
    CHECK(extent[0] > 160'000);
    CHECK(extent[3] > 440'000);
    CHECK(extent[3] < 448'000);
    CHECK(project["map"]["errors"].empty());
    CHECK(project["map"]["drawn"].get<double>() > 0.04);
    CHECK(set_of(project["map"]["colours"]).size() >= 6);
}

}  // namespace

TEST_CASE("QGIS opens the project in a GeoPackage and beside it: all layers styled, grouped, in words") {
    const auto python = python_with("qgis.core");
    if (!python) {
        WARN("SKIPPED: QGIS for Python is not here (packages python3-qgis and qgis-providers)");
        return;
    }
    for (const Language language : {Language::nl, Language::en}) {
        const TempDir folder;
        Project project = sample_project();
        project.settings.language = language;
        // The whole project, saved under a passing name as the desk does it.
        save_styled(project, folder / ".saving", "plan.gpkg", Overwrite::no, {});
        std::filesystem::rename(folder / ".saving", folder / "plan.gpkg");
        write_bytes(folder / "plan.qgz", project_qgz(project, "plan.gpkg"), Overwrite::no);
        // Layers of their own.
        std::vector<LayerExport> asked;
        for (const std::string& name : layer_names()) asked.push_back({.layer = name});
        (void)export_layers(project, asked, folder / "lagen.gpkg", Overwrite::no, {});

        const auto inside = [&](const char* file) {
            return "geopackage:" + (folder / file).string() + "?projectName=" + project.settings.name;
        };
        // In an address & has a meaning of its own.
        const auto escaped = [](std::string name) {
            for (std::size_t at = name.find('&'); at != std::string::npos; at = name.find('&', at + 1))
                name.replace(at, 1, "%26");
            return name;
        };
        const std::vector<std::string> names{(folder / "plan.qgz").string(), escaped(inside("plan.gpkg")),
                                             (folder / "lagen.qgz").string(), escaped(inside("lagen.gpkg"))};
        const json report = judged(*python, folder, names);
        for (const std::string& name : names) {
            INFO(name);
            check_project(report[name], language);
        }
    }
}

TEST_CASE("QGIS opens every exported layer in its look") {
    const auto python = python_with("qgis.core");
    if (!python) {
        WARN("SKIPPED: QGIS for Python is not here (packages python3-qgis and qgis-providers)");
        return;
    }
    const TempDir folder;
    const Project project = sample_project();
    const std::vector<LayerFormat> styled{LayerFormat::geojson, LayerFormat::flatgeobuf, LayerFormat::shapefile};
    std::map<std::string, std::string> layer_of;
    std::vector<std::string> files;
    for (const LayerFormat format : {LayerFormat::geojson, LayerFormat::flatgeobuf, LayerFormat::shapefile,
                                     LayerFormat::kml, LayerFormat::kmz, LayerFormat::dxf}) {
        std::vector<LayerExport> asked;
        for (const std::string& name : layer_names()) asked.push_back({.layer = name, .format = format});
        const std::string sub(code_of(format));
        (void)export_layers(project, asked, folder / sub, Overwrite::no, {});
        for (const std::string& name : layer_names()) {
            files.push_back((folder / sub / (name + std::string(extension_of(format)))).string());
            layer_of[files.back()] = name;
        }
    }
    const json report = judged(*python, folder, files);
    for (const std::string& file : files) {
        const json& layer = report[file];
        const std::string &name = layer_of[file], ending = std::filesystem::path(file).extension();
        INFO(file << ": " << layer.dump());
        REQUIRE(layer["valid"] == true);
        CHECK(layer["map"]["errors"].empty());
        CHECK(layer["map"]["drawn"].get<double>() > 0);
        const FeatureTable table = layer_to_export(project, {.layer = name});
        if (ending != ".dxf") CHECK(layer["features"] == table.rows.size());
        if (ending == ".shp" || ending == ".geojson" || ending == ".fgb") {
            CHECK(set_of(layer["categories"]) == categories_of(look_of(table, Language::nl)));
            CHECK(layer["labels"] == !look_of(table, Language::nl).labels.empty());
            const auto aliases = layer["aliases"].get<std::map<std::string, std::string>>();
            std::size_t told = 0;
            for (const auto& [field, alias] : aliases) told += alias.empty() ? 0 : 1;
            CHECK(told == aliases.size());
            if (name != "municipalities") CHECK_FALSE(layer["map"]["colours"].empty());
        } else {
            CHECK(layer["renderer"] == "embeddedSymbol");  // the colours that the file itself holds
        }
    }
}

TEST_CASE("QGIS opens the density of a pack: in its project, not shown, and by itself in its style") {
    const auto python = python_with("qgis.core");
    if (!python) {
        WARN("SKIPPED: QGIS for Python is not here (packages python3-qgis and qgis-providers)");
        return;
    }
    const TempDir folder;
    const Project project = sample_project();
    (void)write_outputs(project, folder / "pak", {}, {});
    const std::string stem = file_stem(project);
    const std::string beside = (folder / "pak" / (stem + ".qgz")).string(),
                      alone = (folder / "pak/density.tif").string();
    const std::string inside = "geopackage:" + (folder / "pak" / (stem + ".gpkg")).string() +
                               "?projectName=" + replaced(project.settings.name, "&", "%26");
    const json report = judged(*python, folder, {beside, inside, alone});

    const RasterGrid grid = read_grid(alone);
    const auto check_grid = [&](const json& layer) {
        REQUIRE(layer["valid"] == true);
        CHECK(layer["crs"] == "EPSG:28992");
        CHECK(layer["size"] == json({grid.columns, grid.rows}));
        CHECK(layer["extent"][0] == grid.north_west.x);
        CHECK(layer["extent"][3] == grid.north_west.y);
        CHECK(layer["no_data"] == -9999);
        CHECK(layer["renderer"] == "singlebandpseudocolor");
        REQUIRE(layer["classes"].size() == 5);
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK(layer["classes"][i][1] == density_colours()[i]);
            CHECK(layer["classes"][i][0].get<std::string>().find("per km²") != std::string::npos);
        }
        std::size_t known = 0, unknown = 0;
        for (const json& one : layer["values"]) {
            const double ours = grid.values[one[1].get<std::size_t>() * static_cast<std::size_t>(grid.columns) +
                                            one[0].get<std::size_t>()];
            CHECK(one[2].is_null() == std::isnan(ours));
            if (one[2].is_null()) {
                ++unknown;
                continue;
            }
            ++known;
            CHECK(one[2].get<double>() == Approx(ours));
        }
        CHECK(known > 1000);
        CHECK(unknown > 100);
    };
    for (const std::string& name : {beside, inside}) {
        const json& opened = report[name];
        INFO(name);
        REQUIRE(opened["read"] == true);
        REQUIRE(opened["layers"].size() == layer_names().size() + 1);
        check_grid(opened["layers"]["baken_density"]);
        CHECK(opened["shown"].size() == layer_names().size() - 2);  // squares and density along roads are off
        const auto order = opened["order"].get<std::vector<std::string>>();
        const auto place = [&](const char* id) { return std::find(order.begin(), order.end(), id) - order.begin(); };
        CHECK(place("baken_hotspots") < place("baken_density"));
        CHECK(place("baken_accidents") < place("baken_density"));
        CHECK(place("baken_density") < place("baken_roads"));
        CHECK(opened["map"]["errors"].empty());
    }
    check_grid(report[alone]);
    CHECK(report[alone]["map"]["errors"].empty());
    const auto drawn = set_of(report[alone]["map"]["colours"]);
    for (const std::string& colour : density_colours()) CHECK(drawn.contains(colour));
}
