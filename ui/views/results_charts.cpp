#include "ui/views/results_charts.hpp"

#include "ui/views/look.hpp"
#include "ui/views/results_marks.hpp"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr int shortest_plot = 120;

QFont strong(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

/// The widest of the names, but never more than `limit`.
template <class Lines>
int widest_name(const Lines& lines, const QFont& font, int limit) {
    const QFontMetrics metrics(strong(font));
    int width = 0;
    for (const auto& line : lines) width = std::max(width, metrics.horizontalAdvance(line.name));
    return std::min(width, limit);
}

void draw_name(QPainter& painter, const QRect& where, const QString& name, bool is_whole) {
    const QFont before = painter.font();
    if (is_whole) painter.setFont(strong(before));
    painter.drawText(where, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(name, Qt::ElideRight, where.width()));
    painter.setFont(before);
}

template <class Lines>
bool show_tip(QEvent* event, QWidget* widget, const Lines& lines, int row_height) {
    if (event->type() != QEvent::ToolTip) return false;
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = help->pos().y() / row_height;
    if (row < 0 || row >= static_cast<int>(lines.size())) {
        QToolTip::hideText();
        return true;
    }
    const auto& line = lines[static_cast<std::size_t>(row)];
    QToolTip::showText(help->globalPos(), line.name + QStringLiteral("\n") + line.words, widget);
    return true;
}

template <class Lines>
QString described(const Lines& lines) {
    QStringList words;
    for (const auto& line : lines) words << line.name + QStringLiteral(": ") + line.words;
    return words.join(QStringLiteral(". "));
}

/// 1, 2 or 5 times a power of ten, at least `least`.
double round_step(double least) {
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * 0.999) return factor * power;
    return 10 * power;
}

}  // namespace

// ProgressChart

ProgressChart::ProgressChart(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setAccessibleName(say_("Voortgang per gemeente", "Progress per municipality"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressChart::show(std::vector<ProgressLine> lines) {
    lines_ = std::move(lines);
    std::erase_if(lines_, [](const ProgressLine& line) { return line.is_whole; });
    setAccessibleDescription(described(lines_));
    updateGeometry();
    update();
    QWidget::show();
}

int ProgressChart::row_height() const { return fontMetrics().height() + gap_3; }
int ProgressChart::box() const { return fontMetrics().ascent(); }
int ProgressChart::name_width() const { return widest_name(lines_, font(), fontMetrics().averageCharWidth() * 26); }

int ProgressChart::quota_width() const {
    int boxes = 0;
    for (const auto& line : lines_)
        boxes =
            std::max(boxes, std::max(line.quota.required, line.quota.done + line.quota.planned) + line.quota.cancelled);
    return std::max(boxes * (box() + gap_1), fontMetrics().horizontalAdvance(say_("Norm", "Quota")));
}

int ProgressChart::dark_width() const {
    int boxes = 0;
    for (const auto& line : lines_)
        boxes = std::max(boxes, std::max(line.dark_days.required, line.dark_days.done + line.dark_days.planned) +
                                    line.dark_days.cancelled);
    return std::max(boxes * (box() + gap_1), fontMetrics().horizontalAdvance(say_("Donkere dagen", "Dark days")));
}

QSize ProgressChart::sizeHint() const {
    const QFontMetrics small(secondary_font(font()));
    const QString key =
        say_("■ uitgevoerd   □ gepland   ✕ vervallen   ┄ te weinig", "■ done   □ planned   ✕ cancelled   ┄ short");
    const int counts = fontMetrics().horizontalAdvance(QStringLiteral("00/00")) + gap_4;
    return {std::max(name_width() + gap_4 + quota_width() + counts + gap_6 + dark_width(),
                     small.horizontalAdvance(key) + gap_6),
            row_height() * (static_cast<int>(lines_.size()) + 1) + small.height() + gap_3};
}

QSize ProgressChart::minimumSizeHint() const { return sizeHint(); }

bool ProgressChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QHelpEvent below(QEvent::ToolTip, help->pos() - QPoint(0, row_height()), help->globalPos());
        return show_tip(&below, this, lines_, row_height());
    }
    return QWidget::event(event);
}

void ProgressChart::draw_boxes(QPainter& painter, QPoint at, const Tally& tally) const {
    const Look look = Look::of(palette());
    const int missing = tally.missing();
    const int all = tally.done + tally.planned + missing + tally.cancelled;
    for (int i = 0; i < all; ++i) {
        const QRectF square(at.x() + i * (box() + gap_1) + 0.5, at.y() + 0.5, box() - 1, box() - 1);
        painter.setBrush(Qt::NoBrush);
        if (i < tally.done) {
            painter.setPen(QPen(look.check, 1.5));
            painter.setBrush(look.check);
            painter.drawRect(square);
        } else if (i < tally.done + tally.planned) {
            painter.setPen(QPen(look.check, 1.5));
            painter.drawRect(square);
        } else if (i < tally.done + tally.planned + missing) {
            painter.setPen(QPen(look.bad, 1.5, Qt::DashLine));
            painter.drawRect(square);
        } else {
            painter.setPen(QPen(look.soft, 1.5));
            const QRectF cross = square.adjusted(2, 2, -2, -2);
            painter.drawLine(cross.topLeft(), cross.bottomRight());
            painter.drawLine(cross.bottomLeft(), cross.topRight());
        }
    }
}

void ProgressChart::draw_key(QPainter& painter, int top) const {
    const Look look = Look::of(palette());
    painter.setFont(secondary_font(font()));
    const int height = painter.fontMetrics().height();
    int x = 0;
    const auto entry = [&](const Tally& tally, const QString& word) {
        draw_boxes(painter, {x, top + (height - box()) / 2}, tally);
        x += box() + gap_2;
        painter.setPen(look.soft);
        painter.drawText(x, top, painter.fontMetrics().horizontalAdvance(word) + 2, height, Qt::AlignVCenter, word);
        x += painter.fontMetrics().horizontalAdvance(word) + gap_4;
    };
    entry({.done = 1}, say_("uitgevoerd", "done"));
    entry({.planned = 1}, say_("gepland", "planned"));
    entry({.cancelled = 1}, say_("vervallen", "cancelled"));
    entry({.required = 1}, say_("te weinig", "short"));
}

void ProgressChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = Look::of(palette());
    const int counts = fontMetrics().horizontalAdvance(QStringLiteral("00/00")) + gap_4;
    const int quota_left = name_width() + gap_4, dark_left = quota_left + quota_width() + counts + gap_6;
    painter.setPen(look.soft);
    painter.setFont(secondary_font(font()));
    painter.drawText(quota_left, 0, width() - quota_left, row_height(), Qt::AlignVCenter, say_("Norm", "Quota"));
    painter.drawText(dark_left, 0, width() - dark_left, row_height(), Qt::AlignVCenter,
                     say_("Donkere dagen", "Dark days"));
    painter.setFont(font());
    int top = row_height();
    for (const auto& line : lines_) {
        painter.setPen(look.line);
        painter.drawLine(0, top, width(), top);
        painter.setPen(look.text);
        draw_name(painter, {0, top, name_width(), row_height()}, line.name, false);
        const int boxes_top = top + (row_height() - box()) / 2;
        draw_boxes(painter, {quota_left, boxes_top}, line.quota);
        painter.setPen(line.quota.is_met() ? look.good : look.text);
        painter.drawText(quota_left + quota_width() + gap_1, top, counts, row_height(), Qt::AlignVCenter,
                         QStringLiteral("%1/%2").arg(line.quota.done).arg(line.quota.required));
        draw_boxes(painter, {dark_left, boxes_top}, line.dark_days);
        top += row_height();
    }
    draw_key(painter, top + gap_2);
}

// RateChart

RateChart::RateChart(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setAccessibleName(say_("Trefkans met interval", "Hit rate with interval"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RateChart::show(std::vector<RateLine> lines) {
    lines_ = std::move(lines);
    QStringList words;
    for (const auto& line : lines_) words << QStringLiteral("%1: %2, %3").arg(line.name, line.value, line.words);
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
    QWidget::show();
}

int RateChart::row_height() const { return fontMetrics().height() + gap_2; }
int RateChart::name_width() const {
    return widest_name(lines_, font(), std::max(fontMetrics().averageCharWidth() * 12, width() * 2 / 5));
}
int RateChart::value_width() const {
    int widest = 0;
    for (const auto& line : lines_) widest = std::max(widest, fontMetrics().horizontalAdvance(line.value));
    return widest;
}

/// Far enough for the rates; an interval of a handful of vehicles may run off the end.
double RateChart::axis_end() const {
    double most = 0, highest = 0;
    for (const auto& line : lines_) {
        most = std::max(most, line.estimate.value);
        highest = std::max(highest, line.estimate.interval.high);
    }
    return std::max(0.01, std::min(highest, 2.5 * std::max(most, 0.02)));
}

QSize RateChart::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * 18 + gap_4 + shortest_plot * 2 + gap_3 + value_width();
    return {width,
            row_height() * static_cast<int>(lines_.size()) + QFontMetrics(secondary_font(font())).height() + gap_2};
}

QSize RateChart::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 12 + gap_4 + shortest_plot + gap_3 + value_width(), sizeHint().height()};
}

bool RateChart::event(QEvent* event) { return show_tip(event, this, lines_, row_height()) || QWidget::event(event); }

void RateChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = Look::of(palette());
    const int left = name_width() + gap_4, right = std::max(left + 1, width() - value_width() - gap_4);
    const int bottom = row_height() * static_cast<int>(lines_.size());
    const double end = axis_end();
    const auto x_of = [&](double rate) { return left + (right - left) * std::min(rate, end) / end; };

    painter.setFont(secondary_font(font()));
    const QFontMetrics small(painter.font());
    const double step =
        round_step(end * (small.horizontalAdvance(QStringLiteral("00,0 %")) + gap_4) / std::max(1, right - left));
    for (int tick = 0; tick * step <= end * 1.0001; ++tick) {
        const double x = x_of(tick * step);
        painter.setPen(look.line);
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom));
        painter.setPen(look.soft);
        const QString label = say_.percent(tick * step, step < 0.01 ? 1 : 0);
        painter.drawText(QRectF(x - 60, bottom + gap_1, 120, small.height()), Qt::AlignHCenter, label);
    }
    painter.setFont(font());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const auto& line = lines_[i];
        const int top = row_height() * static_cast<int>(i);
        const double middle = top + row_height() / 2.0;
        painter.setPen(look.text);
        painter.setFont(font());
        draw_name(painter, {0, top, name_width(), row_height()}, line.name, line.is_whole);
        painter.setFont(line.is_whole ? strong(font()) : font());
        painter.drawText(QRect(right + gap_3, top, width() - right - gap_3, row_height()),
                         Qt::AlignVCenter | Qt::AlignRight, line.value);
        const double half = row_height() * 0.22;
        painter.fillRect(QRectF(left, middle - half, x_of(line.estimate.value) - left, 2 * half),
                         look.step(line.is_whole ? 2 : 1));
        painter.setPen(QPen(look.text, 1.4));
        draw_interval(painter, {x_of(line.estimate.interval.low), middle}, {x_of(line.estimate.interval.high), middle},
                      half * 0.7);
    }
}

}  // namespace baken
