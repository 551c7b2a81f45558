// The parts of the board that do not scroll away, the weeks of the crews, and the note at the pointer.
#include "ui/views/board/board_painter.hpp"
#include "ui/views/board/glyphs.hpp"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace baken {

namespace {

QColor faint(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

}  // namespace

void BoardPainter::paint_crews() {
    const double top = layout_.crews_top(viewport_.height(), scroll_.y());
    p_.save();
    p_.setClipRect(QRectF(layout_.left, std::max(top, layout_.header), viewport_.width() - layout_.left - layout_.right,
                          viewport_.height() - layout_.header));
    p_.translate(layout_.left - scroll_.x(), top);
    if (layout_.foot > 0) p_.fillRect(QRectF(0, 0, layout_.year_width, layout_.foot), look_.surface);
    paint_weeks();
    p_.restore();
}

void BoardPainter::paint_weeks() {
    p_.setFont(small_);
    const double line = QFontMetricsF(small_).height();
    for (std::size_t c = 0; c < board_.crews.size(); ++c) {
        const BoardCrew& crew = board_.crews[c];
        const QRectF row = layout_.crews[c];
        const QRectF ground(row.left(), row.top() + gap_1, row.width(), row.height() - gap_2);
        for (const BoardStretch& away : crew.away) {
            const QRectF days(layout_.x_of(day_of(away.from)), ground.top(),
                              layout_.x_of(day_of(away.to) + 1) - layout_.x_of(day_of(away.from)), ground.height());
            p_.fillRect(days, QBrush(faint(look_.soft, 0.75), Qt::BDiagPattern));
        }
        const int most = std::max(1, crew.capacity);
        for (const BoardWeek& week : crew.weeks) {
            const double from = layout_.x_of(day_of(week.from)), to = layout_.x_of(day_of(week.to) + 1);
            const QRectF cell(from + 0.5, ground.top(), to - from - 1, ground.height());
            p_.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), look_.line);
            if (week.checks == 0) continue;
            const bool is_over = week.is_over(crew.capacity);
            const double tall = std::max(3.0, cell.height() * std::min(1.0, static_cast<double>(week.checks) / most));
            const QColor colour = is_over ? look_.bad : week.checks == crew.capacity ? look_.accent : look_.step(3);
            const QRectF bar(cell.left(), cell.bottom() - tall, cell.width(), tall);
            p_.fillRect(bar, colour);
            const QString number = QString::number(week.checks) + (is_over ? QStringLiteral("!") : QString());
            if (cell.width() < QFontMetricsF(small_).horizontalAdvance(number)) continue;
            const bool is_inside = tall >= line * 0.9;
            p_.setPen(!is_inside                                                       ? look_.text
                      : contrast(look_.surface, colour) > contrast(look_.text, colour) ? look_.surface
                                                                                       : look_.text);
            p_.drawText(is_inside ? bar : QRectF(cell.left(), bar.top() - line, cell.width(), line),
                        Qt::AlignHCenter | (is_inside ? Qt::AlignVCenter : Qt::AlignBottom), number);
        }
    }
}

void BoardPainter::paint_names() {
    const QRectF column(0, 0, layout_.left, viewport_.height());
    p_.fillRect(column, look_.raised);
    p_.setPen(QPen(look_.line, 1));
    p_.drawLine(QPointF(layout_.left - 0.5, 0), QPointF(layout_.left - 0.5, viewport_.height()));
    p_.setFont(small_);
    p_.setPen(look_.soft);
    p_.drawText(QRectF(gap_3, 0, layout_.left - gap_4, layout_.months_height), Qt::AlignLeft | Qt::AlignVCenter,
                QString::number(board_.year));
    if (!board_.bands.empty())
        p_.drawText(QRectF(gap_3, layout_.months_height, layout_.left - gap_4, layout_.band_height + 2),
                    Qt::AlignLeft | Qt::AlignVCenter, say_("campagnes", "campaigns"));
    p_.save();
    p_.setClipRect(QRectF(0, layout_.header, layout_.left, viewport_.height() - layout_.header - layout_.foot));
    p_.translate(0, layout_.header - scroll_.y());
    p_.setFont(body_);
    const QFontMetricsF metrics(body_);
    const auto name = [&](const QRectF& row, const QString& text, const QColor& colour) {
        p_.setPen(colour);
        p_.drawText(QRectF(gap_3, row.top(), layout_.left - gap_4, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                    metrics.elidedText(text, Qt::ElideRight, layout_.left - gap_4));
    };
    for (std::size_t r = 0; r < board_.rows.size(); ++r) {
        name(layout_.rows[r], board_.rows[r].name, look_.text);
        p_.setPen(QPen(look_.line, 1));
        p_.drawLine(QPointF(0, layout_.rows[r].bottom() - 0.5), QPointF(layout_.left, layout_.rows[r].bottom() - 0.5));
    }
    p_.restore();
    p_.save();
    p_.setClipRect(QRectF(0, layout_.header, layout_.left, viewport_.height() - layout_.header));
    p_.translate(0, layout_.crews_top(viewport_.height(), scroll_.y()));
    for (std::size_t c = 0; c < board_.crews.size(); ++c) name(layout_.crews[c], board_.crews[c].name, look_.soft);
    p_.restore();
}

void BoardPainter::paint_counts() {
    const double x = viewport_.width() - layout_.right;
    p_.fillRect(QRectF(x, 0, layout_.right, viewport_.height()), look_.raised);
    p_.setPen(QPen(look_.line, 1));
    p_.drawLine(QPointF(x + 0.5, 0), QPointF(x + 0.5, viewport_.height()));
    const double half = (layout_.right - 2 * gap_1) / 2;
    const double side = layout_.glyph * 0.8;
    p_.setFont(small_);
    p_.setPen(look_.soft);
    const QFontMetricsF metrics(small_);
    const QString quota = say_("norm", "quota");
    p_.drawText(QRectF(x + gap_1, 0, half, layout_.months_height), Qt::AlignCenter, quota);
    draw_moon(p_, QRectF(x + gap_1 + half + (half - side) / 2, (layout_.months_height - side) / 2, side, side),
              look_.dark_hours);

    p_.save();
    p_.setClipRect(QRectF(x, layout_.header, layout_.right, viewport_.height() - layout_.header - layout_.foot));
    p_.translate(0, layout_.header - scroll_.y());
    for (std::size_t r = 0; r < board_.rows.size(); ++r) {
        const QRectF row = layout_.rows[r];
        paint_count(board_.rows[r].quota, QRectF(x + gap_1, row.top(), half, row.height()));
        paint_count(board_.rows[r].dark, QRectF(x + gap_1 + half, row.top(), half, row.height()));
    }
    p_.restore();
    p_.save();
    p_.setClipRect(QRectF(x, layout_.header, layout_.right, viewport_.height() - layout_.header));
    p_.translate(0, layout_.crews_top(viewport_.height(), scroll_.y()));
    p_.setFont(small_);
    p_.setPen(look_.soft);
    for (std::size_t c = 0; c < board_.crews.size(); ++c)
        p_.drawText(QRectF(x, layout_.crews[c].top(), layout_.right - gap_2, layout_.crews[c].height()),
                    Qt::AlignRight | Qt::AlignVCenter,
                    say_("max %1 p.w.", "max %1 a week").arg(board_.crews[c].capacity));
    p_.restore();
}

void BoardPainter::paint_count(const BoardCount& count, const QRectF& box) {
    if (!count.is_asked) {
        p_.setPen(look_.soft);
        p_.setFont(small_);
        p_.drawText(box, Qt::AlignCenter, QStringLiteral("\u2013"));
        return;
    }
    const QFontMetricsF metrics(small_);
    const QString text = QStringLiteral("%1/%2").arg(count.met).arg(count.required);
    const double side = metrics.height() * 0.75;
    const double wide = side + gap_1 + metrics.horizontalAdvance(text);
    const double left = box.left() + (box.width() - wide) / 2;
    const QRectF sign(left, box.top() + (box.height() - side) / 2, side, side);
    const QColor colour = count.is_met() ? look_.good : look_.bad;
    count.is_met() ? draw_tick(p_, sign, colour) : draw_cross(p_, sign, colour);
    p_.setPen(colour);
    p_.setFont(small_);
    p_.drawText(QRectF(left + side + gap_1, box.top(), wide, box.height()), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void BoardPainter::paint_bubble(QPointF at, const QString& heading, const QString& price, const QString& because,
                                DayVerdict verdict) {
    const QFontMetricsF body(body_), strong(bold_);
    const double most = std::min<double>(viewport_.width() - 2 * gap_4, body.averageCharWidth() * 46);
    const double side = layout_.glyph;
    const QRectF why = because.isEmpty()
                           ? QRectF()
                           : body.boundingRect(QRectF(0, 0, most - side - gap_2, 1e4), Qt::TextWordWrap, because);
    const QRectF head = strong.boundingRect(QRectF(0, 0, most, 1e4), Qt::TextWordWrap, heading);
    double wide = head.width();
    wide = std::max({wide, body.horizontalAdvance(price), why.isEmpty() ? 0 : why.width() + side + gap_2});
    double tall = head.height();
    if (!price.isEmpty()) tall += body.height() + 2;
    if (!because.isEmpty()) tall += std::max(side, why.height()) + gap_1;
    QRectF box(at.x() + gap_4, at.y() + gap_4, std::ceil(wide) + 2 * gap_2 + 2, std::ceil(tall) + 2 * gap_2);
    if (box.right() > viewport_.width() - gap_1) box.moveRight(std::max(box.width(), at.x() - gap_3));
    if (box.right() > viewport_.width() - gap_1) box.moveRight(viewport_.width() - gap_1);
    if (box.bottom() > viewport_.height() - gap_1) box.moveBottom(at.y() - gap_4);
    if (box.top() < gap_1) box.moveTop(gap_1);

    p_.save();
    p_.setRenderHint(QPainter::Antialiasing);
    p_.setPen(Qt::NoPen);
    p_.setBrush(faint(Qt::black, 0.22));
    p_.drawRoundedRect(box.translated(0, 2), 5, 5);
    p_.setBrush(look_.surface);
    p_.setPen(QPen(verdict == DayVerdict::free            ? look_.good
                   : verdict == DayVerdict::breaks_a_rule ? look_.warn
                                                          : look_.bad,
                   1.6));
    p_.drawRoundedRect(box, 5, 5);
    double y = box.top() + gap_2;
    const double x = box.left() + gap_2, inner = box.width() - 2 * gap_2;
    p_.setPen(look_.text);
    p_.setFont(bold_);
    p_.drawText(QRectF(x, y, inner + 2, head.height() + 1), Qt::TextWordWrap | Qt::AlignLeft, heading);
    y += head.height();
    p_.setFont(body_);
    if (!price.isEmpty()) {
        p_.drawText(QRectF(x, y + 2, inner, body.height()), Qt::AlignLeft | Qt::AlignVCenter, price);
        y += body.height() + 2;
    }
    if (!because.isEmpty()) {
        draw_verdict(p_, QRectF(x, y + gap_1, side, side), verdict, look_);
        p_.setPen(verdict == DayVerdict::impossible ? look_.bad : look_.warn);
        p_.drawText(QRectF(x + side + gap_2, y + gap_1, inner - side - gap_2 + 2, why.height() + 2),
                    Qt::TextWordWrap | Qt::AlignLeft, because);
    }
    p_.restore();
}

}  // namespace baken
