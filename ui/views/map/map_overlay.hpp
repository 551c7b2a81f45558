#pragma once
/// What lies over the map and does not move with it: legend, north, scale bar, coordinates, a sentence.

#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/map_legend.hpp"

#include <QPainter>

namespace baken {

struct OverlayRects {
    QRectF legend, north, scale, place, message;  ///< empty: not shown
};

struct OverlayContent {
    std::vector<LegendRow> legend;
    bool is_legend_open = true;
    QString place;    ///< "RD 187.432  428.310"
    QString message;  ///< what is missing, or what a tool asks; empty: nothing
};

/// None lies over another, at any size of letters; what has no room is left out, the legend's rows first.
[[nodiscard]] OverlayRects overlay_rects(const MapFrame&, const MapStyle&, const OverlayContent&);
void paint_overlay(QPainter&, const OverlayRects&, const MapFrame&, const MapStyle&, const OverlayContent&);

/// The line that was measured, with its length so far.
void paint_measure(QPainter&, const MapFrame&, const MapStyle&, const std::vector<MapPoint>& points);
[[nodiscard]] double measured_length(const std::vector<MapPoint>& points);

}  // namespace baken
