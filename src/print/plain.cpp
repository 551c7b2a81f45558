#include "print/plain.hpp"

#include "base/error.hpp"
#include "geo/io/read_layer.hpp"
#include "geo/io/write_layer.hpp"
#include "print/picture_handler.hpp"
#include "print/steady.hpp"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <array>
#include <memory>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr int dots_per_inch = 600;
constexpr double margin = 11;  ///< millimetres, as the pages ask of LibreOffice

/// Qt draws letters for a program with a screen only; where there is none, for one that only seems to have one.
/// What Qt then says of the missing screen is nobody's concern.
class LetterDrawer {
public:
    LetterDrawer() {
        if (QCoreApplication::instance() != nullptr) return;
        const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        application_ = std::make_unique<QGuiApplication>(count_, arguments_.data());
        qInstallMessageHandler(before);
    }

private:
    std::string name_ = "baken", option_ = "-platform", platform_ = "offscreen";
    std::array<char*, 4> arguments_{name_.data(), option_.data(), platform_.data(), nullptr};
    int count_ = 3;
    std::unique_ptr<QGuiApplication> application_;
};

/// Qt enlarges the letters of headings beyond the size that stands at them.
void keep_sizes_of_headings(QTextDocument& page) {
    for (QTextBlock block = page.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0) continue;
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            QTextCharFormat format = at.fragment().charFormat();
            format.clearProperty(QTextFormat::FontSizeAdjustment);
            QTextCursor letters(&page);
            letters.setPosition(at.fragment().position());
            letters.setPosition(at.fragment().position() + at.fragment().length(), QTextCursor::KeepAnchor);
            letters.setCharFormat(format);
        }
    }
}

std::string pdf_of(const std::string& html) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QTextDocument page;
    page.setHtml(QString::fromStdString(html));
    keep_sizes_of_headings(page);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(dots_per_inch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
        writer.setTitle(page.metaInformation(QTextDocument::DocumentTitle));
        writer.setCreator(QStringLiteral("Baken"));
        page.documentLayout()->registerHandler(QTextFormat::ImageObject, new PictureHandler(dots_per_inch, &page));
        page.documentLayout()->setPaintDevice(&writer);
        page.setDocumentMargin(0);
        page.setPageSize(QSizeF(writer.width(), writer.height()));
        QPainter painter(&writer);
        for (int i = 0; i < page.pageCount(); ++i) {
            if (i > 0) writer.newPage();
            painter.save();
            const double top = static_cast<double>(i) * writer.height();
            painter.translate(0, -top);
            page.drawContents(&painter, QRectF(0, top, writer.width(), writer.height()));
            painter.restore();
        }
    }
    return bytes.toStdString();
}

}  // namespace

std::vector<std::filesystem::path> print_plainly(std::span<const PrintJob> jobs, const Printer& printer,
                                                 const Work& work) {
    const LetterDrawer drawer;
    std::vector<std::filesystem::path> written;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        work.check_stop();
        work.progress("print", static_cast<double>(i) / static_cast<double>(jobs.size()));
        if (!jobs[i].pdf) continue;
        const std::string bytes = pdf_of(read_bytes(jobs[i].html));
        if (bytes.empty()) throw IoError("cannot print " + jobs[i].html.string());
        write_bytes(*jobs[i].pdf, steady_pdf(bytes, printer.stamp), Overwrite::yes);
        written.push_back(*jobs[i].pdf);
    }
    return written;
}

}  // namespace baken
