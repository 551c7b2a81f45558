#include "ui/views/charts/row_chart.hpp"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

RowChart::RowChart(QWidget* parent) : QWidget(parent), pointer_(new MarkPointer(this, [this] { return marks(); })) {
    pointer_->set_row_length(1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::NoFocus);
}

void RowChart::set_rows(std::vector<ChartRow> rows, std::vector<Key> keys) {
    rows_ = std::move(rows);
    keys_ = std::move(keys);
    updateGeometry();
    update();
}

void RowChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

RowChart::Frame RowChart::frame(double width) const {
    QFont strong = secondary_font(font());
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    Frame frame{.line = metrics.height()};
    for (const ChartRow& row : rows_) {
        frame.name = std::max(frame.name, metrics.horizontalAdvance(row.name));
        frame.figures.resize(std::max(frame.figures.size(), static_cast<std::size_t>(row.figures.size())));
        for (qsizetype i = 0; i < row.figures.size(); ++i) {
            double& widest = frame.figures[static_cast<std::size_t>(i)];
            widest = std::max(widest, std::ceil(metrics.horizontalAdvance(row.figures[i])));
        }
    }
    frame.name = std::ceil(frame.name) + gap_2;
    for (const double wide : frame.figures) frame.figure += wide + gap_2;
    const bool is_above = frame.name > 0.42 * width;
    const int name_lines = frame.name > width ? 2 : 1;  // a name that is longer still ends in dots
    frame.pitch = std::ceil(frame.line * (is_above ? 1 + name_lines : 1) + gap_2);
    if (is_above) frame.name = 0;
    frame.track = width - frame.name - frame.figure - 1;
    if (const double widest = widest_track(frame.line); widest > 0) frame.track = std::min(frame.track, widest);
    frame.top = key(nullptr, width);
    frame.height = frame.top + frame.pitch * static_cast<double>(rows_.size()) + (has_axis() ? frame.line : 0);
    return frame;
}

QRectF RowChart::track(const Frame& now, int row) const {
    const double bottom = now.top + (row + 1) * now.pitch - gap_2 / 2.0;
    return {now.name, bottom - now.line, now.track, now.line};
}

int RowChart::heightForWidth(int width) const { return static_cast<int>(std::ceil(frame(width).height)); }
QSize RowChart::sizeHint() const {
    const int width = static_cast<int>(QFontMetricsF(secondary_font(font())).averageCharWidth() * 40);
    return {width, heightForWidth(width)};
}
QSize RowChart::minimumSizeHint() const {
    const QFontMetricsF metrics(secondary_font(font()));
    return {static_cast<int>(metrics.averageCharWidth() * 16), static_cast<int>(metrics.height() * 2)};
}

std::vector<Mark> RowChart::marks() const {
    const Frame now = frame(width());
    std::vector<Mark> found;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        found.push_back({QRectF(0, now.top + static_cast<double>(i) * now.pitch, width(), now.pitch), rows_[i].tip});
    return found;
}

double RowChart::key(QPainter* painter, double width) const {
    if (keys_.empty()) return 0;
    const Look look = Look::of(palette());
    const QFontMetricsF metrics(secondary_font(font()));
    const double line = metrics.height();
    double x = 0, y = 0;
    for (const Key& key : keys_) {
        const double wide = line + 2 + metrics.horizontalAdvance(key.text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        if (painter != nullptr) {
            key.paint(*painter, QRectF(x, y, line, line), look);
            painter->setPen(look.soft);
            painter->drawText(QRectF(x + line + 2, y, wide, line), Qt::AlignVCenter | Qt::AlignLeft, key.text);
        }
        x += wide + gap_2;
    }
    return y + line + gap_1;
}

void RowChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = Look::of(palette());
    const QFont plain = secondary_font(font());
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    painter.setFont(plain);
    key(&painter, width());
    const Frame now = frame(width());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const ChartRow& row = rows_[i];
        const QRectF here = track(now, static_cast<int>(i));
        if (pointer_->current() == static_cast<int>(i)) {
            QColor band = look.accent;
            band.setAlpha(30);
            painter.fillRect(QRectF(0, now.top + static_cast<double>(i) * now.pitch, width(), now.pitch), band);
        }
        painter.setFont(row.is_strong ? strong : plain);
        painter.setPen(look.text);
        const QFontMetricsF metrics(painter.font());
        if (now.name > 0)
            painter.drawText(QRectF(0, here.top(), now.name, here.height()),
                             Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, row.name);
        else
            painter.drawText(QRectF(0, now.top + static_cast<double>(i) * now.pitch, width(),
                                    here.top() - now.top - static_cast<double>(i) * now.pitch),
                             Qt::AlignBottom | Qt::AlignLeft | Qt::TextWordWrap,
                             metrics.elidedText(row.name, Qt::ElideRight, 2 * width() - 2 * now.line));
        double right = here.right();
        for (qsizetype f = 0; f < row.figures.size(); ++f) {
            const double wide = now.figures[static_cast<std::size_t>(f)];
            right += wide + gap_2;
            painter.drawText(QRectF(right - wide, here.top(), wide, here.height()),
                             Qt::AlignVCenter | Qt::AlignRight | Qt::TextDontClip, row.figures[f]);
        }
        painter.setFont(plain);
        paint_track(painter, static_cast<int>(i), here, look);
    }
    if (has_axis() && !rows_.empty()) {
        QRectF under = track(now, static_cast<int>(rows_.size()) - 1);
        under.moveTop(now.top + now.pitch * static_cast<double>(rows_.size()));
        paint_axis(painter, under, look);
    }
}

}  // namespace baken
