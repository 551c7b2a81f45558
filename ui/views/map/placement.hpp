#pragma once
/// Where the numbered discs, the checks and the words of one picture stand. Nothing that is read covers anything else
/// that is read: what has less weight gives way.
///
///     const Placement placed = placement(scene, frame, style, {.chosen = id});
///     for (const auto& disc : placed.discs) ...

#include "ui/models/map_scene.hpp"
#include "ui/views/map/map_frame.hpp"

#include <QString>

namespace baken {

struct MapChoice {
    std::optional<HotspotId> hotspot;
    std::optional<CheckId> check;
    std::optional<std::string> stretch;  ///< its id
    std::optional<MapPoint> moved_to;    ///< where the chosen hotspot hangs while it is moved
};

struct PlacedDisc {
    std::size_t hotspot = 0;  ///< row in the scene
    QPointF at;
    double radius = 0;
    bool is_numbered = true;  ///< false: a dot, its number gave way
};
struct PlacedCheck {
    std::size_t check = 0;  ///< row in the scene
    QPointF at;
    double size = 0;
};

enum class LabelKind { municipality, hotspot, check, road, stretch };
struct PlacedLabel {
    LabelKind kind = LabelKind::hotspot;
    QString text;
    QPointF at;        ///< middle
    double angle = 0;  ///< degrees, clockwise
    QSizeF size;
};

struct Placement {
    std::vector<PlacedDisc> discs;  ///< in the order of drawing: the weightiest last
    std::vector<PlacedCheck> checks;
    std::vector<PlacedLabel> labels;
    std::size_t dots = 0;           ///< hotspots in view without their number
    std::size_t hidden_checks = 0;  ///< checks in view that found no room
};

struct PlacementLayers {
    bool hotspots = true, checks = true, names = true, roads = true, stretches = true;
};
/// `kept_free`: pixels in which no words are put, for what lies over the map there.

[[nodiscard]] Placement placement(const MapScene&, const MapFrame&, const MapStyle&, const MapChoice&,
                                  const PlacementLayers& = {}, const std::vector<QRectF>& kept_free = {});

/// How far ring and halo of a numbered disc reach beyond it.
inline constexpr double disc_rim = 4.5;
inline constexpr double chosen_rim = 4;  ///< and that of the chosen one beyond those
/// Font of a kind of label; a municipality's name is letter-spaced.
[[nodiscard]] QFont label_font(LabelKind, const QFont& body);
/// Radius of a disc: its area follows the estimate between the smallest that holds a number and four times that.
[[nodiscard]] double disc_radius(double expected, const QFont& body);
[[nodiscard]] double check_size(const QFont& body);

}  // namespace baken
