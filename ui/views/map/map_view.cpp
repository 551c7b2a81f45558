#include "ui/views/map/map_view.hpp"

#include "ui/views/map/paint_layers.hpp"

#include <QAccessible>
#include <QEvent>
#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr int rest_after_ms = 120;
/// Roads of more vertices than this are drawn aside, in a job.
constexpr std::size_t roads_at_once = 12'000;
constexpr double closest = 0.08;  ///< metres per pixel

/// Room to scroll beyond the region; scroll bars count in whole pixels, so that this bounds the closest zoom as well.
QRectF world_around(const baken::Box& rd) {
    const double margin = std::max({rd.max_x - rd.min_x, rd.max_y - rd.min_y, 20'000.0}) * 2;
    return {QPointF(rd.min_x - margin, rd.min_y - margin), QPointF(rd.max_x + margin, rd.max_y + margin)};
}

}  // namespace

/// One layer of the map. It draws in pixels, so that marks and letters keep their size.
class MapView::LayerItem : public QGraphicsItem {
public:
    LayerItem(const MapView* view, QString key) : view_(view), key_(std::move(key)) {}
    [[nodiscard]] QRectF boundingRect() const override { return scene() ? scene()->sceneRect() : QRectF(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        painter->save();
        painter->resetTransform();
        view_->paint_layer_faint(key_, *painter, view_->frame(), false);
        painter->restore();
    }

private:
    const MapView* view_;
    QString key_;
};

MapView::MapView(Speech say, QWidget* parent) : QGraphicsView(parent), say_(say), layers_(new MapLayers(say, this)) {
    setScene(new QGraphicsScene(this));
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(FullViewportUpdate);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(say_("Kaart", "Map"));
    setAccessibleDescription(say_(
        "Pijltjes verschuiven, plus en min zoomen, Home toont het hele gebied, N en P lopen langs de "
        "aandachtslocaties, Enter gaat erheen, M meet, Esc wist de keuze.",
        "Arrows pan, plus and minus zoom, Home shows the whole region, N and P walk along the hotspots, Enter goes "
        "there, M measures, Esc clears the selection."));
    rest_.setSingleShot(true);
    rest_.setInterval(rest_after_ms);
    connect(&rest_, &QTimer::timeout, this, &MapView::came_to_rest);
    const auto changed = [this] { sync_layers(); };
    connect(layers_, &MapLayers::dataChanged, this, changed);
    connect(layers_, &MapLayers::rowsMoved, this, changed);
    connect(layers_, &MapLayers::rowsInserted, this, changed);
    connect(&road_painter_, &JobRunner::finished, this, [this] { viewport()->update(); });
    scene()->setSceneRect(world_around({0, 300'000, 300'000, 620'000}));
    sync_layers();
    look_at(centre_, metres_per_pixel_);
}

MapView::~MapView() { road_painter_.cancel(); }

void MapView::show(MapScene scene) {
    shown_ = std::move(scene);
    choice_.moved_to.reset();
    if (choice_.hotspot && !shown_.hotspot(*choice_.hotspot)) choice_.hotspot.reset();
    if (choice_.check && !shown_.check(*choice_.check)) choice_.check.reset();
    if (shown_.extent.max_x > shown_.extent.min_x) {
        this->scene()->setSceneRect(world_around(shown_.extent));
        if (!was_fitted_) fit_region();
        was_fitted_ = true;
        look_at(centre_, metres_per_pixel_);
    }
    redraw();
}

void MapView::set_raster(const QString& layer, const QImage& image, const baken::Box& rd) {
    layers_->add(layer, layer);
    if (image.isNull())
        rasters_.remove(layer);
    else
        rasters_.insert(layer, {image, rd, 0});
    viewport()->update();
}

MapStyle MapView::style() const { return {Look::of(palette()), font(), say_}; }

MapFrame MapView::frame() const {
    const QTransform to_pixels = viewportTransform();
    const QSizeF size = viewport()->size();
    const QPointF middle = to_pixels.inverted().map(QPointF(size.width() / 2, size.height() / 2));
    return {.centre = {middle.x(), middle.y()},
            .metres_per_pixel = 1 / to_pixels.m11(),
            .size = size,
            .device_pixel_ratio = viewport()->devicePixelRatioF()};
}

const Placement& MapView::placed_for(const MapFrame& frame) const {
    if (placed_.generation != generation_ || placed_.frame != frame) {
        const PlacementLayers shows{.hotspots = layers_->is_visible(MapLayers::hotspots),
                                    .checks = layers_->is_visible(MapLayers::checks),
                                    .names = layers_->is_visible(MapLayers::names),
                                    .roads = layers_->is_visible(MapLayers::roads)};
        placed_ = {frame, generation_, placement(shown_, frame, style(), choice_, shows)};
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
    } else if (key == MapLayers::hotspots) {
        paint_hotspots(painter, now, look, shown_, placed_for(now), choice_);
    } else if (key == MapLayers::checks) {
        paint_checks(painter, look, shown_, placed_for(now), choice_);
    } else if (key == MapLayers::names) {
        for (const auto& label : placed_for(now).labels) words_.put(painter, label, look, now.device_pixel_ratio);
    } else if (const auto raster = rasters_.find(key); raster != rasters_.end()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(now.rect(raster->rd), raster->image);
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

void MapView::drawBackground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->resetTransform();
    painter->fillRect(viewport()->rect(), style().look.raised);
    painter->restore();
}

void MapView::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->resetTransform();
    paint_tools(*painter, frame());
    painter->restore();
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

void MapView::look_at(MapPoint centre, double metres_per_pixel) {
    const QRectF world = sceneRect();
    const double farthest =
        std::max(world.width() / std::max(1, viewport()->width()), world.height() / std::max(1, viewport()->height())) /
        1.7;
    metres_per_pixel_ = std::clamp(metres_per_pixel, closest, std::max(farthest, closest * 2));
    centre_ = {std::clamp(centre.x, world.left(), world.right()), std::clamp(centre.y, world.top(), world.bottom())};
    setTransform(QTransform::fromScale(1 / metres_per_pixel_, -1 / metres_per_pixel_));
    centerOn(centre_.x, centre_.y);
    after_view_change();
}

void MapView::after_view_change() {
    viewport()->update();
    rest_.start();
}

void MapView::came_to_rest() {
    const MapFrame now = frame();
    emit view_changed(now.box(), (now.size * now.device_pixel_ratio).toSize(), now.metres_per_pixel);
    if (shown_.roads->vertices < roads_at_once || road_vertices(now, shown_) < roads_at_once) return;
    const baken::Box view = now.box();
    const bool is_there = roads_generation_ == generation_ && roads_.metres_per_pixel == now.metres_per_pixel &&
                          roads_.rd.min_x <= view.min_x && roads_.rd.max_x >= view.max_x &&
                          roads_.rd.min_y <= view.min_y && roads_.rd.max_y >= view.max_y;
    if (is_there) return;
    // Half a view more on every side: a drag does not run out of roads at once.
    MapFrame wide = now;
    wide.size = now.size * 2;
    MapScene ground;
    ground.region = shown_.region;
    ground.roads = shown_.roads;
    const quint64 asked_in = generation_;
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

bool MapView::is_settled() const { return !rest_.isActive() && !road_painter_.is_busy(); }

void MapView::redraw() {
    ++generation_;
    after_view_change();
}

void MapView::sync_layers() {
    double z = 0;
    for (const auto& key : layers_->bottom_to_top()) {
        LayerItem*& item = items_[key];
        if (!item) {
            item = new LayerItem(this, key);
            scene()->addItem(item);
        }
        item->setZValue(++z);
        item->setVisible(layers_->is_visible(key));
    }
    redraw();
}

bool MapView::is_legend_open() const {
    constexpr int open_from = 80;  // letters that go into the width
    return legend_wish_.value_or(viewport()->width() > open_from * fontMetrics().averageCharWidth() * 2);
}

void MapView::fit(const baken::Box& rd) {
    // Clear of the legend, where that leaves most of the width.
    const QSizeF size = viewport()->size();
    const double legend = overlay().legend.right();
    const double left = is_legend_open() && legend < size.width() * 0.35 ? legend : 0;
    const double by_width = (rd.max_x - rd.min_x) / std::max(1.0, size.width() - left - 2 * gap_6);
    const double by_height = (rd.max_y - rd.min_y) / std::max(1.0, size.height() - 2 * gap_6);
    const double metres = std::max({by_width, by_height, 1.0});
    look_at({(rd.min_x + rd.max_x) / 2 - left / 2 * metres, (rd.min_y + rd.max_y) / 2}, metres);
}

void MapView::fit_region() {
    if (shown_.extent.max_x > shown_.extent.min_x) fit(shown_.extent);
}

void MapView::centre_on(MapPoint p) { look_at(p, metres_per_pixel_); }

void MapView::zoom_by(double factor, QPointF around) {
    const QSizeF size = viewport()->size();
    const QPointF off(around.x() - size.width() / 2, around.y() - size.height() / 2);
    const MapPoint fixed{centre_.x + off.x() * metres_per_pixel_, centre_.y - off.y() * metres_per_pixel_};
    const QRectF world = sceneRect();
    const double farthest =
        std::max(world.width() / std::max(1.0, size.width()), world.height() / std::max(1.0, size.height())) / 1.7;
    const double wanted = std::clamp(metres_per_pixel_ / factor, closest, std::max(farthest, closest * 2));
    look_at({fixed.x - off.x() * wanted, fixed.y + off.y() * wanted}, wanted);
}

void MapView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    // A map that was fitted before it had its size is fitted again.
    const bool was_tiny = event->oldSize().width() < 50;
    if (was_fitted_ && was_tiny)
        fit_region();
    else
        look_at(centre_, metres_per_pixel_);
}

void MapView::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        words_.forget();
        redraw();
    }
}

}  // namespace baken
