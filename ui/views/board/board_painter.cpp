#include "ui/views/board/board_painter.hpp"

#include "ui/views/board/glyphs.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

QColor faint(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

}  // namespace

const PricedChange* BoardCarry::price() const {
    if (swap_with) return swap ? &*swap : nullptr;
    const auto day = static_cast<std::size_t>(to_day);
    return day < days.size() ? &days[day] : nullptr;
}

BoardPainter::BoardPainter(QPainter& painter, const PlanBoard& board, const BoardLayout& layout, const Look& look,
                           Speech say, const QFont& font, QSize viewport, QPointF scroll)
    : p_(painter),
      board_(board),
      layout_(layout),
      look_(look),
      say_(say),
      body_(font),
      small_(secondary_font(font)),
      bold_(bold(font)),
      viewport_(viewport),
      scroll_(scroll) {}

void BoardPainter::clip_to_days() {
    p_.setClipRect(QRectF(layout_.left, layout_.header, viewport_.width() - layout_.left - layout_.right,
                          viewport_.height() - layout_.header - layout_.foot));
    p_.translate(layout_.left - scroll_.x(), layout_.header - scroll_.y());
}

void BoardPainter::paint_still() {
    p_.fillRect(QRectF(QPointF(), QSizeF(viewport_)), look_.surface);
    p_.save();
    clip_to_days();
    paint_background();
    p_.restore();
    paint_crews();

    p_.save();
    p_.setClipRect(QRectF(layout_.left, 0, viewport_.width() - layout_.left - layout_.right, layout_.header));
    p_.translate(layout_.left - scroll_.x(), 0);
    paint_months();
    paint_bands();
    p_.restore();

    paint_names();
    paint_counts();
    p_.setPen(QPen(look_.line, 1));
    p_.drawLine(QPointF(0, layout_.header - 0.5), QPointF(viewport_.width(), layout_.header - 0.5));
    if (layout_.foot > 0) {
        const double foot = viewport_.height() - layout_.foot - 0.5;
        p_.setPen(QPen(look_.soft, 1));
        p_.drawLine(QPointF(0, foot), QPointF(viewport_.width(), foot));
    }
}

void BoardPainter::paint_under(const BoardHand& hand) {
    if (!hand.carry) return;
    p_.save();
    clip_to_days();
    paint_days_of(*hand.carry);
    p_.restore();
}

void BoardPainter::paint_over(const BoardHand& hand) {
    p_.save();
    clip_to_days();
    paint_marks(hand);
    p_.restore();
    if (hand.carry && hand.carry->is_moved())
        paint_price(*hand.carry);
    else if (!hand.message.isEmpty())
        paint_bubble(hand.message_at, say_("Kan niet", "Not possible"), {}, hand.message, DayVerdict::impossible);
}

void BoardPainter::paint_price(const BoardCarry& carry) {
    const PricedChange* price = carry.price();
    const BoardTile* other = carry.swap_with ? board_.tile(*carry.swap_with) : nullptr;
    const QString heading = other != nullptr ? say_("Ruilen met %1", "Swap with %1").arg(other->name)
                                             : say_.day(board_.first + std::chrono::days{carry.to_day});
    if (price != nullptr)
        paint_bubble(carry.pointer, heading, price->price, price->because, price->verdict);
    else
        paint_bubble(carry.pointer, heading, say_("wordt berekend\u2026", "being worked out\u2026"), {},
                     DayVerdict::free);
}

QRectF BoardPainter::days_rect(Date from, Date to) const {
    const double bottom = layout_.rows.empty() ? 0 : layout_.rows.back().bottom();
    return {QPointF(layout_.x_of(day_of(from)), 0), QPointF(layout_.x_of(day_of(to) + 1), bottom)};
}

void BoardPainter::paint_background() {
    for (const BoardStretch& season : board_.dark_seasons)
        p_.fillRect(days_rect(season.from, season.to), faint(look_.dark_hours, look_.is_dark ? 0.14 : 0.06));
    for (const BoardBand& band : board_.bands) {
        const QColor colour = band.is_region_day ? look_.accent : look_.complaint;
        p_.fillRect(days_rect(band.from, band.to), faint(colour, band.is_region_day  ? 0.35
                                                                 : band.is_confirmed ? 0.07
                                                                                     : 0.04));
    }
    paint_stretches();
    paint_row_lines();
}

void BoardPainter::paint_stretches() {
    for (const BoardStretch& closed : board_.closed) {
        const QRectF days = days_rect(closed.from, closed.to);
        p_.fillRect(days, faint(look_.soft, 0.14));
        p_.fillRect(days, QBrush(faint(look_.soft, 0.75), Qt::BDiagPattern));
    }
}

void BoardPainter::paint_row_lines() {
    const double bottom = layout_.rows.empty() ? 0 : layout_.rows.back().bottom();
    p_.setPen(QPen(look_.line, 1));
    for (unsigned month = 2; month <= 12; ++month) {
        const double x = std::round(layout_.x_of(day_of(make_date(board_.year, month, 1)))) + 0.5;
        p_.drawLine(QPointF(x, 0), QPointF(x, layout_.height));
    }
    for (const QRectF& row : layout_.rows)
        p_.drawLine(QPointF(0, row.bottom() - 0.5), QPointF(layout_.year_width, row.bottom() - 0.5));
    p_.setPen(QPen(look_.soft, 1));
    p_.drawLine(QPointF(0, bottom - 0.5), QPointF(layout_.year_width, bottom - 0.5));
}

void BoardPainter::paint_months() {
    p_.fillRect(QRectF(0, 0, layout_.year_width, layout_.header), look_.raised);
    for (const BoardStretch& season : board_.dark_seasons) {
        QRectF days = days_rect(season.from, season.to);
        days.setHeight(layout_.months_height);
        p_.fillRect(days, faint(look_.dark_hours, look_.is_dark ? 0.3 : 0.13));
    }
    p_.setFont(body_);
    const QFontMetricsF metrics(body_);
    for (unsigned month = 1; month <= 12; ++month) {
        const double from = layout_.x_of(day_of(make_date(board_.year, month, 1)));
        const double to = month == 12 ? layout_.year_width : layout_.x_of(day_of(make_date(board_.year, month + 1, 1)));
        const QString whole = say_.month(month);
        const bool fits = metrics.horizontalAdvance(whole) + gap_2 <= to - from;
        p_.setPen(look_.text);
        p_.drawText(QRectF(from, 0, to - from, layout_.months_height), Qt::AlignCenter,
                    fits ? whole : say_.short_month(month));
        const double side = layout_.glyph * 0.8;
        const double beside = (to - from - metrics.horizontalAdvance(fits ? whole : say_.short_month(month))) / 2;
        const bool is_dark = std::any_of(board_.dark_seasons.begin(), board_.dark_seasons.end(), [&](const auto& s) {
            return s.from <= make_date(board_.year, month, 1) && make_date(board_.year, month, 1) <= s.to;
        });
        if (is_dark && beside >= side + gap_1)
            draw_moon(p_, QRectF(from + gap_1, (layout_.months_height - side) / 2, side, side), look_.dark_hours);
        if (month == 1) continue;
        p_.setPen(QPen(look_.line, 1));
        p_.drawLine(QPointF(std::round(from) + 0.5, 0), QPointF(std::round(from) + 0.5, layout_.header));
    }
}

void BoardPainter::paint_bands() {
    p_.setFont(small_);
    const QFontMetricsF metrics(small_);
    for (std::size_t i = 0; i < board_.bands.size(); ++i) {
        const BoardBand& band = board_.bands[i];
        const QRectF box = layout_.bands[i];
        const QColor colour = band.is_region_day ? look_.accent : look_.complaint;
        const QRectF days = days_rect(band.from, band.to);
        const QRectF bar(days.left(), box.top(), days.width(), box.height());
        // Confirmed ones have a whole line under them, the others a broken one.
        p_.fillRect(box, look_.raised);
        p_.fillRect(bar, faint(colour, band.is_confirmed ? 0.28 : 0.13));
        p_.setPen(QPen(colour, 2, band.is_confirmed ? Qt::SolidLine : Qt::DotLine, Qt::FlatCap));
        p_.drawLine(QPointF(bar.left(), bar.bottom() - 1), QPointF(bar.right(), bar.bottom() - 1));
        const double side = box.height() - 4;
        QRectF text = box.adjusted(gap_1, 0, 0, 0);
        if (!band.is_region_day) {
            draw_theme(p_, QRectF(text.left(), box.top() + 2, side, side), band.theme, look_.text);
            text.setLeft(text.left() + side + 3);
        }
        p_.setPen(look_.text);
        p_.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                    metrics.elidedText(band.name, Qt::ElideRight, text.width()));
    }
}

void BoardPainter::paint_days_of(const BoardCarry& carry) {
    const QRectF row = layout_.rows[carry.box.row];
    p_.fillRect(row, faint(look_.accent, 0.07));
    // A strip under the tiles: free days are full and plain, days that break a rule half as tall and hatched,
    // impossible ones a dotted line.
    const double tall = gap_2;
    for (std::size_t day = 0; day < carry.days.size();) {
        std::size_t until = day + 1;
        while (until < carry.days.size() && carry.days[until].verdict == carry.days[day].verdict) ++until;
        const double from = layout_.x_of(static_cast<int>(day)), to = layout_.x_of(static_cast<int>(until));
        const double bottom = row.bottom() - 1;
        switch (carry.days[day].verdict) {
            case DayVerdict::free:
                p_.fillRect(QRectF(from, row.top(), to - from, row.height()), faint(look_.good, 0.1));
                p_.fillRect(QRectF(from, bottom - tall, to - from, tall), look_.good);
                break;
            case DayVerdict::breaks_a_rule:
                p_.fillRect(QRectF(from, bottom - tall / 2, to - from, tall / 2), faint(look_.warn, 0.25));
                p_.fillRect(QRectF(from, bottom - tall / 2, to - from, tall / 2), QBrush(look_.warn, Qt::BDiagPattern));
                break;
            case DayVerdict::impossible:
                p_.setPen(QPen(look_.bad, 2, Qt::DotLine));
                p_.drawLine(QPointF(from, bottom - 2), QPointF(to, bottom - 2));
                break;
        }
        day = until;
    }
    const double x = layout_.x_of(carry.to_day);
    p_.fillRect(QRectF(x, row.top(), std::max(2.0, layout_.day_width), row.height()), faint(look_.accent, 0.55));
}

void BoardPainter::paint_tiles(const std::optional<CheckId>& carried) {
    p_.save();
    clip_to_days();
    const QRectF seen = QRectF(scroll_, QSizeF(viewport_)).adjusted(-layout_.tile_width, -layout_.tile_height, 0, 0);
    for (const BoardBox& box : layout_.tiles) {
        if (!seen.intersects(box.rect)) continue;
        const BoardTile& tile = board_.rows[box.row].tiles[box.index];
        paint_tile(tile, box.rect, false, carried == tile.id ? 0.35 : 1);
    }
    p_.restore();
}

void BoardPainter::paint_marks(const BoardHand& hand) {
    for (const BoardBox& box : layout_.tiles) {
        const BoardTile& tile = board_.rows[box.row].tiles[box.index];
        const bool is_target = hand.carry && hand.carry->swap_with == tile.id;
        if (is_target || (!hand.carry && hand.hovered == tile.id)) paint_tile(tile, box.rect, true, 1);
        if (hand.carry || hand.focused != tile.id) continue;
        p_.setOpacity(hand.has_focus ? 1 : 0.5);
        paint_focus(box.rect);
        p_.setOpacity(1);
    }
    if (hand.carry) paint_carried(*hand.carry);
}

void BoardPainter::paint_tile(const BoardTile& tile, const QRectF& rect, bool is_hovered, double opacity) {
    p_.save();
    p_.setOpacity(opacity);
    p_.setRenderHint(QPainter::Antialiasing);
    const bool is_done = tile.status == CheckStatus::done;
    const QColor ink = is_done ? look_.surface : look_.text;
    const QColor ground = is_done ? look_.is_dark ? look_.check : look_.good : look_.surface;
    p_.setBrush(ground);
    p_.setPen(QPen(tile.breaks_a_rule ? look_.bad
                   : is_hovered       ? look_.accent
                                      : look_.check,
                   tile.breaks_a_rule || is_hovered ? 2.4 : 1.4));
    p_.drawRoundedRect(rect.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3);

    const double side = layout_.glyph;
    draw_theme(p_, QRectF(rect.left() + gap_1, rect.top() + gap_1 - 1, side, side), tile.theme, ink);
    const QRectF text(rect.left() + side + 2 * gap_1, rect.top() + 1, rect.width() - side - 3 * gap_1, rect.height());
    p_.setPen(ink);
    p_.setFont(bold_);
    const double line = QFontMetricsF(body_).height();
    p_.drawText(QRectF(text.left(), text.top(), text.width(), line), Qt::AlignRight | Qt::AlignVCenter, tile.day);
    p_.setFont(small_);
    const double small_line = QFontMetricsF(small_).height();
    p_.drawText(QRectF(rect.left() + gap_1, text.top() + line, rect.width() - 2 * gap_1, small_line),
                Qt::AlignRight | Qt::AlignVCenter, tile.hour);

    const double mark = small_line * 0.72;
    const QRectF corner(rect.left() + gap_1, text.top() + line + (small_line - mark) / 2, mark, mark);
    if (tile.is_locked)
        draw_lock(p_, corner, ink);
    else if (tile.kind == CheckKind::dark_days)
        draw_moon(p_, corner, is_done ? ink : look_.dark_hours);

    // The dark bar: how much of the check is in the dark.
    const QRectF bar(rect.left() + 3, rect.bottom() - 4, rect.width() - 6, 2.4);
    p_.fillRect(bar, is_done ? faint(look_.surface, 0.5) : look_.daylight.darker(look_.is_dark ? 100 : 112));
    p_.fillRect(QRectF(bar.left(), bar.top(), bar.width() * tile.dark_share, bar.height()), look_.dark_hours);

    if (tile.status == CheckStatus::cancelled) {
        p_.setPen(QPen(look_.bad, 1.8));
        p_.drawLine(rect.topLeft() + QPointF(3, 3), rect.bottomRight() - QPointF(3, 3));
        p_.drawLine(rect.topRight() + QPointF(-3, 3), rect.bottomLeft() + QPointF(3, -3));
    }
    if (tile.breaks_a_rule) {
        const double sign = layout_.glyph * 0.8;
        draw_warning(p_, QRectF(rect.right() - sign * 0.6, rect.top() - sign * 0.4, sign, sign), look_.bad,
                     look_.surface);
    }
    p_.restore();
}

void BoardPainter::paint_focus(const QRectF& rect) {
    p_.save();
    p_.setRenderHint(QPainter::Antialiasing);
    p_.setBrush(Qt::NoBrush);
    p_.setPen(QPen(look_.accent, 2.4));
    p_.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 4, 4);
    p_.restore();
}

void BoardPainter::paint_carried(const BoardCarry& carry) {
    BoardTile tile = board_.rows[carry.box.row].tiles[carry.box.index];
    if (!carry.swap_with) tile.day = QString::number(day_of_month(board_.first + std::chrono::days{carry.to_day}));
    const QRectF rect = layout_.tile_on(carry.box, carry.to_day).translated(2, -2);
    p_.fillRect(rect.translated(3, 4), faint(Qt::black, 0.25));
    paint_tile(tile, rect, true, 0.95);
    const PricedChange* price = carry.price();
    if (price == nullptr || !carry.is_moved()) return;
    const double sign = layout_.glyph * 0.9;
    draw_verdict(p_, QRectF(rect.right() - sign / 2, rect.top() - sign / 2, sign, sign), price->verdict, look_);
}

void draw_verdict(QPainter& painter, const QRectF& square, DayVerdict verdict, const Look& look) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (verdict != DayVerdict::breaks_a_rule) {
        painter.setBrush(verdict == DayVerdict::free ? look.good : look.bad);
        painter.drawEllipse(square);
    }
    const QRectF inner =
        square.adjusted(square.width() * 0.2, square.height() * 0.2, -square.width() * 0.2, -square.height() * 0.2);
    switch (verdict) {
        case DayVerdict::free: draw_tick(painter, inner, look.surface); break;
        case DayVerdict::breaks_a_rule: draw_warning(painter, square, look.warn, look.surface); break;
        case DayVerdict::impossible: draw_cross(painter, inner, look.surface); break;
    }
    painter.restore();
}

}  // namespace baken
