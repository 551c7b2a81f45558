#include "app/export_layer.hpp"

#include "geo/io/read_layer.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <set>

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
    const std::map<std::string, std::size_t> rows{{"municipalities", 6}, {"roads", 24},    {"accidents", 420},
                                                  {"complaints", 150},   {"hotspots", 36}, {"checks", 24}};
    for (const std::string& name : layer_names()) {
        const auto file = dir / (name + ".gpkg");
        CHECK(export_layer(project, {.layer = name}, file, Overwrite::no, {}) == rows.at(name));
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
    CHECK(rows("checks", {.theme = Theme::speed}) == speed);
    CHECK(rows("hotspots", {.theme = Theme::speed}) == 36);
    CHECK(rows("hotspots", {.theme = Theme::seatbelt}) == 0);
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
            export_layer(project, {.layer = layer, .profile = Profile::for_public}, file, Overwrite::no, {});
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
              .find("municipalities, roads, accidents, complaints, hotspots, checks; bedoelde u 'hotspots'?") !=
          std::string::npos);
    CHECK(wrong({.layer = "hotspots", .filter = {.municipalities = {"Atlantis"}}}).find("'Atlantis'") !=
          std::string::npos);
    CHECK(wrong({.layer = "hotspots", .filter = {.ids = {"GM1-H99"}}}).find("'GM1-H99'") != std::string::npos);
    CHECK(wrong({.layer = "accidents", .filter = {.theme = Theme::speed}}).find("thema") != std::string::npos);
    for (const Profile profile : {Profile::internal, Profile::partner, Profile::for_public})
        CHECK(profile_from(code_of(profile)) == profile);
    CHECK_FALSE(profile_from("iedereen"));
}
