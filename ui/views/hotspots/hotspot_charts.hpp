#pragma once
/// The charts of one hotspot, below each other.

#include <QWidget>

#include "ui/models/chart_series.hpp"
#include "ui/models/speech.hpp"
#include "ui/views/hotspots/filter_bar.hpp"

namespace baken {

class ComplaintsCard;
class HoursCard;
class LightCard;
class RankCard;
class YearsCard;

class HotspotCharts : public QWidget {
    Q_OBJECT

public:
    HotspotCharts(Speech, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const Project&, std::size_t hotspot, YearSpan);

signals:
    void year_chosen(int year);
    void hotspot_chosen(qulonglong hotspot);  ///< index into the project's

private:
    YearsCard* years_;
    LightCard* light_;
    HoursCard* hours_;
    ComplaintsCard* complaints_;
    RankCard* ranks_;
};

}  // namespace baken
