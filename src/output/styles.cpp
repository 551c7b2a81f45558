#include "output/styles.hpp"

#include "output/look.hpp"

namespace baken {

/// The columns are QGIS's own; it finds a style by an empty schema, the table and its geometry column.
FeatureTable layer_styles(std::span<const FeatureTable> layers, Language language, UtcTime stamp) {
    FeatureTable styles{.name = "layer_styles",
                        .shape_type = ShapeType::none,
                        .fields = {{"f_table_catalog", FieldType::text},
                                   {"f_table_schema", FieldType::text},
                                   {"f_table_name", FieldType::text},
                                   {"f_geometry_column", FieldType::text},
                                   {"styleName", FieldType::text},
                                   {"styleQML", FieldType::text},
                                   {"styleSLD", FieldType::text},
                                   {"useAsDefault", FieldType::boolean},
                                   {"description", FieldType::text},
                                   {"owner", FieldType::text},
                                   {"ui", FieldType::text},
                                   {"update_time", FieldType::date_time}},
                        .rows = {}};
    const std::string geometry_column = "geom";
    for (const auto& layer : layers) {
        if (layer.shape_type == ShapeType::none) continue;
        const Look look = look_of(layer, language);
        styles.rows.push_back({{std::string(), std::string(), layer.name, geometry_column, "baken " + layer.name,
                                qml_of(layer, look, language), sld_of(layer, look), true,
                                std::string(says(language, "Zoals Baken de laag tekent", "As Baken draws the layer")),
                                std::string(), Value(), stamp},
                               {}});
    }
    return styles;
}

}  // namespace baken
