#pragma once
/// Fusion with room around the words of buttons, and with boxes and rings to tick that can be seen in both palettes.

#include <QProxyStyle>

namespace baken {

class BakenStyle : public QProxyStyle {
    Q_OBJECT

public:
    BakenStyle();
    int pixelMetric(PixelMetric, const QStyleOption*, const QWidget*) const override;
    QSize sizeFromContents(ContentsType, const QStyleOption*, const QSize&, const QWidget*) const override;
    void drawPrimitive(PrimitiveElement, const QStyleOption*, QPainter*, const QWidget*) const override;
    int styleHint(StyleHint, const QStyleOption*, const QWidget*, QStyleHintReturn*) const override;
};

}  // namespace baken
