#pragma once
/// The shapes of the map: one per kind of thing, so that none is told by its colour alone.
///
///     painter.drawPath(mark_path(Mark::triangle, 8).translated(at));
///     const Stamp stamp({Mark::diamond, look.fatal, look.surface, 11}, frame.device_pixel_ratio);
///     stamp.put(painter, at);                  // fast: a small picture, made once

#include "model/check.hpp"
#include "model/event.hpp"
#include "model/measured_speed.hpp"
#include "ui/views/look.hpp"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace baken {

enum class Mark { circle, square, triangle, diamond, pentagon, star, hexagon, house };

/// Around (0, 0), `size` wide; all of about the same weight to the eye.
[[nodiscard]] QPainterPath mark_path(Mark, double size);

[[nodiscard]] Mark mark_of(Outcome);
[[nodiscard]] double mark_size_of(Outcome);
[[nodiscard]] Mark mark_of(CheckKind);
[[nodiscard]] QColor colour_of(CheckKind, const Look&);

struct StampLook {
    Mark mark = Mark::circle;
    QColor fill, outline;
    double size = 6, outline_width = 1;
};

[[nodiscard]] StampLook stamp_of(Speeding, const Look&);
[[nodiscard]] StampLook stamp_of_school(const Look&);

class Stamp {
public:
    Stamp(const StampLook&, double device_pixel_ratio);
    void put(QPainter& painter, QPointF at) const { painter.drawImage(at - middle_, image_); }

private:
    QImage image_;
    QPointF middle_;
};

/// A check: open while it is planned, filled once it is done, crossed out when it was cancelled.
void draw_check(QPainter&, QPointF at, CheckKind, CheckStatus, double size, const Look&);

}  // namespace baken
