// How long the window is ever deaf: a heart beats in its event loop while the whole country is read, searched and
// planned, and a plan of six municipalities is exported. Prints the longest gap between two beats for each kind of
// work, as a person would feel it.

#include "ui/support/patience.hpp"
#include "ui/views/pages/export_page.hpp"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <fstream>

using namespace baken;
using namespace baken::test;

namespace {

constexpr int patience_with_plan = 45000;

class Heart : public QObject {
public:
    Heart() {
        beat_.setTimerType(Qt::PreciseTimer);
        connect(&beat_, &QTimer::timeout, this, [this] {
            longest_ = std::max(longest_, since_.nsecsElapsed() / 1e6);
            since_.restart();
        });
        since_.start();
        beat_.start(2);
    }
    double longest_since_asked() {
        QApplication::processEvents();
        return std::exchange(longest_, 0.0);
    }

private:
    QTimer beat_;
    QElapsedTimer since_;
    double longest_ = 0;
};

void report(Heart& heart, const char* what, QElapsedTimer& clock) {
    std::printf("%-34s %8.0f ms work, longest gap %6.0f ms\n", what, static_cast<double>(clock.restart()),
                heart.longest_since_asked());
    std::fflush(stdout);
}

std::string national_settings(const std::string& shared, int crews) {
    std::string text =
        "name = \"Nederland 2027\"\nyear = 2027\nseed = 7\n[region]\nboundaries = \"" + shared +
        "/data/municipalities/netherlands_2022_wgs84.geojson\"\n[[source]]\nkind = \"accidents\"\npath = \"" + shared +
        "/data/bron_2022_2024/netherlands.csv.gz\"\n";
    for (int crew = 1; crew <= crews; ++crew)
        text += "[[crew]]\nname = \"Team " + std::to_string(crew) + "\"\nchecks_per_week = 7\n";
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    const std::string settings = folder.filePath("nl.toml").toStdString();
    const std::string shared = BAKEN_SHARED_DIR;
    if (!std::filesystem::exists(shared + "/data/bron_2022_2024/netherlands.csv.gz")) {
        std::printf("SKIPPED: the real data are not here (%s)\n", shared.c_str());
        return 0;
    }
    std::ofstream(settings) << national_settings(shared, 1);

    Memory memory(folder.filePath("memory.ini"));
    MainWindow window(Speech(Language::nl), memory);
    window.resize(1440, 900);
    window.show();
    Heart heart;
    QElapsedTimer clock;
    const auto until_it_settles = [&] { settles(window, 3600000); };
    until_it_settles();
    heart.longest_since_asked();

    clock.start();
    window.open_path(QString::fromStdString(settings));
    until_it_settles();
    report(heart, "read 382,421 accidents", clock);
    trigger(window, "work_find");
    until_it_settles();
    report(heart, "hotspots of 345 municipalities", clock);
    // A plan for the whole country at once takes longer than anybody waits: it is stopped after a while.
    trigger(window, "work_plan");
    comes_true([] { return false; }, patience_with_plan);
    report(heart, "plan of the country, under way", clock);
    window.session().jobs().cancel();
    window.session().jobs().drop();
    until_it_settles();
    report(heart, "plan of the country, stopped", clock);
    trigger(window, "file_demo");
    until_it_settles();
    trigger(window, "work_find");
    until_it_settles();
    heart.longest_since_asked();
    clock.restart();
    trigger(window, "work_plan");
    until_it_settles();
    report(heart, "plan of six municipalities", clock);
    const std::vector<Check> checks = window.session().project().plan.checks;
    for (const Check& check : checks) window.session().perform(LockCheck{check.id, true});
    report(heart, "36 edits of the plan", clock);
    part<ExportPage>(window, "export_page")->export_pack(folder.filePath("out"));
    until_it_settles();
    report(heart, "export of six municipalities", clock);
    trigger(window, "file_save");
    until_it_settles();
    report(heart, "save", clock);
    return 0;
}
