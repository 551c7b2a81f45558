#include "output/looks_findings.hpp"

#include "base/text.hpp"
#include "output/ink.hpp"
#include "output/road_density.hpp"

#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

void add(Look& look, const std::string& layer, const std::string& code, MapMark mark, Language language) {
    look.categories.push_back({code, code_word(layer, look.field, code, language), std::move(mark)});
}

/// A number with so many decimals, in a QGIS expression.
std::string decimals(const std::string& field, int count, Language language) {
    return fmt::format("format_number(\"{}\", {}, '{}')", field, count, language == Language::nl ? "nl" : "en");
}

}  // namespace

Look cells_look(Language language) {
    Look look{.shape = ShapeType::area, .field = "evidence"};
    add(look, "cells", "hot_cluster", {.shape = "solid", .fill = "#f3c9ae", .outline = "#b95f12", .size = 0.5},
        language);
    add(look, "cells", "hot", {.shape = "f_diagonal", .fill = "#e3a177", .outline = "#b95f12", .size = 0.3}, language);
    add(look, "cells", "high_high", {.shape = "solid", .fill = "#faeadf", .outline = "#d9b39a", .size = 0.15},
        language);
    add(look, "cells", "high_low", {.shape = "b_diagonal", .fill = "#dcbfae", .outline = "#d9b39a", .size = 0.15},
        language);
    add(look, "cells", "low_high", {.shape = "b_diagonal", .fill = "#b7c9de", .outline = "#a9bdd4", .size = 0.15},
        language);
    add(look, "cells", "low_low", {.shape = "solid", .fill = "#e9f0f7", .outline = "#c3d1e0", .size = 0.15}, language);
    add(look, "cells", "none", {.shape = "solid", .fill = "", .outline = "#dfe2e8", .size = 0.1}, language);
    look.display_expression = "\"cell_id\"";
    look.map_tip =
        fmt::format("<b>[% \"cell_id\" %]</b><br>{}: [% \"accidents\" %]<br>Gi* z = [% {} %], q = [% {} %]",
                    alias_of("accidents", language), decimals("gi_z", 2, language), decimals("q_value", 3, language));
    return look;
}

Look network_density_look(const FeatureTable& layer, Language language) {
    constexpr std::array widths{0.7, 1.0, 1.3, 1.7, 2.2};
    Look look{.shape = ShapeType::line, .field = "density"};
    std::vector<double> densities;
    if (layer.has_field(look.field))
        for (const Feature& row : layer.rows)
            if (const auto* density = std::get_if<double>(&row.values[layer.field(look.field)]))
                densities.push_back(*density);
    look.categories.push_back({"",
                               std::string(says(language, "geen ongeval in de buurt", "no accident near")),
                               {.shape = "solid", .fill = "#cfd3da", .size = 0.25},
                               NumberRange{0, 0}});
    const std::vector<RoadDensityClass> classes = road_density_classes(std::move(densities));
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const std::size_t step = road_density_step(i, classes.size());
        look.categories.push_back(
            {"",
             words_of(classes[i], language),
             {.shape = "solid", .fill = std::string(ink::density.at(step)), .size = widths.at(step)},
             NumberRange{classes[i].above, classes[i].up_to}});
    }
    look.order_by = "-\"density\"";
    look.display_expression = "coalesce(\"name\", \"road_id\")";
    look.map_tip = fmt::format("<b>[% \"name\" %]</b><br>[% {} %] {}", decimals("density", 2, language),
                               alias_of("density", language));
    return look;
}

Look stretches_look(Language language) {
    Look look{.shape = ShapeType::line, .field = "method"};
    add(look, "stretches", "scan", {.shape = "solid", .fill = std::string(ink::stretch), .size = 1.6}, language);
    add(look, "stretches", "kde_plus", {.shape = "dash", .fill = std::string(ink::stretch), .size = 1.6}, language);
    // Short as its arms are, the round ends of a thick line make it a dot.
    add(look, "stretches", "junction", {.shape = "solid", .fill = std::string(ink::stretch), .size = 3.4}, language);
    const std::string ratio = decimals("ratio", 1, language);
    look.labels = {{.expression = fmt::format("to_string(\"stretch_rank\") || ' (' || {} || '\u00d7)'", ratio),
                    .place = LabelPlace::along_line,
                    .points = 8,
                    .is_bold = true,
                    .colour = std::string(ink::stretch),
                    .priority = 8,
                    .smallest_scale = 150'000}};
    look.order_by = "\"stretch_rank\"";
    look.display_expression = "\"stretch_rank\" || '. ' || coalesce(\"name\", \"stretch_id\")";
    look.map_tip =
        fmt::format("<b>[% {} %]</b><br>{}: [% {} %]<br>{}: [% {} %]<br>q = [% {} %]", look.display_expression,
                    alias_of("accidents", language), decimals("accidents", 1, language), alias_of("ratio", language),
                    ratio, decimals("q_value", 3, language));
    return look;
}

}  // namespace baken
