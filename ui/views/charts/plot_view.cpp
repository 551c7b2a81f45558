#include "ui/views/charts/plot_view.hpp"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLineSeries>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double widest_bar = 48, point_size = 6;
constexpr int most_points = 16;  // of a line: more would hide it

QPen thin(const QColor& colour, double width = 1) { return QPen(colour, width, Qt::SolidLine, Qt::FlatCap); }

}  // namespace

PlotView::PlotView(Speech say, QWidget* parent)
    : QChartView(parent), say_(say), pointer_(new MarkPointer(viewport(), [this] { return marks(); })) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setInteractive(false);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setAnimationOptions(QChart::NoAnimation);
}

void PlotView::draw(PlotData data) {
    data_ = std::move(data);
    rebuild();
    updateGeometry();
    arrange();
}

QSize PlotView::minimumSizeHint() const {
    const QFontMetrics metrics(secondary_font(font()));
    return {metrics.averageCharWidth() * 10, static_cast<int>(metrics.height() * std::min(4.0, data_.lines_high))};
}

QSize PlotView::sizeHint() const {
    const QFontMetricsF metrics(secondary_font(font()));
    const double key = has_key_ ? key_height_ : 0;
    return {static_cast<int>(metrics.averageCharWidth() * 40),
            static_cast<int>(std::ceil(metrics.height() * data_.lines_high + key))};
}

void PlotView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        rebuild();
        updateGeometry();
        arrange();
    }
}

void PlotView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    arrange();
}

void PlotView::wheelEvent(QWheelEvent* event) { event->ignore(); }  // the page scrolls, a plot does not

void PlotView::rebuild() {
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        axis->deleteLater();
    }
    if (data_.places.empty()) return;
    const Look look = Look::of(palette());
    const auto count = static_cast<int>(data_.places.size());
    axis_ = nice_axis(data_.highest(), data_.lines_high < 6 ? 2 : 4);

    auto* across = new QBarCategoryAxis;
    QStringList names;
    for (int i = 0; i < count; ++i) names << QString::number(i);
    across->append(names);
    across->setLabelsVisible(false);
    across->setGridLineVisible(false);
    across->setLineVisible(false);
    chart()->addAxis(across, Qt::AlignBottom);
    auto* up = new QValueAxis;
    up->setRange(0, axis_.top);
    up->setLabelsVisible(false);
    up->setLineVisible(false);
    up->setGridLineVisible(false);
    chart()->addAxis(up, Qt::AlignLeft);
    const auto add = [&](QAbstractSeries* series) {
        chart()->addSeries(series);
        series->attachAxis(across);
        series->attachAxis(up);
    };

    if (!data_.bars.empty()) {
        auto* stack = new QStackedBarSeries;
        for (const PlotBars& layer : data_.bars) {
            auto* set = new QBarSet(layer.name);
            for (const double value : layer.values) set->append(value);
            set->setColor(look.*layer.colour);
            set->setPen(Qt::NoPen);
            stack->append(set);
        }
        add(stack);
    }
    if (!data_.limits.empty()) {
        auto* steps = new QLineSeries;
        for (int i = 0; i < count; ++i) {
            steps->append(i - 0.5, data_.limits[static_cast<std::size_t>(i)]);
            steps->append(i + 0.5, data_.limits[static_cast<std::size_t>(i)]);
        }
        steps->setPen(thin(look.text, 1.25));
        add(steps);
    }
    for (const PlotLine& line : data_.lines) {
        QLineSeries* joined = nullptr;
        auto* points = new QScatterSeries;
        for (int i = 0; i < count; ++i) {
            const auto& value = line.values[static_cast<std::size_t>(i)];
            if (!value) {
                joined = nullptr;  // a gap stays a gap
                continue;
            }
            points->append(i, *value);
            if (!line.is_joined) continue;
            if (joined == nullptr) {
                joined = new QLineSeries;
                joined->setPen(QPen(look.*line.colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                joined->append(i, *value);
                add(joined);
            } else {
                joined->append(i, *value);
            }
        }
        points->setMarkerSize(point_size);
        points->setColor(look.*line.colour);
        points->setBorderColor(Qt::transparent);
        points->setPen(Qt::NoPen);
        if (count <= most_points)
            add(points);
        else
            delete points;
    }
}

double PlotView::middle_of(std::size_t place) const {
    return area_.left() + (static_cast<double>(place) + 0.5) * slot_;
}
double PlotView::height_of(double value) const { return area_.bottom() - value / axis_.top * area_.height(); }

double PlotView::widest_name(const QFontMetricsF& metrics) const {
    double widest = 0;
    for (const PlotBars& layer : data_.bars) widest = std::max(widest, metrics.horizontalAdvance(layer.name));
    for (const PlotLine& line : data_.lines) widest = std::max(widest, metrics.horizontalAdvance(line.name));
    if (!data_.limits.empty()) widest = std::max(widest, metrics.horizontalAdvance(data_.limit_name));
    return widest;
}

void PlotView::arrange() {
    writings_.clear();
    swatches_.clear();
    if (data_.places.empty() || width() <= 0) return;
    const QFontMetricsF metrics(secondary_font(font()));
    const double line = metrics.height();

    double left = 0;
    for (double tick = 0; tick <= axis_.top + axis_.step / 2; tick += axis_.step)
        left = std::max(left, metrics.horizontalAdvance(say_.whole(std::llround(tick))));
    left = std::ceil(left) + gap_1 + 2;

    const double name = data_.names_parts ? widest_name(metrics) : 0;
    const double beside = std::ceil(name) + line / 2 + gap_2 + gap_1;
    const bool was_key = has_key_;
    const double old_key = key_height_;
    has_key_ = name > 0 && (beside > 0.32 * width() || (beside > 0.2 * width() && data_.places.size() > 12));
    key_height_ = 0;
    if (has_key_) write_key(metrics);
    const double right = name > 0 && !has_key_ ? beside : gap_1;

    const bool has_places =
        std::any_of(data_.places.begin(), data_.places.end(), [](const QString& text) { return !text.isEmpty(); });
    const double bottom = (has_places ? line : 0) + (data_.groups.empty() ? 0 : line) + 3;
    const double above = key_height_ + (data_.numbers == PlotNumbers::none ? line / 2 : line);

    const auto count = static_cast<double>(data_.places.size());
    const double room = std::max(count, width() - left - right);
    slot_ = std::max(1.0, std::floor(room / count));
    if (slot_ * count < 0.8 * room) slot_ = room / count;
    // Whole pixels, and as many left as right of a bar: edges stay sharp.
    double space = std::max(slot_ > 4 ? 2.0 : 1.0, std::max(std::round(0.3 * slot_), slot_ - widest_bar));
    if (slot_ == std::floor(slot_) && std::fmod(space, 2) != 0 && slot_ - space > 2) ++space;
    if (slot_ < 3) space = 0;
    bar_ = std::max(1.0, slot_ - space);
    area_ = QRectF(left, std::round(above), slot_ * count, std::max(8.0, std::round(height() - above - bottom)));
    chart()->setPlotArea(area_);
    for (QAbstractSeries* series : chart()->series())
        if (auto* stack = qobject_cast<QStackedBarSeries*>(series)) stack->setBarWidth(bar_ / slot_);

    write_axis(metrics);
    write_places(metrics);
    if (data_.numbers != PlotNumbers::none) write_numbers(metrics);
    if (name > 0 && !has_key_) write_names(metrics);
    if (was_key != has_key_ || old_key != key_height_) updateGeometry();
    viewport()->update();
}

void PlotView::drawBackground(QPainter* painter, const QRectF&) {
    if (data_.places.empty()) return;
    const Look look = Look::of(palette());
    const auto line = [&](double value, const QColor& colour) {
        painter->fillRect(QRectF(area_.left(), std::round(height_of(value)), area_.width(), 1), colour);
    };
    for (double tick = axis_.step; tick <= axis_.top + axis_.step / 2; tick += axis_.step) line(tick, look.line);
    line(0, look.soft);
}

void PlotView::drawForeground(QPainter* painter, const QRectF&) {
    if (data_.places.empty()) return;
    const Look look = Look::of(palette());
    painter->setFont(secondary_font(font()));
    painter->setRenderHint(QPainter::Antialiasing);
    if (const int here = pointer_->current(); here >= 0 && here < static_cast<int>(data_.places.size())) {
        QColor band = look.accent;
        band.setAlpha(30);
        painter->fillRect(
            QRectF(middle_of(static_cast<std::size_t>(here)) - slot_ / 2, area_.top(), slot_, area_.height()), band);
    }
    painter->setPen(thin(look.text));
    for (std::size_t i = 0; i < data_.ranges.size(); ++i) {
        const double x = std::floor(middle_of(i)) + 0.5;
        painter->drawLine(QPointF(x, height_of(data_.ranges[i].low)), QPointF(x, height_of(data_.ranges[i].high)));
    }
    painter->setPen(thin(look.line));
    for (const PlotGroup& group : data_.groups)
        if (group.first > 0) {
            const double x = std::floor(area_.left() + group.first * slot_) + 0.5;
            painter->drawLine(QPointF(x, area_.bottom() + 1), QPointF(x, area_.bottom() + 5));
        }
    for (const Swatch& swatch : swatches_) {
        if (swatch.is_line) {
            painter->setPen(thin(swatch.colour, 2));
            painter->drawLine(QPointF(swatch.box.left(), swatch.box.center().y()),
                              QPointF(swatch.box.right(), swatch.box.center().y()));
        } else {
            painter->fillRect(swatch.box, swatch.colour);
        }
    }
    for (const Writing& writing : writings_) {
        painter->setPen(writing.colour);
        painter->drawText(writing.box, Qt::AlignCenter | Qt::TextDontClip, writing.text);
    }
}

std::vector<Mark> PlotView::marks() const {
    std::vector<Mark> found;
    for (std::size_t i = 0; i < data_.places.size(); ++i)
        found.push_back({QRectF(middle_of(i) - slot_ / 2, key_height_, slot_, height() - key_height_),
                         i < data_.tips.size() ? data_.tips[i] : QString()});
    return found;
}

}  // namespace baken
