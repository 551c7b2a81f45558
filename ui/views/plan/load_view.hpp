#pragma once
/// The plan in charts: what is agreed and met, the weeks of the crews, darkness, and how well it can be guessed.

#include <QScrollArea>

#include "model/project.hpp"
#include "ui/models/speech.hpp"

namespace baken {

class CrewLoadCard;
class DarkShareCard;
class PredictabilityCard;
class QuotaCard;
class TrendCard;

class LoadView : public QScrollArea {
    Q_OBJECT

public:
    LoadView(Speech, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const Project&);

signals:
    void municipality_chosen(unsigned municipality);

private:
    QuotaCard* quota_;
    CrewLoadCard* load_;
    DarkShareCard* dark_;
    PredictabilityCard* guess_;
    TrendCard* trend_;
};

}  // namespace baken
