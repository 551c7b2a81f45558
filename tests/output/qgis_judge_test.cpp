#include "output/look.hpp"
#include "support/python.hpp"
#include "output/styles.hpp"
#include "store/project_file.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <set>

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;
using nlohmann::json;

namespace {

/// What QGIS says of a project that was saved in this language.
json judged(Language language, const TempDir& folder, const std::string& python) {
    Project project = sample_project();
    project.settings.language = language;
    const auto file = folder / "project.gpkg";
    save_project(project, layer_styles(project_layers(project), language, make_date(2027, 1, 1)), file, Overwrite::yes,
                 {});
    const Ran ran =
        run({python, BAKEN_SOURCE_DIR "/tests/output/check_qgis_project.py", file.string(), folder.path().string()},
            {.environment = {"QT_QPA_PLATFORM=offscreen"}});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return json::parse(ran.out);
}

std::set<std::string> set_of(const json& list) { return list.get<std::set<std::string>>(); }

}  // namespace

TEST_CASE("QGIS opens every layer styled, labelled and with aliases") {
    const auto python = python_with("qgis.core");
    if (!python) {
        WARN("SKIPPED: QGIS for Python is not here (packages python3-qgis and qgis-providers)");
        return;
    }
    const TempDir folder;
    const json report = judged(Language::nl, folder, *python);
    const json& layers = report["layers"];
    REQUIRE(layers.size() == 11);
    for (const auto& [name, layer] : layers.items()) {
        INFO(name << ": " << layer.dump());
        REQUIRE(layer["valid"] == true);
        CHECK(layer["crs"] == "EPSG:28992");
        CHECK(layer["default_style"] == true);
        CHECK(layer["styles"] == 1);
        CHECK(layer["features"].get<int>() > 0);
        CHECK_FALSE(layer.contains("label_error"));
        for (const auto& [field, alias] : layer["aliases"].items()) {
            INFO(field);
            CHECK(alias == alias_of(field, Language::nl));
        }
    }

    CHECK(layers["municipalities"]["renderer"] == "singleSymbol");
    CHECK(layers["municipalities"]["labels"] == true);
    CHECK(layers["hotspots"]["renderer"] == "categorizedSymbol");
    CHECK(set_of(layers["hotspots"]["categories"]) ==
          std::set<std::string>{"both", "blind_spot", "perceived", "neither"});
    CHECK(layers["hotspots"]["symbol_layers"] == json({2, 2, 2, 2}));
    CHECK(layers["hotspots"]["labels"] == true);
    CHECK(layers["hotspots"]["aliases"]["rank"] == "rang in de gemeente");
    CHECK(set_of(layers["hotspots"]["value_maps"]) ==
          std::set<std::string>{"enforceable", "quadrant", "road_manager", "status"});
    CHECK(set_of(layers["checks"]["categories"]) ==
          std::set<std::string>{"targeted", "integrated", "region_day", "dark_days"});
    // No kind of check and no outcome is told by its colour alone.
    CHECK(set_of(layers["checks"]["shapes"]).size() == 4);
    CHECK(set_of(layers["accidents"]["shapes"]).size() == 3);
    CHECK(layers["checks"]["label_texts"][0] == "wo 3 feb. alcohol en drugs");
    CHECK(layers["accidents"]["scale_from"] == 50000);
    CHECK(layers["roads"]["categories"].size() == 6);

    CHECK(set_of(layers["stretches"]["categories"]) == std::set<std::string>{"scan", "kde_plus", "junction"});
    CHECK(layers["stretches"]["label_texts"][0] == "1 (4,4\u00d7)");
    CHECK(layers["cells"]["categories"].size() == 7);
    CHECK(set_of(layers["cells"]["value_maps"]) == std::set<std::string>{"evidence", "pattern"});
    const json& density = layers["network_density"];
    CHECK(density["renderer"] == "graduatedSymbol");
    REQUIRE(density["ranges"].size() == 6);
    for (std::size_t i = 1; i < 6; ++i) {
        CHECK(density["ranges"][i][0] == density["ranges"][i - 1][1]);
        CHECK(density["widths"][i] > density["widths"][i - 1]);
    }
}

TEST_CASE("QGIS draws the region and a street, with the colours that are meant") {
    const auto python = python_with("qgis.core");
    if (!python) {
        WARN("SKIPPED: QGIS for Python is not here (packages python3-qgis and qgis-providers)");
        return;
    }
    const TempDir folder;
    const json maps = judged(Language::en, folder, *python)["maps"];
    const json &region = maps["region"], &street = maps["street"];
    INFO(maps.dump());
    CHECK(region["errors"].empty());
    CHECK(street["errors"].empty());
    CHECK(region["drawn"].get<double>() > 0.04);
    CHECK(street["drawn"].get<double>() > 0.005);
    // Six names of municipalities, and most of 24 checks; places keep their names for closer by.
    CHECK(region["labels"].get<int>() >= 24);
    CHECK(set_of(region["colours"]) == std::set<std::string>{"#009e73", "#0072b2", "#1f3a6e", "#33348e", "#56b4e9",
                                                             "#cc79a7", "#d55e00", "#e69f00"});
    CHECK(maps["findings"]["errors"].empty());
    for (const char* colour : {"#1f3a6e", "#d07a2a", "#b95f12", "#9a4a0a", "#783706", "#4f2303", "#f3c9ae", "#faeadf"})
        CHECK(set_of(maps["findings"]["colours"]).contains(colour));
    // Damage-only accidents are grey, and drawn from 1:50,000 only.
    CHECK(region["scale"].get<int>() > 50000);
    CHECK(street["scale"].get<int>() < 50000);
    CHECK(set_of(street["colours"]).contains("#8a8f98"));
    CHECK(std::filesystem::file_size(folder / "region.png") > 10000);
}

TEST_CASE("in English the aliases and the labels are English") {
    const auto python = python_with("qgis.core");
    if (!python) {
        WARN("SKIPPED: QGIS for Python is not here (packages python3-qgis and qgis-providers)");
        return;
    }
    const TempDir folder;
    const json layers = judged(Language::en, folder, *python)["layers"];
    CHECK(layers["hotspots"]["aliases"]["rank"] == "rank in the municipality");
    CHECK(layers["checks"]["label_texts"][0] == "Wed 3 Feb alcohol and drugs");
}
