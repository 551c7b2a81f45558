#include "print/picture_handler.hpp"

#include <QByteArray>
#include <QFontDatabase>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextFormat>

namespace baken {

namespace {

/// Qt takes a list of fonts in a picture for the name of one font: the first of them that is here stands for the list.
QByteArray with_one_font(QByteArray svg) {
    constexpr QByteArrayView key = "font-family=\"";
    const auto at = svg.indexOf(key);
    const auto end = at < 0 ? at : svg.indexOf('"', at + key.size());
    if (end < 0) return svg;
    const QStringList here = QFontDatabase::families();
    for (const QByteArray& part : svg.mid(at + key.size(), end - at - key.size()).split(',')) {
        const QString name = QString::fromUtf8(part.trimmed()).remove(QLatin1Char('\''));
        if (here.contains(name)) return svg.replace(at + key.size(), end - at - key.size(), name.toUtf8());
    }
    return svg;
}

}  // namespace

QSizeF PictureHandler::intrinsicSize(QTextDocument* /*page*/, int /*position*/, const QTextFormat& format) {
    const QTextImageFormat image = format.toImageFormat();
    return QSizeF(image.width(), image.height()) * scale_;
}

void PictureHandler::drawObject(QPainter* painter, const QRectF& box, QTextDocument* /*page*/, int /*position*/,
                                const QTextFormat& format) {
    const QString source = format.toImageFormat().name();
    const auto comma = source.indexOf(QLatin1Char(','));
    if (comma < 0 || !source.startsWith(QLatin1String("data:image/svg+xml;base64"))) return;
    QSvgRenderer picture(with_one_font(QByteArray::fromBase64(source.mid(comma + 1).toLatin1())));
    painter->save();
    painter->setClipRect(box, Qt::IntersectClip);
    picture.render(painter, box);
    painter->restore();
}

}  // namespace baken
