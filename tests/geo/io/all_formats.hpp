#pragma once
/// A layer with every kind of value, and all the formats that a layer is written in.

#include "geo/io/write_vector.hpp"

#include <vector>

namespace baken::test {

inline std::vector<LayerFormat> all_formats() {
    std::vector<LayerFormat> all;
    for (int i = 0; i < layer_formats; ++i) all.push_back(static_cast<LayerFormat>(i));
    return all;
}

/// Places in RD with three decimals; names longer than ten characters; texts of more than one byte a letter.
inline FeatureTable every_value() {
    FeatureTable table{.name = "plekken",
                       .shape_type = ShapeType::point,
                       .fields = {{"id", FieldType::text, "nummer"},
                                  {"municipality", FieldType::text, "gemeente", "muni"},
                                  {"name", FieldType::text, "naam"},
                                  {"soort", FieldType::text, "soort plek"},
                                  {"aantal", FieldType::integer, "aantal"},
                                  {"score", FieldType::real, "score"},
                                  {"open", FieldType::boolean, "open"},
                                  {"dag", FieldType::date, "dag"},
                                  {"moment", FieldType::date_time, "moment (UTC)"}},
                       .rows = {}};
    const auto moment = UtcTime(make_date(2027, 3, 9)) + std::chrono::seconds(77'403);
    table.rows.push_back({{std::string("007"), std::string("S\u00fadwest-Frysl\u00e2n"),
                           std::string("K\u00f6bbesweg; \"oost\", 't Zand <N322> & co"), std::string("a"),
                           std::int64_t{12}, 0.125, true, make_date(2027, 3, 9), moment},
                          MapPoint{181473.558, 430134.406}});
    table.rows.push_back(
        {{std::string("008"), Value(), std::string("=1+1"), std::string("b"), Value(), -2.5, Value(), Value(), Value()},
         MapPoint{155000, 463000}});
    table.rows.push_back({{std::string("009"), std::string("Heumen"), std::string("regel\nbreuk, 20 %"),
                           std::string("a"), std::int64_t{-3}, 1e6 / 7, false, make_date(1999, 12, 31), moment},
                          MapPoint{13600.001, 306900.999}});
    return table;
}

inline LayerDrawing drawn() {
    return {
        .title = "plekken van de proef",
        .field = "soort",
        .categories = {{"a", "eerste soort", {.shape = "circle", .fill = "#d55e00", .outline = "#1d2127", .size = 4}},
                       {"b", "tweede soort", {.shape = "star", .fill = "#0072b2", .outline = "#1d2127", .size = 6}}},
        .names = {"een", "=2+2", "dr\u00ede"},
        .has_labels = true,
        .words = {{"soort", {{"a", "eerste soort"}, {"b", "tweede soort"}}}}};
}

}  // namespace baken::test
