// How the map draws itself: layers, what lies over them, pictures for print.
#include "ui/views/map/map_layer_item.hpp"
#include "ui/views/map/map_view.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

/// Roads of more vertices than this are drawn aside, in a job.
constexpr std::size_t roads_at_once = 12'000;

/// So many names are drawn for the first time in one frame; the others follow in the next ones.
constexpr std::size_t new_names_at_once = 8;

}  // namespace

const Placement& MapView::placed_for(const MapFrame& frame) const {
    if (placed_.generation != generation_ || placed_.frame != frame) {
        const PlacementLayers shows{.hotspots = layers_->is_visible(MapLayers::hotspots),
                                    .checks = layers_->is_visible(MapLayers::checks),
                                    .names = layers_->is_visible(MapLayers::names),
                                    .roads = layers_->is_visible(MapLayers::roads),
                                    .stretches = layers_->is_visible(MapLayers::stretches)};
        // The place of scale and north does not depend on the legend, which depends on what is placed here.
        const OverlayRects over =
            overlay_rects(frame, style(), {.legend = {}, .place = place_words(frame.centre, say_), .message = {}});
        placed_ = {frame, generation_,
                   placement(shown_, frame, style(), choice_, shows, {over.scale, over.north, over.place})};
    }
    return placed_.placed;
}

Placement MapView::placed() const { return placed_for(frame()); }

OverlayRects MapView::overlay() const {
    const MapFrame now = frame();
    return overlay_rects(now, style(), overlay_content(now));
}

OverlayContent MapView::overlay_content(const MapFrame& now) const {
    OverlayContent content;
    content.is_legend_open = is_legend_open();
    content.legend =
        legend_rows(shown_, now, style(), *layers_, placed_for(now), rasters_.contains(MapLayers::surface));
    content.place = place_words(pointer_.value_or(now.centre), say_);
    if (is_measuring_)
        content.message = say_("Meten: klik punten aan, Enter neemt het midden, Backspace haalt weg, Esc stopt.",
                               "Measuring: click points, Enter takes the middle, Backspace removes one, Esc stops.");
    else if (is_moving_)
        content.message =
            choice_.hotspot ? say_("Verplaatsen: sleep de gekozen plek, of gebruik de pijltjes en Enter. Esc stopt.",
                                   "Moving: drag the chosen place, or use the arrows and Enter. Esc stops.")
                            : say_("Verplaatsen: kies eerst een aandachtslocatie.", "Moving: select a hotspot first.");
    else
        content.message = need_words(shown_.need, say_);
    return content;
}

void MapView::paint_layer_faint(const QString& key, QPainter& painter, const MapFrame& now, bool is_final) const {
    if (!layers_->is_visible(key)) return;
    const double opacity = layers_->opacity(key);
    if (opacity <= 0) return;
    // A picture is made faint as it is; marks that overlap are drawn as one picture first.
    const bool is_picture = rasters_.contains(key);
    if (opacity >= 1 || is_picture) {
        painter.setOpacity(opacity);
        paint_layer(key, painter, now, is_final);
        painter.setOpacity(1);
        return;
    }
    QImage aside((now.size * now.device_pixel_ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    aside.setDevicePixelRatio(now.device_pixel_ratio);
    aside.fill(Qt::transparent);
    QPainter inner(&aside);
    paint_layer(key, inner, now, is_final);
    inner.end();
    painter.setOpacity(opacity);
    painter.drawImage(QPointF(0, 0), aside);
    painter.setOpacity(1);
}

void MapView::paint_layer(const QString& key, QPainter& painter, const MapFrame& now, bool is_final) const {
    const MapStyle look = style();
    if (key == MapLayers::municipalities) {
        const bool is_over_base_map =
            layers_->is_visible(MapLayers::base_map) && rasters_.contains(MapLayers::base_map);
        paint_areas(painter, now, look, shown_, is_over_base_map);
    } else if (key == MapLayers::roads) {
        paint_roads_of(painter, now, is_final);
    } else if (key == MapLayers::accidents) {
        paint_accidents(painter, now, look.look, shown_);
    } else if (key == MapLayers::complaints) {
        paint_complaints(painter, now, look.look, shown_);
    } else if (key == MapLayers::measurements) {
        paint_measurements(painter, now, look.look, shown_);
    } else if (key == MapLayers::schools) {
        paint_schools(painter, now, look.look, shown_);
    } else if (key == MapLayers::stretches) {
        paint_stretches(painter, now, look.look, shown_, choice_);
    } else if (key == MapLayers::network_density) {
        paint_network_density(painter, now, look.look, shown_);
    } else if (key == MapLayers::cells) {
        paint_cells(painter, now, look.look, shown_);
    } else if (key == MapLayers::hotspots) {
        paint_hotspots(painter, now, look, shown_, placed_for(now), choice_);
    } else if (key == MapLayers::checks) {
        paint_checks(painter, look, shown_, placed_for(now), choice_);
    } else if (key == MapLayers::names) {
        paint_names(painter, now, is_final);
    } else if (const auto raster = rasters_.find(key); raster != rasters_.end()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(now.rect(raster->rd), raster->image);
    }
}

void MapView::paint_names(QPainter& painter, const MapFrame& now, bool is_final) const {
    std::size_t fresh = 0;
    for (const auto& label : placed_for(now).labels) {
        const bool is_fresh = !words_.has(label, now.device_pixel_ratio);
        if (is_fresh && !is_final && ++fresh > new_names_at_once)
            names_to_come_ = true;
        else
            words_.put(painter, label, style(), now.device_pixel_ratio);
    }
}

void MapView::paint_roads_of(QPainter& painter, const MapFrame& now, bool is_final) const {
    if (is_final || shown_.roads->vertices < roads_at_once || road_vertices(now, shown_) < roads_at_once) {
        paint_roads(painter, now, style().look, shown_);
    } else if (!roads_.image.isNull()) {
        const bool is_sharp = std::abs(roads_.metres_per_pixel / now.metres_per_pixel - 1) < 1e-6;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !is_sharp);
        painter.drawImage(now.rect(roads_.rd), roads_.image);
    }
}

QImage MapView::to_image(QSize pixels, double device_pixel_ratio) const {
    MapFrame on_paper = frame();
    const double grow = std::max(on_paper.size.width() / pixels.width(), on_paper.size.height() / pixels.height());
    on_paper.metres_per_pixel *= grow;
    on_paper.size = pixels;
    on_paper.device_pixel_ratio = device_pixel_ratio;
    QImage image(pixels * device_pixel_ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(device_pixel_ratio);
    image.fill(style().look.raised);
    QPainter painter(&image);
    painter.setFont(font());
    for (const auto& key : layers_->bottom_to_top()) {
        painter.save();
        paint_layer_faint(key, painter, on_paper, true);
        painter.restore();
    }
    OverlayContent content = overlay_content(on_paper);
    content.place.clear();
    paint_overlay(painter, overlay_rects(on_paper, style(), content), on_paper, style(), content);
    return image;
}

void MapView::paintEvent(QPaintEvent*) {
    const MapFrame now = frame();
    if (drawn_.frame != now || drawn_.generation != picture_generation_) {
        const QSize size = (now.size * now.device_pixel_ratio).toSize();
        if (drawn_.image.size() != size) drawn_.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        drawn_.image.setDevicePixelRatio(now.device_pixel_ratio);
        drawn_.image.fill(style().look.raised);
        names_to_come_ = false;
        QPainter painter(&drawn_.image);
        for (const auto& key : layers_->bottom_to_top()) items_[key]->paint(&painter, nullptr, viewport());
        drawn_.frame = now;
        drawn_.generation = picture_generation_;
    }
    if (names_to_come_) QTimer::singleShot(0, this, &MapView::redraw_picture);
    QPainter painter(viewport());
    painter.drawImage(QPointF(0, 0), drawn_.image);
    paint_tools(painter, now);
}

void MapView::paint_tools(QPainter& painter, const MapFrame& now) const {
    const MapStyle look = style();
    if (is_measuring_) {
        std::vector<MapPoint> line = measured_;
        if (pointer_ && !line.empty()) line.push_back(*pointer_);
        paint_measure(painter, now, look, line);
        if (hasFocus() && !pointer_) {
            const QPointF middle = now.rect().center();
            painter.setPen(QPen(look.look.fatal, 1.5));
            painter.drawLine(middle - QPointF(8, 0), middle + QPointF(8, 0));
            painter.drawLine(middle - QPointF(0, 8), middle + QPointF(0, 8));
        }
    }
    const OverlayContent content = overlay_content(now);
    paint_overlay(painter, overlay_rects(now, look, content), now, look, content);
    if (shows_focus_) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.look.accent, 2));
        painter.drawRect(now.rect().adjusted(1, 1, -1, -1));
    }
}

void MapView::came_to_rest() {
    const MapFrame now = frame();
    emit view_changed(now.box(), (now.size * now.device_pixel_ratio).toSize(), now.metres_per_pixel);
    if (shown_.roads->vertices < roads_at_once || road_vertices(now, shown_) < roads_at_once) return;
    const baken::Box view = now.box();
    const bool is_there = roads_generation_ == ground_generation_ && roads_.metres_per_pixel == now.metres_per_pixel &&
                          roads_.rd.min_x <= view.min_x && roads_.rd.max_x >= view.max_x &&
                          roads_.rd.min_y <= view.min_y && roads_.rd.max_y >= view.max_y;
    if (is_there) return;
    // Half a view more on every side: a drag does not run out of roads at once.
    MapFrame wide = now;
    wide.size = now.size * 2;
    MapScene ground;
    ground.region = shown_.region;
    ground.roads = shown_.roads;
    const quint64 asked_in = ground_generation_;
    road_painter_.start(
        say_("Wegen tekenen", "Drawing roads"),
        [ground = std::move(ground), wide, look = style().look](const Work& work) {
            QImage image((wide.size * wide.device_pixel_ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
            image.setDevicePixelRatio(wide.device_pixel_ratio);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paint_roads(painter, wide, look, ground, [&] { return !work.stop.stop_requested(); });
            painter.end();
            work.check_stop();
            return Picture{image, wide.box(), wide.metres_per_pixel};
        },
        [this, asked_in](Picture picture) {
            roads_ = std::move(picture);
            roads_generation_ = asked_in;
        });
}

bool MapView::is_settled() const { return !rest_.isActive() && !road_painter_.is_busy() && !names_to_come_; }

}  // namespace baken
