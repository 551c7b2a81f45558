#include "synth/complaints.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "synth/draws.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>

namespace baken {

namespace {

using Row = std::map<std::string, std::string>;
constexpr std::uint32_t days_back = 730;

/// Rows of a table, drawn by their weight.
class WeightedRows {
public:
    explicit WeightedRows(std::string_view dataset_name) : rows_(fact_rows(dataset_name)) {
        for (std::size_t i = 0; i < rows_.size(); ++i) weights_.add(i, parse_number(rows_[i].at("weight")).value_or(0));
    }
    [[nodiscard]] const Row& draw(Rng& rng) const { return rows_[weights_.draw(rng)]; }

private:
    std::vector<Row> rows_;
    WeightedDraw weights_;
};

struct Spot {
    MapPoint at;
    std::size_t place = 0;
};

/// Where people complain: partly where it goes wrong, partly where it only feels so, partly anywhere in a village.
class SpotDraw {
public:
    SpotDraw(const Facts& facts, const SynthNetwork& network) : facts_(facts), network_(network) {
        for (std::size_t i = 0; i < network.places.size(); ++i) {
            const SynthStreet& street = network.streets[network.places[i].street];
            if (street.manager != RoadManager::national) anywhere_.add(i, street.is_built_up ? 1 : 0.3);
        }
        // A few places get most of the complaints, as it goes: 1, 1/2, 1/3, ...
        for (std::size_t i = 0; i < network.hotspots.size(); i += 2)
            well_known_.add(network.hotspots[i], 2.0 / static_cast<double>(i + 2));
        for (std::size_t i = 0; i < network.perceived.size(); ++i)
            well_known_.add(network.perceived[i], 1.0 / static_cast<double>(i + 1));
    }

    [[nodiscard]] Spot draw(bool is_about_traffic, Rng& rng) const {
        const bool is_well_known = is_about_traffic && !well_known_.empty() && rng.chance(0.65);
        const std::size_t place = is_well_known ? well_known_.draw(rng) : anywhere_.draw(rng);
        return {near(network_.places[place], rng), place};
    }

    /// A doorstep near the place, in the same municipality.
    [[nodiscard]] MapPoint near(const SynthPlace& place, Rng& rng) const {
        const MapPoint at{place.at.x + 18 * rng.normal(), place.at.y + 18 * rng.normal()};
        return facts_.municipality_at(at) == place.municipality ? at : place.at;
    }

private:
    const Facts& facts_;
    const SynthNetwork& network_;
    WeightedDraw anywhere_, well_known_;
};

std::string slug(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if (c >= 'a' && c <= 'z')
            out += c;
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    return out;
}

/// Windows-1252 of text whose letters it shares with Latin-1; others become a question mark.
std::string windows_1252(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            out += utf8[i];
        } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size()) {
            out += static_cast<char>((byte & 3U) << 6U | (static_cast<unsigned char>(utf8[++i]) & 0x3FU));
        } else {
            out += '?';
            while (i + 1 < utf8.size() && (static_cast<unsigned char>(utf8[i + 1]) & 0xC0U) == 0x80) ++i;
        }
    }
    return out;
}

Date some_day(const ComplaintOptions& options, Rng& rng) {
    return options.last_day - std::chrono::days{static_cast<int>(rng.below(days_back))};
}

}  // namespace

std::string reports_csv(const Facts& facts, const SynthNetwork& network, const ComplaintOptions& options,
                        const PlaceOnEarth& to_earth, Rng& rng) {
    const WeightedRows categories("complaints/reports.csv");
    const SpotDraw spots(facts, network);
    std::vector<std::pair<UtcTime, std::string>> reports;
    for (int i = 0; i < options.count; ++i) {
        const Row& category = categories.draw(rng);
        const Spot spot = spots.draw(category.at("traffic") == "yes", rng);
        const SynthPlace& place = network.places[spot.place];
        const Date day = some_day(options, rng);
        const std::uint32_t second = 6 * 3600 + rng.below(15 * 3600), fraction = rng.below(1'000'000);
        const std::uint32_t high = rng.next(), low = rng.next();
        const std::uint32_t open = 1 + rng.below(60), house = 1 + rng.below(120);
        const UtcTime created = day + std::chrono::seconds{second};
        const LonLat at = to_earth(spot.at);
        const std::string address = fmt::format("{} {}", network.streets[place.street].name, house);
        reports.emplace_back(
            created, fmt::format("{:08x}{:08x},{}.{:06}+00:00,{},{},{},{},{},{},{},{},{:.8f},{:.8f}\n", high, low,
                                 to_iso(created).substr(0, 19), fraction, to_iso(day + std::chrono::days{open}), open,
                                 csv_field(category.at("category")), csv_field(category.at("subcategory")),
                                 slug(category.at("category")), slug(category.at("subcategory")),
                                 facts.villages[place.village].name, csv_field(address), at.lat, at.lon));
    }
    std::sort(reports.begin(), reports.end());
    std::string text =
        "id,created_at,resolved_date,days_open,category,subcategory,category_slug,subcategory_slug,wijk,address,lat,"
        "lng\n";
    for (const auto& [created, line] : reports) text += line;
    return text;
}

std::string complaints_csv(const Facts& facts, const SynthNetwork& network, const ComplaintOptions& options, Rng& rng) {
    const WeightedRows categories("complaints/complaints.csv");
    const SpotDraw spots(facts, network);
    std::vector<std::pair<UtcTime, std::string>> complaints;
    // One who never tires: many complaints about one place that together are one complainant.
    const std::size_t tireless_place = network.perceived.empty() ? 0 : network.perceived.back();
    for (int i = 0; i < options.count; ++i) {
        const Row& category = categories.draw(rng);
        const bool is_tireless = i % 20 == 7;
        Spot spot = spots.draw(true, rng);
        if (is_tireless) spot = {spots.near(network.places[tireless_place], rng), tireless_place};
        const SynthPlace& place = network.places[spot.place];
        const auto from = static_cast<std::uint32_t>(parse_integer(category.at("from_hour")).value_or(0));
        const auto to = static_cast<std::uint32_t>(parse_integer(category.at("to_hour")).value_or(23));
        const Date day = some_day(options, rng);
        std::uint32_t minute = 60 * (from + rng.below(to - from + 1));
        minute += rng.below(60);
        const std::uint32_t reporter = is_tireless ? 0 : 1 + rng.below(static_cast<std::uint32_t>(options.count));
        complaints.emplace_back(
            day + std::chrono::minutes{minute},
            fmt::format("{:02}-{:02}-{:04};{};{};{};{};{};{};{};VERZONNEN-{:05}\r\n", day_of_month(day), month_of(day),
                        year_of(day), clock_text(static_cast<int>(minute)), fixed_text(spot.at.x, 1, true),
                        fixed_text(spot.at.y, 1, true), category.at("category"), csv_field(category.at("text"), ';'),
                        network.streets[place.street].name, facts.villages[place.village].name, reporter));
    }
    std::sort(complaints.begin(), complaints.end());
    std::string text = "nummer;datum;tijd;x;y;categorie;omschrijving;straat;plaats;melder\r\n";
    for (std::size_t i = 0; i < complaints.size(); ++i) text += fmt::format("K{:06};{}", i + 1, complaints[i].second);
    return windows_1252(text);
}

}  // namespace baken
