// What the pointer and the keys do on the map.
#include "ui/views/map/map_view.hpp"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double zoom_step = 1.25, fine_zoom_step = 1.08, key_zoom_step = 1.5;
constexpr double pan_share = 0.15, far_pan_share = 0.5;

QPointF arrow_of(int key) {
    switch (key) {
        case Qt::Key_Left: return {-1, 0};
        case Qt::Key_Right: return {1, 0};
        case Qt::Key_Up: return {0, -1};
        case Qt::Key_Down: return {0, 1};
        default: return {};
    }
}

}  // namespace

MapHit MapView::hit(QPointF pixel) const {
    const MapFrame now = frame();
    return hit_at(pixel, shown_, now, style(), placed_for(now),
                  {.accidents = layers_->is_visible(MapLayers::accidents),
                   .complaints = layers_->is_visible(MapLayers::complaints),
                    .measurements = layers_->is_visible(MapLayers::measurements),
                    .schools = layers_->is_visible(MapLayers::schools),
                    .stretches = layers_->is_visible(MapLayers::stretches),
                    .network_density = layers_->is_visible(MapLayers::network_density),
                    .cells = layers_->is_visible(MapLayers::cells)});
}

void MapView::pan_by(double right, double down) {
    look_at({centre_.x + right * metres_per_pixel_, centre_.y - down * metres_per_pixel_}, metres_per_pixel_);
}

bool MapView::move_key(QKeyEvent* event) {
    if (!is_moving_ || !choice_.hotspot) return false;
    const MapHotspot* h = shown_.hotspot(*choice_.hotspot);
    if (const QPointF way = arrow_of(event->key()); h && !way.isNull()) {
        const double step = (event->modifiers() & Qt::ShiftModifier ? 10 : 1) * metres_per_pixel_;
        const MapPoint from = choice_.moved_to.value_or(h->at);
        choice_.moved_to = {from.x + way.x() * step, from.y - way.y() * step};
        announce(place_words(*choice_.moved_to, say_));
        redraw();
        return true;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && choice_.moved_to) {
        emit hotspot_moved(*choice_.hotspot, *choice_.moved_to);
        return true;
    }
    return false;
}

void MapView::keyPressEvent(QKeyEvent* event) {
    if (move_key(event)) return;
    if (const QPointF way = arrow_of(event->key()); !way.isNull()) {
        const double share = event->modifiers() & Qt::ShiftModifier ? far_pan_share : pan_share;
        pan_by(way.x() * share * viewport()->width(), way.y() * share * viewport()->height());
        return;
    }
    const QPointF middle = frame().rect().center();
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoom_by(key_zoom_step, middle); return;
        case Qt::Key_Minus: zoom_by(1 / key_zoom_step, middle); return;
        case Qt::Key_Home: fit_region(); return;
        case Qt::Key_N: step_hotspot(1); return;
        case Qt::Key_P: step_hotspot(-1); return;
        case Qt::Key_M: set_measuring(!is_measuring_); return;
        case Qt::Key_L: set_legend_open(!is_legend_open()); return;
        case Qt::Key_Backspace:
            if (!is_measuring_ || measured_.empty()) break;
            measured_.pop_back();
            emit measured_changed(measured_length(measured_));
            viewport()->update();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (is_measuring_)
                add_measured(frame().centre);
            else if (const MapHotspot* h = choice_.hotspot ? shown_.hotspot(*choice_.hotspot) : nullptr)
                look_at(h->at, std::min(metres_per_pixel_, 4.0));
            else
                step_hotspot(1);
            return;
        case Qt::Key_Escape:
            if (is_measuring_)
                set_measuring(false);
            else if (is_moving_)
                set_moving(false);
            else if (choice_.hotspot || choice_.check || choice_.stretch)
                clear_selection();
            else
                break;
            return;
        default: break;
    }
    event->ignore();
}

const PlacedDisc* MapView::chosen_disc_at(QPointF pixel) const {
    if (!choice_.hotspot) return nullptr;
    for (const auto& disc : placed_for(frame()).discs) {
        const QPointF off = disc.at - pixel;
        if (shown_.hotspots[disc.hotspot].id == *choice_.hotspot && std::hypot(off.x(), off.y()) <= disc.radius + 6)
            return &disc;
    }
    return nullptr;
}

void MapView::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    pressed_at_ = event->position();
    pressed_centre_ = centre_;
    is_panning_ = event->button() == Qt::MiddleButton;
    is_dragging_disc_ = is_moving_ && event->button() == Qt::LeftButton && chosen_disc_at(event->position());
    update_cursor(event->position());
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    pointer_ = frame().map(at);
    emit position(*pointer_);
    if (pressed_at_ && is_dragging_disc_) {
        choice_.moved_to = *pointer_;
        redraw();
    } else if (pressed_at_) {
        const QPointF moved = at - *pressed_at_;
        is_panning_ = is_panning_ || moved.manhattanLength() >= QApplication::startDragDistance();
        if (is_panning_)
            look_at(
                {pressed_centre_.x - moved.x() * metres_per_pixel_, pressed_centre_.y + moved.y() * metres_per_pixel_},
                metres_per_pixel_);
    } else if (!is_measuring_) {
        say_hovered(hit(at).line);
    }
    update_cursor(at);
    viewport()->update();
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    const bool was_click = pressed_at_ && !is_panning_ && !is_dragging_disc_ && event->button() == Qt::LeftButton;
    const bool was_disc = pressed_at_ && is_dragging_disc_;
    pressed_at_.reset();
    is_panning_ = is_dragging_disc_ = false;
    if (was_disc && choice_.hotspot && choice_.moved_to) emit hotspot_moved(*choice_.hotspot, *choice_.moved_to);
    if (was_click) click(event->position());
    update_cursor(event->position());
}

void MapView::click(QPointF pixel) {
    const QRectF legend = overlay().legend;
    if (legend.contains(pixel)) {
        if (pixel.y() < legend.top() + legend_head(style())) set_legend_open(!is_legend_open());
        return;
    }
    if (is_measuring_)
        add_measured(frame().map(pixel));
    else
        choose(hit(pixel));
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || is_measuring_ || overlay().legend.contains(event->position())) {
        mousePressEvent(event);
        return;
    }
    centre_on(frame().map(event->position()));
}

void MapView::wheelEvent(QWheelEvent* event) {
    const double step = event->modifiers() & Qt::ControlModifier ? fine_zoom_step : zoom_step;
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (turned != 0) zoom_by(std::pow(step, turned / 120.0), event->position());
    event->accept();
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    const MapHotspot* chosen = choice_.hotspot ? shown_.hotspot(*choice_.hotspot) : nullptr;
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const MapPoint at = chosen ? chosen->at : frame().centre;
        emit context_menu_wanted(viewport()->mapToGlobal(frame().pixel(at).toPoint()), at,
                                 chosen ? chosen->id : HotspotId{});
    } else {
        const MapHit what = hit(event->pos());
        const HotspotId id = what.hotspot ? what.hotspot->id : what.check ? what.check->hotspot : HotspotId{};
        emit context_menu_wanted(event->globalPos(), frame().map(event->pos()), id);
    }
    event->accept();
}

void MapView::update_cursor(QPointF pixel) {
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (is_panning_)
        shape = Qt::ClosedHandCursor;
    else if (is_measuring_)
        shape = Qt::CrossCursor;
    else if (is_moving_ && (is_dragging_disc_ || chosen_disc_at(pixel)))
        shape = Qt::SizeAllCursor;
    else if (const MapHit what = hit(pixel); what.hotspot || what.check || what.stretch)
        shape = Qt::PointingHandCursor;
    if (viewport()->cursor().shape() != shape) viewport()->setCursor(shape);
}

bool MapView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = is_measuring_ || overlay().legend.contains(help->pos()) ? QString() : hit(help->pos()).tip;
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        pointer_.reset();
        say_hovered({});
        viewport()->update();
    }
    return QGraphicsView::viewportEvent(event);
}

void MapView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    shows_focus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    viewport()->update();
}

void MapView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    shows_focus_ = false;
    viewport()->update();
}

}  // namespace baken
