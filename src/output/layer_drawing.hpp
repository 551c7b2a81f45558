#pragma once
/// A layer as formats carry it that hold their look and words themselves: KML, DXF, workbooks, shapefiles.

#include "base/language.hpp"
#include "geo/io/map_look.hpp"

#include <string>

namespace baken {

/// Marks and categories of the layer's look, a name for each row, words for its codes.
[[nodiscard]] LayerDrawing drawing_of(const FeatureTable& layer, Language);

/// What a person calls a layer: "aandachtslocaties".
[[nodiscard]] std::string title_of(const std::string& layer, Language);

/// With the words of each field and its name of ten characters, as docs/layers.md lists them.
[[nodiscard]] FeatureTable with_words(FeatureTable layer, Language);

/// The name of a field where names have ten characters; empty: the field's own is short enough, or is not known here.
[[nodiscard]] std::string short_name_of(const std::string& field);

}  // namespace baken
