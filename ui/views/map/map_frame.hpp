#pragma once
/// The piece of the map that a picture shows, and how: metres east and north to pixels right and down.
///
///     const MapFrame frame{.centre = {180000, 430000}, .metres_per_pixel = 20, .size = {1400, 900}};
///     painter.drawEllipse(frame.pixel(hotspot.at), 8, 8);

#include "model/hotspot.hpp"
#include "model/municipality.hpp"
#include "ui/models/speech.hpp"
#include "ui/views/look.hpp"

#include <QFont>
#include <QPointF>
#include <QSizeF>

namespace baken {

struct MapFrame {
    MapPoint centre;
    double metres_per_pixel = 1;
    QSizeF size;
    double device_pixel_ratio = 1;

    [[nodiscard]] QPointF pixel(MapPoint p) const {
        return {size.width() / 2 + (p.x - centre.x) / metres_per_pixel,
                size.height() / 2 - (p.y - centre.y) / metres_per_pixel};
    }
    [[nodiscard]] MapPoint map(QPointF pixel) const {
        return {centre.x + (pixel.x() - size.width() / 2) * metres_per_pixel,
                centre.y - (pixel.y() - size.height() / 2) * metres_per_pixel};
    }
    /// What is in view, and `margin` pixels around it.
    [[nodiscard]] Box box(double margin = 0) const {
        const double w = (size.width() / 2 + margin) * metres_per_pixel;
        const double h = (size.height() / 2 + margin) * metres_per_pixel;
        return {centre.x - w, centre.y - h, centre.x + w, centre.y + h};
    }
    [[nodiscard]] QRectF rect(const Box& box) const {
        return {pixel({box.min_x, box.max_y}), pixel({box.max_x, box.min_y})};
    }
    [[nodiscard]] QRectF rect() const { return {{0, 0}, size}; }
    bool operator==(const MapFrame&) const = default;
};

[[nodiscard]] inline bool touch(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && a.max_x >= b.min_x && a.min_y <= b.max_y && a.max_y >= b.min_y;
}

struct MapStyle {
    Look look;
    QFont font;
    Speech say;
};

/// Between two colours; 0: the first.
[[nodiscard]] inline QColor between(const QColor& a, const QColor& b, double share) {
    const auto part = [&](float from, float to) { return static_cast<float>(from + (to - from) * share); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

}  // namespace baken
