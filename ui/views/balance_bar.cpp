#include "ui/views/balance_bar.hpp"

#include "ui/views/look.hpp"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace baken {

namespace {

struct Dress {
    QColor colour;
    Qt::BrushStyle pattern;
};

Dress dress_of(RowFate fate, const Look& look) {
    switch (fate) {
        case RowFate::placed: return {look.check, Qt::SolidPattern};
        case RowFate::unplaced: return {look.check, Qt::BDiagPattern};
        case RowFate::filtered: return {look.damage_only, Qt::SolidPattern};
        case RowFate::outside_region: return {look.damage_only, Qt::FDiagPattern};
        case RowFate::duplicate: return {look.complaint, Qt::DiagCrossPattern};
        case RowFate::rejected: return {look.fatal, Qt::SolidPattern};
    }
    return {look.soft, Qt::SolidPattern};
}

void fill(QPainter& painter, const QRectF& part, const Dress& dress, const Look& look) {
    painter.fillRect(part, look.surface);
    painter.fillRect(part, QBrush(dress.colour, dress.pattern));
    painter.setPen(QPen(dress.colour, 1));
    painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
}

}  // namespace

BalanceBar::BalanceBar(Speech say, QWidget* parent) : QWidget(parent), say_(say) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void BalanceBar::show_receipt(const Receipt* receipt) {
    read_ = receipt != nullptr ? receipt->read : 0;
    QStringList words;
    for (std::size_t i = 0; i < all_fates.size(); ++i) {
        rows_[i] = receipt != nullptr ? rows_of(*receipt, all_fates[i]) : 0;
        if (rows_[i] > 0)
            words << say_("%1 %2", "%1 %2")
                         .arg(say_.whole(static_cast<long long>(rows_[i])), fate_word(say_, all_fates[i]));
    }
    setAccessibleName(say_("%1 rijen gelezen: %2", "%1 rows read: %2")
                          .arg(say_.whole(static_cast<long long>(read_)), words.join(QStringLiteral(", "))));
    update();
}

QSize BalanceBar::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() + 2 * gap_1};
}

QIcon BalanceBar::swatch(RowFate fate, const QPalette& palette, int side) {
    QPixmap picture(side * 2, side * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const Look look = Look::of(palette);
    fill(painter, QRectF(0, 0, side, side), dress_of(fate, look), look);
    return QIcon(picture);
}

/// Every part that has rows is at least a few pixels wide: three rejected rows of a million must be seen.
std::array<QRectF, all_fates.size()> BalanceBar::parts() const {
    std::array<QRectF, all_fates.size()> parts{};
    if (read_ == 0) return parts;
    constexpr double narrowest = 6;
    double taken = 0, share_left = 0;
    for (const std::size_t rows : rows_) {
        const double wanted = width() * static_cast<double>(rows) / static_cast<double>(read_);
        if (rows > 0 && wanted < narrowest)
            taken += narrowest;
        else
            share_left += wanted;
    }
    double x = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (rows_[i] == 0) continue;
        const double wanted = width() * static_cast<double>(rows_[i]) / static_cast<double>(read_);
        const double wide = wanted < narrowest ? narrowest : wanted * (width() - taken) / std::max(share_left, 1.0);
        parts[i] = QRectF(x, 0, wide, height());
        x += wide;
    }
    return parts;
}

void BalanceBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Look look = Look::of(palette());
    if (read_ == 0) {
        painter.fillRect(rect(), look.raised);
        return;
    }
    const auto places = parts();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (rows_[i] == 0) continue;
        const Dress dress = dress_of(all_fates[i], look);
        const QRectF part = places[i].adjusted(0, 0, -1, 0);
        fill(painter, part, dress, look);
        const QString number = say_.whole(static_cast<long long>(rows_[i]));
        const double wide = painter.fontMetrics().horizontalAdvance(number) + 2 * gap_2;
        if (wide > part.width()) continue;
        const QRectF plate(part.center().x() - wide / 2, part.top() + 3, wide, part.height() - 6);
        painter.fillRect(plate, look.surface);
        painter.setPen(look.text);
        painter.drawText(plate, Qt::AlignCenter, number);
    }
}

bool BalanceBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto places = parts();
        for (std::size_t i = 0; i < places.size(); ++i)
            if (rows_[i] > 0 && places[i].contains(help->pos())) {
                QToolTip::showText(help->globalPos(),
                                   say_("%1 rijen %2: %3", "%1 rows %2: %3")
                                       .arg(say_.whole(static_cast<long long>(rows_[i])), fate_word(say_, all_fates[i]),
                                            fate_meaning(say_, all_fates[i])),
                                   this);
                return true;
            }
    }
    return QWidget::event(event);
}

}  // namespace baken
