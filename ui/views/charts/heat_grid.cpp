#include "ui/views/charts/heat_grid.hpp"

#include "ui/views/charts/ink.hpp"
#include "ui/views/look.hpp"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double widest_cell = 2.4;  // in lines of text

}  // namespace

HeatGrid::HeatGrid(QWidget* parent) : QWidget(parent), pointer_(new MarkPointer(this, [this] { return marks(); })) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::NoFocus);
}

void HeatGrid::draw(HeatData data) {
    data_ = std::move(data);
    pointer_->set_row_length(data_.columns);
    updateGeometry();
    update();
}

void HeatGrid::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

HeatGrid::Frame HeatGrid::frame(double width) const {
    const QFontMetricsF metrics(secondary_font(font()));
    Frame frame;
    double name = data_.strip.empty() ? 0 : metrics.horizontalAdvance(data_.strip_name);
    for (const QString& row : data_.rows) name = std::max(name, metrics.horizontalAdvance(row));
    name = std::ceil(name) + gap_2;
    const bool is_above = name > 0.38 * width;
    frame.name = is_above ? 0 : name;
    const int columns = std::max(1, data_.columns);
    // The last edge's word reaches half its width past the cells.
    const double past = data_.edges.empty() ? 0 : std::ceil(metrics.horizontalAdvance(data_.edges.back().text) / 2);
    frame.cell = std::clamp(std::floor((width - frame.name - std::max(1.0, past)) / columns), 3.0,
                            std::round(widest_cell * metrics.height()));
    frame.row = std::max(std::ceil(metrics.height()), std::min(frame.cell, 22.0));
    frame.pitch = frame.row + (is_above ? metrics.height() + gap_1 : 0);
    const auto rows = static_cast<double>(data_.rows.size());
    frame.cells = QRectF(frame.name, 1, frame.cell * columns, frame.pitch * rows);
    double y = frame.cells.bottom() + 2;
    frame.strip = y + gap_1;
    if (!data_.strip.empty()) y = frame.strip + std::ceil(metrics.height()) + (is_above ? metrics.height() : 0);
    frame.axis = y + 2;
    y = frame.axis + metrics.height();
    frame.legend = y + gap_2;
    frame.height = frame.legend + legend(nullptr, frame.legend, width);
    return frame;
}

QRectF HeatGrid::cell(const Frame& frame, int row, int column) const {
    return {frame.cells.left() + column * frame.cell, frame.cells.top() + (row + 1) * frame.pitch - frame.row,
            frame.cell, frame.row};
}

int HeatGrid::heightForWidth(int width) const { return static_cast<int>(std::ceil(frame(width).height)); }
QSize HeatGrid::sizeHint() const {
    const int width = static_cast<int>(QFontMetricsF(secondary_font(font())).averageCharWidth() * 40);
    return {width, heightForWidth(width)};
}
QSize HeatGrid::minimumSizeHint() const {
    const int width = static_cast<int>(QFontMetricsF(secondary_font(font())).averageCharWidth() * 16);
    return {width, static_cast<int>(QFontMetricsF(secondary_font(font())).height() * 3)};
}

std::vector<Mark> HeatGrid::marks() const {
    const Frame now = frame(width());
    std::vector<Mark> found;
    for (std::size_t i = 0; i < data_.cells.size(); ++i) {
        const auto at = static_cast<int>(i);
        found.push_back({cell(now, at / data_.columns, at % data_.columns), data_.cells[i].tip});
    }
    return found;
}

void HeatGrid::paintEvent(QPaintEvent*) {
    if (data_.cells.empty()) return;
    QPainter painter(this);
    painter.setFont(secondary_font(font()));
    const Frame now = frame(width());
    paint_cells(painter, now);
    paint_strip(painter, now);
    paint_outlines(painter, now);
    paint_axis(painter, now);
    legend(&painter, now.legend, width());
}

void HeatGrid::paint_cells(QPainter& painter, const Frame& now) const {
    const Look look = Look::of(palette());
    const QFontMetricsF metrics(painter.font());
    bool all_fit = true;
    for (const HeatCell& cell : data_.cells) all_fit = all_fit && metrics.horizontalAdvance(cell.text) + 4 <= now.cell;
    for (int row = 0; row < static_cast<int>(data_.rows.size()); ++row) {
        const QRectF first = cell(now, row, 0);
        painter.setPen(look.text);
        const QString& name = data_.rows[static_cast<std::size_t>(row)];
        if (now.name > 0)
            painter.drawText(QRectF(0, first.top(), now.name - gap_2, first.height()),
                             Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, name);
        else
            painter.drawText(QRectF(0, first.top() - metrics.height(), width(), metrics.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(name, Qt::ElideRight, width()));
        for (int column = 0; column < data_.columns; ++column) {
            const HeatCell& here = data_.cells[static_cast<std::size_t>(row * data_.columns + column)];
            const QRectF box = cell(now, row, column).adjusted(0, 0, -1, -1);
            if (here.step >= 0) {
                const QColor colour = look.step(here.step);
                painter.fillRect(box, colour);
                if (all_fit && !here.text.isEmpty()) {
                    painter.setPen(ink_on(colour, look));
                    painter.drawText(box, Qt::AlignCenter, here.text);
                }
            } else {
                painter.setPen(look.line);
                painter.drawRect(box.adjusted(0, 0, -1, -1));
            }
            if (row * data_.columns + column == pointer_->current()) {
                painter.setPen(QPen(look.text, 2));
                painter.drawRect(box.adjusted(0, 0, -1, -1));
            }
        }
    }
}

void HeatGrid::paint_outlines(QPainter& painter, const Frame& now) const {
    if (data_.outlined.empty()) return;
    painter.setPen(QPen(Look::of(palette()).dark_hours, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    for (int from = 0; from < data_.columns; ++from) {
        if (!data_.outlined[static_cast<std::size_t>(from)]) continue;
        int to = from;
        while (to + 1 < data_.columns && data_.outlined[static_cast<std::size_t>(to) + 1]) ++to;
        const double bottom = cell(now, static_cast<int>(data_.rows.size()) - 1, 0).bottom();
        painter.drawRect(QRectF(QPointF(cell(now, 0, from).left(), cell(now, 0, 0).top()),
                                QPointF(cell(now, 0, to).right() - 1, bottom - 1)));
        from = to;
    }
}

void HeatGrid::paint_strip(QPainter& painter, const Frame& now) const {
    if (data_.strip.empty()) return;
    const Look look = Look::of(palette());
    const QFontMetricsF metrics(painter.font());
    double top = now.strip;
    painter.setPen(look.soft);
    const bool is_beside = now.name > 0;
    painter.drawText(QRectF(0, top, is_beside ? now.name - gap_2 : width(), metrics.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, data_.strip_name);
    if (!is_beside) top += metrics.height();
    const double tall = std::ceil(metrics.height());
    for (int column = 0; column < data_.columns; ++column) {
        const double share = data_.strip[static_cast<std::size_t>(column)];
        const double full = std::round(share * (tall - 1));
        painter.fillRect(QRectF(cell(now, 0, column).left(), top + tall - full, now.cell - 1, full), look.dark_hours);
    }
    painter.fillRect(QRectF(now.cells.left(), top + tall, now.cells.width() - 1, 1), look.line);
}

void HeatGrid::paint_axis(QPainter& painter, const Frame& now) const {
    const Look look = Look::of(palette());
    const QFontMetricsF metrics(painter.font());
    painter.setPen(look.soft);
    for (const HeatEdge& edge : data_.edges) {
        const double wide = metrics.horizontalAdvance(edge.text);
        const double x = now.cells.left() + edge.column * now.cell - wide / 2;
        painter.drawText(QRectF(x, now.axis, wide, metrics.height()), Qt::AlignCenter | Qt::TextDontClip, edge.text);
    }
    double widest = 0;
    for (const QString& name : data_.column_names) widest = std::max(widest, metrics.horizontalAdvance(name));
    const std::size_t stride =
        widest + 3 <= now.cell ? 1 : static_cast<std::size_t>(std::ceil((widest + gap_1) / now.cell));
    for (std::size_t i = 0; i < data_.column_names.size(); i += stride) {
        const QRectF above = cell(now, 0, static_cast<int>(i));
        painter.drawText(QRectF(std::clamp(above.center().x() - widest / 2, 0.0, width() - widest), now.axis, widest,
                                metrics.height()),
                         Qt::AlignCenter | Qt::TextDontClip, data_.column_names[i]);
    }
}

double HeatGrid::legend(QPainter* painter, double top, double width) const {
    if (data_.legend.empty() && data_.outline_name.isEmpty()) return 0;
    const Look look = Look::of(palette());
    const QFontMetricsF metrics(secondary_font(font()));
    const double line = metrics.height(), mark = std::round(line * 0.7);
    double x = 0, y = top;
    const auto entry = [&](const QString& text, const QColor& colour, bool is_outline) {
        const double wide = mark + gap_1 + metrics.horizontalAdvance(text);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line + 2;
        }
        const QRectF room(x + mark + gap_1, y, std::max(1.0, width - x - mark - gap_1), 10 * line);
        const double tall = metrics.boundingRect(room, Qt::TextWordWrap, text).height();
        if (painter != nullptr) {
            const QRectF box(x, y + std::round((line - mark) / 2), mark, mark);
            if (is_outline) {
                painter->setPen(QPen(colour, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
                painter->drawRect(box.adjusted(1, 1, -1, -1));
            } else {
                painter->fillRect(box, colour);
            }
            painter->setPen(look.soft);
            painter->drawText(room, Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeft, text);
        }
        y += std::max(0.0, tall - line);
        x += wide + gap_2;
    };
    for (const HeatClass& named : data_.legend) entry(named.text, look.step(named.step), false);
    if (!data_.outline_name.isEmpty()) entry(data_.outline_name, look.dark_hours, true);
    return y + line + 2 - top;
}

}  // namespace baken
