#pragma once
/// Rows of cells in five classes of one hue: weekdays by hour, municipalities by month. Columns can be outlined, and a
/// strip below tells a share of each column.
///
///     auto* grid = new HeatGrid(this);
///     grid->draw({.rows = {"ma", "di"}, .columns = 24, .cells = cells, .legend = {{0, "1-2"}, {1, "3+"}}});

#include <QColor>
#include <QWidget>

#include "ui/views/charts/mark_pointer.hpp"

#include <vector>

namespace baken {

struct HeatCell {
    int step = -1;  ///< class of five; -1: nothing there
    QString text;   ///< written in the cell where all such texts fit
    QString tip;
};

struct HeatEdge {
    int column = 0;  ///< 24 of 24 stands at the right end
    QString text;
};

struct HeatClass {
    int step = 0;
    QString text;  ///< "3-4"
};

struct HeatData {
    std::vector<QString> rows;
    int columns = 0;
    std::vector<HeatCell> cells;        ///< row by row
    std::vector<QString> column_names;  ///< under the middle of each column
    std::vector<HeatEdge> edges;        ///< or under the lines between them
    std::vector<bool> outlined;         ///< none, or one per column
    std::vector<double> strip;          ///< none, or one share per column
    QString strip_name;
    std::vector<HeatClass> legend;
    QString outline_name;  ///< what the outline means; empty: there is none
};

class HeatGrid : public QWidget {
    Q_OBJECT

public:
    explicit HeatGrid(QWidget* parent = nullptr);

    void draw(HeatData);
    [[nodiscard]] const HeatData& data() const { return data_; }
    [[nodiscard]] MarkPointer* pointer() const { return pointer_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent*) override;

private:
    struct Frame {
        QRectF cells;               ///< all rows and columns; with names above, each row's name is in its row's pitch
        double cell = 1;            ///< width
        double row = 1, pitch = 1;  ///< height of a row's cells, and from one row to the next
        double name = 0;            ///< width of the names on the left; 0: they stand above
        double strip = 0;           ///< top of the strip
        double axis = 0;            ///< top of the column labels
        double legend = 0;          ///< top of the legend
        double height = 0;
    };
    [[nodiscard]] Frame frame(double width) const;
    [[nodiscard]] QRectF cell(const Frame&, int row, int column) const;
    [[nodiscard]] std::vector<Mark> marks() const;
    void paint_cells(QPainter&, const Frame&) const;
    void paint_outlines(QPainter&, const Frame&) const;
    void paint_strip(QPainter&, const Frame&) const;
    void paint_axis(QPainter&, const Frame&) const;
    /// Paints the legend when there is a painter; gives its height for this width.
    double legend(QPainter*, double top, double width) const;

    HeatData data_;
    MarkPointer* pointer_;
};

}  // namespace baken
