#include "output/layer_drawing.hpp"

#include "base/text.hpp"
#include "output/look.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

struct ShortName {
    std::string_view field, name;
};
constexpr std::array short_names_known{
    ShortName{"accidents_damage_only", "acc_damage"},
    ShortName{"accidents_fatal", "acc_fatal"},
    ShortName{"accidents_injury", "acc_injury"},
    ShortName{"alcohol_share", "alc_share"},
    ShortName{"black_spot_norm", "bspot_norm"},
    ShortName{"checks_done", "chk_done"},
    ShortName{"checks_planned", "chk_plan"},
    ShortName{"checks_required", "chk_req"},
    ShortName{"complainants", "complnants"},
    ShortName{"complaint_id", "complnt_id"},
    ShortName{"damage_only", "damage"},
    ShortName{"dark_planned", "dark_plan"},
    ShortName{"dark_required", "dark_req"},
    ShortName{"enforceable", "enforceabl"},
    ShortName{"expected_high", "exp_high"},
    ShortName{"expected_low", "exp_low"},
    ShortName{"fines_by_kind", "fines_kind"},
    ShortName{"location_kind", "loc_kind"},
    ShortName{"from_junction", "from_jct"},
    ShortName{"measurement_id", "measure_id"},
    ShortName{"municipality", "muni"},
    ShortName{"municipality_code", "muni_code"},
    ShortName{"result_remark", "res_remark"},
    ShortName{"road_manager", "road_mngr"},
    ShortName{"school_distance_m", "school_m"},
    ShortName{"speed_limit", "speed_lim"},
    ShortName{"stretch_rank", "str_rank"},
    ShortName{"to_junction", "to_jct"},
    ShortName{"vehicles_measured", "veh_meas"},
    ShortName{"with_bicycle", "w_bicycle"},
    ShortName{"with_pedestrian", "w_pedestr"},
};

/// The values of a row by field, as a person reads them; a field that was left out is empty.
class Said {
public:
    Said(const FeatureTable& table, const LayerDrawing& drawing, std::size_t row)
        : table_(table), drawing_(drawing), row_(table.rows[row]) {}
    std::string operator()(const char* field) const {
        if (!table_.has_field(field)) return {};
        const std::size_t at = table_.field(field);
        return drawing_.said(table_.fields[at], row_.values.at(at));
    }

private:
    const FeatureTable& table_;
    const LayerDrawing& drawing_;
    const Feature& row_;
};

/// The parts that there are, with a blank or comma between.
std::string together(std::initializer_list<std::string> parts, std::string_view separator) {
    std::vector<std::string> there;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(there),
                 [](const std::string& s) { return !s.empty(); });
    return joined(there, separator);
}

std::string name_of_row(const FeatureTable& table, const Said& said) {
    if (table.name == "hotspots") return together({said("rank"), said("name")}, ". ");
    if (table.name == "checks") return together({said("date"), said("theme"), said("site_name")}, ", ");
    if (table.name == "accidents") return together({said("year"), said("outcome"), said("street")}, ", ");
    if (table.name == "complaints") return together({said("date"), said("theme"), said("category")}, ", ");
    if (table.name == "measurements") return together({said("street"), said("date"), said("speeding")}, ", ");
    if (table.name == "stretches") return together({said("stretch_rank"), said("name")}, ". ");
    if (table.name == "cells") return said("cell_id");
    return said("name");
}

}  // namespace

std::string title_of(const std::string& layer, Language language) {
    if (layer == "municipalities") return std::string(says(language, "gemeenten", "municipalities"));
    if (layer == "roads") return std::string(says(language, "wegen", "roads"));
    if (layer == "accidents") return std::string(says(language, "ongevallen", "accidents"));
    if (layer == "complaints") return std::string(says(language, "klachten", "complaints"));
    if (layer == "measurements") return std::string(says(language, "snelheidsmetingen", "speed measurements"));
    if (layer == "schools") return std::string(says(language, "scholen", "schools"));
    if (layer == "hotspots") return std::string(says(language, "aandachtslocaties", "hotspots"));
    if (layer == "checks") return std::string(says(language, "controles", "checks"));
    if (layer == "cells") return std::string(says(language, "vierkanten", "squares"));
    if (layer == "network_density")
        return std::string(says(language, "dichtheid langs de weg", "density along the road"));
    if (layer == "stretches") return std::string(says(language, "trajecten", "stretches of road"));
    return layer;
}

std::string short_name_of(const std::string& field) {
    const auto* const found = std::find_if(short_names_known.begin(), short_names_known.end(),
                                           [&](const ShortName& one) { return one.field == field; });
    return found == short_names_known.end() ? std::string() : std::string(found->name);
}

FeatureTable with_words(FeatureTable layer, Language language) {
    for (Field& field : layer.fields) {
        field.alias = alias_of(field.name, language);
        field.short_name = short_name_of(field.name);
    }
    return layer;
}

LayerDrawing drawing_of(const FeatureTable& layer, Language language) {
    const Look look = look_of(layer, language);
    LayerDrawing drawing{.title = title_of(layer.name, language),
                         .field = look.field,
                         .categories = look.categories,
                         .has_labels = !look.labels.empty()};
    for (const Field& field : layer.fields)
        if (CodeWords words = codes_of(layer.name, field.name, language); !words.empty())
            drawing.words.emplace(field.name, std::move(words));
    for (std::size_t row = 0; row < layer.rows.size(); ++row)
        drawing.names.push_back(name_of_row(layer, Said(layer, drawing, row)));
    return drawing;
}

}  // namespace baken
