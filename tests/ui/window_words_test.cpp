// The whole window, walked: every part that takes the keyboard has a name, and every word is in both languages.

#include "support/support.hpp"
#include "ui/support/patience.hpp"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

#include <map>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

struct DemoWindow {
    TempDir folder;
    Memory memory{QString::fromStdString((folder / "memory.ini").string())};
    MainWindow window;

    explicit DemoWindow(Language language) : window(Speech(language), remembering(memory, folder)) {
        window.show();
        REQUIRE(plan_demo(window));
    }

    static Memory& remembering(Memory& memory, const TempDir& folder) {
        memory.set_folder(QString::fromStdString(folder.path().string()));
        return memory;
    }
};

QString path_of(const QObject* object) {
    QStringList names;
    for (; object != nullptr; object = object->parent())
        names.prepend(object->objectName().isEmpty() ? QString::fromLatin1(object->metaObject()->className())
                                                     : object->objectName());
    return names.join('/');
}

bool is_of_qt(const QWidget* widget) {
    // Parts that Qt makes inside its own widgets: the widget around them has the name.
    const QString name = widget->objectName();
    return name.startsWith("qt_") || qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QTabBar*>(widget->parentWidget()) != nullptr;
}

/// Everything that the window says of itself, by where it stands.
std::multiset<QString> words_of(MainWindow& window) {
    std::multiset<QString> words;
    const auto add = [&](const QString& text) {
        if (!text.isEmpty()) words.insert(text);
    };
    for (const QAction* action : window.findChildren<QAction*>()) add(action->text());
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (is_of_qt(widget)) continue;
        add(widget->toolTip());
        add(widget->accessibleName());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) add(button->text());
        if (const auto* line = qobject_cast<const QLineEdit*>(widget)) add(line->placeholderText());
    }
    return words;
}

/// Names of places and files, numbers of checks and fingerprints stand in both languages.
bool is_of_the_data(const QString& word, const Project& project) {
    if (word.contains('.') || word.contains("SHA-256")) return true;
    const auto holds = [&](const std::string& name) { return word.contains(QString::fromStdString(name)); };
    for (const Hotspot& hotspot : project.hotspots)
        if (holds(hotspot.name) || holds(hotspot.id.text)) return true;
    for (const Municipality& municipality : project.region->municipalities)
        if (holds(municipality.name) || holds(municipality.code.text)) return true;
    return false;
}

bool has_letters(const QString& text) {
    int letters = 0;
    for (const QChar c : text) letters += c.isLetter() ? 1 : 0;
    return letters > 2;
}

}  // namespace

TEST_CASE("every part that takes the keyboard has a name for a screen reader") {
    DemoWindow demo(Language::nl);
    for (int page = 0; page < 6; ++page) {
        demo.window.show_page(static_cast<Page>(page));
        QApplication::processEvents();
        for (QWidget* widget : demo.window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr ||
                is_of_qt(widget))
                continue;
            INFO(path_of(widget).toStdString());
            CHECK_FALSE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty());
        }
    }
}

TEST_CASE("Tab reaches every part that takes the keyboard, and comes round") {
    DemoWindow demo(Language::nl);
    for (int page = 0; page < 6; ++page) {
        demo.window.show_page(static_cast<Page>(page));
        QApplication::processEvents();
        std::set<QWidget*> wanted;
        for (QWidget* widget : demo.window.findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                widget->focusProxy() == nullptr && !is_of_qt(widget))
                wanted.insert(widget);
        std::set<QWidget*> reached;
        QWidget* at = demo.window.nextInFocusChain();
        for (int step = 0; step < 5000 && at != nullptr; ++step) {
            reached.insert(at);
            at = at->nextInFocusChain();
        }
        for (QWidget* widget : wanted) {
            INFO("page " << page << ": " << path_of(widget).toStdString());
            CHECK(reached.contains(widget));
        }
    }
}

TEST_CASE("no word of the window is left in the other language") {
    DemoWindow dutch(Language::nl), english(Language::en);
    const std::multiset<QString> nl = words_of(dutch.window), en = words_of(english.window);
    // Words that are the same in both languages, and names.
    const std::set<QString> same{"Baken", "Export", "Start", "&Start", "Nederlands", "English", "&Help",
                                 "Plan",  "&Plan",  "plan",  "quota",  "EB",         "status",  "hotspots"};
    for (const QString& word : nl) {
        if (!has_letters(word) || same.contains(word)) continue;
        if (is_of_the_data(word, dutch.window.session().project())) continue;
        INFO(word.toStdString());
        CHECK_FALSE(en.contains(word));
    }
}
