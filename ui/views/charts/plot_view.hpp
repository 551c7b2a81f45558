#pragma once
/// A chart of Qt Charts with its own writing: bars, lines and grid are the chart's, every word and number is placed by
/// us, so that none is cut off or lies over another.
///
///     auto* plot = new PlotView(say, this);
///     plot->draw({.places = {"2022", "2023"}, .bars = {{"letsel", &Look::injury, {4, 7}}}});

#include <QChartView>  // first: moc 6.4 loses its way in the standard library when one of ours is

#include "ui/models/speech.hpp"
#include "ui/views/charts/mark_pointer.hpp"
#include "ui/views/charts/plot_data.hpp"

namespace baken {

class PlotView : public QChartView {
    Q_OBJECT

public:
    explicit PlotView(Speech say, QWidget* parent = nullptr);

    void draw(PlotData);
    [[nodiscard]] const PlotData& data() const { return data_; }
    [[nodiscard]] MarkPointer* pointer() const { return pointer_; }
    [[nodiscard]] QRectF plot_area() const { return area_; }
    /// Every text as written, with its place on the view.
    struct Writing {
        QRectF box;
        QString text;
        QColor colour;
        bool is_number = false;  ///< on a mark, where it may touch what it counts
    };
    [[nodiscard]] const std::vector<Writing>& writings() const { return writings_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void drawBackground(QPainter*, const QRectF&) override;
    void drawForeground(QPainter*, const QRectF&) override;

private:
    void rebuild();  ///< the chart's own bars and lines
    void arrange();  ///< places everything for this size
    void write_axis(const QFontMetricsF&);
    void write_places(const QFontMetricsF&);
    void write_numbers(const QFontMetricsF&);
    void write_names(const QFontMetricsF&);
    void write_key(const QFontMetricsF&);
    [[nodiscard]] std::vector<Mark> marks() const;
    [[nodiscard]] double middle_of(std::size_t place) const;
    [[nodiscard]] double height_of(double value) const;
    [[nodiscard]] double widest_name(const QFontMetricsF&) const;

    struct Swatch {
        QRectF box;
        QColor colour;
        bool is_line = false;
    };

    Speech say_;
    PlotData data_;
    MarkPointer* pointer_;
    NiceAxis axis_;
    QRectF area_;
    double slot_ = 1, bar_ = 1;  ///< widths, in pixels
    bool has_key_ = false;       ///< names stand above the plot instead of beside the marks
    double key_height_ = 0;
    std::vector<Writing> writings_;
    std::vector<Swatch> swatches_;
};

}  // namespace baken
