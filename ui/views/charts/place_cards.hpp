#pragma once
/// The charts that hold places against each other: the trend per municipality, the rank under other weights.

#include "ui/views/charts/chart_card.hpp"

class QGridLayout;

namespace baken {

class RankTracks;
class PlotPanels;

class TrendCard : public ChartCard {
    Q_OBJECT

public:
    explicit TrendCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    void show(AccidentTrend);

signals:
    void municipality_clicked(unsigned municipality);  ///< index into the region's
    void year_clicked(int year);

private:
    AccidentTrend series_;
    PlotPanels* panels_;
};

class RankCard : public ChartCard {
    Q_OBJECT

public:
    explicit RankCard(Speech say, QWidget* parent = nullptr);
    using QWidget::show;
    /// `lifted`: the hotspot (index into the project's) whose row stands out, if any.
    void show(RankRanges, std::optional<std::size_t> lifted = {});

signals:
    void hotspot_clicked(qulonglong hotspot);  ///< index into the project's

private:
    RankRanges series_;
    RankTracks* tracks_;
};

}  // namespace baken
