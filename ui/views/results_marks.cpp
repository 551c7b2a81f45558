#include "ui/views/results_marks.hpp"

#include "ui/views/look.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

void draw_interval(QPainter& painter, QPointF low, QPointF high, double cap) {
    const QPointF across = low.y() == high.y() ? QPointF(0, cap) : QPointF(cap, 0);
    painter.drawLine(low, high);
    painter.drawLine(low - across, low + across);
    painter.drawLine(high - across, high + across);
}

YearBars::YearBars(std::vector<Trend::Year> years, Speech say, QWidget* parent)
    : QWidget(parent), years_(std::move(years)), say_(say) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QStringList words, tips;
    for (const auto& year : years_) {
        words << QStringLiteral("%1: %2").arg(year.year).arg(year.count);
        tips << say_("%1: %2 (95 %: %3 tot %4)", "%1: %2 (95%: %3 to %4)")
                    .arg(QString::number(year.year), say_.whole(year.count), say_.number(year.interval.low, 1),
                         say_.number(year.interval.high, 1));
    }
    setAccessibleName(say_("Ongevallen per jaar", "Accidents per year"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(tips.join('\n'));
}

QSize YearBars::sizeHint() const {
    const QFontMetrics small(secondary_font(font()));
    const int column = small.horizontalAdvance(QStringLiteral("20000")) + gap_2;
    return {column * std::max(1, static_cast<int>(years_.size())), small.height() * 5};
}

void YearBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(secondary_font(font()));
    const Look look = Look::of(palette());
    const int line = painter.fontMetrics().height();
    double most = 1;
    for (const auto& year : years_) most = std::max(most, year.interval.high);
    const double base = height() - line - 1, top = line * 0.2, column = width() / std::max(1.0, double(years_.size()));
    const auto y_of = [&](double count) { return base - (base - top) * count / most; };
    for (std::size_t i = 0; i < years_.size(); ++i) {
        const auto& year = years_[i];
        const double left = column * static_cast<double>(i), middle = left + column * 0.72;
        const QRectF bar(left + column * 0.06, y_of(year.count), column * 0.84, base - y_of(year.count));
        painter.fillRect(bar, look.step(1));
        painter.setPen(QPen(look.soft, 1.2));
        draw_interval(painter, {middle, y_of(year.interval.low)}, {middle, y_of(year.interval.high)}, 3);
        painter.setPen(look.text);
        painter.drawText(QRectF(left + column * 0.06 + 2, base - line - 1, column * 0.62, line),
                         Qt::AlignLeft | Qt::AlignVCenter, say_.whole(year.count));
        painter.setPen(look.soft);
        painter.drawText(QRectF(left, base + 1, column, line), Qt::AlignHCenter, QString::number(year.year));
    }
    painter.setPen(look.line);
    painter.drawLine(QPointF(0, base), QPointF(width(), base));
}

RatioMark::RatioMark(Estimate ratio, Speech say, QWidget* parent) : QWidget(parent), ratio_(ratio), say_(say) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    const auto text = [&](double value) { return std::isfinite(value) ? say_.number(value, 2) : QStringLiteral("∞"); };
    const QString words =
        say_("Verhouding %1 (95 %: %2 tot %3); 1 is geen verschil", "Ratio %1 (95%: %2 to %3); 1 is no difference")
            .arg(text(ratio.value), text(ratio.interval.low), text(ratio.interval.high));
    setAccessibleName(say_("Verhouding na en voor", "Ratio of after to before"));
    setAccessibleDescription(words);
    setToolTip(words);
}

QSize RatioMark::sizeHint() const {
    const QFontMetrics small(secondary_font(font()));
    return {small.averageCharWidth() * 26, small.height() * 2 + gap_4};
}

void RatioMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(secondary_font(font()));
    const Look look = Look::of(palette());
    const QFontMetrics small(painter.font());
    const double margin = small.horizontalAdvance(QStringLiteral("½")) + 2, span = width() - 2 * margin;
    const auto x_of = [&](double ratio) {
        const double log = ratio > 0 ? std::log2(ratio) : -10;
        return margin + span * (std::clamp(log, -2.0, 2.0) + 2) / 4;
    };
    const double bottom = height() - small.height();
    const struct {
        double at;
        const char* label;
    } ticks[] = {{0.25, "¼"}, {0.5, "½"}, {1, "1"}, {2, "2"}, {4, "4"}};
    for (const auto& tick : ticks) {
        painter.setPen(QPen(tick.at == 1 ? look.soft : look.line, tick.at == 1 ? 1.5 : 1));
        painter.drawLine(QPointF(x_of(tick.at), 0), QPointF(x_of(tick.at), bottom));
        painter.setPen(look.soft);
        painter.drawText(QRectF(x_of(tick.at) - 20, bottom, 40, small.height()), Qt::AlignHCenter,
                         QString::fromUtf8(tick.label));
    }
    const double middle = bottom / 2;
    painter.setPen(QPen(look.text, 1.4));
    const QPointF low(x_of(ratio_.interval.low), middle), high(x_of(ratio_.interval.high), middle);
    painter.drawLine(low, high);
    // An end within the axis has a bar, one beyond it an arrow.
    const auto end = [&](QPointF at, bool is_within, double inwards) {
        if (is_within) {
            painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4));
        } else {
            painter.drawLine(at, at + QPointF(inwards, -4));
            painter.drawLine(at, at + QPointF(inwards, 4));
        }
    };
    end(low, ratio_.interval.low >= 0.25, 5);
    end(high, ratio_.interval.high <= 4, -5);
    painter.setBrush(look.accent);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(x_of(ratio_.value), middle), 4.5, 4.5);
}

}  // namespace baken
