#pragma once
/// Small drawn signs: one per theme, told apart by their shape alone, and the marks on a check.

#include "model/theme.hpp"

#include <QColor>
#include <QRectF>

class QPainter;

namespace baken {

/// Draws in one colour within a square.
void draw_theme(QPainter&, const QRectF& square, Theme, const QColor&);
void draw_lock(QPainter&, const QRectF& square, const QColor&);
void draw_moon(QPainter&, const QRectF& square, const QColor&);
void draw_warning(QPainter&, const QRectF& square, const QColor&, const QColor& mark);
void draw_tick(QPainter&, const QRectF& square, const QColor&);
void draw_cross(QPainter&, const QRectF& square, const QColor&);

}  // namespace baken
