#include "ui/views/help_window.hpp"

#include "ui/views/look.hpp"

#include <QDesktopServices>
#include <QFile>
#include <QLineEdit>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace baken {

namespace {

void scroll_to_section(QTextBrowser& text, int section) {
    if (section <= 0) return;
    const QString head = QString::number(section) + QStringLiteral(". ");
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() != 2 || !block.text().startsWith(head)) continue;
        // The cursor goes to the end first: what is asked for then comes to the top of the window.
        text.moveCursor(QTextCursor::End);
        text.setTextCursor(QTextCursor(block));
        return;
    }
}

}  // namespace

void show_help_window(QWidget* over, const Speech& say, int section) {
    auto* window = over->findChild<QWidget*>("help_window");
    if (window == nullptr) {
        window = new QWidget(over, Qt::Window);
        window->setObjectName("help_window");
        window->setWindowTitle(say("Handleiding \u2013 Baken", "Guide \u2013 Baken"));
        auto* search = new QLineEdit(window);
        search->setPlaceholderText(say("zoek in de handleiding", "search the guide"));
        search->setAccessibleName(say("Zoek in de handleiding", "Search the guide"));
        search->setClearButtonEnabled(true);
        auto* text = new QTextBrowser(window);
        text->setObjectName("help_text");
        text->setAccessibleName(say("Handleiding", "Guide"));
        text->setFrameShape(QFrame::NoFrame);
        text->setOpenLinks(false);
        text->document()->setDocumentMargin(gap_6);
        QFile file(say(":/baken/help/nl.md", ":/baken/help/en.md"));
        if (file.open(QIODevice::ReadOnly)) text->setMarkdown(QString::fromUtf8(file.readAll()));
        QObject::connect(text, &QTextBrowser::anchorClicked, text, [](const QUrl& url) {
            if (!url.isRelative()) QDesktopServices::openUrl(url);
        });
        QObject::connect(search, &QLineEdit::returnPressed, text, [text, search] {
            if (text->find(search->text())) return;
            text->moveCursor(QTextCursor::Start);
            text->find(search->text());
        });
        auto* down = new QVBoxLayout(window);
        down->addWidget(search);
        down->addWidget(text, 1);
        const int letter = over->fontMetrics().averageCharWidth();
        window->resize(letter * 110, letter * 110);
    }
    window->show();
    window->raise();
    window->activateWindow();
    scroll_to_section(*window->findChild<QTextBrowser*>("help_text"), section);
}

}  // namespace baken
