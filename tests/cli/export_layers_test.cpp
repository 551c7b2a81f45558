#include "support/support.hpp"

#include <set>

#include <nlohmann/json.hpp>

using namespace baken::test;
using nlohmann::json;

namespace fs = std::filesystem;

namespace {

/// The demo region's project, made once.
const fs::path& project() {
    static const TempDir folder;
    static const fs::path made = [] {
        REQUIRE(baken::test::baken({"demo", "--no-pdf", (folder / "demo").string(), "--lang", "nl"}).exit_code == 0);
        for (const auto& entry : fs::recursive_directory_iterator(folder / "demo"))
            if (entry.path().extension() == ".gpkg" && entry.path().stem() != "public") return entry.path();
        throw std::runtime_error("the demo made no project");
    }();
    return made;
}

Ran exported(std::vector<std::string> arguments, const RunOptions& options = {}) {
    arguments.insert(arguments.begin(), {"export", project().string()});
    return baken::test::baken(std::move(arguments), options);
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
}

}  // namespace

TEST_CASE("export --layer writes layers into a folder, and tells rows and files") {
    const TempDir dir;
    const Ran ran = exported({"--layer", "hotspots,checks", "--layer", "checks", "--format", "geojson", "--out",
                              (dir / "lagen").string(), "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const json told = json::parse(ran.out);
    CHECK(told["layers"].size() == 2);
    CHECK(told["layers"][0]["layer"] == "hotspots");
    CHECK(told["layers"][0]["rows"].get<int>() > 10);
    CHECK(told["layer_format"] == "geojson");
    CHECK(told["profile"] == "internal");
    CHECK(told["outputs"].size() == 6);
    CHECK(names_in(dir / "lagen") == std::set<std::string>{"hotspots.geojson", "hotspots.qml", "hotspots.sld",
                                                           "checks.geojson", "checks.qml", "checks.sld"});
    const json file = json::parse(content_of(dir / "lagen" / "hotspots.geojson"));
    CHECK(file["features"].size() == told["layers"][0]["rows"].get<std::size_t>());
}

TEST_CASE("every format has a file of its own name") {
    const TempDir dir;
    for (const std::string format :
         {"gpkg", "geojson", "fgb", "shp", "kml", "kmz", "csv", "csv-nl", "xlsx", "ods", "dxf"}) {
        const std::string ending = format == "csv-nl" ? "csv" : format;
        const fs::path file = dir / (format + "-plekken." + ending);
        const Ran ran = exported({"--layer", "hotspots", "--format", format, "--out", file.string()});
        INFO(format << ": " << ran.err);
        CHECK(ran.exit_code == 0);
        CHECK(fs::file_size(file) > 100);
        CHECK(ran.out.find(file.string()) != std::string::npos);
    }
}

TEST_CASE("filters narrow each other, and may be repeated") {
    const TempDir dir;
    const auto rows = [&](std::vector<std::string> filter) {
        filter.insert(filter.end(), {"--format", "csv", "--out", (dir / "a.csv").string(), "--force", "--json"});
        const Ran ran = exported(filter);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return json::parse(ran.out)["layers"][0]["rows"].get<int>();
    };
    const int all = rows({"--layer", "hotspots"});
    const int druten = rows({"--layer", "hotspots", "--municipality", "Druten"});
    const int two = rows({"--layer", "hotspots", "--municipality", "Druten", "--municipality", "Heumen"});
    CHECK(druten > 0);
    CHECK(two > druten);
    CHECK(all > two);
    CHECK(rows({"--layer", "hotspots", "--status", "proposed,accepted,rejected"}) == all);
    CHECK(rows({"--layer", "checks", "--status", "done"}) == 0);
    CHECK(rows({"--layer", "hotspots", "--municipality", "Druten", "--id", "GM0225-H01"}) == 1);
    CHECK(rows({"--layer", "checks", "--theme", "speed", "--theme", "lighting"}) >=
          rows({"--layer", "checks", "--theme", "speed"}));
}

TEST_CASE("what cannot be exported says so, and leaves nothing") {
    const TempDir dir;
    const auto out = (dir / "a.gpkg").string();
    const auto says = [&](std::vector<std::string> arguments, int exit_code, const std::string& words) {
        arguments.insert(arguments.end(), {"--out", out});
        const Ran ran = exported(arguments);
        INFO(ran.err);
        CHECK(ran.exit_code == exit_code);
        CHECK(ran.err.find(words) != std::string::npos);
        CHECK(names_in(dir.path()).empty());
    };
    says({"--layer", "hotspot"}, 2, "bedoelde u 'hotspots'?");
    says({"--layer", "hotspots", "--format", "dwg"}, 2, "--format");
    says({"--layer", "roads", "--theme", "speed"}, 2, "heeft geen thema's");
    says({"--layer", "hotspots", "--status", "done"}, 2, "geen status 'done'");
    says({"--layer", "hotspots", "--profile", "public"}, 2, "publiek");
    for (const char* layer : {"cells", "network_density", "stretches"})
        says({"--layer", layer, "--profile", "public"}, 2, "public_cells");
    says({"--format", "shp"}, 2, "--layer");
    says({"--status", "accepted", "--lang", "en"}, 2, "name the layers with --layer");
}

TEST_CASE("neither another's file nor the project itself is written over") {
    const TempDir dir;
    const auto file = dir.write("h.shp", "mine");
    const Ran ran = exported({"--layer", "hotspots", "--format", "shp", "--out", file.string()});
    CHECK(ran.exit_code == 1);
    CHECK(ran.err.find("--force") != std::string::npos);
    CHECK(names_in(dir.path()) == std::set<std::string>{"h.shp"});
    CHECK(content_of(file) == "mine");
    CHECK(exported({"--layer", "hotspots", "--format", "shp", "--out", file.string(), "--force"}).exit_code == 0);
    const std::string before = content_of(project());
    CHECK(exported({"--layer", "hotspots", "--out", project().string(), "--force"}).exit_code == 2);
    CHECK((content_of(project()) == before));
}

TEST_CASE("a full disk or a stop leaves no layer half written") {
    const TempDir dir;
    const std::vector<std::string> all{"--layer", "accidents,roads,hotspots", "--format", "kml",
                                       "--out",   (dir / "lagen").string()};
    const Ran full = exported(all, {.file_size_limit = 200'000});
    CHECK(full.exit_code == 1);
    CHECK(full.err.find((dir / "lagen").string() + "/accidents.kml: cannot be written") != std::string::npos);
    CHECK(names_in(dir.path()).empty());
    const Ran stopped = exported(all, {.interrupt_after_ms = 60});
    if (stopped.exit_code == 130)
        CHECK(names_in(dir.path()).empty());
    else
        CHECK(names_in(dir / "lagen").size() == 3);  // it was faster
}

TEST_CASE("the help of export shows its formats, with examples, in both languages") {
    const Ran dutch = baken::test::baken({"export", "--help", "--lang", "nl"}),
              english = baken::test::baken({"export", "--help", "--lang", "en"});
    for (const char* format : {"gpkg", "geojson", "fgb", "shp", "kml", "kmz", "csv-nl", "xlsx", "ods", "dxf"})
        CHECK(english.out.find(format) != std::string::npos);
    CHECK(dutch.out.find("Voorbeelden:") != std::string::npos);
    CHECK(english.out.find("Examples:") != std::string::npos);
}
