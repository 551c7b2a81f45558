/// Hotspots of every municipality of the country: seconds of each stage and the most memory that the process held.

#include "hotspots/find.hpp"
#include "intake/import.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <chrono>

using namespace baken;

namespace {

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

auto timed(const char* what, auto&& body) {
    const auto start = std::chrono::steady_clock::now();
    auto result = body();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    fmt::print("  {:<28} {:6.2f} s, peak {:5.0f} MB\n", what, seconds.count(), peak_megabytes());
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
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "nation_bench: {}\n", error.what());
    return 1;
}
