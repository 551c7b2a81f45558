#include "ui/views/board/board_layout.hpp"

#include "ui/views/look.hpp"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

/// Puts stretches that would overlap into lanes, in the order given; the lane of each.
class Lanes {
public:
    std::size_t place(double from, double to) {
        for (std::size_t lane = 0; lane < ends_.size(); ++lane)
            if (from >= ends_[lane]) {
                ends_[lane] = to;
                return lane;
            }
        ends_.push_back(to);
        return ends_.size() - 1;
    }
    [[nodiscard]] std::size_t count() const { return std::max<std::size_t>(1, ends_.size()); }

private:
    std::vector<double> ends_;
};

}  // namespace

BoardLayout::BoardLayout(const PlanBoard& board, const QFont& font, QSize viewport, double zoom) {
    const QFontMetricsF body(font), small(secondary_font(font));
    days_ = board.days();
    glyph = std::round(body.height() * 0.95);
    tile_width = glyph + std::max(body.horizontalAdvance("30"), small.horizontalAdvance("00:00")) + 3 * gap_1;
    tile_height = body.height() + small.height() + gap_1 + 3;

    double widest = 0;
    for (const BoardRow& row : board.rows) widest = std::max(widest, body.horizontalAdvance(row.name));
    for (const BoardCrew& crew : board.crews) widest = std::max(widest, body.horizontalAdvance(crew.name));
    left = std::ceil(std::min(widest, viewport.width() * 0.25) + 2 * gap_3);
    right = std::ceil(2 * (small.horizontalAdvance("00/00") + small.height()) + 4 * gap_2);

    const double room = viewport.width() - left - right;
    const double least = body.averageCharWidth() * 0.3;  // below it three letters do not fit into a month
    day_width = std::max(least, room / days_) * zoom;
    year_width = std::ceil(day_width * days_);

    months_height = body.height() + 2 * gap_1;
    band_height = small.height() + 3;
    // A label may run on until the next bar of its lane; what does not fit is cut short, and the tip tells all.
    Lanes band_lanes;
    const double shortest = small.height() + small.averageCharWidth() * 5;
    std::vector<std::size_t> lane_of;
    for (const BoardBand& band : board.bands) {
        const double from = x_of(static_cast<int>((band.from - board.first).count()));
        const double to = x_of(static_cast<int>((band.to - board.first).count()) + 1);
        lane_of.push_back(band_lanes.place(from, std::max(to, from + shortest) + gap_1));
        const double label = small.horizontalAdvance(band.name) + small.height() + 3 * gap_1;
        bands.emplace_back(from, months_height + static_cast<double>(lane_of.back()) * (band_height + 2) + 1,
                           std::max(to - from, label), band_height);
    }
    for (std::size_t i = 0; i < bands.size(); ++i) {
        double end = year_width;
        for (std::size_t j = 0; j < bands.size(); ++j)
            if (lane_of[j] == lane_of[i] && bands[j].left() > bands[i].left()) end = std::min(end, bands[j].left() - 2);
        bands[i].setRight(std::min(bands[i].right(), end));
    }
    header =
        months_height + (board.bands.empty() ? 0 : static_cast<double>(band_lanes.count()) * (band_height + 2)) + gap_1;

    double y = 0;
    for (std::size_t r = 0; r < board.rows.size(); ++r) {
        Lanes lanes;
        const double top = y + gap_1 - 1;
        for (std::size_t t = 0; t < board.rows[r].tiles.size(); ++t) {
            const double middle = middle_of(static_cast<int>((board.rows[r].tiles[t].date - board.first).count()));
            const double x = std::clamp(middle - tile_width / 2, 0.0, std::max(0.0, year_width - tile_width));
            const auto lane = static_cast<double>(lanes.place(x, x + tile_width + 2));
            tiles.push_back({QRectF(x, top + lane * (tile_height + 2), tile_width, tile_height), r, t});
        }
        const double tall = gap_1 + static_cast<double>(lanes.count()) * (tile_height + 2) + gap_1;
        rows.emplace_back(0, y, year_width, tall);
        y += tall;
    }
    const double crew_height = std::ceil(body.height() * 1.6 + gap_2);
    const double all_crews = static_cast<double>(board.crews.size()) * crew_height;
    // The weeks stay in sight unless there are so many crews that they would hide the plan.
    if (all_crews <= viewport.height() * 0.25) foot = all_crews;
    stretch_rows(y, viewport.height() - header - all_crews - (foot > 0 ? 0 : gap_2));
    double crews_y = foot > 0 ? 0 : y + gap_2;
    for (std::size_t c = 0; c < board.crews.size(); ++c) {
        crews.emplace_back(0, crews_y, year_width, crew_height);
        crews_y += crew_height;
    }
    if (foot <= 0) y = crews_y;
    height = y;
}

void BoardLayout::stretch_rows(double& y, double room) {
    if (rows.empty()) return;
    const double each = std::floor(std::clamp((room - y) / static_cast<double>(rows.size()), 0.0, 0.7 * tile_height));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        rows[r].translate(0, static_cast<double>(r) * each);
        rows[r].setHeight(rows[r].height() + each);
    }
    for (BoardBox& box : tiles) box.rect.translate(0, std::floor((static_cast<double>(box.row) + 0.5) * each));
    y += static_cast<double>(rows.size()) * each;
}

int BoardLayout::day_at(double x) const {
    return std::clamp(static_cast<int>(std::floor(x / day_width)), 0, days_ - 1);
}

const BoardBox* BoardLayout::tile_at(QPointF at) const {
    for (auto box = tiles.rbegin(); box != tiles.rend(); ++box)
        if (box->rect.contains(at)) return &*box;
    return nullptr;
}

std::optional<std::size_t> BoardLayout::row_at(double y) const {
    for (std::size_t r = 0; r < rows.size(); ++r)
        if (y >= rows[r].top() && y < rows[r].bottom()) return r;
    return std::nullopt;
}

QRectF BoardLayout::tile_on(const BoardBox& box, int day) const {
    QRectF rect = box.rect;
    rect.moveLeft(std::clamp(middle_of(day) - tile_width / 2, 0.0, std::max(0.0, year_width - tile_width)));
    return rect;
}

}  // namespace baken
