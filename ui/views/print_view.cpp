#include "ui/views/print_view.hpp"

#include "ui/views/look.hpp"

#include <QDateTime>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QWidget>

#include <algorithm>

namespace baken {

void print_to(QPrinter& printer, const Speech& say, QWidget* page, const QString& title) {
    QPainter painter(&printer);
    const QRectF paper = printer.pageLayout().paintRectPixels(printer.resolution());
    const double line = printer.resolution() / 5.0;
    painter.setFont(heading_font(page->font()));
    painter.drawText(QRectF(0, 0, paper.width(), line), Qt::AlignLeft | Qt::AlignTop, title);
    painter.setFont(page->font());
    painter.drawText(QRectF(0, 0, paper.width(), line), Qt::AlignRight | Qt::AlignTop,
                     say.locale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    const double scale = std::min(paper.width() / page->width(), (paper.height() - line) / page->height());
    painter.translate(0, line);
    painter.scale(scale, scale);
    page->render(&painter);
}

void print_view(QWidget* over, const Speech& say, QWidget* page, const QString& title) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(title);
    QPrintDialog dialog(&printer, over);
    dialog.setWindowTitle(say("Afdrukken", "Print"));
    if (dialog.exec() == QDialog::Accepted) print_to(printer, say, page, title);
}

}  // namespace baken
