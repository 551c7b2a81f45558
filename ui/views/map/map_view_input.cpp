// What the pointer and the keys do on the map.
#include "ui/views/map/map_view.hpp"

#include <QAccessible>
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
                  {layers_->is_visible(MapLayers::accidents), layers_->is_visible(MapLayers::complaints)});
}

bool MapView::is_in_view(MapPoint p) const {
    return frame().rect().adjusted(30, 30, -30, -30).contains(frame().pixel(p));
}

void MapView::select_hotspot(const HotspotId& id) {
    const MapHotspot* h = shown_.hotspot(id);
    choice_.moved_to.reset();
    choice_.hotspot = h ? std::optional(id) : std::nullopt;
    choice_.check.reset();
    if (h && !is_in_view(h->at)) centre_on(h->at);
    redraw();
}

void MapView::select_check(const CheckId& id) {
    const MapCheck* c = shown_.check(id);
    choice_.moved_to.reset();
    choice_.check = c ? std::optional(id) : std::nullopt;
    choice_.hotspot = c ? std::optional(c->hotspot) : std::nullopt;
    if (c && !is_in_view(c->at)) centre_on(c->at);
    redraw();
}

void MapView::clear_selection() {
    const bool had_hotspot = choice_.hotspot.has_value(), had_check = choice_.check.has_value();
    choice_ = {};
    redraw();
    if (had_check) emit check_selected({});
    if (had_hotspot) emit hotspot_selected({});
}

void MapView::choose(const MapHit& what) {
    if (what.check) {
        select_check(what.check->id);
        emit check_selected(*choice_.check);
    } else if (what.hotspot) {
        select_hotspot(what.hotspot->id);
        emit hotspot_selected(*choice_.hotspot);
    } else {
        clear_selection();
    }
}

void MapView::step_hotspot(int by) {
    std::vector<const MapHotspot*> order;
    for (const auto& h : shown_.hotspots)
        if (!shown_.chosen || h.municipality == *shown_.chosen) order.push_back(&h);
    if (order.empty()) {
        announce(need_words(shown_.need, say_));
        return;
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->municipality < b->municipality; });
    const auto at = std::find_if(order.begin(), order.end(),
                                 [&](const auto* h) { return choice_.hotspot && h->id == *choice_.hotspot; });
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    const std::ptrdiff_t now = at == order.end() ? (by > 0 ? -1 : count) : at - order.begin();
    const MapHotspot& next = *order[static_cast<std::size_t>(((now + by) % count + count) % count)];
    select_hotspot(next.id);
    emit hotspot_selected(next.id);
    announce(hotspot_line(next, say_));
}

void MapView::announce(const QString& text) {
    say_hovered(text);
    // Screen readers read the description again when it changes.
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void MapView::say_hovered(const QString& text) {
    if (text == hovered_) return;
    hovered_ = text;
    emit hovered(text);
}

void MapView::set_measuring(bool is_on) {
    if (is_on == is_measuring_) return;
    if (is_on) set_moving(false);
    is_measuring_ = is_on;
    measured_.clear();
    update_cursor({-1, -1});
    redraw();
    emit measuring_changed(is_on);
}

void MapView::add_measured(MapPoint p) {
    measured_.push_back(p);
    const double metres = measured_length(measured_);
    emit measured_changed(metres);
    if (measured_.size() > 1) announce(length_words(std::round(metres), say_));
    viewport()->update();
}

void MapView::set_moving(bool is_on) {
    if (is_on == is_moving_) return;
    if (is_on) set_measuring(false);
    is_moving_ = is_on;
    choice_.moved_to.reset();
    update_cursor({-1, -1});
    redraw();
    emit moving_changed(is_on);
}

void MapView::set_legend_open(bool is_open) {
    legend_wish_ = is_open;
    viewport()->update();
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
            else if (choice_.hotspot || choice_.check)
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
    else if (const MapHit what = hit(pixel); what.hotspot || what.check)
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
