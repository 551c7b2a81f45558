// A year of work through the real widgets, and the same through the command line.

#include "support/support.hpp"
#include "ui/support/patience.hpp"
#include "ui/views/pages/export_page.hpp"
#include "ui/views/pages/hotspots_page.hpp"
#include "ui/views/pages/plan_page.hpp"
#include "ui/views/pages/start_page.hpp"
#include "ui/views/results_page.hpp"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

#include <fstream>
#include <map>
#include <sstream>

using namespace baken;
using namespace baken::test;

namespace {

struct Desktop {
    TempDir folder;
    Memory memory{QString::fromStdString((folder / "memory.ini").string())};
    std::unique_ptr<MainWindow> window;

    Desktop() {
        memory.set_folder(QString::fromStdString(folder.path().string()));
        open_window();
    }
    void open_window() {
        window = std::make_unique<MainWindow>(Speech(Language::nl), memory);
        window->show();
    }
};

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files[std::filesystem::relative(entry.path(), folder).string()] = bytes.str();
    }
    return files;
}

void click(QWidget& of, const char* name) {
    auto* button = part<QAbstractButton>(of, name);
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

}  // namespace

TEST_CASE("from the welcome to a plan in three clicks") {
    Desktop desktop;
    MainWindow& window = *desktop.window;
    CHECK(window.page() == Page::start);
    click(window, "demo_button");
    REQUIRE(settles(window));
    REQUIRE(window.session().has_project());
    CHECK(window.page() == Page::import_files);
    click(window, "import_next");
    REQUIRE(settles(window));
    CHECK(window.page() == Page::hotspots);
    CHECK(window.session().project().hotspots.size() == 60);
    click(window, "hotspots_next");
    REQUIRE(settles(window));
    CHECK(window.page() == Page::plan);
    CHECK(window.session().project().certificate.ok());
}

TEST_CASE("without edits the window's export is the command line's run, byte for byte") {
    Desktop desktop;
    MainWindow& window = *desktop.window;
    REQUIRE(plan_demo(window));
    window.show_page(Page::export_files);
    const auto out = desktop.folder / "window";
    part<QCheckBox>(window, "export_pdf")->setChecked(false);
    part<ExportPage>(window, "export_page")->export_pack(QString::fromStdString(out.string()));
    REQUIRE(settles(window));

    const auto settings = window.session().project().settings.file;
    const Ran ran = test::baken({"run", settings.string(), "--no-pdf", "--out", (desktop.folder / "line").string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto mine = files_in(out), theirs = files_in(desktop.folder / "line");
    REQUIRE(mine.size() >= 4);
    for (const auto& [name, bytes] : theirs) {
        INFO(name);
        REQUIRE(mine.contains(name));
        CHECK((mine.at(name) == bytes));
    }
}

TEST_CASE("demo, review, plan again, drag, undo, export: what the window writes is what the command line writes") {
    Desktop desktop;
    MainWindow& window = *desktop.window;
    REQUIRE(plan_demo(window));
    const Project planned = window.session().project();

    // Review: the first hotspot with a check is rejected, with a reason; the next one is enforceable.
    auto& hotspots = *part<HotspotsPage>(window, "hotspots_page");
    const HotspotId rejected = planned.hotspots.at(planned.plan.checks.front().hotspot).id;
    window.show_page(Page::hotspots);
    hotspots.choose(rejected);
    part<QPlainTextEdit>(window, "review_remark")->setPlainText("geen veilige stopplaats");
    click(window, "review_reject");
    CHECK_FALSE(window.session().project().certificate.ok());  // a check stands at a rejected site

    trigger(window, "work_plan");
    REQUIRE(settles(window));
    const Project replanned = window.session().project();
    CHECK(replanned.certificate.ok());
    for (const Check& check : replanned.plan.checks) CHECK(replanned.hotspots.at(check.hotspot).id != rejected);

    // A check moves by the keyboard or the mouse of the plan page, and back.
    auto& plan = *part<PlanPage>(window, "plan_page");
    window.show_page(Page::plan);
    const Check& first = replanned.plan.checks.at(3);
    plan.move_check(first.id, first.date + std::chrono::days{1});
    CHECK(window.session().project().plan.checks != replanned.plan.checks);
    trigger(window, "edit_undo");
    CHECK(window.session().project().plan.checks == replanned.plan.checks);

    const auto out = desktop.folder / "window";
    window.show_page(Page::export_files);
    part<QCheckBox>(window, "export_pdf")->setChecked(false);
    part<ExportPage>(window, "export_page")->export_pack(QString::fromStdString(out.string()));
    REQUIRE(settles(window));
    trigger(window, "file_save");
    REQUIRE(settles(window));
    CHECK(window.session().is_saved());
    const auto file = window.session().file();
    desktop.window.reset();  // gives the lock back

    // The command line writes the same from what the window saved,
    const Ran exported =
        test::baken({"export", file.string(), "--no-pdf", "--out", (desktop.folder / "line").string()});
    INFO(exported.err);
    REQUIRE(exported.exit_code == 0);
    const auto mine = files_in(out), theirs = files_in(desktop.folder / "line");
    REQUIRE(theirs.size() >= 4);
    for (const auto& [name, bytes] : theirs) {
        INFO(name);
        REQUIRE(mine.contains(name));
        CHECK((mine.at(name) == bytes));
    }
    // and its verifier agrees.
    CHECK(test::baken({"verify", (out / (file.stem().string() + ".gpkg")).string()}).exit_code == 0);
}
