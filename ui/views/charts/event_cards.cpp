#include "ui/views/charts/event_cards.hpp"

#include "ui/views/charts/heat_grid.hpp"
#include "ui/views/charts/plot_view.hpp"
#include "ui/views/charts/row_chart.hpp"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace baken {

YearsCard::YearsCard(Speech say, QWidget* parent) : ChartCard(say, parent), plot_(new PlotView(say, this)) {
    set_body(plot_);
    set_pointers({plot_->pointer()});
    connect(plot_->pointer(), &MarkPointer::clicked, this,
            [this](int mark) { emit year_clicked(series_.rows[static_cast<std::size_t>(mark)].year); });
}

void YearsCard::show(AccidentYears series) {
    series_ = std::move(series);
    const Speech& in = say();
    PlotData drawn{.numbers = PlotNumbers::parts, .lines_high = 9};
    for (const auto& [outcome, colour] : {std::pair{Outcome::fatal, &Look::fatal},
                                          {Outcome::injury, &Look::injury},
                                          {Outcome::damage_only, &Look::damage_only}}) {
        PlotBars layer{.name = short_name(outcome, in), .colour = colour, .values = {}};
        for (const auto& row : series_.rows) layer.values.push_back(row.of(outcome));
        drawn.bars.push_back(std::move(layer));
    }
    for (const auto& row : series_.rows) {
        drawn.places.push_back(QString::number(row.year));
        QStringList lines{in("ongevallen in %1: %2", "accidents in %1: %2").arg(row.year).arg(in.whole(row.total()))};
        for (const Outcome outcome : {Outcome::fatal, Outcome::injury, Outcome::damage_only})
            lines << QStringLiteral("%1 %2").arg(in.whole(row.of(outcome)), short_name(outcome, in));
        drawn.tips.push_back(lines.join('\n'));
    }
    plot_->draw(std::move(drawn));
    set_content(table_of(series_, in), instead_of(series_, in.language()), note_on(series_, in.language()));
}

class LightTracks : public RowChart {
public:
    using RowChart::RowChart;

    static constexpr std::array order{Light::daylight, Light::twilight, Light::dark, Light::unknown};

    void draw(const LightCounts& series, const Speech& say) {
        series_ = series;
        std::vector<ChartRow> rows;
        for (const Light light : order) {
            const int count = series.of(light);
            const QString share = series.total > 0 ? say.percent(static_cast<double>(count) / series.total) : QString();
            rows.push_back({.name = short_name(light, say),
                            .figures = {say.whole(count), share},
                            .tip = say("%1: %2 van %3 (%4)", "%1: %2 of %3 (%4)")
                                       .arg(short_name(light, say), say.whole(count), say.whole(series.total), share)});
        }
        set_rows(std::move(rows));
    }

protected:
    void paint_track(QPainter& painter, int row, const QRectF& track, const Look& look) const override {
        const Light light = order[static_cast<std::size_t>(row)];
        int most = 1;
        for (const int count : series_.counts) most = std::max(most, count);
        const double wide = std::round(track.width() * series_.of(light) / most);
        const QRectF bar(track.left() + 0.5, std::round(track.top() + track.height() * 0.15) + 0.5, wide,
                         std::round(track.height() * 0.7));
        // The pale ones would fade into the page, so that all have an outline; what is not known stays hollow.
        const QColor fill = light == Light::daylight   ? look.daylight
                            : light == Light::twilight ? look.twilight
                            : light == Light::dark     ? look.dark_hours
                                                       : QColor(Qt::transparent);
        if (wide < 1) return;
        painter.setPen(light == Light::unknown ? QPen(look.soft, 1, Qt::DashLine) : QPen(look.soft, 1));
        painter.setBrush(fill);
        painter.drawRect(bar);
        painter.setBrush(Qt::NoBrush);
    }

private:
    LightCounts series_;
};

LightCard::LightCard(Speech say, QWidget* parent) : ChartCard(say, parent), tracks_(new LightTracks(this)) {
    set_body(tracks_);
    set_pointers({tracks_->pointer()});
    connect(tracks_->pointer(), &MarkPointer::clicked, this,
            [this](int mark) { emit light_clicked(LightTracks::order[static_cast<std::size_t>(mark)]); });
}

void LightCard::show(LightCounts series) {
    tracks_->draw(series, say());
    set_content(table_of(series, say()), instead_of(series, say().language()), note_on(series, say().language()));
}

ComplaintsCard::ComplaintsCard(Speech say, QWidget* parent) : ChartCard(say, parent), plot_(new PlotView(say, this)) {
    set_body(plot_);
    set_pointers({plot_->pointer()});
    connect(plot_->pointer(), &MarkPointer::clicked, this, [this](int mark) {
        const auto& row = series_.rows[static_cast<std::size_t>(mark)];
        emit month_clicked(row.year, row.month);
    });
}

void ComplaintsCard::show(ComplaintMonths series) {
    series_ = std::move(series);
    const Speech& in = say();
    PlotData drawn{.lines_high = 8};
    // Everybody counts once in a month; what the same person reports again stands on top.
    PlotBars voices{.name = in("melders", "complainants"), .colour = &Look::complaint, .values = {}};
    PlotBars repeats{
        .name = in("herhaalde meldingen", "repeat complaints"), .colour = &Look::damage_only, .values = {}};
    for (const auto& row : series_.rows) {
        if (row.month == 1 && drawn.first_label == 0) drawn.first_label = static_cast<int>(drawn.places.size());
        if (drawn.groups.empty() || row.month == 1)
            drawn.groups.push_back({static_cast<int>(drawn.places.size()), QString::number(row.year)});
        drawn.places.push_back(in.short_month(row.month));
        voices.values.push_back(row.complainants);
        repeats.values.push_back(row.total - row.complainants);
        QStringList lines{in("%1 %2: meldingen %3, melders %4", "%1 %2: complaints %3, complainants %4")
                              .arg(in.month(row.month))
                              .arg(row.year)
                              .arg(in.whole(row.total), in.whole(row.complainants))};
        for (const Theme theme : all_themes)
            if (const int count = row.by_theme[index_of(theme)]; count > 0)
                lines << QStringLiteral("%1 %2").arg(in.whole(count), to_qt(name_of(theme, in.language())));
        drawn.tips.push_back(lines.join('\n'));
    }
    const bool has_repeats = std::any_of(repeats.values.begin(), repeats.values.end(), [](double n) { return n > 0; });
    drawn.names_parts = has_repeats;
    drawn.bars.push_back(std::move(voices));
    if (has_repeats) drawn.bars.push_back(std::move(repeats));
    plot_->draw(std::move(drawn));
    set_content(table_of(series_, in), instead_of(series_, in.language()), note_on(series_, in.language()));
}

HoursCard::HoursCard(Speech say, QWidget* parent) : ChartCard(say, parent), grid_(new HeatGrid(this)) {
    set_body(grid_);
    set_pointers({grid_->pointer()});
    connect(grid_->pointer(), &MarkPointer::clicked, this,
            [this](int mark) { emit hour_clicked(static_cast<unsigned>(mark / 24) + 1, mark % 24); });
}

void HoursCard::show(const WeekHours& week) {
    const Speech& in = say();
    std::vector<int> all;
    for (const auto& day : week.counts) all.insert(all.end(), day.begin(), day.end());
    const std::vector<int> bounds = class_bounds(all);

    const bool is_borrowed = week.is_borrowed();
    HeatData drawn{.columns = 24};
    for (unsigned day = 1; day <= 7; ++day) {
        drawn.rows.push_back(in.short_weekday(day));
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const int count = week.counts[day - 1][hour];
            const auto what =
                week.kind == EventKind::complaints ? in("meldingen", "complaints") : in("ongevallen", "accidents");
            const int step = is_borrowed ? busy_class(week.times_average(day - 1, hour)) : class_of(count, bounds);
            drawn.cells.push_back({.step = step,
                                   .text = count > 0 ? in.whole(count) : QString(),
                                   .tip = in("%1 %2\u2013%3 uur, %5: %4\ndonker: %6 van het jaar",
                                             "%1 %2\u2013%3 h, %5: %4\ndark: %6 of the year")
                                              .arg(in.short_weekday(day))
                                              .arg(hour)
                                              .arg(hour + 1)
                                              .arg(in.whole(count), what, in.percent(week.dark_share[hour]))});
            if (is_borrowed)
                drawn.cells.back().tip +=
                    in("\n%1 keer een gemiddeld uur in de regio", "\n%1 times an average hour in the region")
                        .arg(in.number(week.times_average(day - 1, hour), 1));
        }
    }
    for (const int hour : {0, 6, 12, 18, 24}) drawn.edges.push_back({hour, QString::number(hour)});
    for (std::size_t hour = 0; hour < 24; ++hour) {
        drawn.outlined.push_back(week.is_dark(hour));
        drawn.strip.push_back(week.dark_share[hour]);
    }
    drawn.strip_name = in("donker", "dark");
    drawn.outline_name = in("minstens het halve jaar donker", "dark at least half the year");
    // Against an even week: the region's pattern has no counts of this place.
    for (std::size_t i = 0; is_borrowed && i < busy_from.size(); ++i)
        drawn.legend.push_back(
            {static_cast<int>(i), QStringLiteral("%1\u00d7").arg(in.locale().toString(busy_from[i]))});
    for (std::size_t i = 0; !is_borrowed && i < bounds.size(); ++i) {
        const bool is_last = i + 1 == bounds.size();
        QString text = QString::number(bounds[i]);
        if (is_last && *std::max_element(all.begin(), all.end()) > bounds[i])
            text += '+';
        else if (!is_last && bounds[i + 1] - 1 > bounds[i])
            text += QStringLiteral("\u2013%1").arg(bounds[i + 1] - 1);
        drawn.legend.push_back({static_cast<int>(i), text});
    }
    grid_->draw(std::move(drawn));
    set_content(table_of(week, in), instead_of(week, in.language()), note_on(week, in.language()));
}

}  // namespace baken
