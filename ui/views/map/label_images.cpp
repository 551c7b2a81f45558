#include "ui/views/map/label_images.hpp"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QTransform>

#include <cmath>
#include <numbers>

namespace baken {

namespace {

constexpr double halo_width = 1.6;
constexpr int most_kept = 3000;

QColor ink_of(LabelKind kind, const Look& look) {
    switch (kind) {
        case LabelKind::municipality:
        case LabelKind::road: return look.soft;
        case LabelKind::check: return look.good;
        case LabelKind::stretch: return look.accent;
        case LabelKind::hotspot: break;
    }
    return look.text;
}

QString key_of(const PlacedLabel& label, double device_pixel_ratio) {
    return QStringLiteral("%1|%2|%3|%4")
        .arg(label.text)
        .arg(static_cast<int>(label.kind))
        .arg(std::lround(label.angle * 4))
        .arg(device_pixel_ratio);
}

}  // namespace

bool LabelImages::has(const PlacedLabel& label, double device_pixel_ratio) const {
    return images_.contains(key_of(label, device_pixel_ratio));
}

void LabelImages::put(QPainter& painter, const PlacedLabel& label, const MapStyle& style, double device_pixel_ratio) {
    const QString key = key_of(label, device_pixel_ratio);
    auto at = images_.find(key);
    if (at == images_.end()) {
        if (images_.size() >= most_kept) images_.clear();
        at = images_.insert(key, drawn(label, style, device_pixel_ratio));
    }
    const QSizeF size = at->deviceIndependentSize();
    // On whole pixels the letters stay as sharp as they were drawn.
    painter.drawImage((label.at - QPointF(size.width() / 2, size.height() / 2)).toPoint(), *at);
}

QImage LabelImages::drawn(const PlacedLabel& label, const MapStyle& style, double device_pixel_ratio) {
    const QFont font = label_font(label.kind, style.font);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(label.text);
    const QRectF flat(-width / 2 - 4, -metrics.height() / 2 - 3, width + 8, metrics.height() + 6);
    const QTransform turn = QTransform().rotate(label.angle);
    const QSizeF turned = turn.mapRect(flat).size();
    const QSize size(2 * static_cast<int>(std::ceil(turned.width() / 2)),
                     2 * static_cast<int>(std::ceil(turned.height() / 2)));
    QImage image(size * device_pixel_ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(device_pixel_ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size.width() / 2, size.height() / 2);
    painter.setTransform(turn, true);
    const QPointF base(-width / 2, (metrics.ascent() - metrics.descent()) / 2);
    QColor halo = style.look.surface;
    halo.setAlphaF(0.9F);
    painter.setFont(font);
    if (label.angle != 0) {
        QPainterPath letters;
        letters.addText(base, font, label.text);
        painter.setPen(QPen(halo, 2 * halo_width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(letters);
    } else {
        // The same letters all around: their pictures are at hand, their outlines would have to be made.
        painter.setPen(halo);
        for (int step = 0; step < 12; ++step) {
            const double way = 2 * std::numbers::pi * step / 12;
            painter.drawText(base + QPointF(std::cos(way), std::sin(way)) * halo_width, label.text);
        }
    }
    painter.setPen(ink_of(label.kind, style.look));
    painter.drawText(base, label.text);
    return image;
}

}  // namespace baken
