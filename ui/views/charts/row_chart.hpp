#pragma once
/// Rows with a name and a track to draw on: the frame of rankings, progress and shares. The name stands left of the
/// track, or above it where the chart is narrow; the figures stand right, aligned.
///
///     class RankTracks : public RowChart { void paint_track(QPainter&, int row, const QRectF&) const override; };

#include <QWidget>  // first: moc 6.4 loses its way in the standard library when one of ours is

#include "ui/models/speech.hpp"
#include "ui/views/charts/mark_pointer.hpp"
#include "ui/views/look.hpp"

#include <vector>

namespace baken {

struct ChartRow {
    QString name;
    QStringList figures;  ///< right of the track, a column each
    QString tip;
    bool is_strong = false;  ///< the row that the reader asked for
};

class RowChart : public QWidget {
    Q_OBJECT

public:
    explicit RowChart(QWidget* parent = nullptr);

    [[nodiscard]] MarkPointer* pointer() const { return pointer_; }
    [[nodiscard]] const std::vector<ChartRow>& rows() const { return rows_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    /// A mark of the key above the rows: painted in `box`, a square of the text's height.
    struct Key {
        QString text;
        std::function<void(QPainter&, const QRectF& box, const Look&)> paint;
    };

protected:
    void set_rows(std::vector<ChartRow>, std::vector<Key> = {});
    virtual void paint_track(QPainter&, int row, const QRectF& track, const Look&) const = 0;
    /// Under the last row, as wide as the tracks; nothing by default.
    virtual void paint_axis(QPainter&, const QRectF&, const Look&) const {}
    [[nodiscard]] virtual bool has_axis() const { return false; }
    /// No track is wider; 0: all the room there is.
    [[nodiscard]] virtual double widest_track(double /*line*/) const { return 0; }

    void paintEvent(QPaintEvent*) override;
    void changeEvent(QEvent*) override;

private:
    struct Frame {
        double top = 0;               ///< under the key
        double pitch = 0;             ///< from row to row
        double name = 0;              ///< width of the names on the left; 0: they stand above
        double figure = 0;            ///< width of all figures
        std::vector<double> figures;  ///< of each column
        double line = 0;
        double track = 0;  ///< width
        double height = 0;
    };
    [[nodiscard]] Frame frame(double width) const;
    [[nodiscard]] QRectF track(const Frame&, int row) const;
    [[nodiscard]] std::vector<Mark> marks() const;
    double key(QPainter*, double width) const;  ///< paints with a painter; gives the height

    std::vector<ChartRow> rows_;
    std::vector<Key> keys_;
    MarkPointer* pointer_;
};

}  // namespace baken
