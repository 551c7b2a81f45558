#include "ui/views/charts/place_cards.hpp"

#include "ui/views/charts/plot_panels.hpp"
#include "ui/views/charts/row_chart.hpp"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

/// Circle, square, diamond, triangle: a shape for each set of weights, filled for the one that explains.
void paint_shape(QPainter& painter, std::size_t set, QPointF at, double radius, const Look& look) {
    painter.setPen(QPen(look.accent, 1.25));
    painter.setBrush(set == 0 ? look.accent : look.surface);
    const double r = radius;
    switch (set % 4) {
        case 0: painter.drawEllipse(at, r, r); break;
        case 1: painter.drawRect(QRectF(at.x() - r * 0.85, at.y() - r * 0.85, r * 1.7, r * 1.7)); break;
        case 2:
            painter.drawPolygon(QPolygonF({{at.x(), at.y() - r * 1.2},
                                           {at.x() + r * 1.2, at.y()},
                                           {at.x(), at.y() + r * 1.2},
                                           {at.x() - r * 1.2, at.y()}}));
            break;
        default:
            painter.drawPolygon(QPolygonF({{at.x(), at.y() - r * 1.1},
                                           {at.x() + r * 1.1, at.y() + r * 0.9},
                                           {at.x() - r * 1.1, at.y() + r * 0.9}}));
    }
    painter.setBrush(Qt::NoBrush);
}

}  // namespace

TrendCard::TrendCard(Speech say, QWidget* parent) : ChartCard(say, parent), panels_(new PlotPanels(say, 20, this)) {
    set_body(panels_);
    connect(panels_, &PlotPanels::clicked, this, [this](int panel, int mark) {
        const auto& row = series_.rows[static_cast<std::size_t>(panel)];
        emit municipality_clicked(row.municipality);
        emit year_clicked(row.points[static_cast<std::size_t>(mark)].year);
    });
}

void TrendCard::show(AccidentTrend series) {
    series_ = std::move(series);
    const Speech& in = say();
    std::vector<PlotPanel> panels;
    for (const auto& row : series_.rows) {
        PlotData drawn{.numbers = PlotNumbers::totals, .lines_high = 5, .names_parts = false};
        PlotLine line{.name = {}, .colour = &Look::accent, .values = {}};
        for (const auto& point : row.points) {
            drawn.places.push_back(QString::number(point.year));
            line.values.emplace_back(point.count);
            drawn.ranges.push_back({point.range.low, point.range.high});
            drawn.tips.push_back(
                in("%1, ongevallen in %2: %3\ntoeval tussen %4 en %5 (95 %)",
                   "%1, accidents in %2: %3\nchance between %4 and %5 (95%)")
                    .arg(to_qt(row.name))
                    .arg(point.year)
                    .arg(in.whole(point.count), in.number(point.range.low, 1), in.number(point.range.high, 1)));
        }
        drawn.lines.push_back(std::move(line));
        panels.push_back({to_qt(row.name), std::move(drawn)});
    }
    panels_->draw(std::move(panels));
    set_pointers(panels_->pointers());
    set_content(table_of(series_, in), instead_of(series_, in.language()), note_on(series_, in.language()));
}

class RankTracks : public RowChart {
public:
    using RowChart::RowChart;

    void draw(const RankRanges& series, std::optional<std::size_t> lifted, const Speech& say) {
        series_ = series;
        last_ = 1;
        bool has_ranks = false;
        std::vector<ChartRow> rows;
        for (const auto& row : series.rows) {
            last_ = std::max({last_, row.worst, row.rank});
            has_ranks = has_ranks || !row.ranks.empty();
            QStringList lines{say("%1: plaats %2, tussen %3 en %4", "%1: rank %2, between %3 and %4")
                                  .arg(to_qt(row.name))
                                  .arg(row.rank)
                                  .arg(row.best)
                                  .arg(row.worst)};
            for (std::size_t set = 0; set < row.ranks.size(); ++set)
                lines << QStringLiteral("%1: %2").arg(weight_set_name(series.sets[set], say)).arg(row.ranks[set]);
            rows.push_back(
                {.name = QStringLiteral("%1  %2").arg(row.rank).arg(to_qt(row.name)),
                 .figures = {row.best == row.worst ? QString::number(row.best)
                                                   : QStringLiteral("%1\u2013%2").arg(row.best).arg(row.worst)},
                 .tip = lines.join('\n'),
                 .is_strong = lifted && *lifted == row.hotspot});
        }
        std::vector<Key> keys;
        if (has_ranks)
            for (std::size_t set = 0; set < series.sets.size(); ++set)
                keys.push_back({weight_set_name(series.sets[set], say),
                                [set](QPainter& painter, const QRectF& box, const Look& look) {
                                    paint_shape(painter, set, box.center(), box.height() * 0.22, look);
                                }});
        set_rows(std::move(rows), std::move(keys));
    }

protected:
    [[nodiscard]] bool has_axis() const override { return true; }

    void paint_track(QPainter& painter, int at, const QRectF& track, const Look& look) const override {
        const auto& row = series_.rows[static_cast<std::size_t>(at)];
        const double y = std::round(track.center().y());
        painter.setPen(QPen(look.line, 1));
        painter.drawLine(QPointF(track.left(), y + 0.5), QPointF(track.right(), y + 0.5));
        painter.setPen(QPen(look.text, 1.5));
        painter.drawLine(QPointF(x_of(row.best, track), y + 0.5), QPointF(x_of(row.worst, track), y + 0.5));
        const double radius = track.height() * 0.22;
        if (row.ranks.empty()) return paint_shape(painter, 0, {x_of(row.rank, track), y + 0.5}, radius, look);
        // Sets that agree would hide each other: the later ones stand around the first.
        for (std::size_t set = row.ranks.size(); set-- > 0;) {
            int before = 0, alike = 0;
            for (std::size_t other = 0; other < row.ranks.size(); ++other)
                if (row.ranks[other] == row.ranks[set]) {
                    ++alike;
                    before += other < set ? 1 : 0;
                }
            const double step = std::min(radius * 1.9, room(track) / std::max(1, alike));
            const double shift = (before - (alike - 1) / 2.0) * step;
            paint_shape(painter, set, {x_of(row.ranks[set], track) + shift, y + 0.5}, radius, look);
        }
    }

    void paint_axis(QPainter& painter, const QRectF& under, const Look& look) const override {
        painter.setPen(look.soft);
        const QFontMetricsF metrics(painter.font());
        const double wide = metrics.horizontalAdvance(QString::number(last_)) + gap_1;
        const int stride = std::max(1, static_cast<int>(std::ceil(wide / std::max(1.0, room(under)))));
        for (int rank = 1; rank <= last_; rank += stride)
            painter.drawText(QRectF(x_of(rank, under) - wide / 2, under.top(), wide, under.height()), Qt::AlignCenter,
                             QString::number(rank));
    }

private:
    [[nodiscard]] double room(const QRectF& track) const { return track.width() / last_; }
    [[nodiscard]] double x_of(int rank, const QRectF& track) const {
        return track.left() + (rank - 0.5) * track.width() / last_;
    }

    RankRanges series_;
    int last_ = 1;
};

RankCard::RankCard(Speech say, QWidget* parent) : ChartCard(say, parent), tracks_(new RankTracks(this)) {
    set_body(tracks_);
    set_pointers({tracks_->pointer()});
    connect(tracks_->pointer(), &MarkPointer::clicked, this,
            [this](int mark) { emit hotspot_clicked(series_.rows[static_cast<std::size_t>(mark)].hotspot); });
}

void RankCard::show(RankRanges series, std::optional<std::size_t> lifted) {
    series_ = std::move(series);
    tracks_->draw(series_, lifted, say());
    set_content(table_of(series_, say()), instead_of(series_, say().language()), note_on(series_, say().language()));
}

}  // namespace baken
