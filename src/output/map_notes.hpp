#pragma once
/// The words in a map's corners: scale bar with the scale on paper, north arrow, legend, and what is missing.

#include "base/language.hpp"
#include "output/road_density.hpp"
#include "output/map_frame.hpp"
#include "output/map_marks.hpp"

#include <string>
#include <vector>

namespace baken {

/// A round length for a scale bar: 1, 2 or 5 times a power of ten, at most so many metres.
[[nodiscard]] double round_length(double most);
/// "1:2.500" in Dutch, "1:2,500" in English; to two digits.
[[nodiscard]] std::string scale_text(double scale, Language);

/// `paper_millimetres`: width of the picture on paper; 0: not known, and no scale is written.
void draw_scale_bar(Svg&, const MapFrame&, MapRoom&, double paper_millimetres, Language);
void draw_north(Svg&, const MapFrame&, MapRoom&);

struct LegendContent {
    DrawnEvents events = {};
    bool has_pin = false, has_discs = false, has_checks = false;
    std::vector<RoadDensityClass> densities = {};  ///< along the roads
    bool has_stretches = false;
};
/// In the first corner that has room; nothing where none has. Call after all marks are drawn and before names.
void draw_legend(Svg&, const MapFrame&, MapRoom&, const LegendContent&, Language);
/// A sentence at the foot of the map.
void draw_sentence(Svg&, const MapFrame&, MapRoom&, const std::string&);

}  // namespace baken
