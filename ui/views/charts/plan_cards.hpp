#pragma once
/// The charts of the plan: the load of the crews, the agreed numbers, darkness, and how well it can be guessed.

#include "ui/views/charts/chart_card.hpp"

namespace baken {

class GuessFigures;
class HeatGrid;
class PlotPanels;
class ProgressTracks;

class CrewLoadCard : public ChartCard {
    Q_OBJECT

public:
    explicit CrewLoadCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(std::vector<CrewLoad>);

signals:
    void week_clicked(qulonglong crew, baken::Date monday);

private:
    std::vector<CrewLoad> series_;
    PlotPanels* panels_;
};

class QuotaCard : public ChartCard {
    Q_OBJECT

public:
    explicit QuotaCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(std::vector<MunicipalityProgress>);

signals:
    void municipality_clicked(unsigned municipality);

private:
    std::vector<MunicipalityProgress> series_;
    ProgressTracks* tracks_;
};

class DarkShareCard : public ChartCard {
    Q_OBJECT

public:
    explicit DarkShareCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(DarkMonths);

signals:
    void month_clicked(unsigned municipality, unsigned month);

private:
    DarkMonths series_;
    HeatGrid* grid_;
};

class PredictabilityCard : public ChartCard {
    Q_OBJECT

public:
    explicit PredictabilityCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const Guessing&);

private:
    GuessFigures* figures_;
};

}  // namespace baken
