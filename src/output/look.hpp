#pragma once
/// How a layer is drawn, as values: marks, categories, labels. qml.cpp and sld.cpp write it in the two languages of map
/// styles.

#include "base/language.hpp"
#include "geo/io/map_look.hpp"

#include <string>
#include <utility>
#include <vector>

namespace baken {

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

[[nodiscard]] Look look_of(const FeatureTable& layer, Language);

/// The word that a person reads for a field; the field's own name where we have none.
[[nodiscard]] std::string alias_of(const std::string& field, Language);
/// The codes of a field and their words; empty: the field holds no codes.
[[nodiscard]] CodeWords codes_of(const std::string& layer, const std::string& field, Language);
/// The word for a code; the code itself where there is none.
[[nodiscard]] std::string code_word(const std::string& layer, const std::string& field, std::string_view code,
                                    Language);

/// The version of QGIS whose language is written; later ones read it.
inline constexpr const char* qgis_version = "3.22.16-Bia\u0142owie\u017ca";

/// A look in QGIS's own language, with aliases and value maps for the fields, as it stands in a style file and in a
/// project. `written`: the fields' names in the file, where they are not the layer's.
struct LayerStyle {
    std::string attributes;  ///< of the element around it
    std::string elements;
};
[[nodiscard]] LayerStyle style_of(const FeatureTable& layer, const Look&, Language,
                                  const std::vector<std::string>& written = {});
/// The style as a file of its own.
[[nodiscard]] std::string qml_of(const FeatureTable& layer, const Look&, Language,
                                 const std::vector<std::string>& written = {});
/// The look for a file whose fields are called otherwise: of each pair the first name becomes the second.
[[nodiscard]] Look renamed(Look, const std::vector<std::pair<std::string, std::string>>& names);
/// The same look, as far as SLD 1.1 can say it: marks, categories and scales.
[[nodiscard]] std::string sld_of(const FeatureTable& layer, const Look&);

}  // namespace baken
