#pragma once
/// What the signs of the board mean, in as many lines as its width needs.

#include <QWidget>

#include "model/theme.hpp"
#include "ui/models/speech.hpp"

#include <functional>
#include <vector>

class QPainter;

namespace baken {

class BoardLegend : public QWidget {
    Q_OBJECT

public:
    explicit BoardLegend(Speech, QWidget* parent = nullptr);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    struct Entry {
        QString text;
        std::function<void(QPainter&, const QRectF&)> draw;
    };
    /// Calls visit(entry, place) for each; the height that they take.
    template <class Visit>
    int flow(int width, Visit&&) const;

    std::vector<Entry> entries_;
};

}  // namespace baken
