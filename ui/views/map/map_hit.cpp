#include "ui/views/map/map_hit.hpp"

#include "ui/models/findings_lines.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <cmath>

namespace baken {

namespace {

constexpr double mark_reach = 7;  ///< pixels

double apart(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

Box around(QPointF pixel, const MapFrame& frame) {
    const MapPoint p = frame.map(pixel);
    const double reach = mark_reach * frame.metres_per_pixel;
    return {p.x - reach, p.y - reach, p.x + reach, p.y + reach};
}

/// How many lie in the cell under the pixel.
std::pair<std::size_t, double> count_in_cell(QPointF pixel, const PointCloud& cloud, const MapFrame& frame) {
    const EventLevel how = event_level(cloud, frame.metres_per_pixel);
    const MapPoint p = frame.map(pixel);
    const double side = cloud.cell_size(how.level);
    std::size_t here = 0;
    cloud.for_each_cell(how.level, {p.x, p.y, p.x, p.y}, [&](MapPoint centre, std::size_t count) {
        if (std::abs(p.x - centre.x) <= side / 2 && std::abs(p.y - centre.y) <= side / 2) here = count;
    });
    return {here, side};
}

/// Those of a municipality that is not drawn are not there.
void find_measured(EventsHere& here, const Box& box, const MapScene& scene, const HitLayers& layers) {
    const auto is_here = [&](const auto& one) {
        return box.contains(one.at) && (!scene.filter.municipality || *scene.filter.municipality == one.municipality);
    };
    if (layers.measurements)
        for (const Measurement& measurement : scene.region->measurements)
            if (is_here(measurement)) here.measurements.push_back(&measurement);
    if (layers.schools)
        for (const School& school : scene.region->schools)
            if (is_here(school)) here.schools.push_back(&school);
}

void find_marks(MapHit& hit, QPointF pixel, const MapScene& scene, const MapFrame& frame, const Speech& say,
                const HitLayers& layers) {
    EventsHere here;
    const Box box = around(pixel, frame);
    if (layers.accidents && event_level(*scene.accidents, frame.metres_per_pixel).as_marks)
        scene.accidents->for_each_in(box, [&](MapPoint, std::uint8_t, std::uint32_t row) {
            here.accidents.push_back(&scene.region->accidents[(*scene.accident_rows)[row]]);
        });
    if (layers.complaints && event_level(*scene.complaints, frame.metres_per_pixel).as_marks)
        scene.complaints->for_each_in(box, [&](MapPoint, std::uint8_t, std::uint32_t row) {
            here.complaints.push_back(&scene.region->complaints[(*scene.complaint_rows)[row]]);
        });
    find_measured(here, box, scene, layers);
    if (here.is_empty()) return;
    hit.line = events_line(here, say);
    hit.tip = events_tip(here, say);
}

void find_stretch(MapHit& hit, QPointF pixel, const MapScene& scene, const MapFrame& frame, const Speech& say) {
    const Box box = around(pixel, frame);
    double nearest = mark_reach;
    for (const MapStretch& one : scene.findings->stretches) {
        if (!touch(one.box, box)) continue;
        for (const Line& line : scene.findings->found->stretches[one.row].lines)
            if (const double d = metres_from(line, frame.map(pixel)) / frame.metres_per_pixel; d < nearest) {
                nearest = d;
                hit.stretch = &one;
            }
    }
    if (hit.stretch == nullptr) return;
    hit.line = stretch_line(*hit.stretch, *scene.findings->found, say);
    hit.tip = stretch_tip(*hit.stretch, *scene.findings->found, say);
}

void find_piece(MapHit& hit, QPointF pixel, const MapScene& scene, const MapFrame& frame, const Speech& say) {
    const Box box = around(pixel, frame);
    double nearest = mark_reach;
    const LixelFinding* found = nullptr;
    for (const MapPiece& one : scene.findings->pieces) {
        if (!touch(one.box, box)) continue;
        const LixelFinding& lixel = scene.findings->found->lixels[one.row];
        if (const double d = metres_from(lixel.line, frame.map(pixel)) / frame.metres_per_pixel; d < nearest) {
            nearest = d;
            found = &lixel;
        }
    }
    if (found != nullptr) hit.line = hit.tip = piece_line(*found, say);
}

void find_cell(MapHit& hit, QPointF pixel, const MapScene& scene, const MapFrame& frame, const Speech& say) {
    const MapPoint p = frame.map(pixel);
    for (const MapCell& one : scene.findings->cells) {
        const CellFinding& cell = scene.findings->found->cells[one.row];
        if (!cell.box().contains(p)) continue;
        hit.line = cell_line(cell, say);
        hit.tip = cell_tip(cell, say);
        return;
    }
}

void find_count(MapHit& hit, QPointF pixel, const MapScene& scene, const MapFrame& frame, const Speech& say,
                const HitLayers& layers) {
    if (!layers.accidents || scene.accidents->empty() || event_level(*scene.accidents, frame.metres_per_pixel).as_marks)
        return;
    if (const auto [count, side] = count_in_cell(pixel, *scene.accidents, frame); count > 0)
        hit.line = say("%1 ongevallen in dit vak van %2", "%1 accidents in this cell of %2")
                       .arg(say.whole(static_cast<long long>(count)), length_words(side, say));
    hit.tip = hit.line;
}

}  // namespace

MapHit hit_at(QPointF pixel, const MapScene& scene, const MapFrame& frame, const MapStyle& style,
              const Placement& placed, const HitLayers& layers) {
    MapHit hit;
    double nearest = 1e9;
    for (const auto& check : placed.checks)
        if (const double d = apart(pixel, check.at); d <= check.size * 0.7 && d < nearest) {
            nearest = d;
            hit.check = &scene.checks[check.check];
        }
    if (hit.check) {
        hit.line = check_line(*hit.check, style.say);
        hit.tip = check_tip(*hit.check, style.say);
        return hit;
    }
    // The weightiest is drawn last and lies on top.
    for (auto disc = placed.discs.rbegin(); disc != placed.discs.rend() && !hit.hotspot; ++disc)
        if (apart(pixel, disc->at) <= disc->radius + 4) hit.hotspot = &scene.hotspots[disc->hotspot];
    if (hit.hotspot) {
        hit.line = hotspot_line(*hit.hotspot, style.say);
        hit.tip = hotspot_tip(*hit.hotspot, style.say);
        return hit;
    }
    // What is smallest first: a mark, a stretch, a piece of road, a square, the count of a cell.
    find_marks(hit, pixel, scene, frame, style.say, layers);
    if (hit.line.isEmpty() && layers.stretches) find_stretch(hit, pixel, scene, frame, style.say);
    if (hit.line.isEmpty() && layers.network_density) find_piece(hit, pixel, scene, frame, style.say);
    if (hit.line.isEmpty() && layers.cells) find_cell(hit, pixel, scene, frame, style.say);
    if (hit.line.isEmpty()) find_count(hit, pixel, scene, frame, style.say, layers);
    return hit;
}

}  // namespace baken
