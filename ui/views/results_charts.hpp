#pragma once
/// The small drawings of the results page. Each shows lines that were made ready by ui/models/evaluation_lines; what a
/// drawing says in colour it says in shape and words too.

#include <QWidget>

#include "ui/models/evaluation_lines.hpp"

#include <vector>

namespace baken {

/// Per municipality a box for every check that was agreed or held: filled when done, open when planned, dashed when
/// missing.
class ProgressChart : public QWidget {
    Q_OBJECT

public:
    explicit ProgressChart(Speech, QWidget* parent = nullptr);
    void show(std::vector<ProgressLine>);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;

private:
    [[nodiscard]] int row_height() const;
    [[nodiscard]] int box() const;
    [[nodiscard]] int name_width() const;
    [[nodiscard]] int quota_width() const;
    [[nodiscard]] int dark_width() const;
    void draw_boxes(QPainter&, QPoint at, const Tally&) const;
    void draw_key(QPainter&, int top) const;

    Speech say_;
    std::vector<ProgressLine> lines_;
};

/// Rates as bars from zero with their interval as a thin line, on one axis.
class RateChart : public QWidget {
    Q_OBJECT

public:
    explicit RateChart(Speech, QWidget* parent = nullptr);
    void show(std::vector<RateLine>);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    bool event(QEvent*) override;

private:
    [[nodiscard]] int row_height() const;
    [[nodiscard]] int name_width() const;
    [[nodiscard]] int value_width() const;
    [[nodiscard]] double axis_end() const;

    Speech say_;
    std::vector<RateLine> lines_;
};

}  // namespace baken
