#include "ui/views/map/map_view.hpp"

#include "ui/views/map/map_layer_item.hpp"

#include <QEvent>
#include <QGraphicsScene>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr int rest_after_ms = 120;
constexpr double closest = 0.08;  ///< metres per pixel

/// Room to scroll beyond the region; scroll bars count in whole pixels, so that this bounds the closest zoom as well.
QRectF world_around(const baken::Box& rd) {
    const double margin = std::max({rd.max_x - rd.min_x, rd.max_y - rd.min_y, 20'000.0}) * 2;
    return {QPointF(rd.min_x - margin, rd.min_y - margin), QPointF(rd.max_x + margin, rd.max_y + margin)};
}

}  // namespace

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
    connect(&road_painter_, &JobRunner::finished, this, &MapView::redraw_picture);
    scene()->setSceneRect(world_around({0, 300'000, 300'000, 620'000}));
    sync_layers();
    look_at(centre_, metres_per_pixel_);
}

MapView::~MapView() { road_painter_.cancel(); }

void MapView::show(MapScene scene) {
    if (scene.roads != shown_.roads) ++ground_generation_;
    shown_ = std::move(scene);
    choice_.moved_to.reset();
    if (choice_.hotspot && !shown_.hotspot(*choice_.hotspot)) choice_.hotspot.reset();
    if (choice_.check && !shown_.check(*choice_.check)) choice_.check.reset();
    if (choice_.stretch && !shown_.findings->stretch(*choice_.stretch)) choice_.stretch.reset();
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
    redraw_picture();
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

void MapView::redraw_picture() {
    ++picture_generation_;
    viewport()->update();
}

void MapView::redraw() {
    ++generation_;
    ++picture_generation_;
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
        ++ground_generation_;
        redraw();
    }
}

}  // namespace baken
