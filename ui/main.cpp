/// baken-desktop [FILE]: one window on the functions that the command line calls too.

#include "app/version.hpp"
#include "ui/models/memory.hpp"
#include "ui/views/look.hpp"
#include "ui/views/main_window.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QTimer>
#include <QTranslator>

#include <memory>

namespace baken {

namespace {

/// The window, and what makes it anew when language or letters change: the open project goes from one to the next.
class Desktop : public QObject {
public:
    explicit Desktop(QApplication& application) : application_(application), letters_(application.font()) {
        memory_.begin_start();
        apply_look();
        make_window(memory_.language().value_or(QLocale().language() == QLocale::Dutch ? Language::nl : Language::en));
    }

    /// The start has ended well when the project that was open before is open again, or cannot be opened with a reason.
    void take_up_again() {
        const QString before = memory_.open_project();
        if (before.isEmpty()) return memory_.end_start();
        connect(&window_->session(), &Session::opened, this, [this] { memory_.end_start(); });
        connect(&window_->session(), &Session::failed, this, [this] { memory_.end_start(); });
        open(before);
    }
    void started() { memory_.end_start(); }

    void open(const QString& path) {
        QTimer::singleShot(0, window_.get(), [this, path] { window_->open_path(path); });
    }

private:
    void apply_look() {
        const QString shade = memory_.shade();
        apply_shade(application_, shade == "dark" ? Shade::dark : shade == "light" ? Shade::light : Shade::system);
        QFont font = letters_;
        font.setPointSizeF(font.pointSizeF() * memory_.letter_percent() / 100.0);
        QApplication::setFont(font);
    }

    /// Qt's own words: file dialogs, menus of text fields.
    void translate(Language language) {
        QApplication::removeTranslator(&words_of_qt_);
        if (language == Language::nl &&
            words_of_qt_.load("qtbase_nl", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QApplication::installTranslator(&words_of_qt_);
    }

    void make_window(Language language) {
        translate(language);
        QLocale::setDefault(Speech(language).locale());
        std::optional<Desk> desk;
        Page page = Page::start;
        if (window_) {
            page = window_->page();
            desk = window_->session().release();
        }
        auto fresh = std::make_unique<MainWindow>(Speech(language), memory_);
        connect(fresh.get(), &MainWindow::language_chosen, this, [this](Language chosen) {
            memory_.set_language(chosen);
            make_later(chosen);
        });
        connect(fresh.get(), &MainWindow::shade_chosen, this, [this](Shade shade) {
            memory_.set_shade(shade == Shade::dark ? "dark" : shade == Shade::light ? "light" : "system");
            apply_look();
        });
        connect(fresh.get(), &MainWindow::letters_chosen, this, [this, language](int percent) {
            memory_.set_letter_percent(percent);
            apply_look();
            make_later(language);
        });
        if (desk) fresh->session().adopt(std::move(*desk));
        fresh->show_page(page);
        if (window_) fresh->setGeometry(window_->geometry());
        fresh->show();
        window_ = std::move(fresh);
    }

    /// Not from within a menu of the window that goes.
    void make_later(Language language) {
        QTimer::singleShot(0, this, [this, language] { make_window(language); });
    }

    QApplication& application_;
    QFont letters_;
    Memory memory_;
    QTranslator words_of_qt_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace

}  // namespace baken

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Baken"));
    QApplication::setApplicationVersion(QString::fromStdString(baken::version()));
    QApplication::setDesktopFileName(QStringLiteral("baken"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/baken/icons/baken.svg")));
    QCommandLineParser arguments;
    arguments.setApplicationDescription(QStringLiteral(
        "A year of traffic checks from complaints and accidents / Een jaar verkeerscontroles uit klachten "
        "en ongevallen"));
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument(QStringLiteral("FILE"),
                                    QStringLiteral("project (.gpkg), settings (.toml) or data"));
    arguments.process(application);

    baken::Desktop desktop(application);
    if (arguments.positionalArguments().isEmpty())
        desktop.take_up_again();
    else
        desktop.started();
    for (const QString& file : arguments.positionalArguments()) desktop.open(file);
    return QApplication::exec();
}
