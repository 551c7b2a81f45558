// What is chosen on the map, and the tools: walking along the hotspots, measuring, moving.
#include "ui/views/map/map_view.hpp"

#include <QAccessible>

#include <algorithm>
#include <cmath>

namespace baken {

bool MapView::is_in_view(MapPoint p) const {
    return frame().rect().adjusted(30, 30, -30, -30).contains(frame().pixel(p));
}

void MapView::select_hotspot(const HotspotId& id) {
    const MapHotspot* h = shown_.hotspot(id);
    choice_.moved_to.reset();
    choice_.hotspot = h ? std::optional(id) : std::nullopt;
    choice_.check.reset();
    choice_.stretch.reset();
    if (h && !is_in_view(h->at)) centre_on(h->at);
    redraw();
}

void MapView::select_check(const CheckId& id) {
    const MapCheck* c = shown_.check(id);
    choice_.moved_to.reset();
    choice_.check = c ? std::optional(id) : std::nullopt;
    choice_.hotspot = c ? std::optional(c->hotspot) : std::nullopt;
    choice_.stretch.reset();
    if (c && !is_in_view(c->at)) centre_on(c->at);
    redraw();
}

void MapView::select_stretch(const std::string& id) {
    const MapStretch* s = shown_.findings->stretch(id);
    choice_ = {};
    if (s) choice_.stretch = id;
    if (s && !is_in_view(s->middle)) centre_on(s->middle);
    redraw();
}

void MapView::clear_selection() {
    const bool had_hotspot = choice_.hotspot.has_value(), had_check = choice_.check.has_value(),
               had_stretch = choice_.stretch.has_value();
    choice_ = {};
    redraw();
    if (had_check) emit check_selected({});
    if (had_stretch) emit stretch_selected({});
    if (had_hotspot) emit hotspot_selected({});
}

void MapView::choose(const MapHit& what) {
    if (what.check) {
        select_check(what.check->id);
        emit check_selected(*choice_.check);
    } else if (what.hotspot) {
        select_hotspot(what.hotspot->id);
        emit hotspot_selected(*choice_.hotspot);
    } else if (what.stretch) {
        const std::string id = what.stretch->id;
        select_stretch(id);
        emit stretch_selected(id);
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

}  // namespace baken
