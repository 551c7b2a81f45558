#include "ui/views/hotspots/hotspot_charts.hpp"

#include "ui/views/charts/event_cards.hpp"
#include "ui/views/charts/place_cards.hpp"
#include "ui/views/look.hpp"

#include <QVBoxLayout>

#include <algorithm>

namespace baken {

namespace {

/// Whose times are shown: accidents where the source has them, else complaints; never made up.
EventKind kind_with_times(const Project& project, const EventChoice& here) {
    const auto accidents = chosen_accidents(project, here);
    const bool has_times = std::any_of(accidents.begin(), accidents.end(),
                                       [](const Accident* accident) { return accident->minute_of_day.has_value(); });
    return has_times ? EventKind::accidents : EventKind::complaints;
}

}  // namespace

HotspotCharts::HotspotCharts(Speech say, QWidget* parent) : QWidget(parent) {
    years_ = new YearsCard(say, this);
    light_ = new LightCard(say, this);
    hours_ = new HoursCard(say, this);
    complaints_ = new ComplaintsCard(say, this);
    ranks_ = new RankCard(say, this);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(gap_4);
    for (QWidget* card : {static_cast<QWidget*>(years_), static_cast<QWidget*>(light_), static_cast<QWidget*>(hours_),
                          static_cast<QWidget*>(complaints_), static_cast<QWidget*>(ranks_)})
        down->addWidget(card);
    connect(years_, &YearsCard::year_clicked, this, &HotspotCharts::year_chosen);
    connect(ranks_, &RankCard::hotspot_clicked, this, &HotspotCharts::hotspot_chosen);
}

void HotspotCharts::show(const Project& project, std::size_t hotspot, YearSpan years) {
    EventChoice here{.hotspot = hotspot};
    if (years.from != 0) here.first_year = years.from;
    if (years.to != 0) here.last_year = years.to;
    years_->show(accident_years(project, here));
    light_->show(accident_light(project, here));
    hours_->show(week_hours(project, here, kind_with_times(project, here)));
    complaints_->show(complaint_months(project, here));
    ranks_->show(rank_ranges(project, project.hotspots.at(hotspot).municipality), hotspot);
}

}  // namespace baken
