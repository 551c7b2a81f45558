// Pictures of the key screens, in both languages, light and dark, with letters of 100 % and 200 %:
//
//     screenshots FOLDER [nl|en] [light|dark] [100|200]
//
// The window is a real one; the demo region is made once and opened anew for every variant.

#include "ui/screens/key_screens.hpp"
#include "ui/views/look.hpp"

#include <QApplication>
#include <QDir>
#include <QScreen>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace baken;
using namespace baken::test;

namespace {

struct Variant {
    Language language;
    Shade shade;
    int letters;
    [[nodiscard]] QString name() const {
        return QStringLiteral("%1-%2-%3")
            .arg(language == Language::nl ? "nl" : "en")
            .arg(shade == Shade::dark ? "dark" : "light")
            .arg(letters);
    }
};

bool is_asked(const QStringList& arguments, const QString& word, const QStringList& of) {
    for (const QString& argument : arguments)
        if (of.contains(argument) && argument != word) return false;
    return true;
}

std::vector<Variant> variants(const QStringList& arguments) {
    std::vector<Variant> all;
    for (const Language language : {Language::nl, Language::en})
        for (const Shade shade : {Shade::light, Shade::dark})
            for (const int letters : {100, 200})
                if (is_asked(arguments, language == Language::nl ? "nl" : "en", {"nl", "en"}) &&
                    is_asked(arguments, shade == Shade::dark ? "dark" : "light", {"light", "dark"}) &&
                    is_asked(arguments, QString::number(letters), {"100", "200"}))
                    all.push_back({language, shade, letters});
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "screenshots FOLDER [nl|en] [light|dark] [100|200]\n");
        return 2;
    }
    const QDir folder(arguments[1]);
    QDir().mkpath(folder.path());
    const QFont letters = QApplication::font();
    for (const Variant& variant : variants(arguments.mid(2))) {
        apply_shade(application, variant.shade);
        QFont font = letters;
        font.setPointSizeF(letters.pointSizeF() * variant.letters / 100);
        QApplication::setFont(font);
        const QTemporaryDir home;
        Memory memory(home.filePath("memory.ini"));
        memory.set_folder(home.path());
        KeyScreens screens(Speech(variant.language), memory,
                           variant.letters == 200 ? QSize(1920, 1200) : QSize(1440, 900));
        screens.show_all([&](const QString& name, const QPixmap& picture) {
            const QString file = folder.filePath(QStringLiteral("%1-%2.png").arg(name, variant.name()));
            picture.save(file);
            std::printf("%s\n", file.toLocal8Bit().constData());
            std::fflush(stdout);
        });
    }
    return 0;
}
