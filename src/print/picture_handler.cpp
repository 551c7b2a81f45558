#include "print/picture_handler.hpp"

#include <QByteArray>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextFormat>

namespace baken {

QSizeF PictureHandler::intrinsicSize(QTextDocument* /*page*/, int /*position*/, const QTextFormat& format) {
    const QTextImageFormat image = format.toImageFormat();
    return QSizeF(image.width(), image.height()) * scale_;
}

void PictureHandler::drawObject(QPainter* painter, const QRectF& box, QTextDocument* /*page*/, int /*position*/,
                                const QTextFormat& format) {
    const QString source = format.toImageFormat().name();
    const auto comma = source.indexOf(QLatin1Char(','));
    if (comma < 0 || !source.startsWith(QLatin1String("data:image/svg+xml;base64"))) return;
    QSvgRenderer picture(QByteArray::fromBase64(source.mid(comma + 1).toLatin1()));
    painter->save();
    painter->setClipRect(box, Qt::IntersectClip);
    picture.render(painter, box);
    painter->restore();
}

}  // namespace baken
