#pragma once
/// Settings over the real data, and short ways to run the program with them.

#include "support/support.hpp"

#include <nlohmann/json.hpp>

namespace baken::test {

/// The six home municipalities: real accidents, real boundaries, a region day and one crew.
inline std::string home_settings(const std::string& more = "") {
    return R"(name = "Tweestromenland 2027"
year = 2027
seed = 2027
language = "nl"

[region]
boundaries = ")" +
           shared("data/municipalities/tweestromenland_2022_wgs84.geojson").string() + R"("
municipalities = ["Berg en Dal", "Beuningen", "Druten", "Heumen", "West Maas en Waal", "Wijchen"]

[[source]]
kind = "accidents"
path = ")" +
           shared("data/bron_2022_2024/tweestromenland.csv").string() + R"("

[[crew]]
name = "Basisteam"
checks_per_week = 2

[calendar]
region_day = "2027-10-08"
)" + more;
}

/// Assen: its accidents from the national file and its real complaints.
inline std::string assen_settings() {
    return R"(name = "Assen 2027"
year = 2027
seed = 7
language = "nl"

[region]
boundaries = ")" +
           shared("data/municipalities/netherlands_2022_wgs84.geojson").string() + R"("
municipalities = ["Assen"]

[[source]]
kind = "accidents"
path = ")" +
           shared("data/bron_2022_2024/netherlands.csv.gz").string() + R"("

[[source]]
kind = "complaints"
path = ")" +
           shared("data/complaints_assen/meldingen.csv").string() + R"("
profile = "signalen"

[[crew]]
name = "Basisteam"
)";
}

inline nlohmann::json parsed(const Ran& ran) {
    INFO(ran.err);
    return nlohmann::json::parse(ran.out);
}

/// The receipt of the first source of a kind; null when there is none.
inline nlohmann::json receipt_of(const nlohmann::json& result, const std::string& kind) {
    for (const auto& receipt : result["receipt"])
        if (receipt["kind"] == kind) return receipt;
    return {};
}

}  // namespace baken::test
