#include "synth/measured.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "synth/draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace baken {

namespace {

constexpr std::uint32_t days_back = 730;
constexpr double at_85_percent = 1.0364333894937898;  ///< of the standard normal distribution
constexpr double inhabitants_per_school = 1600;
constexpr int least_inhabitants = 700;

struct Speeds {
    double mean = 0, v85 = 0, percent_over = 0;
};

/// Speeds of free traffic are about normal around a mean somewhat below the limit, or above it where it goes wrong.
Speeds speeds_at(const SynthStreet& street, bool is_trouble, Rng& rng) {
    const double lean = rng.normal(), spread = 0.11 + 0.04 * rng.uniform();
    const double mean = street.limit * ((is_trouble ? 1.0 : 0.88) + 0.08 * lean), deviation = spread * mean;
    const double over = 0.5 * std::erfc((street.limit - mean) / deviation / std::sqrt(2.0));
    return {mean, mean + at_85_percent * deviation, 100 * over};
}

class SpotDraw {
public:
    explicit SpotDraw(const SynthNetwork& network) {
        for (std::size_t i = 0; i < network.places.size(); ++i) {
            const SynthStreet& street = network.streets[network.places[i].street];
            if (street.manager != RoadManager::national) anywhere_.add(i, street.is_built_up ? 1 : 0.3);
        }
        for (const std::size_t place : network.hotspots)
            if (network.streets[network.places[place].street].manager != RoadManager::national) trouble_.add(place, 1);
        for (const std::size_t place : network.perceived) trouble_.add(place, 1);
    }
    [[nodiscard]] std::pair<std::size_t, bool> draw(Rng& rng) const {
        const bool is_trouble = !trouble_.empty() && rng.chance(0.5);
        const std::size_t place = is_trouble ? trouble_.draw(rng) : anywhere_.draw(rng);
        return {place, is_trouble};
    }

private:
    WeightedDraw anywhere_, trouble_;
};

}  // namespace

std::string measurements_csv(const SynthNetwork& network, const MeasurementOptions& options, Rng& rng) {
    const SpotDraw spots(network);
    std::vector<std::pair<Date, std::string>> rows;
    for (int i = 0; i < options.count; ++i) {
        const auto [index, is_trouble] = spots.draw(rng);
        const SynthPlace& place = network.places[index];
        const SynthStreet& street = network.streets[place.street];
        const Speeds speeds = speeds_at(street, is_trouble, rng);
        const Date day = options.last_day - std::chrono::days{static_cast<int>(rng.below(days_back))};
        const std::uint32_t vehicles = 400 + rng.below(street.is_built_up ? 9'000 : 26'000);
        rows.emplace_back(day, fmt::format("{:02}-{:02}-{:04};{};{};{};{};{};{};{};{}\r\n", day_of_month(day),
                                           month_of(day), year_of(day), csv_field(street.name, ';'), street.limit,
                                           vehicles, fixed_text(speeds.mean, 1, true), fixed_text(speeds.v85, 1, true),
                                           fixed_text(speeds.percent_over, 1, true), fixed_text(place.at.x, 1, true),
                                           fixed_text(place.at.y, 1, true)));
    }
    std::sort(rows.begin(), rows.end());
    std::string text = "meting;datum;straat;limiet;aantal motorvoertuigen;gemiddelde snelheid;V85;% te hard;x;y\r\n";
    for (std::size_t i = 0; i < rows.size(); ++i) text += fmt::format("V{:04};{}", i + 1, rows[i].second);
    return text;
}

std::string schools_csv(const Facts& facts, const SynthNetwork& network, Rng& rng) {
    WordChoice names;
    for (const auto& row : fact_rows("schools/names.csv"))
        names.add(row.at("name"), parse_number(row.at("weight")).value_or(0));
    std::vector<std::vector<std::size_t>> streets_of(facts.villages.size());
    for (std::size_t i = 0; i < network.places.size(); ++i)
        if (network.streets[network.places[i].street].is_built_up && network.places[i].kind == LocationKind::section)
            streets_of[network.places[i].village].push_back(i);
    std::string text = "brin;naam;plaats;x;y\r\n";
    int number = 0;
    for (std::size_t v = 0; v < facts.villages.size(); ++v) {
        const FactVillage& village = facts.villages[v];
        if (village.inhabitants < least_inhabitants || streets_of[v].empty()) continue;
        const int schools = std::max(1, static_cast<int>(std::lround(village.inhabitants / inhabitants_per_school)));
        for (int i = 0; i < schools; ++i) {
            const auto street = rng.below(static_cast<std::uint32_t>(streets_of[v].size()));
            const MapPoint road = network.places[streets_of[v][street]].at;
            const double away_x = 25 * rng.normal(), away_y = 25 * rng.normal();
            const MapPoint beside{road.x + away_x, road.y + away_y};
            const MapPoint at = facts.municipality_at(beside) == village.municipality ? beside : road;
            const std::string_view name = names.draw(rng);
            // No real school has a number that begins with 99.
            text += fmt::format("99{}{};{};{};{};{}\r\n", static_cast<char>('A' + number / 26 % 26),
                                static_cast<char>('A' + number % 26), csv_field(name, ';'), village.name,
                                fixed_text(at.x, 1, true), fixed_text(at.y, 1, true));
            ++number;
        }
    }
    return text;
}

}  // namespace baken
