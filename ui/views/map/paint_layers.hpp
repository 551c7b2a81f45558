#pragma once
/// Each layer of the map, drawn in pixels of one picture. The painter stands in pixels: no scale, no turn.

#include "ui/models/map_scene.hpp"
#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/placement.hpp"

#include <QPainter>
#include <QPen>

#include <functional>

namespace baken {

/// `is_over_base_map`: boundaries alone, the land is a picture.
void paint_areas(QPainter&, const MapFrame&, const MapStyle&, const MapScene&, bool is_over_base_map = false);

/// `go_on` is asked now and then; the picture is left half done when it says no.
void paint_roads(QPainter&, const MapFrame&, const Look&, const MapScene&, const std::function<bool()>& go_on = {});
[[nodiscard]] bool is_road_drawn(RoadClass,
                                 double metres_per_pixel);  ///< small ones are left out where they would be a smear
[[nodiscard]] QPen road_pen(RoadClass, double metres_per_pixel, const Look&);
/// Vertices of the roads that this picture would draw.
[[nodiscard]] std::size_t road_vertices(const MapFrame&, const MapScene&);

/// How a cloud is shown at a zoom: mark by mark, or as counts per cell.
struct EventLevel {
    bool as_marks = true;
    int level = 0;  ///< of the cells
};
[[nodiscard]] EventLevel event_level(const PointCloud&, double metres_per_pixel);
void paint_accidents(QPainter&, const MapFrame&, const Look&, const MapScene&);
void paint_complaints(QPainter&, const MapFrame&, const Look&, const MapScene&);
void paint_measurements(QPainter&, const MapFrame&, const Look&, const MapScene&);
void paint_schools(QPainter&, const MapFrame&, const Look&, const MapScene&);
/// Diameter of the dot of a class of five, as drawn in cells.
[[nodiscard]] double dot_size(int class_of_five);
[[nodiscard]] QColor accident_density_colour(const Look&);

void paint_hotspots(QPainter&, const MapFrame&, const MapStyle&, const MapScene&, const Placement&, const MapChoice&);
void paint_checks(QPainter&, const MapStyle&, const MapScene&, const Placement&, const MapChoice&);

/// Squares with more than chance, by what speaks for them.
void paint_cells(QPainter&, const MapFrame&, const Look&, const MapScene&);
/// Pieces of road above zero, darker (on black: lighter) and wider by class.
void paint_network_density(QPainter&, const MapFrame&, const Look&, const MapScene&);
/// Thick lines with an edge; dashes for KDE+, the chosen one thicker.
void paint_stretches(QPainter&, const MapFrame&, const Look&, const MapScene&, const MapChoice&);
[[nodiscard]] QPen density_pen(int step, const Look&);
[[nodiscard]] QPen stretch_pen(StretchFinding::Method, const Look&);
[[nodiscard]] QBrush cell_brush(CellEvidence, const Look&);
[[nodiscard]] QPen cell_pen(CellEvidence, const Look&);

/// One disc, as on the map and in its legend. `ring`: 0..1, how far it is closed.
struct DiscLook {
    double radius = 10;
    QString text;
    double ring = 0;
    std::string status = "proposed";
    bool is_chosen = false;
    bool is_quiet = false;  ///< of another municipality than the chosen one
};
void draw_disc(QPainter&, QPointF at, const DiscLook&, const MapStyle&);

}  // namespace baken
