/// What a project of a whole country costs to save, to open, and to edit.

#include "app/desk.hpp"
#include "base/random.hpp"
#include "geo/io/crs.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>

using namespace baken;

namespace {

template <class Body>
auto timed(const char* what, Body&& body) {
    const auto begun = std::chrono::steady_clock::now();
    const std::clock_t worked = std::clock();
    auto result = body();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun;
    fmt::print("  {:<28}{:8.3f} s, {:8.3f} s of the processor\n", what, passed.count(),
               static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC);
    std::fflush(stdout);
    return result;
}

Project country(int accidents) {
    Project project;
    project.settings_text = "year = 2027\n[region]\nboundaries = \"g.geojson\"\n";
    project.settings.year = 2027;
    project.settings.crews = {CrewSettings{.name = std::string(only_crew)}};
    const Projector projector("EPSG:28992");
    Region& region = project.region.edit();
    Rng rng(3);
    for (int m = 0; m < 340; ++m) {
        const double x = 20000 + m % 20 * 12000, y = 320000 + m / 20 * 12000;
        const Ring ring{{x, y}, {x + 12000, y}, {x + 12000, y + 12000}, {x, y + 12000}, {x, y}};
        region.municipalities.push_back({.code = {fmt::format("GM{:04}", m)},
                                         .name = fmt::format("Gemeente {}", m),
                                         .area = {Polygon{ring, {}}},
                                         .centre = projector.to_lonlat({x + 6000, y + 6000})});
        for (int h = 0; h < 10; ++h) {
            Hotspot hotspot;
            hotspot.id.text = fmt::format("GM{:04}-H{:02}", m, h + 1);
            hotspot.municipality = static_cast<std::uint32_t>(m);
            hotspot.name = fmt::format("Straat {}, Gemeente {}", h, m);
            hotspot.at = {x + rng.uniform(0, 12000), y + rng.uniform(0, 12000)};
            hotspot.lonlat = projector.to_lonlat(hotspot.at);
            project.hotspots.push_back(std::move(hotspot));
        }
    }
    for (int i = 0; i < accidents; ++i) {
        Accident a;
        a.number = std::to_string(20220000000LL + i);
        a.year = 2022 + i % 3;
        a.municipality = static_cast<std::uint32_t>(i % 340);
        a.at = {20000 + rng.uniform(0, 240000), 320000 + rng.uniform(0, 200000)};
        a.location = {LocationKind::section, std::to_string(300000000 + i / 3)};
        a.street = fmt::format("Straat {}", i % 900);
        a.place = "Plaats";
        if (i % 4 == 0)
            project.hotspots[static_cast<std::size_t>(i % 3400)].accident_rows.push_back(static_cast<std::uint32_t>(i));
        region.accidents.push_back(std::move(a));
    }
    return project;
}

}  // namespace

int main() {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "baken-project-bench";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto file = folder / "land.gpkg";
    for (const int accidents : {50000, 382000}) {
        fmt::print("{} accidents\n", accidents);
        const Project project = country(accidents);
        {
            (void)timed("make (save and read back)", [&] { return Desk::create(project, file, {}); });
        }
        Desk desk = timed("open", [&] { return Desk::open(file, {}); });
        (void)timed("one review, on disk", [&] {
            desk.perform(ReviewHotspot{.hotspot = desk.project().hotspots[5].id, .status = "accepted"});
            return 0;
        });
        (void)timed("save", [&] {
            desk.save({});
            return 0;
        });
        fmt::print("  {:<28}{:8.1f} MB\n", "file", static_cast<double>(std::filesystem::file_size(file)) / 1e6);
    }
    std::filesystem::remove_all(folder);
}
