#include "ui/views/way_button.hpp"

#include "ui/views/look.hpp"

#include <QPainter>
#include <QPainterPath>

namespace baken {

namespace {

void draw_sign(QPainter& painter, WaySign sign, const QRectF& box, const QColor& ink) {
    const double w = box.width();
    painter.setPen(QPen(ink, w / 11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) { return QPointF(box.left() + x * w, box.top() + y * w); };
    QPainterPath path;
    switch (sign) {
        case WaySign::pin:
            path.moveTo(at(0.5, 0.95));
            path.cubicTo(at(0.15, 0.6), at(0.15, 0.5), at(0.15, 0.38));
            path.arcTo(QRectF(at(0.15, 0.05), at(0.85, 0.75)), 180, -180);
            path.cubicTo(at(0.85, 0.5), at(0.85, 0.6), at(0.5, 0.95));
            path.moveTo(at(0.35, 0.4));
            path.lineTo(at(0.46, 0.51));
            path.lineTo(at(0.66, 0.29));
            break;
        case WaySign::plus:
            path.moveTo(at(0.5, 0.15));
            path.lineTo(at(0.5, 0.85));
            path.moveTo(at(0.15, 0.5));
            path.lineTo(at(0.85, 0.5));
            break;
        case WaySign::folder:
            path.moveTo(at(0.08, 0.82));
            path.lineTo(at(0.08, 0.2));
            path.lineTo(at(0.38, 0.2));
            path.lineTo(at(0.48, 0.32));
            path.lineTo(at(0.92, 0.32));
            path.lineTo(at(0.92, 0.82));
            path.closeSubpath();
            break;
    }
    painter.drawPath(path);
}

}  // namespace

WayButton::WayButton(WaySign sign, const QString& title, const QString& explanation, QWidget* parent)
    : QAbstractButton(parent), sign_(sign), explanation_(explanation) {
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WayButton::set_first(bool is_first) {
    is_first_ = is_first;
    update();
}

int WayButton::sign_width() const { return fontMetrics().height() * 3 / 2; }

int WayButton::heightForWidth(int width) const {
    const QFontMetrics title(heading_font(font()));
    const int wide = width - sign_width() - gap_4 * 3;
    const QRect words = fontMetrics().boundingRect(QRect(0, 0, wide, 10000), Qt::TextWordWrap, explanation_);
    return title.height() + gap_1 + words.height() + gap_4 * 2;
}

QSize WayButton::sizeHint() const {
    const int wide = fontMetrics().averageCharWidth() * 60;
    return {wide, heightForWidth(wide)};
}

QSize WayButton::minimumSizeHint() const {
    const int wide = fontMetrics().averageCharWidth() * 28;
    return {wide, fontMetrics().height() * 3};
}

void WayButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look look = Look::of(palette());
    const bool is_strong = is_first_ || hasFocus() || underMouse();
    painter.setPen(QPen(is_strong ? look.accent : look.line, hasFocus() ? 2.5 : 1.2));
    painter.setBrush(isDown() ? look.line : look.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    const int side = sign_width();
    draw_sign(painter, sign_, QRectF(gap_4, gap_4, side, side), look.accent);
    const int left = gap_4 * 2 + side;
    const QFont bold = heading_font(font());
    const int title = QFontMetrics(bold).height();
    painter.setFont(bold);
    painter.setPen(look.text);
    painter.drawText(QRect(left, gap_4, width() - left - gap_4, title), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(look.soft);
    painter.drawText(QRect(left, gap_4 + title + gap_1, width() - left - gap_4, height()), Qt::TextWordWrap,
                     explanation_);
}

void WayButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void WayButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

}  // namespace baken
