#include "ui/views/style.hpp"

#include "ui/views/look.hpp"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace baken {

namespace {

constexpr QSize room_in_buttons(16, 2);

void draw_tick(QPainter& painter, const QRectF& box, const QColor& colour) {
    painter.setPen(QPen(colour, box.width() / 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath tick;
    tick.moveTo(box.left() + box.width() * 0.22, box.top() + box.height() * 0.54);
    tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.74);
    tick.lineTo(box.left() + box.width() * 0.79, box.top() + box.height() * 0.30);
    painter.drawPath(tick);
}

}  // namespace

BakenStyle::BakenStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int BakenStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight: {
            // As large as the letters beside them.
            const QFontMetrics letters = widget != nullptr ? widget->fontMetrics() : QFontMetrics(QApplication::font());
            return letters.ascent();
        }
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize BakenStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const {
    const QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_PushButton ? made + room_in_buttons : made;
}

int BakenStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* result) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

void BakenStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    if (element == PE_PanelButtonTool && option->state.testFlag(State_On)) {
        const Look ground = Look::of(option->palette);
        painter->fillRect(option->rect, ground.surface);
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 3, 0, 0), ground.accent);
        return;
    }
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton &&
        element != PE_IndicatorItemViewItemCheck)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const Look look = Look::of(option->palette);
    const bool is_on = option->state.testFlag(State_On), is_enabled = option->state.testFlag(State_Enabled);
    const QColor ink = is_enabled ? look.accent : look.soft;
    const QRectF box = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(option->state.testFlag(State_HasFocus) || is_on ? ink : look.soft, 1.4));
    const bool is_ring = element == PE_IndicatorRadioButton;
    painter->setBrush(is_on && !is_ring ? ink : look.surface);
    if (is_ring)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 2.5, 2.5);
    if (is_on && is_ring) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(box.center(), box.width() * 0.27, box.height() * 0.27);
    } else if (is_on) {
        draw_tick(*painter, box, is_enabled ? look.accent_text : look.surface);
    } else if (option->state.testFlag(State_NoChange)) {
        painter->fillRect(box.adjusted(3, box.height() / 2 - 1, -3, -(box.height() / 2 - 1)), ink);
    }
    painter->restore();
}

}  // namespace baken
