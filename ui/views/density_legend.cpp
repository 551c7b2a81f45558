#include "ui/views/density_legend.hpp"

#include "ui/views/look.hpp"

#include <QPainter>

namespace baken {

DensityLegend::DensityLegend(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setFont(secondary_font(font()));
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

void DensityLegend::show(const DensityBounds& bounds, Metres bandwidth) {
    bounds_ = bounds;
    bandwidth_ = bandwidth;
    QStringList words;
    for (const double bound : bounds_) words << bound_text(bound);
    setToolTip(say_("Per km², uitgesmeerd over %1 m (kwartische kern); vijf klassen met evenveel oppervlak: %2",
                    "Per km², spread over %1 m (quartic kernel); five classes of equal area: %2")
                   .arg(say_.number(bandwidth_.value, 0), words.join(QStringLiteral(" \u2013 "))));
    QWidget::setVisible(bounds_.back() > 0);
    updateGeometry();
    update();
}

QString DensityLegend::bound_text(double bound) const { return say_.number(bound, bound < 10 ? 1 : 0); }

QSize DensityLegend::sizeHint() const {
    const int wide = fontMetrics().horizontalAdvance(QStringLiteral("0000,0")) * static_cast<int>(density_classes + 1);
    return {wide, fontMetrics().height() * 2 + gap_1};
}

void DensityLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Look look = Look::of(palette());
    const double step = width() / static_cast<double>(density_classes + 1);
    const int bar = fontMetrics().height() * 2 / 3;
    for (std::size_t i = 0; i < density_classes; ++i)
        painter.fillRect(QRectF(step * (static_cast<double>(i) + 0.5), 0, step - 1, bar),
                         look.step(static_cast<int>(i)));
    painter.setPen(look.text);
    for (std::size_t i = 0; i <= density_classes; ++i)
        painter.drawText(QRectF(step * static_cast<double>(i), bar, step, height() - bar),
                         Qt::AlignHCenter | Qt::AlignTop, bound_text(bounds_[i]));
}

}  // namespace baken
