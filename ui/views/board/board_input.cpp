// What the hands do on the board: pointer and keys lift a check, carry it, and put it down.
#include "ui/views/plan_board_view.hpp"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double zoom_step = 1.25;
constexpr int pixels_per_scroll = 16;

}  // namespace

// Prices

void PlanBoardView::ask_prices(const CheckId& id) {
    if (bench_ == nullptr || priced_ == id) return;
    priced_ = id;
    prices_.clear();
    day_prices_->start(
        say_("Dagen prijzen", "Pricing the days"),
        [bench = bench_, checks = checks_, id, say = say_](const Work&) {
            return priced_days(*bench, *checks, id, say);
        },
        [this, id](std::vector<PricedChange> days) {
            if (priced_ != id) return;
            prices_ = std::move(days);
            if (!hand_.carry || hand_.carry->id != id) return;
            hand_.carry->days = prices_;
            describe();
            viewport()->update();
            if (is_waiting_to_finish_) put_down();
        });
}

void PlanBoardView::ask_swap_price() {
    const CheckId with = *hand_.carry->swap_with;
    if (bench_ == nullptr) return;
    swap_price_->start(
        say_("Ruil prijzen", "Pricing the swap"),
        [bench = bench_, checks = checks_, id = hand_.carry->id, with, say = say_](const Work&) {
            return priced(*bench, *checks, SwapChecks{id, with}, say);
        },
        [this, with](PricedChange price) {
            if (!hand_.carry || hand_.carry->swap_with != with) return;
            hand_.carry->swap = std::move(price);
            describe();
            viewport()->update();
            if (is_waiting_to_finish_) put_down();
        });
}

// Carrying

void PlanBoardView::lift(const BoardBox& box, QPointF pointer) {
    const BoardTile& tile = tile_in(box);
    const auto day = static_cast<int>((tile.date - board_.first).count());
    hand_.carry =
        BoardCarry{tile.id, box, day, day, priced_ == tile.id ? prices_ : std::vector<PricedChange>{}, {}, {}, pointer};
    hand_.message.clear();
    is_waiting_to_finish_ = false;
    ask_prices(tile.id);
    QToolTip::hideText();
}

void PlanBoardView::carry_to(int day) {
    hand_.carry->to_day = std::clamp(day, 0, board_.days() - 1);
    hand_.carry->swap_with.reset();
    hand_.carry->swap.reset();
    describe();
    viewport()->update();
}

void PlanBoardView::carry_over(QPointF pointer, bool may_swap) {
    BoardCarry& carry = *hand_.carry;
    carry.pointer = pointer;
    // Only a day that can be seen is meant: beyond the edge it is the last one in sight.
    const QPointF within(std::clamp(pointer.x(), layout_.left, viewport()->width() - layout_.right), pointer.y());
    const double x = content_at(within).x() - press_->grip;
    // Tiles are wider than their day: only the middle of one means the check itself, beside it its neighbouring days.
    const BoardBox* under = may_swap ? box_under(pointer) : nullptr;
    const bool is_other = under != nullptr && tile_in(*under).id != carry.id &&
                          std::abs(content_at(pointer).x() - under->rect.center().x()) < under->rect.width() / 4;
    if (!is_other) return carry_to(layout_.day_at(x));
    const CheckId with = tile_in(*under).id;
    carry.to_day = std::clamp(layout_.day_at(x), 0, board_.days() - 1);
    if (carry.swap_with != with) {
        carry.swap_with = with;
        carry.swap.reset();
        ask_swap_price();
    }
    describe();
    viewport()->update();
}

int PlanBoardView::way_to_scroll(QPointF pointer) const {
    if (pointer.x() > viewport()->width() - layout_.right - layout_.glyph) return 1;
    return pointer.x() < layout_.left + layout_.glyph ? -1 : 0;
}

void PlanBoardView::scroll_at_edge() {
    QScrollBar* bar = horizontalScrollBar();
    const int before = bar->value();
    if (hand_.carry && press_ && !is_waiting_to_finish_)
        bar->setValue(before + way_to_scroll(hand_.carry->pointer) * pixels_per_scroll);
    if (bar->value() == before) return edge_time_.stop();
    carry_over(hand_.carry->pointer, false);
}

void PlanBoardView::put_down() {
    if (!hand_.carry) return;
    rest_.stop();
    if (bench_ != nullptr && hand_.carry->is_moved() && hand_.carry->price() == nullptr) {
        is_waiting_to_finish_ = true;  // the answer is under way and finishes this
        return;
    }
    const BoardCarry carry = *hand_.carry;
    take_back();
    if (carry.is_moved()) finish(carry);
}

void PlanBoardView::take_back() {
    rest_.stop();
    hand_.carry.reset();
    press_.reset();
    is_key_carry_ = false;
    is_waiting_to_finish_ = false;
    viewport()->unsetCursor();
    describe();
    viewport()->update();
}

void PlanBoardView::finish(const BoardCarry& carry) {
    const PricedChange* price = carry.price();
    if (price != nullptr && price->verdict == DayVerdict::impossible) return say_no(price->because, carry.pointer);
    if (carry.swap_with)
        emit swap_asked(carry.id, *carry.swap_with);
    else
        emit move_asked(carry.id, board_.first + std::chrono::days{carry.to_day});
}

void PlanBoardView::say_no(const QString& why, QPointF at) {
    hand_.message = why;
    hand_.message_at = at;
    message_time_.start();
    viewport()->update();
    setAccessibleDescription(say_("Kan niet. %1", "Not possible. %1").arg(why));
    emit told(why);
}

void PlanBoardView::explain(const QString& why) {
    const BoardBox* box = hand_.focused ? box_of(*hand_.focused) : nullptr;
    say_no(why, box == nullptr ? QPointF(layout_.left, layout_.header) : viewport_at(box->rect.bottomLeft()));
}

// Pointer

void PlanBoardView::mousePressEvent(QMouseEvent* event) {
    hand_.message.clear();
    const BoardBox* box = box_under(event->position());
    if (is_key_carry_) take_back();
    if (box == nullptr) {
        viewport()->update();
        return;
    }
    const BoardTile& tile = tile_in(*box);
    focus_on(tile.id, true);
    if (event->button() != Qt::LeftButton) return;
    const int day = static_cast<int>((tile.date - board_.first).count());
    press_ = Press{event->pos(), tile.id, content_at(event->position()).x() - layout_.middle_of(day)};
    ask_prices(tile.id);
}

void PlanBoardView::mouseMoveEvent(QMouseEvent* event) {
    if (press_ && (event->buttons() & Qt::LeftButton)) {
        if (!hand_.carry && (event->pos() - press_->at).manhattanLength() >= QApplication::startDragDistance())
            if (const BoardBox* box = box_of(press_->id)) {
                lift(*box, event->position());
                viewport()->setCursor(Qt::ClosedHandCursor);
            }
        if (hand_.carry && !is_waiting_to_finish_) {
            if (way_to_scroll(event->position()) != 0) edge_time_.start();
            carry_over(event->position(), !(event->modifiers() & Qt::ShiftModifier));
        }
        return;
    }
    const BoardBox* box = box_under(event->position());
    const std::optional<CheckId> over = box == nullptr ? std::nullopt : std::optional(tile_in(*box).id);
    if (over == hand_.hovered) return;
    hand_.hovered = over;
    over ? viewport()->setCursor(Qt::OpenHandCursor) : viewport()->unsetCursor();
    viewport()->update();
}

void PlanBoardView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (hand_.carry && !is_key_carry_) put_down();
    if (!hand_.carry) press_.reset();
}

void PlanBoardView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !is_on_days(event->position())) return;
    if (const BoardBox* box = box_under(event->position())) {
        emit details_asked(tile_in(*box).id);
        return;
    }
    const QPointF at = content_at(event->position());
    if (const auto row = layout_.row_at(at.y()))
        emit add_asked(static_cast<std::uint32_t>(*row), board_.first + std::chrono::days{layout_.day_at(at.x())});
}

void PlanBoardView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const BoardTile* tile = hand_.focused ? board_.tile(*hand_.focused) : nullptr;
        if (tile != nullptr)
            emit menu_asked(tile->id, tile->municipality, tile->date,
                            viewport()->mapToGlobal(tile_rect(tile->id).center()));
        return;
    }
    const QPoint here = viewport()->mapFromGlobal(event->globalPos());
    if (!is_on_days(here)) return;
    const QPointF at = content_at(here);
    const auto row = layout_.row_at(at.y());
    if (!row) return;
    const BoardBox* box = box_under(here);
    emit menu_asked(box == nullptr ? CheckId{} : tile_in(*box).id,
                    static_cast<std::uint32_t>(box == nullptr ? *row : box->row),
                    box == nullptr ? board_.first + std::chrono::days{layout_.day_at(at.x())} : tile_in(*box).date,
                    event->globalPos());
}

void PlanBoardView::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QAbstractScrollArea::wheelEvent(event);
    // The day under the pointer stays under it.
    const double share = content_at(event->position()).x() / std::max(1.0, layout_.year_width);
    set_zoom(zoom_ * (event->angleDelta().y() > 0 ? zoom_step : 1 / zoom_step));
    horizontalScrollBar()->setValue(
        static_cast<int>(std::lround(share * layout_.year_width - (event->position().x() - layout_.left))));
    event->accept();
}

// Keys

bool PlanBoardView::event(QEvent* event) {
    // Keys of the board come before the window's shortcuts while it has the focus: Alt and an arrow is no "back" here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool is_arrow = key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down;
        const bool is_plain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        const bool is_own = is_plain && hand_.focused &&
                            (key->key() == Qt::Key_L || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Insert);
        const bool ends_carry = hand_.carry && key->key() == Qt::Key_Escape;
        if ((is_arrow && (is_plain || key->modifiers() == Qt::AltModifier)) || is_own || ends_carry) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void PlanBoardView::carry_by_key(int days) {
    const BoardBox* box = hand_.focused ? box_of(*hand_.focused) : nullptr;
    if (box == nullptr) return;
    if (!hand_.carry) {
        lift(*box, viewport_at(box->rect.bottomLeft()));
        is_key_carry_ = true;
    }
    if (!is_key_carry_ || is_waiting_to_finish_) return;
    carry_to(hand_.carry->to_day + days);
    const QRectF there = layout_.tile_on(hand_.carry->box, hand_.carry->to_day);
    scroll_to(there);
    hand_.carry->pointer = viewport_at(there.bottomLeft());
    rest_.start();
}

bool PlanBoardView::handle_key(QKeyEvent* event) {
    const bool has_alt = event->modifiers() & Qt::AltModifier;
    const BoardTile* tile = hand_.focused ? board_.tile(*hand_.focused) : nullptr;
    switch (event->key()) {
        case Qt::Key_Left: has_alt ? carry_by_key(-1) : step_focus(-1); return true;
        case Qt::Key_Right: has_alt ? carry_by_key(1) : step_focus(1); return true;
        case Qt::Key_Up: has_alt ? carry_by_key(-7) : step_row(-1); return true;
        case Qt::Key_Down: has_alt ? carry_by_key(7) : step_row(1); return true;
        case Qt::Key_Home: step_focus(-static_cast<int>(layout_.tiles.size())); return true;
        case Qt::Key_End: step_focus(static_cast<int>(layout_.tiles.size())); return true;
        case Qt::Key_Escape:
            if (!hand_.carry && hand_.message.isEmpty()) return false;
            hand_.message.clear();
            take_back();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (hand_.carry)
                put_down();
            else if (tile != nullptr)
                emit details_asked(tile->id);
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            if (!(event->modifiers() & Qt::ControlModifier)) return false;
            set_zoom(zoom_ * zoom_step);
            return true;
        case Qt::Key_Minus:
            if (!(event->modifiers() & Qt::ControlModifier)) return false;
            set_zoom(zoom_ / zoom_step);
            return true;
        default: break;
    }
    if (tile == nullptr || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    switch (event->key()) {
        case Qt::Key_L: emit lock_asked(tile->id, !tile->is_locked); return true;
        case Qt::Key_Delete: emit drop_asked(tile->id); return true;
        case Qt::Key_Insert: emit add_asked(tile->municipality, tile->date); return true;
        default: return false;
    }
}

void PlanBoardView::keyPressEvent(QKeyEvent* event) {
    if (!handle_key(event)) QAbstractScrollArea::keyPressEvent(event);
}

void PlanBoardView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Alt && is_key_carry_) return put_down();
    QAbstractScrollArea::keyReleaseEvent(event);
}

void PlanBoardView::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    hand_.has_focus = true;
    if (!hand_.focused && event->reason() != Qt::MouseFocusReason) step_focus(0);
    viewport()->update();
}

void PlanBoardView::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    hand_.has_focus = false;
    if (is_key_carry_) put_down();
    viewport()->update();
}

}  // namespace baken
