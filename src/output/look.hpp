#pragma once
/// How a layer is drawn, as values: marks, categories, labels. qml.cpp and sld.cpp write it in the two languages of map
/// styles.

#include "base/language.hpp"
#include "geo/io/feature.hpp"

#include <string>
#include <utility>
#include <vector>

namespace baken {

/// Colours are "#rrggbb". Sizes are millimetres on paper.
struct Mark {
    std::string shape;  ///< QGIS's name: "circle", "square", "diamond", "triangle", "hexagon"; for lines "solid" or
                        ///< "dash"; for areas the brush: "solid", "b_diagonal", "f_diagonal"
    std::string fill;
    std::string outline = "#ffffff";
    double size = 3;  ///< of points; width of lines and boundaries
    double outline_width = 0.3;
};

struct LookCategory {
    std::string value;  ///< of the field that decides; "" catches all others
    std::string label;
    Mark mark;
};

enum class LabelPlace { around_point, inside_area, along_line };

struct LookLabel {
    std::string expression;  ///< QGIS expression
    LabelPlace place = LabelPlace::around_point;
    double points = 8;  ///< size of the letters
    bool is_bold = false;
    std::string colour = "#1d2127";
    double distance = 2;         ///< millimetres from the mark's edge, or from the point itself
    bool is_from_point = false;  ///< for marks that are drawn beside their point
    int priority = 5;            ///< 0..10: who stays where two labels want one place
    std::string positions = {};  ///< around a point, in the order in which they are tried: "R,L,BR"
    int smallest_scale = 0;      ///< shown when closer than 1 to this; 0: always
};

/// Where the field that decides is empty there is one category, and every feature is drawn alike.
struct Look {
    ShapeType shape = ShapeType::point;
    std::string field;
    std::vector<LookCategory> categories;
    std::vector<LookLabel> labels;       ///< none or one
    int smallest_scale = 0;              ///< the layer is drawn when closer than 1 to this; 0: always
    std::string size_expression;         ///< diameter in millimetres instead of the mark's size; empty: none
    std::string offset_expression;       ///< "x,y" in millimetres; empty: none
    std::string symbol_text_expression;  ///< written inside the mark; empty: nothing
    std::string order_by;                ///< field; the first is drawn last, on top
    std::string map_tip;                 ///< HTML with [% expressions %]; empty: none
    std::string display_expression;      ///< names a feature in lists
};

/// A code as it stands in the file, and the word for it.
using CodeWords = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] Look look_of(const FeatureTable& layer, Language);

/// The word that a person reads for a field; the field's own name where we have none.
[[nodiscard]] std::string alias_of(const std::string& field, Language);
/// The codes of a field and their words; empty: the field holds no codes.
[[nodiscard]] CodeWords codes_of(const std::string& layer, const std::string& field, Language);

/// One look in QGIS's own language, with aliases and value maps for `fields`.
[[nodiscard]] std::string qml_of(const FeatureTable& layer, const Look&, Language);
/// The same look, as far as SLD 1.1 can say it: marks, categories and scales.
[[nodiscard]] std::string sld_of(const FeatureTable& layer, const Look&);

}  // namespace baken
