/// Reading the accidents of the whole country, from the packed file to events with their municipality, beside ogr2ogr
/// from the same file to a GeoPackage (which looks at no value and places nothing).

#include "bench/memory.hpp"
#include "geo/io/read_layer.hpp"
#include "intake/import.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <vector>

using namespace baken;

namespace {

double seconds_of(auto&& body) {
    const auto start = std::chrono::steady_clock::now();
    body();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main() try {
    namespace fs = std::filesystem;
    const std::string data = std::string(BAKEN_SHARED_DIR) + "/data/";
    Settings settings;
    settings.region.boundaries = data + "municipalities/netherlands_2022_wgs84.geojson";
    SourceSettings source;
    source.path = data + "bron_2022_2024/netherlands.csv.gz";
    settings.sources.push_back(source);
    const bool has_peer = std::system("ogr2ogr --version > /dev/null 2>&1") == 0;
    const fs::path target = fs::temp_directory_path() / fmt::format("baken-intake-bench-{}.gpkg", ::getpid());

    std::vector<double> ours, theirs;
    std::size_t rows = 0;
    for (int round = 0; round < 3; ++round) {
        ours.push_back(seconds_of([&] { rows = import_region(settings, {.threads = 2}).accidents.size(); }));
        if (!has_peer) continue;
        const std::string command = fmt::format(
            "ogr2ogr -f GPKG '{}' '/vsigzip/{}' -oo X_POSSIBLE_NAMES=x_rd -oo Y_POSSIBLE_NAMES=y_rd -a_srs EPSG:28992 "
            "-nln accidents > /dev/null 2>&1",
            target.string(), source.path.string());
        int code = 0;
        theirs.push_back(seconds_of([&] { code = std::system(command.c_str()); }));
        fs::remove(target);
        if (code != 0) throw std::runtime_error("ogr2ogr did not convert the file");
    }
    fmt::print("  {} accidents: {:.2f} s, peak {:.0f} MB\n", rows, median(ours), bench::peak_megabytes());
    if (has_peer)
        fmt::print("  ogr2ogr to GeoPackage: {:.2f} s, {:.1f} times as long\n", median(theirs),
                   median(theirs) / median(ours));
    else
        fmt::print("  ogr2ogr is not here (package gdal-bin)\n");
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "intake_bench: {}\n", error.what());
    return 1;
}
