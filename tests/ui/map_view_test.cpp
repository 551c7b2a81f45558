#include "ui/views/map/map_view.hpp"

#include "support/catch.hpp"
#include "support/sample_project.hpp"
#include "ui/models/map_words.hpp"
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>
#include <set>

using namespace baken;

namespace {

const Speech say(Language::nl);

std::unique_ptr<MapView> shown(const Project& project, const MapFilter& filter = {}) {
    auto view = std::make_unique<MapView>(say);
    view->resize(1000, 700);
    view->show(map_scene(project, filter));
    view->show();
    QApplication::processEvents();
    return view;
}

/// Where the numbered disc of a hotspot stands; a hotspot that has one.
PlacedDisc some_disc(const MapView& view) {
    const Placement placed = view.placed();
    REQUIRE_FALSE(placed.discs.empty());
    return placed.discs.back();
}

void click(MapView& view, QPointF at) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at.toPoint()); }

double apart(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

}  // namespace

TEST_CASE("a region is fitted when it is first shown, and Home fits it again") {
    const auto view = shown(test::sample_project());
    const auto fits = [&] {
        const Box seen = view->frame().box(), all = view->shown().extent;
        return seen.min_x <= all.min_x && seen.max_x >= all.max_x && seen.min_y <= all.min_y && seen.max_y >= all.max_y;
    };
    CHECK(fits());
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QTest::keyClick(view.get(), Qt::Key_Plus);
    CHECK_FALSE(fits());
    QTest::keyClick(view.get(), Qt::Key_Home);
    CHECK(fits());
}

TEST_CASE("north is up and east is right") {
    const auto view = shown(test::sample_project());
    const MapFrame frame = view->frame();
    const QPointF here = frame.pixel({180000, 432000});
    CHECK(frame.pixel({180000, 433000}).y() < here.y());
    CHECK(frame.pixel({181000, 432000}).x() > here.x());
    const MapPoint back = frame.map(here);
    CHECK(std::abs(back.x - 180000) < 1e-6);
    CHECK(std::abs(back.y - 432000) < 1e-6);
}

TEST_CASE("a click on a disc selects it and says so once, a click on nothing clears") {
    const auto view = shown(test::sample_project());
    QSignalSpy selected(view.get(), &MapView::hotspot_selected);
    const PlacedDisc disc = some_disc(*view);
    const HotspotId id = view->shown().hotspots[disc.hotspot].id;
    click(*view, disc.at);
    REQUIRE(selected.count() == 1);
    CHECK(selected[0][0].value<HotspotId>() == id);
    CHECK(view->choice().hotspot == id);
    click(*view, {990, 350});
    REQUIRE(selected.count() == 2);
    CHECK(selected[1][0].value<HotspotId>().empty());
    CHECK_FALSE(view->choice().hotspot);
}

TEST_CASE("a selection from elsewhere says nothing back and comes into view") {
    const auto view = shown(test::sample_project());
    QSignalSpy hotspots(view.get(), &MapView::hotspot_selected), checks(view.get(), &MapView::check_selected);
    view->centre_on({100000, 500000});
    const MapHotspot& h = view->shown().hotspots.front();
    view->select_hotspot(h.id);
    CHECK(view->frame().box().contains(h.at));
    CHECK(view->choice().hotspot == h.id);
    const MapCheck& c = view->shown().checks.front();
    view->select_check(c.id);
    CHECK(view->choice().check == c.id);
    CHECK(view->choice().hotspot == c.hotspot);
    view->select_hotspot({"nowhere"});
    CHECK_FALSE(view->choice().hotspot);
    CHECK(hotspots.count() + checks.count() == 0);
}

TEST_CASE("a click on a check selects the check") {
    const auto view = shown(test::sample_project());
    QSignalSpy selected(view.get(), &MapView::check_selected);
    const Placement placed = view->placed();
    REQUIRE_FALSE(placed.checks.empty());
    click(*view, placed.checks.front().at);
    REQUIRE(selected.count() == 1);
    CHECK(selected[0][0].value<CheckId>() == view->shown().checks[placed.checks.front().check].id);
}

TEST_CASE("the wheel zooms to the pointer") {
    const auto view = shown(test::sample_project());
    const QPointF pointer(250, 500);
    const MapPoint before = view->frame().map(pointer);
    const double metres = view->frame().metres_per_pixel;
    QWheelEvent event(pointer, view->viewport()->mapToGlobal(pointer), {}, {0, 360}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view->viewport(), &event);
    CHECK(std::abs(view->frame().metres_per_pixel - metres / std::pow(1.25, 3)) < 1e-9);
    CHECK(apart(view->frame().pixel(before), pointer) < 1.5);  // scroll bars count in whole pixels
}

TEST_CASE("a drag moves the ground with the pointer and selects nothing") {
    const auto view = shown(test::sample_project());
    QSignalSpy selected(view.get(), &MapView::hotspot_selected);
    const QPointF from = some_disc(*view).at;
    const MapPoint ground = view->frame().map(from);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(view->viewport(), from.toPoint() + QPoint(60, 30));
    QTest::mouseMove(view->viewport(), from.toPoint() + QPoint(120, 60));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, from.toPoint() + QPoint(120, 60));
    CHECK(apart(view->frame().pixel(ground), from + QPointF(120, 60)) < 2);
    CHECK(selected.count() == 0);
}

TEST_CASE("N and P walk along the hotspots, each once, and what is there is told") {
    const auto view = shown(test::sample_project(), {.chosen = 3});
    QSignalSpy selected(view.get(), &MapView::hotspot_selected), told(view.get(), &MapView::hovered);
    for (int i = 0; i < 6; ++i) QTest::keyClick(view.get(), Qt::Key_N);
    REQUIRE(selected.count() == 6);
    for (int i = 0; i < 6; ++i) {
        const MapHotspot* h = view->shown().hotspot(selected[i][0].value<HotspotId>());
        REQUIRE(h);
        CHECK(h->municipality == 3);
        CHECK(h->rank == i + 1);
        CHECK(told[i][0].toString() == hotspot_line(*h, say));
        CHECK(view->frame().box().contains(h->at));
    }
    CHECK(view->accessibleDescription() == told.back()[0].toString());
    QTest::keyClick(view.get(), Qt::Key_P);
    CHECK(view->shown().hotspot(*view->choice().hotspot)->rank == 5);
    QTest::keyClick(view.get(), Qt::Key_Return);
    CHECK(view->frame().metres_per_pixel <= 4);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    CHECK_FALSE(view->choice().hotspot);
}

TEST_CASE("measuring adds up the clicks and ends with Esc") {
    const auto view = shown(test::sample_project());
    QSignalSpy measured(view.get(), &MapView::measured_changed), selected(view.get(), &MapView::hotspot_selected);
    QTest::keyClick(view.get(), Qt::Key_M);
    REQUIRE(view->is_measuring());
    click(*view, {500, 300});
    click(*view, {800, 300});
    click(*view, {800, 600});
    REQUIRE(measured.count() == 3);
    const double expected = 600 * view->frame().metres_per_pixel;
    CHECK(std::abs(measured.back()[0].toDouble() - expected) < 1e-6 * expected);
    QTest::keyClick(view.get(), Qt::Key_Backspace);
    CHECK(view->measured().size() == 2);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    CHECK_FALSE(view->is_measuring());
    CHECK(view->measured().empty());
    CHECK(selected.count() == 0);
}

TEST_CASE("a hotspot is moved by dragging its disc, or by the arrows and Enter, and only while moving is on") {
    const auto view = shown(test::sample_project());
    QSignalSpy moved(view.get(), &MapView::hotspot_moved);
    const MapHotspot h = view->shown().hotspots.front();
    view->select_hotspot(h.id);
    view->set_moving(true);
    const QPoint from = view->frame().pixel(h.at).toPoint(), to = from + QPoint(40, -30);
    const MapPoint wanted = view->frame().map(to);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view->viewport(), to);
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
    REQUIRE(moved.count() == 1);
    CHECK(moved[0][0].value<HotspotId>() == h.id);
    CHECK(distance(moved[0][1].value<MapPoint>(), wanted).value < 1e-6);

    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(view.get(), Qt::Key_Return);
    REQUIRE(moved.count() == 2);
    CHECK(std::abs(moved[1][1].value<MapPoint>().x - wanted.x - 10 * view->frame().metres_per_pixel) < 1e-6);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    CHECK_FALSE(view->is_moving());
    CHECK_FALSE(view->choice().moved_to);
}

TEST_CASE("no label lies over another, over a disc or over a check, at any zoom and size of letters") {
    const Project project = test::sample_project();
    for (const double letters : {1.0, 2.0}) {
        MapView view(say);
        QFont font = view.font();
        font.setPointSizeF(font.pointSizeF() * letters);
        view.setFont(font);
        view.resize(1000, 700);
        view.show(map_scene(project));
        view.show();
        std::size_t seen = 0;
        for (int zoom = 0; zoom < 12; ++zoom) {
            const Placement placed = view.placed();
            std::vector<QRectF> taken;
            for (const auto& disc : placed.discs)
                if (disc.is_numbered)
                    taken.emplace_back(disc.at.x() - disc.radius, disc.at.y() - disc.radius, 2 * disc.radius,
                                       2 * disc.radius);
            const std::size_t discs = taken.size();
            for (std::size_t i = 0; i < discs; ++i)
                for (std::size_t k = 0; k < i; ++k)
                    CHECK(apart(taken[i].center(), taken[k].center()) > (taken[i].width() + taken[k].width()) / 2);
            std::vector<QRectF> words;
            for (const auto& label : placed.labels) {
                if (label.kind == LabelKind::road) continue;  // those stand at an angle
                const QRectF rect(label.at - QPointF(label.size.width() / 2, label.size.height() / 2), label.size);
                for (const auto& other : taken) CHECK_FALSE(rect.intersects(other));
                for (const auto& other : words) CHECK_FALSE(rect.intersects(other));
                for (const auto& check : placed.checks) CHECK_FALSE(rect.contains(check.at));
                words.push_back(rect);
            }
            seen += words.size();
            view.zoom_by(1.5, {500, 350});
        }
        CHECK(seen > 20);
    }
}

TEST_CASE(
    "what lies over the map lies apart, from a narrow window to a wide one, also with letters of twice the size") {
    for (const double letters : {1.0, 2.0})
        for (const QSize size : {QSize(1400, 900), QSize(800, 600), QSize(420, 320), QSize(300, 200)}) {
            MapView view(say);
            QFont font = view.font();
            font.setPointSizeF(font.pointSizeF() * letters);
            view.setFont(font);
            view.resize(size);
            Project project = test::sample_project();
            project.hotspots.clear();  // a sentence says so
            project.plan = {};
            view.show(map_scene(project));
            view.show();
            view.set_legend_open(true);
            const OverlayRects rects = view.overlay();
            const std::vector<QRectF> all{rects.legend, rects.north, rects.scale, rects.place, rects.message};
            CHECK_FALSE(rects.scale.isEmpty());
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (all[i].isEmpty()) continue;
                INFO(letters << " " << size.width() << " " << i);
                CHECK(QRectF({0, 0}, QSizeF(size)).contains(all[i]));
                for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(all[i].intersects(all[k]));
            }
        }
}

TEST_CASE("the view tells once that it came to rest, with what is in view") {
    const auto view = shown(test::sample_project());
    QTest::qWait(200);
    QSignalSpy rested(view.get(), &MapView::view_changed);
    for (int i = 0; i < 5; ++i) view->zoom_by(1.1, {500, 350});
    CHECK(rested.count() == 0);
    REQUIRE(rested.wait(2000));
    QTest::qWait(200);
    CHECK(rested.count() == 1);
    CHECK(rested[0][0].value<Box>().min_x == view->frame().box().min_x);
    CHECK(rested[0][1].toSize() == QSize(1000, 700));
    CHECK(rested[0][2].toDouble() == view->frame().metres_per_pixel);
}

TEST_CASE("a picture is drawn where it belongs, also after the view has moved on") {
    Project project;
    const auto view = shown(project);
    const Box where{150000, 450000, 160000, 460000};
    view->fit({140000, 440000, 170000, 470000});
    QImage red(10, 10, QImage::Format_RGB32);
    red.fill(Qt::red);
    view->set_raster(MapLayers::base_map, red, where);
    const auto colour_at = [&](MapPoint p) {
        return view->grab().toImage().pixelColor(view->frame().pixel(p).toPoint());
    };
    CHECK(colour_at({155000, 459000}) == QColor(Qt::red));
    CHECK(colour_at({148000, 455000}) != QColor(Qt::red));
    view->zoom_by(0.6, {500, 350});
    CHECK(colour_at({159000, 459000}) == QColor(Qt::red));
    view->layers()->set_visible(MapLayers::base_map, false);
    CHECK(colour_at({155000, 459000}) != QColor(Qt::red));
}

TEST_CASE("a layer that is hidden is not drawn, and one that is made faint is drawn fainter") {
    Project project = test::sample_project();
    project.region.edit().roads.clear();
    const auto view = shown(project);
    for (const auto& key : {MapLayers::names, MapLayers::checks, MapLayers::accidents, MapLayers::complaints})
        view->layers()->set_visible(key, false);
    const PlacedDisc disc = some_disc(*view);
    // Left of its number.
    const QPoint inside = (disc.at - QPointF(disc.radius * 0.75, 0)).toPoint();
    const auto colour = [&] { return view->grab().toImage().pixelColor(inside); };
    const Look look = Look::of(view->palette());
    CHECK(colour() == look.accent);
    view->layers()->set_opacity(MapLayers::hotspots, 0.5);
    CHECK(colour().lightness() > look.accent.lightness() + 20);
    view->layers()->set_visible(MapLayers::hotspots, false);
    CHECK(colour().lightness() > 220);
    CHECK(view->placed().discs.empty());
}

TEST_CASE("a picture for print has the size that was asked for and holds what is in view") {
    const auto view = shown(test::sample_project());
    const QImage image = view->to_image({1600, 1000}, 2);
    CHECK(image.size() == QSize(3200, 2000));
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 7)
        for (int x = 0; x < image.width(); x += 7) colours.insert(image.pixel(x, y));
    CHECK(colours.size() > 10);
}

TEST_CASE("a new scene keeps view and selection, and drops a selection that is gone") {
    Project project = test::sample_project();
    const auto view = shown(project);
    const HotspotId first = project.hotspots[0].id, second = project.hotspots[1].id;
    view->zoom_by(3, {500, 350});
    const MapFrame before = view->frame();
    view->select_hotspot(first);
    view->centre_on(before.centre);
    view->show(map_scene(project, {}, view->shown()));
    CHECK(view->choice().hotspot == first);
    CHECK(view->frame().metres_per_pixel == before.metres_per_pixel);
    view->select_hotspot(second);
    MapFilter filter;
    filter.hotspot = [&](const Hotspot& h) { return h.id != second; };
    view->show(map_scene(project, filter, view->shown()));
    CHECK_FALSE(view->choice().hotspot);
}

TEST_CASE("a map can be reached by keyboard and says what it is") {
    const auto view = shown(test::sample_project());
    CHECK(view->focusPolicy() & Qt::TabFocus);
    CHECK_FALSE(view->accessibleName().isEmpty());
    CHECK_FALSE(view->accessibleDescription().isEmpty());
    // Keys that mean nothing here go on to the window.
    QKeyEvent unknown(QEvent::KeyPress, Qt::Key_F5, {});
    QApplication::sendEvent(view.get(), &unknown);
    CHECK_FALSE(unknown.isAccepted());
}

TEST_CASE("marks stand out from the ground, or their outline does, in light and dark") {
    for (const QColor& window : {QColor(Qt::white), QColor(Qt::black)}) {
        const Look look = Look::of(QPalette(window));
        for (const auto& mark :
             {accident_density_colour(look), look.complaint, look.damage_only, look.accent, look.soft})
            CHECK(contrast(mark, look.surface) >= 3);
        for (const auto kind :
             {CheckKind::targeted, CheckKind::integrated, CheckKind::region_day, CheckKind::dark_days})
            CHECK(contrast(colour_of(kind, look), look.surface) >= 3);
        CHECK(contrast(look.accent_text, look.accent) >= 4.5);  // ranks
        CHECK(contrast(look.text, look.surface) >= 4.5);        // outlines of accidents with casualties
    }
}

TEST_CASE("many accidents at one point make a larger mark than one") {
    Project project = test::sample_project();
    Region& region = project.region.edit();
    region.accidents.resize(21);
    region.complaints.clear();
    region.roads.clear();
    project.hotspots.clear();
    project.plan = {};
    for (std::size_t i = 0; i < 21; ++i) {
        region.accidents[i].at = i == 0 ? MapPoint{180000, 430000} : MapPoint{180400, 430000};
        region.accidents[i].link = LinkLevel::exact;
        region.accidents[i].outcome = Outcome::damage_only;
    }
    const auto view = shown(project);
    view->centre_on({180200, 430000});
    view->zoom_by(view->frame().metres_per_pixel / 1.5, {500, 350});
    const QImage image = view->grab().toImage();
    const auto width_at = [&](MapPoint p) {
        const QPoint at = view->frame().pixel(p).toPoint();
        int width = 0;
        for (int x = at.x() - 20; x <= at.x() + 20; ++x)
            width += image.pixelColor(x, at.y()) == Look::of(view->palette()).damage_only;
        return width;
    };
    CHECK(width_at({180000, 430000}) >= 4);
    CHECK(width_at({180400, 430000}) > 1.5 * width_at({180000, 430000}));
}

TEST_CASE("many roads are drawn aside, and closing the map meanwhile ends cleanly") {
    Project project = test::sample_project();
    Rng rng(3);
    for (int i = 0; i < 6000; ++i) {
        RoadSegment road;
        const MapPoint from{168000 + 27000 * rng.uniform(), 424000 + 16000 * rng.uniform()};
        for (int k = 0; k < 4; ++k) road.line.push_back({from.x + 60 * k, from.y + 90 * rng.uniform()});
        project.region.edit().roads.push_back(std::move(road));
    }
    {
        const auto view = shown(project);
        QTest::qWait(130);
    }
    const auto view = shown(project);
    REQUIRE(QTest::qWaitFor([&] { return view->is_settled(); }, 20000));
    view->layers()->set_visible(MapLayers::roads, false);
    const QImage without = view->grab().toImage();
    view->layers()->set_visible(MapLayers::roads, true);
    REQUIRE(QTest::qWaitFor([&] { return view->is_settled(); }, 20000));
    CHECK(view->grab().toImage() != without);
}

TEST_CASE("names that are drawn for the first time come within a few frames, and none is left out") {
    Project project = test::sample_project();
    for (int i = 0; i < 30; ++i) {
        RoadSegment road;
        road.name = "Straat " + std::to_string(i);
        const double x = 179600 + 160 * (i % 5), y = 431700 + 100 * (i / 5);
        road.line = {{x, y}, {x + 140, y + 5}};
        project.region.edit().roads.push_back(std::move(road));
    }
    const auto view = shown(project);
    REQUIRE(QTest::qWaitFor([&] { return view->is_settled(); }, 20000));
    view->centre_on({180000, 432000});
    view->zoom_by(view->frame().metres_per_pixel / 0.9, {500, 350});
    const QImage first = view->grab().toImage();
    REQUIRE(view->placed().labels.size() > 20);
    CHECK_FALSE(view->is_settled());
    REQUIRE(QTest::qWaitFor([&] { return view->is_settled(); }, 20000));
    const QImage all = view->grab().toImage();
    CHECK(all != first);
    view->layers()->set_visible(MapLayers::names, false);
    view->layers()->set_visible(MapLayers::names, true);
    CHECK(view->grab().toImage() == all);
}
