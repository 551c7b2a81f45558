#pragma once
/// Draws the pictures of a page as what they are: lines and letters, not dots.

#include <QObject>
#include <QTextObjectInterface>

namespace baken {

/// For QTextDocument: <img> with an SVG as data. Sizes of the page are pixels of 1/96 inch, whatever the screen has.
class PictureHandler : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit PictureHandler(int dots_per_inch, QObject* parent = nullptr)
        : QObject(parent), scale_(dots_per_inch / 96.0) {}
    QSizeF intrinsicSize(QTextDocument*, int position, const QTextFormat&) override;
    void drawObject(QPainter*, const QRectF&, QTextDocument*, int position, const QTextFormat&) override;

private:
    double scale_;
};

}  // namespace baken
