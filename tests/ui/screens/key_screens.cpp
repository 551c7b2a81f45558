#include "ui/screens/key_screens.hpp"

#include "model/findings.hpp"
#include "ui/support/patience.hpp"
#include "ui/views/import_page.hpp"
#include "ui/views/map/map_view.hpp"
#include "ui/views/map_pane.hpp"
#include "ui/views/message.hpp"
#include "ui/views/pages/hotspots_page.hpp"
#include "ui/views/pages/plan_page.hpp"
#include "ui/views/plan_board_view.hpp"
#include "ui/views/results_page.hpp"

#include <QDialog>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <stdexcept>

namespace baken::test {

KeyScreens::KeyScreens(Speech say, Memory& memory, QSize size) : say_(say), window_(say, memory) {
    window_.resize(size);
    window_.show();
}

void KeyScreens::keep(const Keep& keep, const char* name) {
    QTest::qWait(400);  // labels, layers made by workers
    settles(window_);
    keep(QString::fromLatin1(name), window_.grab());
}

void KeyScreens::show_all(const Keep& keep) {
    this->keep(keep, "01-start");
    import_screens(keep);
    map_screens(keep);
    plan_screens(keep);
    later_screens(keep);
}

void KeyScreens::import_screens(const Keep& keep) {
    trigger(window_, "file_demo");
    settles(window_);
    window_.show_page(Page::import_files);
    this->keep(keep, "02-receipt");
    auto* page = part<ImportPage>(window_, "import_page");
    page->look_at(
        {QString::fromStdString((window_.session().project().settings.file.parent_path() / "klachten.csv").string())});
    QTest::qWait(1500);
    for (QTabWidget* tabs : page->findChildren<QTabWidget*>())
        if (tabs->accessibleName() == say_("Bron", "Source")) tabs->setCurrentIndex(1);  // how it is read
    this->keep(keep, "03-import-file");
}

void KeyScreens::map_screens(const Keep& keep) {
    trigger(window_, "work_find");
    settles(window_);
    window_.show_page(Page::hotspots);
    this->keep(keep, "04-map");
    auto* page = part<HotspotsPage>(window_, "hotspots_page");
    const Project& project = window_.session().project();
    page->choose(project.hotspots.at(2).id);
    page->show_surface(true);
    page->zoom_to_chosen();
    part<QScrollArea>(window_, "hotspot_details")->verticalScrollBar()->setValue(100000);
    QTest::qWait(600);
    this->keep(keep, "05-place-and-surface");
    page->show_surface(false);
    stretch_screen(keep);
}

/// What stands out along the roads, with the layers that are off at first.
void KeyScreens::stretch_screen(const Keep& keep) {
    const Findings& findings = *window_.session().project().findings;
    const std::string first = findings.stretches.at(stretches_by_rank(findings).front()).id;
    auto* layers = part<MapView>(window_, "map_view")->layers();
    const QString before = layers->saved();
    for (const QString& layer : {MapLayers::network_density, MapLayers::cells}) layers->set_visible(layer, true);
    for (const QString& layer : {MapLayers::complaints, MapLayers::measurements}) layers->set_visible(layer, false);
    part<HotspotsPage>(window_, "hotspots_page")->choose_stretch(first);
    part<MapPane>(window_, "map_pane")->zoom_to_stretch(first);
    QTest::qWait(600);
    this->keep(keep, "06-stretches");
    layers->restore(before);
}

void KeyScreens::plan_screens(const Keep& keep) {
    trigger(window_, "work_plan");
    settles(window_);
    auto* page = part<PlanPage>(window_, "plan_page");
    window_.show_page(Page::plan);
    page->choose(window_.session().project().plan.checks.at(9).id);
    this->keep(keep, "07-calendar");
    drag_screen(keep);
    page->show_tab(PlanTab::list);
    this->keep(keep, "09-list");
    page->show_tab(PlanTab::certificate);
    this->keep(keep, "10-certificate");
    page->show_tab(PlanTab::load);
    this->keep(keep, "11-load");
    page->ask_alternatives();
    settles(window_);
    page->show_tab(PlanTab::alternatives);
    this->keep(keep, "12-alternatives");
}

/// A check in the hand, over a day on which it breaks a rule.
void KeyScreens::drag_screen(const Keep& keep) {
    auto* board = part<PlanBoardView>(window_, "plan_board");
    const std::vector<Check>& checks = window_.session().project().plan.checks;
    const Check check = checks.at(9);
    // Two days before the next check of the municipality: too near.
    const auto next = std::find_if(checks.begin() + 10, checks.end(),
                                   [&](const Check& other) { return other.municipality == check.municipality; });
    const Date day = (next == checks.end() ? check.date + std::chrono::days{40} : next->date) - std::chrono::days{2};
    const QPoint from = board->tile_rect(check.id).center();
    QTest::mousePress(board->viewport(), Qt::LeftButton, {}, from);
    // Held at the edge the year goes by, until the day is well in sight.
    QTest::mouseMove(board->viewport(), from + QPoint(20, 0));
    const QScrollBar* bar = board->horizontalScrollBar();
    const auto is_in_sight = [&] {
        return bar->value() == bar->maximum() ||
               board->day_point(check.municipality, day).x() < board->viewport()->width() / 2;
    };
    if (!is_in_sight()) QTest::mouseMove(board->viewport(), QPoint(board->viewport()->width() - 2, from.y()));
    if (!QTest::qWaitFor(is_in_sight, 5000)) throw std::runtime_error("the calendar does not scroll");
    const QPoint to = board->day_point(check.municipality, day);
    for (int step = 1; step <= 8; ++step) {
        QTest::mouseMove(board->viewport(), from + (to - from) * step / 8);
        QTest::qWait(30);
    }
    this->keep(keep, "08-drag");
    QTest::keyClick(board->viewport(), Qt::Key_Escape);
    QTest::mouseRelease(board->viewport(), Qt::LeftButton, {}, to);
}

void KeyScreens::later_screens(const Keep& keep) {
    const std::vector<Check> checks = window_.session().project().plan.checks;
    for (std::size_t i = 0; i < 9 && i < checks.size(); ++i) {
        CheckResult result;
        result.vehicles = 60 + static_cast<int>(i * 37 % 110);
        result.tests = result.vehicles / 3;
        result.warnings = static_cast<int>(i % 5);
        result.fines = {{"snelheid", static_cast<int>(4 + i * 7 % 13)}, {"telefoon", static_cast<int>(i % 4)}};
        window_.session().perform(RecordResult{checks[i].id, CheckStatus::done, result});
    }
    window_.show_page(Page::results);
    this->keep(keep, "13-results");
    window_.show_page(Page::export_files);
    this->keep(keep, "14-export");

    QTimer::singleShot(500, &window_, [&] {
        auto* box = window_.findChild<QMessageBox*>("recovery");
        if (box == nullptr) return;
        keep(QStringLiteral("15-recovery"), box->grab());
        box->reject();
    });
    const LostAndFound found{
        .edits = 14,
        .first = UtcTime(std::chrono::seconds{1795554000}),
        .last = UtcTime(std::chrono::seconds{1795556345}),
        .last_words = words_of(window_.session().project(),
                               MoveCheck{checks[12].id, checks[12].date + std::chrono::days{2}}, say_.language()),
        .belongs_here = true};
    (void)ask_recovery(&window_, say_, found, "tweestromenland-2027.gpkg");
}

}  // namespace baken::test
