// Accidents and complaints: marks where they can be told apart, else a dot per cell that grows with the count.
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace baken {

namespace {

constexpr double marks_always_below = 2, marks_never_above = 14;  ///< metres per pixel
constexpr double reading_cell = 40;  ///< pixels within which marks are held against each other
constexpr std::uint32_t marks_in_reading_cell = 24;
constexpr double smallest_cell = 7;  ///< pixels

constexpr int stack_steps = 4;

/// 1, 2 and 3, 4 to 7, 8 and more.
int stack_step(int count) { return count >= 8 ? 3 : count >= 4 ? 2 : count >= 2 ? 1 : 0; }
double stack_growth(int step) { return 1 + 0.3 * step; }

/// Marks of one kind by the pixel on which they fall: those on one pixel become one mark that grows with their number.
class Stacks {
public:
    explicit Stacks(const QSizeF& size)
        : width_(static_cast<int>(size.width()) + 2 * margin),
          height_(static_cast<int>(size.height()) + 2 * margin),
          counts_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), 0) {}
    void add(QPointF at) {
        const int x = static_cast<int>(at.x()) + margin, y = static_cast<int>(at.y()) + margin;
        if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
        const auto i = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
        if (counts_[i] == 0) taken_.push_back({i, QPoint(x - margin, y - margin)});
        if (counts_[i] < 255) ++counts_[i];
    }
    void put(QPainter& painter, const StampLook& look, double device_pixel_ratio) const {
        std::vector<Stamp> stamps;
        for (int step = 0; step < stack_steps; ++step) {
            StampLook grown = look;
            grown.size *= stack_growth(step);
            stamps.emplace_back(grown, device_pixel_ratio);
        }
        for (const auto& [i, at] : taken_) stamps[static_cast<std::size_t>(stack_step(counts_[i]))].put(painter, at);
    }
    static constexpr int margin = 12;

private:
    int width_, height_;
    std::vector<std::uint8_t> counts_;
    std::vector<std::pair<std::size_t, QPoint>> taken_;
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
    cloud.for_each_cell(level, frame.box(Stacks::margin), [&](MapPoint centre, std::size_t count) {
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
    std::array<Stacks, 3> stacks{Stacks(frame.size), Stacks(frame.size), Stacks(frame.size)};
    cloud.for_each_in(frame.box(Stacks::margin),
                      [&](MapPoint p, std::uint8_t kind, std::uint32_t) { stacks[kind].add(frame.pixel(p)); });
    // Mild first: what is worse lies on top.
    const double grow = std::clamp(3 / frame.metres_per_pixel, 1.0, 1.35);
    for (const Outcome outcome : {Outcome::damage_only, Outcome::injury, Outcome::fatal}) {
        const bool is_mild = outcome == Outcome::damage_only;
        stacks[static_cast<std::size_t>(outcome)].put(
            painter,
            {mark_of(outcome), look.outcome(outcome), is_mild ? look.surface : look.text, mark_size_of(outcome) * grow,
             is_mild ? 0.8 : 0.9},
            frame.device_pixel_ratio);
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
    Stacks stacks(frame.size);
    const double grow = std::clamp(3 / frame.metres_per_pixel, 1.0, 1.35);
    cloud.for_each_in(frame.box(Stacks::margin),
                      [&](MapPoint p, std::uint8_t, std::uint32_t) { stacks.add(frame.pixel(p)); });
    stacks.put(painter, {Mark::square, look.complaint, look.surface, 7 * grow, 1}, frame.device_pixel_ratio);
}

}  // namespace baken
