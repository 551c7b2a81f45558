/// Hotspots of every municipality of the country: seconds of each stage and the most memory that the process held.

#include "bench/memory.hpp"
#include "hotspots/find.hpp"
#include "hotspots/find_findings.hpp"
#include "intake/import.hpp"

#include <fmt/format.h>

#include <chrono>

using namespace baken;

namespace {

auto timed(const char* what, auto&& body) {
    const auto start = std::chrono::steady_clock::now();
    auto result = body();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    fmt::print("  {:<28} {:6.2f} s, peak {:5.0f} MB\n", what, seconds.count(), bench::peak_megabytes());
    return result;
}

}  // namespace

int main() try {
    const std::string data = std::string(BAKEN_SHARED_DIR) + "/data/";
    Settings settings;
    settings.region.boundaries = data + "municipalities/netherlands_2022_wgs84.geojson";
    SourceSettings source;
    source.path = data + "bron_2022_2024/netherlands.csv.gz";
    settings.sources.push_back(source);
    const Work work{.threads = 2};

    const Region region = timed("intake", [&] { return import_region(settings, work); });
    fmt::print("  {} municipalities, {} accidents\n", region.municipalities.size(), region.accidents.size());
    const HotspotResult found =
        timed("hotspots with foresight", [&] { return find_hotspots(region, {.settings = settings.hotspots}, work); });
    fmt::print("  {} hotspots", found.hotspots.size());
    if (found.foresight) fmt::print(", foresight {:.2f} %", 100 * found.foresight->share);
    fmt::print("\n");
    const Findings findings = timed("squares held against chance",
                                    [&] { return find_findings(region, {.settings = settings.hotspots}, work); });
    fmt::print("  {} squares\n", findings.cells.size());
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "nation_bench: {}\n", error.what());
    return 1;
}
