#include "intake/intake_support.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

const std::vector<std::string> home_municipalities{"Berg en Dal", "Beuningen",         "Druten",
                                                   "Heumen",      "West Maas en Waal", "Wijchen"};

std::filesystem::path home_boundaries() { return shared("data/municipalities/tweestromenland_2022_wgs84.geojson"); }
std::filesystem::path all_boundaries() { return shared("data/municipalities/netherlands_2022_wgs84.geojson"); }

std::string seen(const Receipt& receipt) {
    std::string text = receipt.source + ": read " + std::to_string(receipt.read) + " placed " +
                       std::to_string(receipt.placed) + " unplaced " + std::to_string(receipt.unplaced) + " rejected " +
                       std::to_string(receipt.rejected) + " duplicate " + std::to_string(receipt.duplicate) +
                       " outside " + std::to_string(receipt.outside_region) + " filtered " +
                       std::to_string(receipt.filtered);
    for (const auto& note : receipt.notes) text += "\n  " + note;
    return text;
}

/// "gemeente|year|outcome" -> accidents, as published.
std::map<std::string, int> published_counts() {
    std::map<std::string, int> counts;
    const std::string text = content_of(shared("truth/bron_tweestromenland_counts.csv"));
    CsvReader reader(text, ',');
    reader.next();
    const std::vector<std::string> header(reader.fields().begin(), reader.fields().end());
    while (reader.next())
        for (std::size_t i = 2; i < header.size(); ++i)
            if (const auto count = static_cast<int>(*parse_integer(reader.fields()[i])); count > 0)
                counts[std::string(reader.fields()[0]) + "|" + std::string(reader.fields()[1]) + "|" + header[i]] =
                    count;
    return counts;
}

std::string word_for(Outcome outcome) {
    return outcome == Outcome::fatal    ? "Dodelijk"
           : outcome == Outcome::injury ? "Letsel"
                                        : "Uitsluitend materiele schade";
}

/// value -> count for the whole country, of one column of the list of values.
std::map<std::string, std::size_t> national_counts(const std::string& column) {
    std::map<std::string, std::size_t> counts;
    bool is_here = false;
    for (const auto& line : split(content_of(shared("data/bron_2022_2024/value_counts_netherlands.txt")), '\n')) {
        if (line.starts_with("## ")) is_here = line == "## " + column;
        const auto parts = split(line, '\t');
        if (is_here && parts.size() == 3 && parts[0] != "v")
            counts[parts[0]] = static_cast<std::size_t>(*parse_integer(parts[1]));
    }
    return counts;
}

}  // namespace

TEST_CASE("the home region's accidents equal the published counts per municipality, year and outcome") {
    BAKEN_NEEDS_SHARED();
    const Region region = import_region(
        settings_for(home_boundaries(), {accidents_in(shared("data/bron_2022_2024/tweestromenland.csv"))}), {});
    const Receipt& receipt = receipt_of(region);
    INFO(seen(receipt));
    CHECK(receipt.read == 3125);
    CHECK(receipt.placed + receipt.unplaced == 3125);
    CHECK(receipt.profile == "bron-2022");
    CHECK(receipt.is_balanced());
    std::map<std::string, int> counts;
    for (const auto& accident : region.accidents)
        ++counts[region.municipalities[accident.municipality].name + "|" + std::to_string(accident.year) + "|" +
                 word_for(accident.outcome)];
    CHECK(counts == published_counts());
    CHECK(has_note(receipt, "no dates and hours"));
    CHECK(std::none_of(region.accidents.begin(), region.accidents.end(),
                       [](const Accident& a) { return a.date || a.minute_of_day; }));
}

TEST_CASE("the places of the home region's accidents are those of the derived list of locations") {
    BAKEN_NEEDS_SHARED();
    const Region region = import_region(
        settings_for(home_boundaries(), {accidents_in(shared("data/bron_2022_2024/tweestromenland.csv"))}), {});
    std::map<std::string, int> counts;
    for (const auto& accident : region.accidents) {
        const std::string prefix = accident.location.kind == LocationKind::junction  ? "JTE"
                                   : accident.location.kind == LocationKind::section ? "WVK"
                                                                                     : "HM:";
        ++counts[prefix + accident.location.id];
    }
    std::map<std::string, int> derived;
    const std::string text = content_of(shared("data/bron_2022_2024/tweestromenland_locations_derived.csv"));
    CsvReader reader(text, ',');
    reader.next();
    while (reader.next())
        derived[std::string(reader.fields()[0])] = static_cast<int>(*parse_integer(reader.fields()[9]));
    CHECK(counts.size() == 1829);
    CHECK(counts == derived);
}

TEST_CASE(
    "the nation's accidents equal the published counts of outcomes, levels and managers, and every municipality is "
    "found") {
    BAKEN_NEEDS_SHARED();
    const auto start = std::chrono::steady_clock::now();
    const Region region = import_region(
        settings_for(all_boundaries(), {accidents_in(shared("data/bron_2022_2024/netherlands.csv.gz"))}), {});
    WARN("the nation took " << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s");
    const Receipt& receipt = receipt_of(region);
    INFO(seen(receipt));
    CHECK(receipt.read == 382421);
    CHECK(receipt.rejected == 0);
    CHECK(receipt.duplicate == 0);
    CHECK(receipt.outside_region == 0);
    CHECK(receipt.is_balanced());
    std::map<std::string, std::size_t> outcomes, links, managers;
    for (const auto& accident : region.accidents) {
        ++outcomes[word_for(accident.outcome)];
        ++links[std::string(code_of(accident.link))];
        ++managers[accident.road_manager ? std::string(code_of(*accident.road_manager)) : "<null>"];
    }
    CHECK(outcomes == national_counts("verkeersongeval_afloop"));
    const auto levels = national_counts("niveau_koppelen");
    CHECK(links["exact"] == levels.at("Ongeval exact gekoppeld op wegvak of junctie aan BN."));
    CHECK(links["street"] == levels.at("Ongeval gekoppeld op straat niveau."));
    CHECK(links["junction"] == levels.at("Ongeval gekoppeld op kruispuntniveau."));
    CHECK(links["municipality"] == levels.at("Ongeval gekoppeld op gemeente niveau."));
    CHECK(receipt.unplaced == links["street"] + links["municipality"]);
    const auto bron_managers = national_counts("wegbeheerder");
    CHECK(managers["municipality"] == bron_managers.at("Gemeente"));
    CHECK(managers["national"] == bron_managers.at("Rijk"));
    CHECK(managers["province"] == bron_managers.at("Provincie"));
    CHECK(managers["water_board"] == bron_managers.at("Waterschap"));
}

TEST_CASE("the nation's file gives a region of six the same accidents as the region's own file") {
    BAKEN_NEEDS_SHARED();
    Settings settings =
        settings_for(all_boundaries(), {accidents_in(shared("data/bron_2022_2024/netherlands.csv.gz"))});
    settings.region.municipalities = home_municipalities;
    const auto start = std::chrono::steady_clock::now();
    const Region region = import_region(settings, {});
    WARN("the region out of the nation took "
         << std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() << " s");
    const Receipt& receipt = receipt_of(region);
    INFO(seen(receipt));
    CHECK(region.accidents.size() == 3125);
    CHECK(receipt.outside_region == 382421 - 3125);
    CHECK(receipt.is_balanced());
    const Region own = import_region(
        settings_for(home_boundaries(), {accidents_in(shared("data/bron_2022_2024/tweestromenland.csv"))}), {});
    REQUIRE(own.accidents.size() == region.accidents.size());
    for (std::size_t i = 0; i < own.accidents.size(); ++i)
        REQUIRE(own.accidents[i].number == region.accidents[i].number);
}

TEST_CASE("Assen's complaints about traffic are kept and the others counted per category") {
    BAKEN_NEEDS_SHARED();
    Settings settings = settings_for(all_boundaries(), {complaints_in(shared("data/complaints_assen/meldingen.csv"))});
    settings.region.municipalities = {"Assen"};
    const Region region = import_region(settings, {});
    const Receipt& receipt = receipt_of(region);
    INFO(seen(receipt));
    CHECK(receipt.profile == "signalen");
    CHECK(receipt.read == 3024);
    CHECK(receipt.is_balanced());
    CHECK(receipt.rejected == 0);
    CHECK(receipt.filtered_by.at("Afval / Dumping") == 280);
    CHECK(receipt.filtered_by.at("Openbaar groen en water / Snoeien") == 301);
    CHECK(receipt.filtered_by.at("overig") == 76);
    CHECK(receipt.filtered_by.at("Wegen, verkeer en straatmeubilair / Onderhoud straat, fietspad en stoep") == 80);
    CHECK(receipt.filtered_by.at("Wegen, verkeer en straatmeubilair / Overig Wegen, verkeer en straatmeubilair") ==
          110);
    CHECK(receipt.filtered_by.at("Wegen, verkeer en straatmeubilair / Straatverlichting") == 212);
    // 156 unsafe situations, 31 signs, 16 scooters, 15 signals, 4 markings.
    CHECK(receipt.read - receipt.filtered == 222);
    std::map<std::string, int> kept;
    for (const auto& complaint : region.complaints)
        ++kept[complaint.category + " " + std::string(code_of(complaint.theme))];
    CHECK(kept["Onveilige verkeerssituatie general_safety"] + static_cast<int>(receipt.outside_region) >= 156);
    CHECK(kept.size() == 5);
    CHECK(std::none_of(region.complaints.begin(), region.complaints.end(),
                       [](const Complaint& c) { return c.is_complainant_known; }));
    for (const auto& complaint : region.complaints) REQUIRE(complaint.date);
}
