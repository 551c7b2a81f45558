#include "ui/views/plan/load_view.hpp"

#include "ui/models/chart_series.hpp"
#include "ui/views/charts/place_cards.hpp"
#include "ui/views/charts/plan_cards.hpp"
#include "ui/views/look.hpp"

#include <QGridLayout>

namespace baken {

LoadView::LoadView(Speech say, QWidget* parent) : QScrollArea(parent) {
    setObjectName("load_view");
    setAccessibleName(say("Het plan in grafieken", "The plan in charts"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    auto* inside = new QWidget(this);
    quota_ = new QuotaCard(say, inside);
    load_ = new CrewLoadCard(say, inside);
    dark_ = new DarkShareCard(say, inside);
    guess_ = new PredictabilityCard(say, inside);
    trend_ = new TrendCard(say, inside);
    auto* grid = new QGridLayout(inside);
    grid->setContentsMargins(gap_4, gap_4, gap_4, gap_4);
    grid->setHorizontalSpacing(gap_6);
    grid->setVerticalSpacing(gap_6);
    grid->addWidget(quota_, 0, 0, Qt::AlignTop);
    grid->addWidget(dark_, 0, 1, Qt::AlignTop);
    grid->addWidget(load_, 1, 0, 1, 2, Qt::AlignTop);
    grid->addWidget(guess_, 2, 0, Qt::AlignTop);
    grid->addWidget(trend_, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(3, 1);
    setWidget(inside);
    connect(quota_, &QuotaCard::municipality_clicked, this, &LoadView::municipality_chosen);
    connect(trend_, &TrendCard::municipality_clicked, this, &LoadView::municipality_chosen);
    connect(dark_, &DarkShareCard::month_clicked, this,
            [this](unsigned municipality, unsigned) { emit municipality_chosen(municipality); });
}

void LoadView::show(const Project& project) {
    quota_->show(quota_progress(project));
    load_->show(crew_loads(project));
    dark_->show(dark_months(project));
    guess_->show(guessing(project));
    trend_->show(accident_trend(project, TrendOf::injury));
}

}  // namespace baken
