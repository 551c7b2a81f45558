#pragma once
/// A region and sources of the tests' own.

#include "intake/import.hpp"
#include "support/support.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace baken::test {

/// Two square municipalities side by side: "Oosterdorp" (x 180-190 km) and "Westerdorp (NH)" (x 170-180 km), y 420-430
/// km, as GeoJSON in RD.
inline std::filesystem::path write_two_squares(const TempDir& folder) {
    const auto square = [](int west, int east, const char* code, const char* name) {
        const std::string w = std::to_string(west), e = std::to_string(east);
        return std::string(R"({"type":"Feature","properties":{"statcode":")") + code + R"(","statnaam":")" + name +
               R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + w + ",420000],[" + e + ",420000],[" + e +
               ",430000],[" + w + ",430000],[" + w + ",420000]]]}}";
    };
    return folder.write(
        "gemeenten.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[)" +
            square(180000, 190000, "GM0001", "Oosterdorp") + "," + square(170000, 180000, "GM0002", "Westerdorp (NH)") +
            "]}");
}

inline Settings settings_for(const std::filesystem::path& boundaries, const std::vector<SourceSettings>& sources) {
    Settings settings;
    settings.year = 2027;
    settings.region.boundaries = boundaries;
    settings.sources = sources;
    return settings;
}

inline SourceSettings accidents_in(const std::filesystem::path& path) {
    SourceSettings source;
    source.kind = SourceKind::accidents;
    source.path = path;
    return source;
}

inline SourceSettings complaints_in(const std::filesystem::path& path) {
    SourceSettings source;
    source.kind = SourceKind::complaints;
    source.path = path;
    return source;
}

/// The receipt of the source at this place in the settings; the boundaries have the first receipt.
inline const Receipt& receipt_of(const Region& region, std::size_t source = 0) {
    return region.receipts.at(source + 1);
}

inline bool has_note(const Receipt& receipt, const std::string& part) {
    for (const auto& note : receipt.notes)
        if (note.find(part) != std::string::npos) return true;
    return false;
}

/// The message of the error of this class that `body` throws; empty when it throws none.
template <class Wanted, class Body>
std::string message_of(Body&& body) {
    try {
        static_cast<void>(body());
    } catch (const Wanted& error) {
        return error.what();
    }
    return {};
}

}  // namespace baken::test
