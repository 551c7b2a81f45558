#include "output/public_layer.hpp"

#include "base/text.hpp"
#include "output/public_counts.hpp"
#include "output/public_names.hpp"
#include "output/public_times.hpp"

#include <algorithm>
#include <tuple>

namespace baken {

namespace {

Value told(const std::optional<int>& count) { return count ? Value(std::int64_t{*count}) : Value(); }
Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

std::string shows_of(const ToldCounts& counts) {
    if (counts.accidents && counts.complainants) return "both";
    return counts.accidents ? "accidents" : "complaints";
}

FeatureTable cells_layer(const Project& project, const std::vector<MunicipalityCounts>& counts) {
    FeatureTable layer{.name = "public_cells",
                       .shape_type = ShapeType::area,
                       .fields = {{"cell", FieldType::text},
                                  {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text},
                                  {"accidents_over", FieldType::integer},
                                  {"complainants_over", FieldType::integer},
                                  {"shows", FieldType::text}},
                       .rows = {}};
    for (std::size_t m = 0; m < counts.size(); ++m) {
        const Municipality& municipality = project.region->municipalities[m];
        for (const auto& [square, here] : counts[m].squares)
            layer.rows.push_back({{square.name(), municipality.code.text, municipality.name, told(here.accidents),
                                   told(here.complainants), shows_of(here)},
                                  square.area()});
    }
    return layer;
}

FeatureTable municipalities_layer(const Project& project, const std::vector<MunicipalityCounts>& counts) {
    FeatureTable layer{.name = "public_municipalities",
                       .shape_type = ShapeType::area,
                       .fields = {{"code", FieldType::text},
                                  {"name", FieldType::text},
                                  {"accidents_over", FieldType::integer},
                                  {"complainants_over", FieldType::integer}},
                       .rows = {}};
    for (std::size_t m = 0; m < counts.size(); ++m) {
        const Municipality& municipality = project.region->municipalities[m];
        layer.rows.push_back({{municipality.code.text, municipality.name, told(counts[m].all.accidents),
                               told(counts[m].all.complainants)},
                              municipality.area});
    }
    return layer;
}

std::string rank_class_of(int rank) { return rank <= 3 ? "top3" : rank <= 10 ? "top10" : "other"; }

template <class Items>
std::string words_of(const Items& items, Language language) {
    std::vector<std::string> words;
    for (const auto& item : items) words.emplace_back(name_of(item, language));
    return joined(words, ", ");
}

FeatureTable places_layer(const Project& project, int k) {
    FeatureTable layer{.name = "public_places",
                       .shape_type = ShapeType::point,
                       .fields = {{"cell", FieldType::text},
                                  {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text},
                                  {"rank_class", FieldType::text},
                                  {"road", FieldType::text},
                                  {"themes_told", FieldType::text},
                                  {"months", FieldType::text},
                                  {"day_parts", FieldType::text}},
                       .rows = {}};
    const Language language = project.settings.language;
    const PublicNames names(*project.region, k);
    const PublicTimes times = public_times(project, k);
    // By square, so that the order of the ranks within a class stays inside.
    using Told = std::tuple<std::string, Square, std::string, std::string, std::string, std::string, std::string>;
    std::vector<std::pair<Told, std::string>> places;
    for (std::size_t h = 0; h < project.hotspots.size(); ++h) {
        const Hotspot& hotspot = project.hotspots[h];
        if (hotspot.status == "rejected" || !told_counts_of(hotspot, *project.region, k).says_anything()) continue;
        const Municipality& municipality = project.region->municipalities.at(hotspot.municipality);
        places.push_back({{municipality.code.text, Square::around(hotspot.at), rank_class_of(hotspot.rank),
                           names.road_of(hotspot), words_of(told_themes(hotspot), language),
                           words_of(times.of(h).periods, language), words_of(times.of(h).parts, language)},
                          municipality.name});
    }
    std::sort(places.begin(), places.end());
    for (const auto& [told, municipality] : places) {
        const auto& [code, square, rank, road, themes, months, parts] = told;
        layer.rows.push_back({{square.name(), code, municipality, rank, text_or_null(road), text_or_null(themes),
                               text_or_null(months), text_or_null(parts)},
                              square.centre()});
    }
    return layer;
}

}  // namespace

const std::vector<std::string>& public_layer_names() {
    static const std::vector<std::string> names{"public_cells", "public_municipalities", "public_places"};
    return names;
}

std::vector<FeatureTable> public_layers(const Project& project) {
    const int k = project.settings.privacy.k;
    const auto counts = public_counts(*project.region, k);
    return {cells_layer(project, counts), municipalities_layer(project, counts), places_layer(project, k)};
}

}  // namespace baken
