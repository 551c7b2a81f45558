#include "ui/views/plan_board_view.hpp"

#include "app/plan_bench.hpp"
#include "support/catch.hpp"
#include "support/sample_project.hpp"
#include "ui/models/plan_board.hpp"
#include "ui/views/look.hpp"

#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

const Speech dutch(Language::nl);

struct Desk {
    Project project = sample_project();
    std::shared_ptr<const PlanBench> bench = std::make_shared<const PlanBench>(plan_bench(project));
    PlanBoardView view{dutch};

    Desk() {
        view.resize(1300, 700);
        view.QWidget::show();
        refresh();
        QTest::qWait(1);
    }
    void refresh() {
        view.show(plan_board(project, dutch));
        view.set_bench(bench, project.plan.checks);
    }
    [[nodiscard]] const Check& free_check() const {
        for (const Check& check : project.plan.checks)
            if (!check.is_locked && check.date == make_date(2027, 5, 9)) return check;
        throw std::runtime_error("no check on 9 May");
    }
    [[nodiscard]] const Check& locked_check() const {
        for (const Check& check : project.plan.checks)
            if (check.is_locked) return check;
        throw std::runtime_error("no locked check");
    }
    void send(QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, view.viewport()->mapToGlobal(at), button, buttons, {});
        QApplication::sendEvent(view.viewport(), &event);
    }
    void press(QPoint at) { send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton); }
    void drag(QPoint at) { send(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }
    void release(QPoint at) { send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton); }
    /// From the tile's middle so that the check would land on this day of its row.
    [[nodiscard]] QPoint way(const Check& check, Date to) const {
        const QPoint from = view.day_point(check.municipality, check.date),
                     there = view.day_point(check.municipality, to);
        return view.tile_rect(check.id).center() + QPoint(there.x() - from.x(), 0);
    }
    [[nodiscard]] bool has_price() {
        return QTest::qWaitFor([this] { return view.carried_price().has_value(); }, 20000);
    }
};

}  // namespace

TEST_CASE("the board has a tile for each check in its municipality's row, and the counts of the certificate") {
    const Project project = sample_project();
    const PlanBoard board = plan_board(project, dutch);
    REQUIRE(board.rows.size() == 6);
    CHECK(board.days() == 365);
    std::size_t tiles = 0;
    for (const BoardRow& row : board.rows) tiles += row.tiles.size();
    CHECK(tiles == project.plan.checks.size());
    CHECK(board.rows[0].name == "Berkendam");
    CHECK(board.rows[0].quota.met == 3);
    CHECK(board.rows[0].quota.required == 3);
    CHECK(board.rows[0].quota.is_met());
    CHECK(board.rows[0].dark.met == 1);
    for (const Check& check : project.plan.checks) {
        const BoardTile* tile = board.tile(check.id);
        REQUIRE(tile != nullptr);
        CHECK(tile->date == check.date);
        CHECK(tile->is_locked == check.is_locked);
        CHECK(tile->municipality == check.municipality);
    }
    // The winter campaign began in the year before and is cut at 1 January.
    CHECK(board.bands.front().from == make_date(2027, 1, 1));
    CHECK(board.bands.front().to == make_date(2027, 1, 31));
    CHECK_FALSE(board.bands.back().is_confirmed);
}

TEST_CASE("the weeks of the crews hold every check once, in the week of its day") {
    const Project project = sample_project();
    const PlanBoard board = plan_board(project, dutch);
    REQUIRE(board.crews.size() == 2);
    for (std::size_t crew = 0; crew < 2; ++crew)
        for (const BoardWeek& week : board.crews[crew].weeks) {
            int expected = 0;
            for (const Check& check : project.plan.checks)
                expected += check.crew == crew && week.from <= check.date && check.date <= week.to ? 1 : 0;
            CHECK(week.checks == expected);
            CHECK(week.number == iso_week(week.from).week);
            CHECK(iso_week(week.from) == iso_week(week.to));
        }
    CHECK(board.crews[0].weeks.size() == 53);  // 1 January 2027 is a Friday
}

TEST_CASE("a crew that is there for the 24-hour action only has no weeks, one with checks has") {
    Project project = sample_project();
    CrewSettings guests;
    guests.name = "Gasten";
    project.settings.calendar.region_day = make_date(2027, 10, 8);
    guests.away = {{make_date(2027, 1, 1), make_date(2027, 10, 7), ""},
                   {make_date(2027, 10, 9), make_date(2027, 12, 31), ""}};
    project.settings.crews.push_back(guests);
    CHECK(plan_board(project, dutch).crews.size() == 2);
    project.plan.checks[4].crew = 2;
    REQUIRE(plan_board(project, dutch).crews.size() == 3);
    CHECK(plan_board(project, dutch).crews[2].away.size() == 2);
}

TEST_CASE("a check that stands in a broken prohibition is marked, one that serves a missed requirement is not") {
    Project project = sample_project();
    const CheckId bad = project.plan.checks[3].id, fine = project.plan.checks[4].id;
    project.certificate.clauses.push_back({"closed_days", "Geen controle op een gesloten dag.", 0, 1, false, {bad}});
    project.certificate.clauses.push_back({"quota.GM9002", "Te weinig.", 3, 1, false, {fine}});
    const PlanBoard board = plan_board(project, dutch);
    CHECK(board.tile(bad)->breaks_a_rule);
    CHECK(board.tile(bad)->story.contains("Geen controle op een gesloten dag."));
    CHECK_FALSE(board.tile(fine)->breaks_a_rule);
}

TEST_CASE("a tile that is dragged shows the price of the day it hangs over, and dropping it asks for the move") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    const Check check = desk.free_check();
    const Date to = make_date(2027, 6, 21);
    desk.press(desk.view.tile_rect(check.id).center());
    CHECK(desk.view.selected() == check.id);
    CHECK_FALSE(desk.view.is_carrying());
    desk.drag(desk.way(check, make_date(2027, 6, 1)));
    desk.drag(desk.way(check, to));
    REQUIRE(desk.view.is_carrying());
    REQUIRE(desk.has_price());
    const Trial trial = desk.bench->tried(desk.project.plan.checks, MoveCheck{check.id, to});
    const PricedChange price = *desk.view.carried_price();
    CHECK((price.verdict == DayVerdict::free) == trial.broken.empty());
    const double share = (trial.value - trial.value_before) / trial.value_before;
    const QString figure = QLocale(QLocale::Dutch).toString(std::abs(share) * 100, 'f', 1);
    CHECK((price.price.contains(figure) || price.price.startsWith("±")));
    CHECK(moved.count() == 0);
    desk.release(desk.way(check, to));
    REQUIRE(moved.count() == 1);
    CHECK(moved[0][0].value<CheckId>() == check.id);
    CHECK(moved[0][1].value<Date>() == to);
    CHECK_FALSE(desk.view.is_carrying());
}

TEST_CASE("a tile held at the edge goes on to the days that are out of sight, and never means one of them") {
    Desk desk;
    desk.view.set_zoom(3);
    const Check check = desk.free_check();
    desk.view.select(check.id);
    QScrollBar* bar = desk.view.horizontalScrollBar();
    const QPoint from = desk.view.tile_rect(check.id).center();
    const QPoint beyond(desk.view.viewport()->width() - 2, from.y());
    desk.press(from);
    desk.drag(from + QPoint(20, 0));
    const int before = bar->value();
    desk.drag(beyond);
    const auto is_in_sight = [&] {
        return desk.view.day_point(check.municipality, *desk.view.carried_to()).x() < beyond.x();
    };
    CHECK(is_in_sight());
    REQUIRE(QTest::qWaitFor([&] { return bar->value() > before + 150; }));
    CHECK(is_in_sight());
    desk.drag(from);
    const int there = bar->value();
    QTest::qWait(100);
    CHECK(bar->value() == there);
}

TEST_CASE("a day that breaks a rule names it while the tile hangs there, and may be chosen all the same") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    const Check check = desk.free_check();
    desk.press(desk.view.tile_rect(check.id).center());
    desk.drag(desk.way(check, make_date(2027, 4, 20)));
    desk.drag(desk.way(check, make_date(2027, 4, 27)));
    REQUIRE(desk.has_price());
    CHECK(desk.view.carried_price()->verdict == DayVerdict::breaks_a_rule);
    CHECK(desk.view.carried_price()->because.contains("Koningsdag"));
    CHECK(desk.view.accessibleDescription().contains("Koningsdag"));
    desk.release(desk.way(check, make_date(2027, 4, 27)));
    CHECK(moved.count() == 1);
}

TEST_CASE("an impossible drop explains itself and leaves the tile where it was") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    QSignalSpy told(&desk.view, &PlanBoardView::told);
    const Check check = desk.locked_check();
    const QRect before = desk.view.tile_rect(check.id);
    const QPoint far = desk.way(check, check.date + std::chrono::days{30});
    desk.press(before.center());
    desk.drag(far);
    desk.release(far);  // before the price is there: the answer must still come
    REQUIRE(QTest::qWaitFor([&] { return told.count() == 1; }, 20000));
    CHECK(moved.count() == 0);
    CHECK(told[0][0].toString().contains("vergrendeld"));
    CHECK(desk.view.message().contains("vergrendeld"));
    CHECK(desk.view.tile_rect(check.id) == before);
    CHECK_FALSE(desk.view.is_carrying());
}

TEST_CASE("a tile dropped on another one asks to swap the two, after showing what that costs") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    QSignalSpy swapped(&desk.view, &PlanBoardView::swap_asked);
    const Check check = desk.free_check();
    const Check* other = nullptr;
    for (const Check& one : desk.project.plan.checks)
        if (!one.is_locked && one.municipality != check.municipality && one.date > make_date(2027, 9, 1)) other = &one;
    REQUIRE(other != nullptr);
    const QPoint there = desk.view.tile_rect(other->id).center();
    desk.press(desk.view.tile_rect(check.id).center());
    desk.drag(desk.way(check, make_date(2027, 6, 1)));
    desk.drag(there);
    REQUIRE(desk.has_price());
    const Trial trial = desk.bench->tried(desk.project.plan.checks, SwapChecks{check.id, other->id});
    CHECK((desk.view.carried_price()->verdict == DayVerdict::free) == trial.broken.empty());
    desk.release(there);
    REQUIRE(swapped.count() == 1);
    CHECK(swapped[0][0].value<CheckId>() == check.id);
    CHECK(swapped[0][1].value<CheckId>() == other->id);
    CHECK(moved.count() == 0);

    // Beside its middle the neighbouring day is meant.
    const QPoint beside = there + QPoint(desk.view.tile_rect(other->id).width() / 2 - 2, 0);
    desk.press(desk.view.tile_rect(check.id).center());
    desk.drag(desk.way(check, make_date(2027, 6, 1)));
    desk.drag(beside);
    desk.release(beside);
    REQUIRE(QTest::qWaitFor([&] { return moved.count() == 1; }, 20000));
    CHECK(swapped.count() == 1);
}

TEST_CASE("a click selects and a small tremble of the hand moves nothing") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    QSignalSpy selected(&desk.view, &PlanBoardView::selection_changed);
    const Check check = desk.free_check();
    const QPoint at = desk.view.tile_rect(check.id).center();
    desk.press(at);
    desk.drag(at + QPoint(2, 1));
    desk.release(at + QPoint(2, 1));
    QTest::qWait(30);
    CHECK(moved.count() == 0);
    REQUIRE(selected.count() == 1);
    CHECK(selected[0][0].value<CheckId>() == check.id);
}

TEST_CASE("by keys a check is carried with its price and put down, or taken back") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    const Check check = desk.free_check();
    desk.view.select(check.id);
    QTest::keyPress(&desk.view, Qt::Key_Right, Qt::AltModifier);
    QTest::keyPress(&desk.view, Qt::Key_Down, Qt::AltModifier);
    REQUIRE(desk.view.is_carrying());
    REQUIRE(desk.has_price());
    const auto days = desk.bench->days_for(desk.project.plan.checks, check.id);
    const auto expected = days[static_cast<std::size_t>((check.date - make_date(2027, 1, 1)).count()) + 8];
    CHECK(desk.view.carried_price()->verdict == expected.verdict);
    CHECK(desk.view.carried_price()->because.toStdString() == expected.because);
    QTest::keyClick(&desk.view, Qt::Key_Escape);
    CHECK_FALSE(desk.view.is_carrying());
    CHECK(moved.count() == 0);

    QTest::keyPress(&desk.view, Qt::Key_Left, Qt::AltModifier);
    REQUIRE(desk.has_price());
    QTest::keyRelease(&desk.view, Qt::Key_Alt);
    REQUIRE(moved.count() == 1);
    CHECK(moved[0][1].value<Date>() == check.date - std::chrono::days{1});

    QTest::keyPress(&desk.view, Qt::Key_Up, Qt::AltModifier);
    REQUIRE(QTest::qWaitFor([&] { return moved.count() == 2; }, 20000));  // a moment's rest puts it down
    CHECK(moved[1][1].value<Date>() == check.date - std::chrono::days{7});

    QTest::keyClick(&desk.view, Qt::Key_Right, Qt::AltModifier);  // lets go of Alt before the price is there
    REQUIRE(QTest::qWaitFor([&] { return moved.count() == 3; }, 20000));
    CHECK(moved[2][1].value<Date>() == check.date + std::chrono::days{1});
}

TEST_CASE("keys go from check to check and ask for a lock, a removal, another check and the details") {
    Desk desk;
    QSignalSpy locked(&desk.view, &PlanBoardView::lock_asked), dropped(&desk.view, &PlanBoardView::drop_asked);
    QSignalSpy added(&desk.view, &PlanBoardView::add_asked), details(&desk.view, &PlanBoardView::details_asked);
    const PlanBoard board = plan_board(desk.project, dutch);
    desk.view.select(board.rows[0].tiles[0].id);
    QTest::keyClick(&desk.view, Qt::Key_Right);
    CHECK(desk.view.selected() == board.rows[0].tiles[1].id);
    CHECK(desk.view.accessibleDescription() == board.rows[0].tiles[1].spoken);
    QTest::keyClick(&desk.view, Qt::Key_Down);
    CHECK(board.tile(*desk.view.selected())->municipality == 1);
    QTest::keyClick(&desk.view, Qt::Key_End);
    CHECK(desk.view.selected() == board.rows.back().tiles.back().id);
    QTest::keyClick(&desk.view, Qt::Key_Home);
    CHECK(desk.view.selected() == board.rows[0].tiles[0].id);

    const CheckId here = *desk.view.selected();
    QTest::keyClick(&desk.view, Qt::Key_L);
    QTest::keyClick(&desk.view, Qt::Key_Delete);
    QTest::keyClick(&desk.view, Qt::Key_Insert);
    QTest::keyClick(&desk.view, Qt::Key_Return);
    REQUIRE(locked.count() == 1);
    CHECK(locked[0][1].toBool() == !board.tile(here)->is_locked);
    CHECK(dropped.count() == 1);
    REQUIRE(added.count() == 1);
    CHECK(added[0][1].value<Date>() == board.tile(here)->date);
    REQUIRE(details.count() == 1);
    CHECK(details[0][0].value<CheckId>() == here);
}

TEST_CASE("the board's own keys come before the window's shortcuts, and what failed is told at the check") {
    Desk desk;
    desk.view.select(desk.free_check().id);
    const auto is_taken = [&](int key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QApplication::sendEvent(&desk.view, &event);
        return event.isAccepted();
    };
    CHECK(is_taken(Qt::Key_Left, Qt::AltModifier));
    CHECK(is_taken(Qt::Key_Delete, Qt::NoModifier));
    CHECK_FALSE(is_taken(Qt::Key_Z, Qt::ControlModifier));
    CHECK_FALSE(is_taken(Qt::Key_Escape, Qt::NoModifier));
    QSignalSpy told(&desk.view, &PlanBoardView::told);
    desk.view.explain("Dat kan niet: de schijf is vol.");
    CHECK(told.count() == 1);
    CHECK(desk.view.message().contains("schijf"));
    CHECK(desk.view.accessibleDescription().contains("schijf"));
    QTest::keyClick(&desk.view, Qt::Key_Escape);
    CHECK(desk.view.message().isEmpty());
}

TEST_CASE("a double click on a free day asks for a check in that municipality on that day") {
    Desk desk;
    QSignalSpy added(&desk.view, &PlanBoardView::add_asked);
    const Date day = make_date(2027, 7, 14);
    QTest::mouseDClick(desk.view.viewport(), Qt::LeftButton, {}, desk.view.day_point(2, day));
    REQUIRE(added.count() == 1);
    CHECK(added[0][0].value<std::uint32_t>() == 2);
    CHECK(added[0][1].value<Date>() == day);
}

TEST_CASE("a plan that changes while a tile is carried takes the tile back") {
    Desk desk;
    QSignalSpy moved(&desk.view, &PlanBoardView::move_asked);
    const Check check = desk.free_check();
    desk.press(desk.view.tile_rect(check.id).center());
    desk.drag(desk.way(check, make_date(2027, 6, 21)));
    REQUIRE(desk.view.is_carrying());
    desk.refresh();
    CHECK_FALSE(desk.view.is_carrying());
    desk.release(desk.way(check, make_date(2027, 6, 21)));
    QTest::qWait(50);
    CHECK(moved.count() == 0);
}

TEST_CASE("every tile stands within the year and apart from others of its row, at any width and size of type") {
    const Project project = sample_project();
    const PlanBoard board = plan_board(project, dutch);
    for (const double size : {9.0, 18.0})
        for (const int width : {500, 1300, 3000}) {
            QFont font = QApplication::font();
            font.setPointSizeF(size);
            const BoardLayout layout(board, font, {width, 700}, 1);
            for (const BoardBox& box : layout.tiles) {
                CHECK(box.rect.left() >= 0);
                CHECK(box.rect.right() <= layout.year_width + 0.5);
                CHECK(layout.rows[box.row].contains(box.rect));
                for (const BoardBox& other : layout.tiles)
                    if (&other != &box) CHECK_FALSE(box.rect.intersects(other.rect));
            }
            for (int day = 0; day < 365; ++day) CHECK(layout.day_at(layout.middle_of(day)) == day);
            CHECK(layout.day_width >= (width - layout.left - layout.right) / 365 - 1e-9);
        }
}

TEST_CASE("the board draws in both palettes, empty and full, and never stays blank") {
    for (const Shade shade : {Shade::light, Shade::dark}) {
        apply_shade(*qApp, shade);
        PlanBoardView view{dutch};
        view.resize(900, 500);
        const auto colours = [&] {
            const QImage image = view.grab().toImage();
            std::set<QRgb> seen;
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3) seen.insert(image.pixel(x, y));
            return seen.size();
        };
        CHECK(colours() > 3);  // the sentence
        view.show(plan_board(sample_project(), dutch));
        CHECK(colours() > 25);
    }
    apply_shade(*qApp, Shade::light);
}
