#pragma once
/// How a layer is drawn and put in words, as values, for formats that carry it with them (KML, DXF, workbooks) and for
/// the styles of QGIS (src/output).

#include "geo/io/feature.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace baken {

/// Colours are "#rrggbb". Sizes are millimetres on paper.
struct MapMark {
    std::string shape;  ///< QGIS's name: "circle", "square", "diamond", "triangle", "hexagon", "pentagon", "star"; for
                        ///< lines "solid" or "dash"; for areas the brush: "solid", "b_diagonal", "f_diagonal"
    std::string fill;
    std::string outline = "#ffffff";
    double size = 3;  ///< of points; width of lines and boundaries
    double outline_width = 0.3;
};

/// A class of numbers, both ends included. Of two classes that share a number the earlier has it.
struct NumberRange {
    double low = 0, high = 0;
    [[nodiscard]] bool holds(double number) const { return number >= low && number <= high; }
};

struct LookCategory {
    std::string value;  ///< of the field that decides; "" catches all others
    std::string label;
    MapMark mark;
    std::optional<NumberRange> range = {};  ///< in place of the value, where the field is a number
};

/// A code as it stands in the file, and the word for it.
using CodeWords = std::vector<std::pair<std::string, std::string>>;

struct LayerDrawing {
    std::string title;  ///< of the layer, to people
    std::string field;  ///< its value decides the category; empty: there is one category
    std::vector<LookCategory> categories;
    std::vector<std::string> names;          ///< one per row, in order: what a person calls it
    bool has_labels = false;                 ///< the names stand on the map
    std::map<std::string, CodeWords> words;  ///< of the fields that hold codes

    /// Of a row; nothing where no category has its value.
    [[nodiscard]] const LookCategory* category_of(const FeatureTable&, std::size_t row) const;
    /// The name of a row, or its number where there are no names.
    [[nodiscard]] std::string name_of(std::size_t row) const;
    /// A value as a person reads it: the word of a code, or the value's text.
    [[nodiscard]] std::string said(const Field&, const Value&) const;
};

/// The corners of a mark around (0, 0), y upwards, as far out as 1 each way; a circle has none. An unknown shape is a
/// square.
[[nodiscard]] std::vector<MapPoint> mark_corners(const std::string& shape);

}  // namespace baken
