#include "synth/accidents.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "synth/draws.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>

namespace baken {

namespace {

constexpr std::string_view damage_only = "Uitsluitend materiele schade";

/// One row of the register; what stays empty is empty in the file.
struct Row {
    std::string_view outcome, first, first_other, second, second_other, nature, level, lie, built_up, lighting, surface,
        wetness, light, weather, measure, structure, alcohol;
    std::string limit;
    int year = 0;
    int parties = 1;
    std::size_t place = 0;
};

std::string_view bron_name(RoadManager manager) {
    switch (manager) {
        case RoadManager::municipality: return "Gemeente";
        case RoadManager::province: return "Provincie";
        case RoadManager::national: return "Rijk";
        case RoadManager::water_board: return "Waterschap";
        case RoadManager::other: return "Overig";
    }
    return "";
}

class AccidentWriter {
public:
    AccidentWriter(const Facts& facts, const SynthNetwork& network, const AccidentOptions& options, Rng& rng)
        : facts_(facts), network_(network), options_(options), rng_(rng) {
        for (std::size_t i = 0; i < network.places.size(); ++i)
            places_of_[group_of(manager_of(i))].add(i, network.places[i].risk);
        for (const RoadManager manager : {RoadManager::municipality, RoadManager::province, RoadManager::national})
            if (const std::size_t group = group_of(manager); !places_of_[group].empty())
                groups_.add(group, share_of_accidents(manager, options.scale));
    }

    std::string write(const Work& work) {
        std::string text = joined(register_columns(), ",") + "\n";
        text.reserve(text.size() + static_cast<std::size_t>(options_.count) * 300);
        for (int i = 0; i < options_.count; ++i) {
            if (i % 4096 == 0) {
                work.check_stop();
                work.progress("ongevallen", static_cast<double>(i) / options_.count);
            }
            append(text, draw());
        }
        return text;
    }

private:
    [[nodiscard]] RoadManager manager_of(std::size_t place) const {
        return network_.streets[network_.places[place].street].manager;
    }

    static std::size_t group_of(RoadManager manager) {
        return manager == RoadManager::national ? 2 : manager == RoadManager::province ? 1 : 0;
    }

    Row draw() {
        Row row;
        row.year = options_.first_year + static_cast<int>(rng_.below(static_cast<std::uint32_t>(options_.years)));
        row.place = places_of_[groups_.draw(rng_)].draw(rng_);
        row.outcome = words_("outcome", bron_name(manager_of(row.place))).draw(rng_);
        draw_level(row);
        draw_light(row);
        const double share_of_short = row.outcome == damage_only ? 0.444 : row.outcome == "Letsel" ? 0.07 : 0;
        if (rng_.chance(share_of_short))
            draw_short(row);
        else
            draw_full(row);
        return row;
    }

    /// Rows that are known to the street only stand together on one of its sections.
    void draw_level(Row& row) {
        const SynthPlace& place = network_.places[row.place];
        const double at = rng_.uniform();
        row.level = "Ongeval exact gekoppeld op wegvak of junctie aan BN.";
        if (at < 0.21 && manager_of(row.place) != RoadManager::national) {
            row.level = "Ongeval gekoppeld op straat niveau.";
            for (const std::size_t other : network_.streets[place.street].places)
                if (network_.places[other].kind == LocationKind::section &&
                    network_.places[other].village == place.village) {
                    row.place = other;
                    return;
                }
        } else if (at < 0.2106 && place.kind == LocationKind::section) {
            row.level = "Ongeval gekoppeld op gemeente niveau.";
        } else if (place.kind == LocationKind::junction && at > 0.84) {
            row.level = "Ongeval gekoppeld op kruispuntniveau.";
        }
    }

    void draw_light(Row& row) {
        row.light = words_("lichtgesteldheid", "full").draw(rng_);
        if (rng_.chance(row.light == "Daglicht" ? 0.012 : 0.039)) row.alcohol = "Ja";
        const SynthStreet& street = network_.streets[network_.places[row.place].street];
        if (!rng_.chance(0.063)) row.limit = std::to_string(street.limit);
    }

    /// A short registration: that something happened, and hardly more.
    void draw_short(Row& row) {
        row.nature = "Onbekend";
        row.parties = 1;
        if (rng_.chance(0.51)) {
            row.first_other = "PARTIJ ONTBREEKT";
            return;
        }
        row.first = words_("first", vehicles(row)).draw(rng_);
        if (rng_.chance(0.45)) {
            row.parties = 2 + (rng_.chance(0.2) ? 2 : 0);
            row.second = words_("second", vehicles(row)).draw(rng_);
        }
    }

    [[nodiscard]] std::string_view vehicles(const Row& row) const {
        if (manager_of(row.place) == RoadManager::national) return "motorway";
        return row.outcome == damage_only ? "full" : "hurt";
    }

    void draw_full(Row& row) {
        const std::string_view when = row.outcome == damage_only ? "full" : "hurt";
        const SynthPlace& place = network_.places[row.place];
        const SynthStreet& street = network_.streets[place.street];
        row.nature = words_("aard_ongeval", when).draw(rng_);
        if (street.manager == RoadManager::national && row.nature == "Voetganger") row.nature = "Kop/staart";
        draw_parties(row);
        row.lie = words_("wegsituatie", place.kind == LocationKind::junction ? "junction" : bron_name(street.manager))
                      .draw(rng_);
        row.built_up = street.is_built_up ? "Binnen" : "Buiten";
        row.lighting = words_("wegverlichting", row.light).draw(rng_);
        row.surface = words_("wegverharding", "full").draw(rng_);
        row.wetness = words_("wegdek", "full").draw(rng_);
        row.weather = words_("weersgesteldheid", "full").draw(rng_);
        row.measure = words_("bijz_verkeersmaatregel", "full").draw(rng_);
        row.structure = words_("bijz_infrastructuur", "full").draw(rng_);
    }

    void draw_parties(Row& row) {
        row.parties = 2;
        row.first = words_("first", vehicles(row)).draw(rng_);
        if (row.nature == "Eenzijdig") {
            row.parties = 1;
        } else if (row.nature == "Vast voorwerp") {
            row.second = words_("fixed_object", "full").draw(rng_);
        } else if (row.nature == "Voetganger" || row.nature == "Dier" || row.nature == "Los voorwerp") {
            row.second = row.nature;
        } else if (row.nature == "Geparkeerd voertuig") {
            row.second = "Personenauto";
        } else {
            row.second = words_("second", vehicles(row)).draw(rng_);
            while (row.parties < 19 && rng_.chance(0.17)) ++row.parties;
        }
    }

    void append(std::string& text, const Row& row) {
        const SynthPlace& place = network_.places[row.place];
        const SynthStreet& street = network_.streets[place.street];
        const bool is_national = street.manager == RoadManager::national;
        int& number = numbers_[static_cast<std::size_t>(row.year - options_.first_year)];
        number += 1 + static_cast<int>(rng_.below(8));
        const std::string id = std::to_string(place.id);
        const auto where = [&](LocationKind kind) {
            return place.kind == kind ? std::string_view(id) : std::string_view();
        };
        const auto out = std::back_inserter(text);
        fmt::format_to(out, "{}{:07},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},,{},{},,{},,,,", row.year, number,
                       row.year, row.outcome, row.parties, row.first, row.first_other, row.second, row.second_other,
                       row.nature, row.level, csv_field(row.lie), row.built_up, row.limit, row.lighting, row.surface,
                       row.wetness, row.light, row.weather, row.measure, row.structure);
        fmt::format_to(out, "{},{},{},{},{},{},{},{},Gelderland,{},{},{},{:.3f},{:.3f}\n",
                       where(LocationKind::junction), where(LocationKind::section), where(LocationKind::hectometre),
                       std::string_view(street.name).substr(0, 24), facts_.villages[place.village].name,
                       rng_.chance(0.894) ? "Ja" : "Nee", bron_name(street.manager),
                       facts_.municipalities[place.municipality].name, is_national ? "RWS Oost-Nederland" : "",
                       is_national ? "ON District Zuid" : "", row.alcohol, place.at.x, place.at.y);
    }

    const Facts& facts_;
    const SynthNetwork& network_;
    AccidentOptions options_;
    Rng& rng_;
    RegisterWords words_;
    std::array<WeightedDraw, 3> places_of_;  ///< of municipal, provincial and national roads
    WeightedDraw groups_;
    std::vector<int> numbers_ = std::vector<int>(static_cast<std::size_t>(options_.years), 100'000);
};

}  // namespace

std::string accidents_csv(const Facts& facts, const SynthNetwork& network, const AccidentOptions& options, Rng& rng,
                          const Work& work) {
    return AccidentWriter(facts, network, options, rng).write(work);
}

}  // namespace baken
