#pragma once
/// One line of text that gives way: what does not fit ends in "…" and stands in the tool tip.

#include <QLabel>

namespace baken {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
};

}  // namespace baken
