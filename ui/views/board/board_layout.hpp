#pragma once
/// Where everything of the board stands. Content coordinates: x 0 is 1 January, y 0 the top of the first row; header
/// and the two side columns are measured apart because they do not scroll away.

#include "ui/models/plan_board.hpp"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QSize>

#include <optional>
#include <vector>

namespace baken {

struct BoardBox {
    QRectF rect;
    std::size_t row = 0, index = 0;  ///< of the row and the tile in it
};

struct BoardLayout {
    BoardLayout() = default;
    /// `zoom` 1 fits the year into the width, as far as it stays readable.
    BoardLayout(const PlanBoard&, const QFont&, QSize viewport, double zoom);

    double day_width = 1;
    double left = 0, right = 0, header = 0;  ///< sizes of what does not scroll
    double months_height = 0, band_height = 0;
    double tile_width = 0, tile_height = 0, glyph = 0;
    std::vector<QRectF> rows;     ///< whole width of the year
    std::vector<QRectF> crews;    ///< y 0 is the top of the foot; without a foot they stand below the rows
    double foot = 0;              ///< height of the crews where they stay in sight; 0: they scroll
    std::vector<BoardBox> tiles;  ///< by row, then date
    std::vector<QRectF> bands;    ///< bar and label, in the header: y 0 is its top
    double year_width = 0, height = 0;

    [[nodiscard]] double x_of(int day) const { return day * day_width; }
    [[nodiscard]] double middle_of(int day) const { return (day + 0.5) * day_width; }
    [[nodiscard]] int day_at(double x) const;
    /// Where y 0 of the crews is on a viewport that is scrolled down so far.
    [[nodiscard]] double crews_top(double viewport_height, double scrolled) const {
        return foot > 0 ? viewport_height - foot : header - scrolled;
    }
    /// The last one is drawn on top.
    [[nodiscard]] const BoardBox* tile_at(QPointF) const;
    [[nodiscard]] std::optional<std::size_t> row_at(double y) const;
    /// Where a tile of a row would stand on another day.
    [[nodiscard]] QRectF tile_on(const BoardBox&, int day) const;

private:
    /// Room that is left goes to the rows, up to a point.
    void stretch_rows(double& y, double room);

    int days_ = 365;
};

}  // namespace baken
