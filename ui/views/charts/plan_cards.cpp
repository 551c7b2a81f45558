#include "ui/views/charts/plan_cards.hpp"

#include "ui/views/charts/heat_grid.hpp"
#include "ui/views/charts/plot_panels.hpp"

#include <array>

namespace baken {

CrewLoadCard::CrewLoadCard(Speech say, QWidget* parent)
    : ChartCard(say, parent), panels_(new PlotPanels(say, 44, this)) {
    set_body(panels_);
    connect(panels_, &PlotPanels::clicked, this, [this](int panel, int mark) {
        const CrewLoad& crew = series_[static_cast<std::size_t>(panel)];
        emit week_clicked(crew.crew, crew.weeks[static_cast<std::size_t>(mark)].monday);
    });
}

void CrewLoadCard::show(std::vector<CrewLoad> series) {
    series_ = std::move(series);
    const Speech& in = say();
    std::vector<PlotPanel> panels;
    bool any_done = false, any_region_day = false;
    for (const CrewLoad& crew : series_)
        for (const CrewWeek& week : crew.weeks) {
            any_done = any_done || week.done > 0;
            any_region_day = any_region_day || week.on_region_day > 0;
        }
    for (const CrewLoad& crew : series_) {
        PlotData drawn{.limit_name = in("capaciteit", "capacity"), .lines_high = 5};
        PlotBars done{.name = in("gedaan", "done"), .colour = &Look::accent, .values = {}};
        PlotBars planned{.name = in("gepland", "planned"), .colour = &Look::check, .values = {}};
        PlotBars region_day{.name = in("24-uursactie", "24-hour action"), .colour = &Look::damage_only, .values = {}};
        unsigned month = 0;
        for (const CrewWeek& week : crew.weeks) {
            const Date thursday = week.monday + std::chrono::days{3};  // a week belongs to the month of its Thursday
            const unsigned now = drawn.places.empty() ? 1 : month_of(thursday);
            if (now != month && !(now == 1 && month == 12))
                drawn.groups.push_back({static_cast<int>(drawn.places.size()), in.short_month(now)});
            month = now;
            drawn.places.emplace_back();
            done.values.push_back(week.done);
            planned.values.push_back(week.planned);
            region_day.values.push_back(week.on_region_day);
            drawn.limits.push_back(week.capacity);
            QString tip = in("%1, week %2 (vanaf %3), controles: %4 van %5", "%1, week %2 (from %3), checks: %4 of %5")
                              .arg(to_qt(crew.name))
                              .arg(week.week.week)
                              .arg(in.short_day(week.monday))
                              .arg(week.load())
                              .arg(week.capacity);
            if (week.on_region_day > 0)
                tip += in("\n%1 in de 24-uursactie", "\n%1 in the 24-hour action").arg(week.on_region_day);
            if (week.cancelled > 0) tip += in("\n%1 vervallen", "\n%1 cancelled").arg(week.cancelled);
            drawn.tips.push_back(tip);
        }
        if (any_done) drawn.bars.push_back(std::move(done));
        drawn.bars.push_back(std::move(planned));
        if (any_region_day) drawn.bars.push_back(std::move(region_day));
        drawn.names_parts = panels.empty();  // the panels below read the same
        const QString all =
            crew.all() == 1 ? in("1 controle", "1 check") : in("%1 controles", "%1 checks").arg(in.whole(crew.all()));
        panels.push_back({QStringLiteral("%1: %2").arg(to_qt(crew.name), all), std::move(drawn)});
    }
    panels_->draw(std::move(panels));
    set_pointers(panels_->pointers());
    set_content(table_of(series_, in), instead_of(series_, in.language()), note_on(series_, in.language()));
}

DarkShareCard::DarkShareCard(Speech say, QWidget* parent) : ChartCard(say, parent), grid_(new HeatGrid(this)) {
    set_body(grid_);
    set_pointers({grid_->pointer()});
    connect(grid_->pointer(), &MarkPointer::clicked, this, [this](int mark) {
        emit month_clicked(series_.rows[static_cast<std::size_t>(mark / 12)].municipality,
                           static_cast<unsigned>(mark % 12) + 1);
    });
}

void DarkShareCard::show(DarkMonths series) {
    series_ = std::move(series);
    const Speech& in = say();
    HeatData drawn{.columns = 12};
    const auto step_of = [](double share) {
        return share <= 0 ? 0 : share < 1.0 / 3 ? 1 : share < 2.0 / 3 ? 2 : share < 1 - 1e-9 ? 3 : 4;
    };
    for (const auto& row : series_.rows) {
        drawn.rows.push_back(to_qt(row.name));
        for (unsigned month = 1; month <= 12; ++month) {
            const auto& cell = row.months[month - 1];
            const auto share = cell.share();
            const QString where = QStringLiteral("%1, %2: ").arg(to_qt(row.name), in.month(month));
            drawn.cells.push_back(
                {.step = share ? step_of(*share) : -1,
                 .text = share ? QString::number(std::lround(100 * *share)) : QString(),
                 .tip = where + (share ? in("controles: %1, in het donker: %2", "checks: %1, in the dark: %2")
                                             .arg(in.whole(cell.checks), in.percent(*share))
                                       : in("geen controle", "no check"))});
        }
    }
    for (unsigned month = 1; month <= 12; ++month) drawn.column_names.push_back(in.short_month(month));
    drawn.legend = {{0, in("licht", "light")},
                    {1, in("< 33 %", "< 33%")},
                    {2, in("33\u201367 %", "33\u201367%")},
                    {3, in("> 67 %", "> 67%")},
                    {4, in("geheel donker", "all dark")}};
    grid_->draw(std::move(drawn));
    set_content(table_of(series_, in), instead_of(series_, in.language()), note_on(series_, in.language()));
}

}  // namespace baken
