#include "ui/views/sun_bar_view.hpp"

#include "ui/views/board/glyphs.hpp"
#include "ui/views/look.hpp"

#include <QPainter>

#include <cmath>

namespace baken {

SunBarView::SunBarView(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(say_("Daglicht op de dag van de controle", "Daylight on the day of the check"));
}

void SunBarView::show(SunBar bar, const QString& words) {
    bar_ = std::move(bar);
    setAccessibleDescription(words);
    setToolTip(words);
    update();
}

QSize SunBarView::sizeHint() const {
    const QFontMetrics small(secondary_font(font()));
    return {small.averageCharWidth() * 34, small.height() * 2 + gap_2 + gap_1};
}

void SunBarView::paintEvent(QPaintEvent*) {
    if (bar_.parts.empty()) return;
    QPainter painter(this);
    const Look look = Look::of(palette());
    painter.setFont(secondary_font(font()));
    const QFontMetrics metrics(painter.font());
    const QRectF bar(2, 2, width() - 4, height() - metrics.height() - gap_1 - 2);
    const auto x = [&](int minute) { return bar.left() + bar.width() * minute / bar_.until; };
    for (const SunBar::Part& part : bar_.parts) {
        const QRectF box(x(part.from), bar.top(), x(part.to) - x(part.from), bar.height());
        painter.fillRect(box, part.light == SunBar::Light::dark       ? look.dark_hours
                              : part.light == SunBar::Light::twilight ? look.twilight
                                                                      : look.daylight);
        const double side = bar.height() * 0.6;
        if (part.light == SunBar::Light::dark && box.width() > 2 * side)
            draw_moon(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side),
                      look.surface);
    }
    painter.setPen(look.soft);
    // Every sixth hour, the last of them at the end of the day.
    for (int hour = 0; hour * 60 <= bar_.until; hour += 6) {
        const double at = x(hour * 60);
        painter.drawLine(QPointF(at, bar.bottom()), QPointF(at, bar.bottom() + 3));
        const QString text = QString::number(hour % 24);
        const int wide = metrics.horizontalAdvance(text);
        const double left = std::clamp(at - wide / 2.0, 0.0, static_cast<double>(width() - wide));
        painter.drawText(QPointF(left, height() - metrics.descent() - 1), text);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF check(x(bar_.check_from), bar.top() - 0.5, x(bar_.check_to) - x(bar_.check_from), bar.height() + 1);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.surface, 5));
    painter.drawRect(check);
    painter.setPen(QPen(look.fatal, 2.4));
    painter.drawRect(check);
}

}  // namespace baken
