#include "ui/views/message.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QMessageBox>
#include <QPushButton>

namespace baken {

namespace {

QString moment(const Speech& say, UtcTime when) {
    return say.locale().toString(QDateTime::fromSecsSinceEpoch(when.time_since_epoch().count()),
                                 QStringLiteral("d MMMM yyyy HH:mm:ss"));
}

}  // namespace

void show_failure(QWidget* over, const Speech& say, const QString& what, const QString& why) {
    QMessageBox box(QMessageBox::NoIcon, QStringLiteral("Baken"), what, QMessageBox::NoButton, over);
    box.setObjectName("failure");
    box.setInformativeText(why);
    box.setTextFormat(Qt::PlainText);
    box.addButton(say("Sluiten", "Close"), QMessageBox::AcceptRole);
    box.exec();
}

QString recovery_words(const Speech& say, const LostAndFound& found, const QString& project) {
    QString words = found.edits == 1
                        ? say("Van %1 is 1 bewerking bewaard die nog niet in het project staat: %2.",
                              "Of %1 there is 1 edit that is not in the project yet: %2.")
                              .arg(project, moment(say, found.last))
                        : say("Van %1 zijn %2 bewerkingen bewaard die nog niet in het project staan, van %3 tot %4.",
                              "Of %1 there are %2 edits that are not in the project yet, from %3 to %4.")
                              .arg(project)
                              .arg(found.edits)
                              .arg(moment(say, found.first), moment(say, found.last));
    if (!found.last_words.empty()) words += say("\nDe laatste: %1", "\nThe last one: %1").arg(to_qt(found.last_words));
    if (!found.belongs_here)
        words +=
            say("\nHet projectbestand is sindsdien door iets anders gewijzigd: de bewerkingen passen er niet meer op.",
                "\nThe project file was changed by something else since: the edits do not fit it any more.");
    return words;
}

bool ask_recovery(QWidget* over, const Speech& say, const LostAndFound& found, const QString& project) {
    QMessageBox box(QMessageBox::NoIcon, QStringLiteral("Baken"),
                    say("Baken is de vorige keer niet netjes afgesloten", "Baken did not end properly the last time"),
                    QMessageBox::NoButton, over);
    box.setObjectName("recovery");
    box.setInformativeText(recovery_words(say, found, project));
    box.setTextFormat(Qt::PlainText);
    QPushButton* take = nullptr;
    if (found.belongs_here) take = box.addButton(say("Terughalen", "Recover"), QMessageBox::AcceptRole);
    QPushButton* leave = box.addButton(say("Openen zonder deze", "Open without them"), QMessageBox::RejectRole);
    if (take != nullptr) take->setObjectName("recovery_take");
    leave->setObjectName("recovery_leave");
    box.setDefaultButton(take != nullptr ? take : leave);
    box.exec();
    return take != nullptr && box.clickedButton() == take;
}

void show_about(QWidget* over, const Speech& say) {
    QMessageBox box(QMessageBox::NoIcon, say("Over Baken", "About Baken"),
                    QStringLiteral("Baken ") + QCoreApplication::applicationVersion(), QMessageBox::NoButton, over);
    box.setObjectName("about");
    box.setInformativeText(say(
        "Maakt van klachten en ongevallen een jaar verkeerscontroles dat te verdedigen is.\n\nVrije software onder de "
        "EUPL 1.2. Of uw gebruik van politie- en klachtgegevens mag, beoordeelt uw privacyjurist (Wpg en AVG).",
        "Turns complaints and accidents into a year of traffic checks that can be defended.\n\nFree software under "
        "the EUPL 1.2. Whether your use of police and complaint data is lawful is for your privacy lawyer to say."));
    box.addButton(say("Sluiten", "Close"), QMessageBox::AcceptRole);
    box.exec();
}

}  // namespace baken
