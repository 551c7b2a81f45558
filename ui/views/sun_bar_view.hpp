#pragma once
/// A day as a bar of dark, twilight and daylight with the hours of a check framed in it.

#include <QWidget>

#include "ui/models/check_card.hpp"

namespace baken {

class SunBarView : public QWidget {
    Q_OBJECT

public:
    explicit SunBarView(Speech, QWidget* parent = nullptr);
    /// The words are what a screen reader says and the tip shows.
    void show(SunBar, const QString& words);
    using QWidget::show;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint() / 2; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Speech say_;
    SunBar bar_;
};

}  // namespace baken
