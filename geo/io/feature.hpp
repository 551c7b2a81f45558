#pragma once
/// A layer as values: named, typed columns and rows with a shape. What read_layer gives and write_layers takes.

#include "base/date.hpp"
#include "geo/core/shape.hpp"

#include <string>
#include <variant>
#include <vector>

namespace baken {

enum class FieldType { text, integer, real, boolean, date, date_time };
enum class ShapeType { none, point, line, area };

struct Field {
    std::string name;
    FieldType type = FieldType::text;
    std::string alias = {};       ///< what QGIS shows; empty: the name
    std::string short_name = {};  ///< for tables whose names have ten characters; empty: made from the name
};

/// monostate: no value (NULL). Dates are Date; moments UtcTime.
using Value = std::variant<std::monostate, std::string, std::int64_t, double, bool, Date, UtcTime>;

struct Feature {
    std::vector<Value> values;  ///< one per field, in order
    Shape shape;                ///< in the working CRS
};

struct FeatureTable {
    std::string name;
    ShapeType shape_type = ShapeType::none;
    std::vector<Field> fields;
    std::vector<Feature> rows;

    /// Index of a field by name; throws InputError that lists the fields there are.
    [[nodiscard]] std::size_t field(const std::string& field_name) const;
    [[nodiscard]] bool has_field(const std::string& field_name) const;
};

/// Text, number or date of a value as text: "" for no value.
[[nodiscard]] std::string text_of(const Value&);

}  // namespace baken
