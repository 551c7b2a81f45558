#pragma once
/// Drawings the size of a few words, to stand beside the sentence that they belong to.

#include <QWidget>  // before our own: moc of Qt 6.4 cannot parse the other order

#include "model/evaluation.hpp"
#include "ui/models/speech.hpp"

#include <vector>

class QPainter;

namespace baken {

/// The bar of an estimate's interval, upright or lying, with an end on both sides.
void draw_interval(QPainter&, QPointF low, QPointF high, double cap);

/// Counts of a few years as bars with their intervals, the number on each.
class YearBars : public QWidget {
    Q_OBJECT

public:
    YearBars(std::vector<Trend::Year>, Speech, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    std::vector<Trend::Year> years_;
    Speech say_;
};

/// A ratio and its interval against 1, on a logarithmic axis from a quarter to four.
class RatioMark : public QWidget {
    Q_OBJECT

public:
    RatioMark(Estimate, Speech, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Estimate ratio_;
    Speech say_;
};

}  // namespace baken
