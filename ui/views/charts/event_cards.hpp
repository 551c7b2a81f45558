#pragma once
/// The charts of what happened: accidents per year, light, complaints over time, the hours of the week.
///
///     auto* hours = new HoursCard(say, this);
///     hours->show(week_hours(project, here, EventKind::complaints));
///     connect(hours, &HoursCard::hour_clicked, this, [](unsigned weekday, int hour) { ... });

#include "ui/views/charts/chart_card.hpp"

namespace baken {

class HeatGrid;
class PlotView;
class LightTracks;

class YearsCard : public ChartCard {
    Q_OBJECT

public:
    explicit YearsCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(AccidentYears);

signals:
    void year_clicked(int year);

private:
    AccidentYears series_;
    PlotView* plot_;
};

class LightCard : public ChartCard {
    Q_OBJECT

public:
    explicit LightCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(LightCounts);

signals:
    void light_clicked(baken::Light light);

private:
    LightTracks* tracks_;
};

class ComplaintsCard : public ChartCard {
    Q_OBJECT

public:
    explicit ComplaintsCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(ComplaintMonths);

signals:
    void month_clicked(int year, unsigned month);

private:
    ComplaintMonths series_;
    PlotView* plot_;
};

class HoursCard : public ChartCard {
    Q_OBJECT

public:
    explicit HoursCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const WeekHours&);

signals:
    void hour_clicked(unsigned weekday, int hour);  ///< 1 Monday .. 7 Sunday, 0..23

private:
    HeatGrid* grid_;
};

}  // namespace baken
