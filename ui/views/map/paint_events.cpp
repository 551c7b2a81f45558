// Accidents and complaints: marks where they can be told apart, else a dot per cell that grows with the count.
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr double marks_always_below = 2, marks_never_above = 14;  ///< metres per pixel
constexpr double reading_cell = 40;  ///< pixels within which marks are held against each other
constexpr std::uint32_t marks_in_reading_cell = 24;
constexpr double smallest_cell = 7;  ///< pixels

/// One bit per pixel: a mark that falls on one of its kind is not drawn again.
class Pixels {
public:
    explicit Pixels(const QSizeF& size)
        : width_(static_cast<int>(size.width()) + 2 * margin),
          height_(static_cast<int>(size.height()) + 2 * margin),
          bits_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), false) {}
    bool take(QPointF at) {
        const int x = static_cast<int>(at.x()) + margin, y = static_cast<int>(at.y()) + margin;
        if (x < 0 || y < 0 || x >= width_ || y >= height_) return false;
        const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
        if (bits_[i]) return false;
        bits_[i] = true;
        return true;
    }
    static constexpr int margin = 12;

private:
    int width_, height_;
    std::vector<bool> bits_;
};

int class_of(std::size_t count, const std::array<std::uint32_t, 4>& breaks) {
    return static_cast<int>(std::upper_bound(breaks.begin(), breaks.end(), count) - breaks.begin());
}

void paint_cells(QPainter& painter, const MapFrame& frame, const PointCloud& cloud, int level, Mark mark,
                 const QColor& colour, const QColor& edge, QPointF shift) {
    std::vector<Stamp> stamps;
    for (int c = 0; c < 5; ++c)
        stamps.emplace_back(StampLook{mark, colour, edge, dot_size(c), 0.6}, frame.device_pixel_ratio);
    const auto& breaks = cloud.breaks(level);
    const double cell = cloud.cell_size(level) / frame.metres_per_pixel;
    const QPointF off = shift * cell;
    cloud.for_each_cell(level, frame.box(Pixels::margin), [&](MapPoint centre, std::size_t count) {
        stamps[static_cast<std::size_t>(class_of(count, breaks))].put(painter, (frame.pixel(centre) + off).toPoint());
    });
}

}  // namespace

EventLevel event_level(const PointCloud& cloud, double metres_per_pixel) {
    const bool is_sparse = cloud.crowd(cloud.level_for(reading_cell * metres_per_pixel)) <= marks_in_reading_cell;
    return {.as_marks = metres_per_pixel < marks_always_below || (is_sparse && metres_per_pixel < marks_never_above),
            .level = cloud.level_for(smallest_cell * metres_per_pixel)};
}

double dot_size(int class_of_five) {
    static constexpr std::array<double, 5> sizes{3.2, 4.4, 5.8, 7.6, 10};
    return sizes[static_cast<std::size_t>(std::clamp(class_of_five, 0, 4))];
}

QColor accident_density_colour(const Look& look) { return between(look.damage_only, look.fatal, 0.55); }

void paint_accidents(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene) {
    const PointCloud& cloud = *scene.accidents;
    const EventLevel how = event_level(cloud, frame.metres_per_pixel);
    if (!how.as_marks) {
        paint_cells(painter, frame, cloud, how.level, Mark::circle, accident_density_colour(look), look.surface, {});
        return;
    }
    std::array<std::vector<QPointF>, 3> at;
    std::array<Pixels, 3> taken{Pixels(frame.size), Pixels(frame.size), Pixels(frame.size)};
    cloud.for_each_in(frame.box(Pixels::margin), [&](MapPoint p, std::uint8_t kind, std::uint32_t) {
        const QPointF pixel = frame.pixel(p);
        if (taken[kind].take(pixel)) at[kind].push_back(pixel);
    });
    // Mild first: what is worse lies on top.
    const double grow = std::clamp(3 / frame.metres_per_pixel, 1.0, 1.35);
    for (const Outcome outcome : {Outcome::damage_only, Outcome::injury, Outcome::fatal}) {
        const bool is_mild = outcome == Outcome::damage_only;
        const Stamp stamp({mark_of(outcome), look.outcome(outcome), is_mild ? look.surface : look.text,
                           mark_size_of(outcome) * grow, is_mild ? 0.8 : 0.9},
                          frame.device_pixel_ratio);
        for (const QPointF p : at[static_cast<std::size_t>(outcome)]) stamp.put(painter, p.toPoint());
    }
}

void paint_complaints(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene) {
    const PointCloud& cloud = *scene.complaints;
    const EventLevel how = event_level(cloud, frame.metres_per_pixel);
    if (!how.as_marks) {
        // Half a cell aside, so that it stands beside the accidents of its cell.
        paint_cells(painter, frame, cloud, how.level, Mark::square, look.complaint, look.surface, {0.5, 0.5});
        return;
    }
    Pixels taken(frame.size);
    const double grow = std::clamp(3 / frame.metres_per_pixel, 1.0, 1.35);
    const Stamp stamp({Mark::square, look.complaint, look.surface, 7 * grow, 1}, frame.device_pixel_ratio);
    cloud.for_each_in(frame.box(Pixels::margin), [&](MapPoint p, std::uint8_t, std::uint32_t) {
        const QPointF pixel = frame.pixel(p);
        if (taken.take(pixel)) stamp.put(painter, pixel.toPoint());
    });
}

}  // namespace baken
