#pragma once
/// Small multiples: plots of one kind with a name each, in as many columns as the width allows, on one axis.
///
///     panels->draw({{"Beuningen", data}, {"Druten", data}});

#include <QWidget>  // first: moc 6.4 loses its way in the standard library when one of ours is

#include "ui/models/speech.hpp"
#include "ui/views/charts/plot_data.hpp"

#include <vector>

class QLabel;

namespace baken {

class MarkPointer;
class PlotView;

struct PlotPanel {
    QString name;
    PlotData data;
};

class PlotPanels : public QWidget {
    Q_OBJECT

public:
    /// No panel is narrower than `least_width` letters.
    PlotPanels(Speech say, int least_width, QWidget* parent = nullptr);

    void draw(std::vector<PlotPanel>);
    [[nodiscard]] std::vector<MarkPointer*> pointers() const;
    [[nodiscard]] const std::vector<PlotView*>& plots() const { return plots_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void clicked(int panel, int mark);

protected:
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;
    bool event(QEvent*) override;

private:
    [[nodiscard]] int columns_for(int width) const;
    [[nodiscard]] int row_height(int row, int columns) const;
    void arrange();
    void restyle();

    Speech say_;
    int least_width_;
    std::vector<QLabel*> names_;
    std::vector<PlotView*> plots_;
};

}  // namespace baken
