// A window that is closed in the middle of any work ends cleanly, and nothing half-made is left.

#include "support/support.hpp"
#include "ui/support/patience.hpp"
#include "ui/views/pages/export_page.hpp"
#include "ui/views/pages/plan_page.hpp"

#include <functional>
#include <map>

using namespace baken;
using namespace baken::test;
namespace fs = std::filesystem;

namespace {

struct Home {
    TempDir folder;
    Memory memory{QString::fromStdString((folder / "memory.ini").string())};
    Home() { memory.set_folder(QString::fromStdString(folder.path().string())); }

    /// A project with hotspots and a plan, closed.
    fs::path planned() {
        MainWindow window(Speech(Language::nl), memory);
        REQUIRE(plan_demo(window));
        trigger(window, "file_save");
        REQUIRE(settles(window));
        return window.session().file();
    }
};

bool has_remains(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().filename().string().find("partial") != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("closing the window in the middle of a job ends cleanly, whatever the job") {
    Home home;
    const fs::path project = home.planned();
    const std::map<std::string, std::function<void(MainWindow&)>> jobs{
        {"demo", [](MainWindow& window) { trigger(window, "file_demo"); }},
        {"open", [&](MainWindow& window) { window.open_path(QString::fromStdString(project.string())); }},
        {"find", [](MainWindow& window) { trigger(window, "work_find"); }},
        {"plan", [](MainWindow& window) { trigger(window, "work_plan"); }},
        {"alternatives", [](MainWindow& window) { part<PlanPage>(window, "plan_page")->ask_alternatives(); }},
        {"export", [&](MainWindow& window) {
             part<ExportPage>(window, "export_page")
                 ->export_pack(QString::fromStdString((home.folder / "out").string()), Overwrite::yes);
         }}};
    for (const auto& [name, begin] : jobs)
        for (const int after : {0, 5, 60, 300}) {
            INFO(name << " after " << after << " ms");
            MainWindow window(Speech(Language::nl), home.memory);
            window.show();
            window.open_path(QString::fromStdString(project.string()));
            REQUIRE(settles(window));
            begin(window);
            QTest::qWait(after);
            window.close();
        }
    CHECK_FALSE(has_remains(home.folder.path()));
    MainWindow window(Speech(Language::nl), home.memory);
    window.open_path(QString::fromStdString(project.string()));
    REQUIRE(settles(window));
    REQUIRE(window.session().has_project());
    CHECK(window.session().project().certificate.ok());
}

TEST_CASE("edits are saved when the window closes, and nothing is offered back") {
    Home home;
    const fs::path project = home.planned();
    HotspotId id;
    {
        MainWindow window(Speech(Language::nl), home.memory);
        window.open_path(QString::fromStdString(project.string()));
        REQUIRE(settles(window));
        id = window.session().project().hotspots.at(7).id;
        REQUIRE(window.session().perform(
            ReviewHotspot{.hotspot = id, .status = "accepted", .enforceable = "yes", .remark = "gezien"}));
        CHECK_FALSE(window.session().is_saved());
        window.show();
        window.close();
        REQUIRE(comes_true([&] { return !window.isVisible(); }));
    }
    MainWindow window(Speech(Language::nl), home.memory);
    bool was_offered = false;
    QObject::connect(&window.session(), &Session::recovery_offered, [&] { was_offered = true; });
    window.open_path(QString::fromStdString(project.string()));
    REQUIRE(settles(window));
    CHECK_FALSE(was_offered);
    for (const Hotspot& hotspot : window.session().project().hotspots)
        if (hotspot.id == id) CHECK(hotspot.remark == "gezien");
}
