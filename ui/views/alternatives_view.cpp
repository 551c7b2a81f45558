#include "ui/views/alternatives_view.hpp"

#include "ui/views/board/glyphs.hpp"
#include "ui/views/look.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>

#include <algorithm>

namespace baken {

namespace {

/// The days of one municipality in one plan: theme and date, those that the present plan does not have framed.
class DayChips : public QWidget {
public:
    DayChips(const Alternative::Row& row, bool is_current, Speech say, QWidget* parent)
        : QWidget(parent), row_(row), is_current_(is_current) {
        QStringList spoken;
        for (const auto& day : row_.days)
            spoken << (is_current || day.is_kept ? day.name : say("%1 (anders)", "%1 (differs)").arg(day.name));
        setAccessibleName(row_.municipality);
        setAccessibleDescription(spoken.join(", "));
        setMouseTracking(true);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override {
        const auto lines = static_cast<int>((row_.days.size() + per_line - 1) / per_line);
        return {per_line * chip().width() + gap_1, std::max(1, lines) * chip().height() + gap_1};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Look look = Look::of(palette());
        for (std::size_t i = 0; i < row_.days.size(); ++i) {
            const auto& day = row_.days[i];
            const QRect box = rect_of(i);
            const bool differs = !is_current_ && !day.is_kept;
            if (differs) {
                painter.setPen(QPen(look.check, 1.6));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3);
            }
            const int side = box.height() - 8;
            const QColor ink = differs || is_current_ ? look.text : look.soft;
            draw_theme(painter, QRectF(box.left() + 4, box.top() + 4, side, side), day.theme, ink);
            painter.setPen(ink);
            painter.drawText(box.adjusted(side + 8, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft, day.name);
        }
    }
    bool event(QEvent* event) override {
        if (event->type() != QEvent::ToolTip) return QWidget::event(event);
        const auto* help = static_cast<QHelpEvent*>(event);
        for (std::size_t i = 0; i < row_.days.size(); ++i)
            if (rect_of(i).contains(help->pos())) {
                QToolTip::showText(help->globalPos(), row_.days[i].story, this);
                return true;
            }
        QToolTip::hideText();
        return true;
    }

private:
    static constexpr int per_line = 3;
    [[nodiscard]] QSize chip() const {
        const QFontMetrics metrics(font());
        return {metrics.height() + metrics.horizontalAdvance(QStringLiteral("28 wmm")) + gap_3,
                metrics.height() + gap_2};
    }
    [[nodiscard]] QRect rect_of(std::size_t i) const {
        const QSize size = chip();
        const auto at = static_cast<int>(i);
        return {at % per_line * size.width(), at / per_line * size.height(), size.width() - 2, size.height() - 2};
    }

    Alternative::Row row_;
    bool is_current_;
};

}  // namespace

AlternativesView::AlternativesView(Speech say, QWidget* parent) : QScrollArea(parent), say_(say) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(say_("Andere planningen naast elkaar", "Other plans side by side"));
    build();
}

void AlternativesView::show(AlternativeList list) {
    list_ = std::move(list);
    build();
}

void AlternativesView::build() {
    auto* page = new QWidget(this);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(gap_3, gap_3, gap_3, gap_3);
    grid->setHorizontalSpacing(gap_4);
    grid->setVerticalSpacing(gap_2);
    if (list_.size() < 2) {
        auto* none =
            new QLabel(list_.empty() ? say_("Nog geen andere planningen gezocht.", "No other plans looked for yet.")
                                     : say_("De regels laten geen andere planning toe die bijna zo goed is.",
                                            "The rules leave no other plan that is nearly as good."),
                       page);
        none->setWordWrap(true);
        none->setAlignment(Qt::AlignCenter);
        grid->addWidget(none, 0, 0);
    } else {
        add_heads(page, grid);
        add_rows(page, grid);
        grid->setRowStretch(grid->rowCount(), 1);
        grid->setColumnStretch(grid->columnCount(), 1);
    }
    setWidget(page);
}

void AlternativesView::add_heads(QWidget* page, QGridLayout* grid) {
    const Look look = Look::of(palette());
    const auto label = [&](const QString& text, const QColor& colour) {
        auto* made = new QLabel(text, page);
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, colour);
        made->setPalette(colours);
        return made;
    };
    for (std::size_t i = 0; i < list_.size(); ++i) {
        const Alternative& one = list_[i];
        const int column = static_cast<int>(i) + 1;
        auto* title = label(one.title, look.text);
        title->setFont(heading_font(font()));
        grid->addWidget(title, 0, column);
        grid->addWidget(label(one.value, look.text), 1, column);
        grid->addWidget(label(one.differing_text, look.soft), 2, column);
        const bool is_whole = one.broken == 0;
        grid->addWidget(label((is_whole ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + one.rules_text,
                              is_whole ? look.good : look.bad),
                        3, column);
        if (one.is_current) continue;
        auto* take = new QPushButton(say_("Deze nemen", "Take this one"), page);
        take->setAccessibleName(
            say_("%1 nemen: %2, %3", "Take %1: %2, %3").arg(one.title, one.value, one.differing_text));
        connect(take, &QPushButton::clicked, this, [this, i] { emit taken(i); });
        grid->addWidget(take, 4, column);
    }
}

void AlternativesView::add_rows(QWidget* page, QGridLayout* grid) {
    int line = 5;
    for (std::size_t r = 0; r < list_.front().rows.size(); ++r) {
        auto* name = new QLabel(list_.front().rows[r].municipality, page);
        grid->addWidget(name, line, 0, Qt::AlignTop);
        for (std::size_t i = 0; i < list_.size(); ++i)
            grid->addWidget(new DayChips(list_[i].rows[r], list_[i].is_current, say_, page), line,
                            static_cast<int>(i) + 1, Qt::AlignTop);
        ++line;
    }
}

void AlternativesView::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) build();
}

}  // namespace baken
