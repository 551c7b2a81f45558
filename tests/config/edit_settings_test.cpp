#include "config/edit_settings.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "config/read_settings.hpp"
#include "support/support.hpp"

#include <fmt/format.h>

using namespace baken;

namespace {

const std::string region = R"(# Plan of the region
name = "Tweestromenland 2027"   # as on the cover
year = 2027

[region]
boundaries = "gemeenten.geojson"
municipalities = ["Druten", "Heumen"]

# the register
[[source]]
kind = "accidents"
path = "bron.csv"

# what people say
[[source]]
kind = "complaints"
path = 'meldingen.csv'
columns = { x = "X", y = "Y" }
[source.themes]
"te hard" = "speed"   # always
lawaai = "none"

[rules]
spacing = "1500 m"
dark_days = { from = "10-01", to = "03-31", checks_per_municipality = 1 }

# agreed with the mayor
[[lock]]
municipality = "Heumen"
date = "2027-03-12"
)";

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "nothing";
}

std::string replaced_once(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a rule is changed where it stands") {
    CHECK(with_value(region, "rules.dark_days.checks_per_municipality", "2") ==
          replaced_once(region, "checks_per_municipality = 1", "checks_per_municipality = 2"));
    CHECK(with_value(region, "rules.max_per_municipality", "7") ==
          replaced_once(region, "= 1 }\n", "= 1 }\nmax_per_municipality = 7\n"));
    CHECK(read_settings(with_value(region, "hotspots.per_municipality", "12"), "f").hotspots.per_municipality == 12);
    CHECK(without_value(region, "rules.spacing") == replaced_once(region, "spacing = \"1500 m\"\n", ""));
}

TEST_CASE("a change that the settings do not allow names the key and the reason") {
    CHECK(refusal([] { (void)with_value(region, "rules.spacing", "\"far\""); }).rfind("rules.spacing: ", 0) == 0);
    CHECK(refusal([] { (void)with_value(region, "rules.max_per_municpality", "7"); }).find("did you mean") !=
          std::string::npos);
    CHECK(refusal([] { (void)without_value(region, "year"); }).rfind("year: ", 0) == 0);
    CHECK(refusal([] {
              (void)with_lock(region, {.municipality = "Parijs", .date = make_date(2027, 5, 1)});
          }).find("Parijs") != std::string::npos);
    CHECK(refusal([] { (void)without_source(region, 2); }) == "source[2]: the settings have 2 of these");
}

TEST_CASE("a lock is added and taken out again without a trace") {
    const Lock lock{.municipality = "Druten",
                    .date = make_date(2027, 11, 5),
                    .site = "Van \"Heemstra\"weg",
                    .theme = Theme::alcohol_drugs,
                    .start = 21 * 60 + 30};
    const std::string more = with_lock(region, lock);
    const auto locks = read_settings(more, "f").locks;
    REQUIRE(locks.size() == 2);
    CHECK(locks[1].municipality == lock.municipality);
    CHECK(locks[1].date == lock.date);
    CHECK(locks[1].site == lock.site);
    CHECK(locks[1].theme == lock.theme);
    CHECK(locks[1].start == lock.start);
    CHECK(without_lock(more, 1) == region);
    CHECK(read_settings(without_lock(more, 0), "f").locks[0].municipality == "Druten");
}

TEST_CASE("a source is added with all that was corrected") {
    const SourceSettings source{.kind = SourceKind::complaints,
                                .path = "/data/region/in/meer \"meldingen\".csv",
                                .profile = "generic",
                                .crs = "EPSG:4326",
                                .encoding = "CP850",
                                .columns = {{"x", "lengte graad"}, {"y", "lat"}},
                                .themes = {{"Te hard rijden", "speed"}, {"Ö#=", "none"}}};
    const Settings settings = read_settings(with_source(region, source, "/data/region"), "/data/region/baken.toml");
    REQUIRE(settings.sources.size() == 3);
    const auto& got = settings.sources[2];
    CHECK(got.kind == source.kind);
    CHECK(got.path == source.path);
    CHECK(got.profile == source.profile);
    CHECK(got.crs == source.crs);
    CHECK(got.encoding == source.encoding);
    CHECK(got.columns == source.columns);
    CHECK(got.themes == source.themes);
    CHECK(with_source(region, source, "/data/region").find("path = \"in/meer \\\"meldingen\\\".csv\"") !=
          std::string::npos);
    CHECK(with_source(region, source, "/elsewhere").find("\"/data/region/in/meer") != std::string::npos);
}

TEST_CASE("a source that is corrected keeps what is the same as it is written") {
    const auto settings = read_settings(region, "/p/baken.toml");
    CHECK(with_source_at(region, 0, settings.sources[0], "/p") == region);
    CHECK(with_source_at(region, 1, settings.sources[1], "/p") == region);
    SourceSettings source = settings.sources[1];
    source.themes["lawaai"] = "speed";
    CHECK(with_source_at(region, 1, source, "/p") == replaced_once(region, "lawaai = \"none\"", "lawaai = \"speed\""));
    source = settings.sources[1];
    source.columns.erase("x");
    source.themes.erase("te hard");
    source.crs = "EPSG:28992";
    const auto again = read_settings(with_source_at(region, 1, source, "/p"), "/p/baken.toml").sources[1];
    CHECK(again.columns == source.columns);
    CHECK(again.themes == source.themes);
    CHECK(again.crs == source.crs);
    source.themes.clear();
    source.columns.clear();
    source.crs.clear();
    const std::string bare = with_source_at(region, 1, source, "/p");
    CHECK(bare.find("[source.themes]") == std::string::npos);
    CHECK(bare.find("columns") == std::string::npos);
}

TEST_CASE("sources change places with their remarks") {
    const std::string turned = with_source_moved(region, 0, 1);
    const auto sources = read_settings(turned, "f").sources;
    CHECK(sources[0].kind == SourceKind::complaints);
    CHECK(sources[0].themes.size() == 2);
    CHECK(turned.find("# the register\n[[source]]\nkind = \"accidents\"") != std::string::npos);
    CHECK(with_source_moved(turned, 1, 0) == region);
}

TEST_CASE("the region is changed in place") {
    RegionSettings wanted = read_settings(region, "/p/baken.toml").region;
    CHECK(with_region(region, wanted, "/p") == region);
    wanted.municipalities = {"Heumen"};
    CHECK(with_region(region, wanted, "/p") == replaced_once(region, "[\"Druten\", \"Heumen\"]", "[\"Heumen\"]"));
    wanted.municipalities.clear();
    CHECK(read_settings(with_region(region, wanted, "/p"), "f").region.municipalities.empty());
}

TEST_CASE("fresh settings are the least that there can be") {
    const std::string text =
        fresh_settings("De \"Maas\"", 2027, {.boundaries = "/p/gemeenten.geojson"}, Language::nl, "/p");
    CHECK(
        text ==
        "name = \"De \\\"Maas\\\"\"\nyear = 2027\nlanguage = \"nl\"\n\n[region]\nboundaries = \"gemeenten.geojson\"\n");
    CHECK(refusal([] { (void)fresh_settings("x", 27, {.boundaries = "g"}, Language::nl, ""); }) != "nothing");
    const std::string with_one = with_lock(text, {.municipality = "Druten", .date = make_date(2027, 1, 4)});
    CHECK(without_lock(with_one, 0) == text);
}

TEST_CASE("a long session of edits ends in what was asked for, one after another") {
    Rng rng(11);
    std::string text = region;
    std::vector<std::string> locked{"Heumen"};
    std::vector<std::string> paths{"bron.csv", "meldingen.csv"};
    int quota = 3;
    for (int step = 0; step < 400; ++step) {
        switch (rng.below(6)) {
            case 0:
                locked.emplace_back(rng.chance(0.5) ? "Druten" : "Heumen");
                text = with_lock(text, {.municipality = locked.back(), .date = make_date(2027, 5, 1 + rng.below(28))});
                break;
            case 1:
                if (locked.empty()) break;
                {
                    const auto at = rng.below(static_cast<std::uint32_t>(locked.size()));
                    locked.erase(locked.begin() + at);
                    text = without_lock(text, at);
                }
                break;
            case 2:
                paths.push_back(fmt::format("file {}.csv", step));
                text = with_source(
                    text, {.kind = SourceKind::complaints, .path = paths.back(), .themes = {{"a b", "speed"}}}, "");
                break;
            case 3:
                if (paths.empty()) break;
                {
                    const auto at = rng.below(static_cast<std::uint32_t>(paths.size()));
                    paths.erase(paths.begin() + at);
                    text = without_source(text, at);
                }
                break;
            case 4:
                if (paths.size() < 2) break;
                {
                    const auto from = rng.below(static_cast<std::uint32_t>(paths.size()));
                    const auto to = rng.below(static_cast<std::uint32_t>(paths.size()));
                    const std::string path = paths[from];
                    paths.erase(paths.begin() + from);
                    paths.insert(paths.begin() + to, path);
                    text = with_source_moved(text, from, to);
                }
                break;
            default:
                quota = 1 + static_cast<int>(rng.below(5));
                text = with_value(text, "rules.checks_per_municipality", std::to_string(quota));
        }
        const Settings settings = read_settings(text, "f.toml");
        REQUIRE(settings.locks.size() == locked.size());
        for (std::size_t i = 0; i < locked.size(); ++i) REQUIRE(settings.locks[i].municipality == locked[i]);
        REQUIRE(settings.sources.size() == paths.size());
        for (std::size_t i = 0; i < paths.size(); ++i) REQUIRE(settings.sources[i].path == paths[i]);
        REQUIRE(settings.rules.checks_per_municipality == quota);
    }
    CHECK(text.find("# Plan of the region\n") == 0);
    CHECK(text.find("# as on the cover") != std::string::npos);
}

TEST_CASE("a base map is written with its server, and read back the same") {
    SourceSettings server{.kind = SourceKind::basemap, .path = {}};
    server.url = "https://tiles.example.org/wmts?request=GetCapabilities";
    server.layer = "grijs";
    server.proxy = "http://proxy.example.org:8080";
    server.timeout_seconds = 25;
    server.cache = "/data/project/tegels";
    const std::string base = "year = 2027\n[region]\nboundaries = \"g.geojson\"\n";
    for (const std::string& text :
         {with_source(base, server, "/data/project"),
          with_source_at(
              with_source(base, {.kind = SourceKind::basemap, .path = "/data/project/luchtfoto.tif"}, "/data/project"),
              0, server, "/data/project")}) {
        INFO(text);
        const SourceSettings back = read_settings(text, "/data/project/p.toml").sources.at(0);
        CHECK(back.kind == SourceKind::basemap);
        CHECK(back.url == server.url);
        CHECK(back.layer == server.layer);
        CHECK(back.proxy == server.proxy);
        CHECK(back.timeout_seconds == server.timeout_seconds);
        CHECK(back.cache == server.cache);
        CHECK(back.path.empty());
    }
}

TEST_CASE("sources of measurements and schools are written as they are read") {
    const std::string base = "year = 2027\n[region]\nboundaries = \"g\"\n";
    for (const SourceKind kind : {SourceKind::measurements, SourceKind::schools}) {
        const std::string text = with_source(base, {.kind = kind, .path = "/data/lijst.csv"}, "/data");
        CHECK(text.find("path = \"lijst.csv\"") != std::string::npos);
        const Settings back = read_settings(text, "/data/plan.toml");
        REQUIRE(back.sources.size() == 1);
        CHECK(back.sources[0].kind == kind);
    }
}
