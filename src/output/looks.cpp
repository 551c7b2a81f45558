#include "output/look.hpp"
#include "output/looks_findings.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

/// The palette of Okabe and Ito (2008), told apart by colour-blind readers; each is joined by a shape of its own.
constexpr const char* vermilion = "#d55e00";
constexpr const char* orange = "#e69f00";
constexpr const char* grey = "#8a8f98";
constexpr const char* blue = "#0072b2";
constexpr const char* bluish_green = "#009e73";
constexpr const char* yellow = "#f0e442";
constexpr const char* sky = "#56b4e9";
constexpr const char* purple = "#cc79a7";
constexpr const char* indigo = "#33348e";
constexpr const char* ink = "#1d2127";

/// Accidents and complaints belong to streets: from here on they are drawn.
constexpr int street_scale = 50'000;

std::string quoted(const std::string& text) { return fmt::format("'{}'", replaced(text, "'", "''")); }

/// A QGIS expression that turns the codes of a field into words.
std::string words_expression(const std::string& layer, const std::string& field, Language language) {
    std::string pairs;
    for (const auto& [code, word] : codes_of(layer, field, language))
        pairs += (pairs.empty() ? "" : ", ") + quoted(code) + ", " + quoted(word);
    return fmt::format("coalesce(map_get(map({}), \"{}\"), \"{}\")", pairs, field, field);
}

/// Below the scale a blank stands for the label: the mark then still keeps other labels away, which it does not where
/// labels are off.
std::string closer_than(int scale, const std::string& expression) {
    return fmt::format("if(@map_scale > {}, ' ', {})", scale, expression);
}

Look municipalities(Language) {
    Look look{.shape = ShapeType::area};
    look.categories = {{"", "", {.shape = "solid", .fill = "", .outline = "#4a5160", .size = 0.4}}};
    look.labels = {{.expression = "if(@map_scale < 25000, ' ', \"name\")",
                    .place = LabelPlace::inside_area,
                    .points = 10,
                    .is_bold = true,
                    .colour = "#4a5160",
                    .priority = 9}};
    look.display_expression = "\"name\"";
    look.map_tip = fmt::format("<b>[% \"name\" %]</b><br>[% \"checks_planned\" %]/[% \"checks_required\" %]");
    return look;
}

Look roads(Language language) {
    Look look{.shape = ShapeType::line, .field = "road_manager"};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("roads", "road_manager", code, language), std::move(mark)});
    };
    add("municipality", {.shape = "solid", .fill = "#b9bec7", .size = 0.3});
    add("province", {.shape = "solid", .fill = "#8d95a3", .size = 0.6});
    add("water_board", {.shape = "dash", .fill = "#8d95a3", .size = 0.4});
    add("national", {.shape = "solid", .fill = "#6b7382", .size = 0.9});
    add("other", {.shape = "dash", .fill = "#b9bec7", .size = 0.3});
    look.categories.push_back(
        {"", std::string(says(language, "onbekend", "unknown")), {.shape = "solid", .fill = "#cfd3da", .size = 0.25}});
    look.labels = {{.expression = "\"name\"",
                    .place = LabelPlace::along_line,
                    .points = 7,
                    .colour = "#5b6270",
                    .priority = 2,
                    .smallest_scale = 25'000}};
    look.display_expression = "\"name\"";
    return look;
}

Look accidents(Language language) {
    Look look{.shape = ShapeType::point, .field = "outcome", .smallest_scale = street_scale};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("accidents", "outcome", code, language), std::move(mark)});
    };
    add("fatal", {.shape = "diamond", .fill = vermilion, .outline = ink, .size = 3.6});
    add("injury", {.shape = "triangle", .fill = orange, .outline = ink, .size = 2.6, .outline_width = 0.2});
    add("damage_only", {.shape = "circle", .fill = grey, .outline = "#ffffff", .size = 1.5, .outline_width = 0.15});
    look.order_by = "CASE WHEN \"outcome\" = 'fatal' THEN 0 WHEN \"outcome\" = 'injury' THEN 1 ELSE 2 END";
    look.display_expression = "\"year\" || ' ' || coalesce(\"street\", '')";
    look.map_tip = fmt::format("<b>[% \"year\" %]</b> [% {} %]<br>[% \"street\" %]",
                               words_expression("accidents", "outcome", language));
    return look;
}

Look complaints(Language language) {
    Look look{.shape = ShapeType::point, .smallest_scale = street_scale};
    look.categories = {{"",
                        std::string(says(language, "klacht", "complaint")),
                        {.shape = "square", .fill = blue, .outline = "#ffffff", .size = 1.8, .outline_width = 0.2}}};
    look.display_expression = words_expression("complaints", "theme", language);
    look.map_tip = fmt::format("[% {} %]<br>[% \"category\" %]", look.display_expression);
    return look;
}

Look measurements(Language language) {
    Look look{.shape = ShapeType::point, .field = "speeding", .smallest_scale = street_scale};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("measurements", "speeding", code, language), std::move(mark)});
    };
    add("none", {.shape = "circle", .fill = "#ffffff", .outline = bluish_green, .size = 2.4, .outline_width = 0.4});
    add("some", {.shape = "hexagon", .fill = yellow, .outline = ink, .size = 3, .outline_width = 0.2});
    add("much", {.shape = "star", .fill = yellow, .outline = ink, .size = 4.4, .outline_width = 0.25});
    add("unknown", {.shape = "diamond", .fill = grey, .outline = "#ffffff", .size = 2, .outline_width = 0.2});
    look.order_by = "coalesce(-\"v85\", 0)";
    look.labels = {{.expression = closer_than(10'000, "if(\"v85\" is null, '', 'V85 ' || round(\"v85\"))"),
                    .points = 7.5,
                    .distance = 0.6}};
    look.display_expression = "coalesce(\"street\", \"measurement_id\")";
    look.map_tip = fmt::format(
        "<b>[% {} %]</b><br>V85 [% coalesce(round(\"v85\"), '-') %] / [% "
        "coalesce(\"speed_limit\", '-') %]<br>[% \"date\" %]",
        look.display_expression);
    return look;
}

Look schools(Language language) {
    Look look{.shape = ShapeType::point, .smallest_scale = street_scale};
    look.categories = {{"",
                        std::string(says(language, "school", "school")),
                        {.shape = "pentagon", .fill = sky, .outline = ink, .size = 3, .outline_width = 0.2}}};
    look.labels = {{.expression = closer_than(15'000, "\"name\""),
                    .points = 7,
                    .colour = "#33495e",
                    .distance = 0.6,
                    .priority = 3}};
    look.display_expression = "\"name\"";
    look.map_tip = "<b>[% \"name\" %]</b>";
    return look;
}

/// The area of a disc follows the estimate; the smallest still holds its number. A square and a hexagon of the same
/// area have other diameters than a circle.
constexpr const char* disc_diameter =
    "max(4.8, min(9.5, 2.3 * sqrt(coalesce(\"expected\", 0)))) * "
    "CASE WHEN \"quadrant\" = 'blind_spot' THEN 0.886 WHEN \"quadrant\" = 'perceived' THEN 1.1 ELSE 1 END";

Look hotspots(Language language) {
    Look look{.shape = ShapeType::point, .field = "quadrant"};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("hotspots", "quadrant", code, language), std::move(mark)});
    };
    add("both", {.shape = "circle", .fill = purple, .outline = ink, .size = 6});
    add("blind_spot", {.shape = "square", .fill = orange, .outline = ink, .size = 6});
    add("perceived", {.shape = "hexagon", .fill = sky, .outline = ink, .size = 6});
    add("neither", {.shape = "circle", .fill = "#ffffff", .outline = "#6b7382", .size = 6});
    look.size_expression = disc_diameter;
    look.symbol_text_expression = "to_string(\"rank\")";
    look.order_by = "\"rank\"";
    look.labels = {{.expression = closer_than(street_scale, "\"name\""),
                    .points = 8,
                    .distance = 0.6,
                    .positions = "TR,TL,BR,BL,R,L"}};
    look.display_expression = "\"rank\" || '. ' || \"name\"";
    look.map_tip = "<b>[% \"rank\" %]. [% \"name\" %]</b><br>[% \"reason\" %]";
    return look;
}

Look checks(Language language) {
    Look look{.shape = ShapeType::point, .field = "kind"};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("checks", "kind", code, language), std::move(mark)});
    };
    add("targeted", {.shape = "square", .fill = bluish_green, .outline = "#ffffff", .size = 3});
    add("integrated", {.shape = "pentagon", .fill = blue, .outline = "#ffffff", .size = 3.4});
    add("region_day", {.shape = "star", .fill = vermilion, .outline = "#ffffff", .size = 4.2, .outline_width = 0.2});
    add("dark_days", {.shape = "diamond", .fill = indigo, .outline = "#ffffff", .size = 3.8});
    // The checks of one place stand in a row below its disc, by date.
    look.offset_expression =
        "to_string(3.8 * (array_find(array_agg(\"check_id\", \"hotspot_id\", order_by:=\"date\"), \"check_id\") - "
        "(count(\"check_id\", \"hotspot_id\") - 1) / 2.0)) || ',6.8'";
    look.order_by = "\"date\"";
    const char* const locale = language == Language::nl ? "nl" : "en";
    look.labels = {{.expression = fmt::format("format_date(\"date\", 'ddd d MMM', '{}') || ' ' || {}", locale,
                                              words_expression("checks", "theme", language)),
                    .points = 7.5,
                    .colour = "#00543f",
                    .distance = 6.5,
                    .is_from_point = true,
                    .priority = 7,
                    .positions = "BR,BL,R,L,TR,TL"}};
    look.display_expression = look.labels.front().expression;
    look.labels.front().expression = closer_than(150'000, look.display_expression);
    look.map_tip = fmt::format(
        "<b>[% {} %]</b><br>[% \"start_time\" %]-[% \"end_time\" %] [% \"crew\" %]<br>[% \"site_name\" %]<br>[% "
        "\"reason\" %]",
        look.display_expression);
    return look;
}

/// "ongevallen > 10", or nothing.
std::string over_expression(const std::string& field, std::string_view word) {
    return fmt::format("if(\"{0}\" is null, '', '{1} > ' || \"{0}\")", field, word);
}

Look public_cells(Language language) {
    Look look{.shape = ShapeType::area, .field = "shows"};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("public_cells", "shows", code, language), std::move(mark)});
    };
    add("both", {.shape = "solid", .fill = purple, .outline = ink, .size = 0.3});
    add("accidents", {.shape = "b_diagonal", .fill = vermilion, .outline = vermilion, .size = 0.3});
    add("complaints", {.shape = "f_diagonal", .fill = blue, .outline = blue, .size = 0.3});
    const std::string counts = fmt::format(
        "trim({} || '\n' || {})", over_expression("accidents_over", says(language, "ongevallen", "accidents")),
        over_expression("complainants_over", says(language, "melders", "complainants")));
    look.labels = {{.expression = counts, .place = LabelPlace::inside_area, .points = 7, .smallest_scale = 10'000}};
    look.display_expression = "\"cell\"";
    look.map_tip = fmt::format("<b>[% \"cell\" %]</b><br>[% {} %]", counts);
    return look;
}

Look public_municipalities(Language language) {
    Look look = municipalities(language);
    look.map_tip = fmt::format("<b>[% \"name\" %]</b><br>[% {} %]<br>[% {} %]",
                               over_expression("accidents_over", says(language, "ongevallen", "accidents")),
                               over_expression("complainants_over", says(language, "melders", "complainants")));
    return look;
}

Look public_places(Language language) {
    Look look{.shape = ShapeType::point, .field = "rank_class"};
    const auto add = [&](const char* code, MapMark mark) {
        look.categories.push_back({code, code_word("public_places", "rank_class", code, language), std::move(mark)});
    };
    add("top3", {.shape = "diamond", .fill = vermilion, .outline = ink, .size = 4});
    add("top10", {.shape = "circle", .fill = orange, .outline = ink, .size = 3.2});
    add("other", {.shape = "square", .fill = grey, .outline = ink, .size = 2.6});
    look.labels = {{.expression = closer_than(street_scale, "coalesce(\"road\", '')"),
                    .points = 8,
                    .distance = 0.6,
                    .positions = "TR,TL,BR,BL,R,L"}};
    look.display_expression = "coalesce(\"road\", \"cell\")";
    look.map_tip = fmt::format("<b>[% {} %]</b><br>[% \"themes_told\" %]<br>[% \"months\" %] [% \"day_parts\" %]",
                               look.display_expression);
    return look;
}

Look plain(ShapeType shape) {
    Look look{.shape = shape};
    look.categories = {{"",
                        "",
                        {.shape = shape == ShapeType::point ? "circle" : "solid",
                         .fill = grey,
                         .size = shape == ShapeType::point ? 2.0 : 0.4}}};
    return look;
}

}  // namespace

Look look_of(const FeatureTable& layer, Language language) {
    if (layer.name == "municipalities") return municipalities(language);
    if (layer.name == "roads") return roads(language);
    if (layer.name == "accidents") return accidents(language);
    if (layer.name == "complaints") return complaints(language);
    if (layer.name == "measurements") return measurements(language);
    if (layer.name == "schools") return schools(language);
    if (layer.name == "hotspots") return hotspots(language);
    if (layer.name == "checks") return checks(language);
    if (layer.name == "public_cells") return public_cells(language);
    if (layer.name == "public_municipalities") return public_municipalities(language);
    if (layer.name == "public_places") return public_places(language);
    if (layer.name == "cells") return cells_look(language);
    if (layer.name == "network_density") return network_density_look(layer, language);
    if (layer.name == "stretches") return stretches_look(language);
    return plain(layer.shape_type);
}

Look renamed(Look look, const std::vector<std::pair<std::string, std::string>>& names) {
    for (const auto& [from, to] : names) {
        if (look.field == from) look.field = to;
        const std::string quoted_from = "\"" + from + "\"", quoted_to = "\"" + to + "\"";
        const auto rename = [&](std::string& expression) {
            expression = replaced(std::move(expression), quoted_from, quoted_to);
        };
        for (std::string* expression : {&look.size_expression, &look.offset_expression, &look.symbol_text_expression,
                                        &look.order_by, &look.map_tip, &look.display_expression})
            rename(*expression);
        for (LookLabel& label : look.labels) rename(label.expression);
    }
    return look;
}

}  // namespace baken
