// Stretches, density along the road and squares in the desktop.
#include "ui/models/findings_lines.hpp"
#include "ui/models/map_scene.hpp"
#include "ui/models/stretch_table.hpp"
#include "ui/views/hotspots/hotspot_details.hpp"
#include "ui/views/hotspots/stretch_list.hpp"
#include "ui/views/map/map_legend.hpp"
#include "ui/views/map/map_view.hpp"
#include "ui/views/map/paint_layers.hpp"
#include "ui/views/table_view.hpp"

#include "support/catch.hpp"
#include "support/sample_project.hpp"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <set>

using namespace baken;

namespace {

const Speech dutch(Language::nl), english(Language::en);

Project without_findings() {
    Project project = test::sample_project();
    project.findings = Findings{};
    return project;
}

std::unique_ptr<MapView> shown(const Project& project) {
    auto view = std::make_unique<MapView>(dutch);
    view->resize(1200, 800);
    view->show(map_scene(project));
    view->show();
    QApplication::processEvents();
    return view;
}

QStringList legend_of(const MapView& view) {
    QStringList words;
    const MapStyle style{Look::of(view.palette()), view.font(), dutch};
    for (const LegendRow& row : legend_rows(view.shown(), view.frame(), style, *view.layers(), view.placed(), false))
        words << row.text;
    return words;
}

/// How many pixels of the map have this colour, all other layers switched off.
int pixels_of(MapView& view, const QString& layer, const QColor& colour) {
    for (const auto& key : view.layers()->bottom_to_top()) view.layers()->set_visible(key, key == layer);
    const QImage image = view.to_image({1200, 800}).convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    return count;
}

}  // namespace

TEST_CASE("the table of stretches keeps the promises of a model, by rank, in the reader's numbers") {
    StretchTable table(dutch);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    StretchFilter filter(&table);
    const QAbstractItemModelTester filter_tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.show(test::sample_project());
    REQUIRE(table.rowCount() == 9);
    const auto text = [&](int row, int column) { return table.index(row, column).data().toString(); };
    CHECK(text(0, StretchTable::rank) == "1");
    CHECK(text(0, StretchTable::name) == "N320");
    CHECK(text(0, StretchTable::accidents) == "14");
    CHECK(text(0, StretchTable::ratio) == "4,4");  // 14 / 3.2 = 4.375
    CHECK(text(0, StretchTable::q_value) == "0,012");
    CHECK(text(1, StretchTable::accidents) == "8,2");  // 8.25
    CHECK(text(1, StretchTable::method) == "KDE+");
    CHECK(text(7, StretchTable::method) == "kruispunt");
    CHECK(text(8, StretchTable::name) == "weg zonder naam");
    CHECK(table.row_of("GM9001-S01") == 0);
    CHECK(table.row_of("nobody") == -1);
    filter.choose(1, {});
    CHECK(filter.rowCount() == 2);
    filter.choose({}, "zand");
    CHECK(filter.rowCount() == 1);
    filter.choose({}, {});
    CHECK(filter.rowCount() == 9);
    table.show(Project{});
    CHECK(table.rowCount() == 0);
}

TEST_CASE("the list of stretches tells what is chosen, and is told without telling back") {
    StretchList list(dutch);
    list.resize(420, 500);
    list.show(test::sample_project());
    list.QWidget::show();
    QSignalSpy chosen(&list, &StretchList::chosen), zoomed(&list, &StretchList::zoom_asked);
    list.choose("GM9003-S01");
    CHECK(chosen.count() == 0);
    CHECK(list.table().currentIndex().data(StretchTable::id_role).toString() == "GM9003-S01");
    list.table().setFocus();
    QTest::keyClick(&list.table(), Qt::Key_Up);
    REQUIRE(chosen.count() == 1);
    QTest::keyClick(&list.table(), Qt::Key_Return);
    CHECK(zoomed.count() == 1);
    CHECK(zoomed[0][0].value<std::string>() == chosen[0][0].value<std::string>());
    CHECK(list.findChild<QLabel*>("stretches_region")->text().contains("Moran"));
    CHECK_FALSE(list.findChild<QLabel*>("stretches_empty")->isVisible());
    CHECK(list.count_words() == "8 trajecten en 1 kruispunt");
    list.filter(1, {});
    CHECK(list.count_words() == "2 van 9");
}

TEST_CASE("a list without stretches says why, and what would help") {
    Project project = without_findings();
    project.region.edit().roads.clear();
    for (const Speech& say : {dutch, english}) {
        StretchList list(say);
        list.show(project);
        list.QWidget::show();
        const auto* words = list.findChild<QLabel*>("stretches_empty");
        CHECK(words->isVisible());
        CHECK(words->text().contains(say("Voeg een bron met wegen toe", "Add a source of roads")));
        CHECK_FALSE(list.table().isVisible());
    }
}

TEST_CASE("stretches are on the map at first, density and squares are there to be switched on") {
    const auto view = shown(test::sample_project());
    CHECK(view->layers()->is_visible(MapLayers::stretches));
    CHECK_FALSE(view->layers()->is_visible(MapLayers::network_density));
    CHECK_FALSE(view->layers()->is_visible(MapLayers::cells));
    const Look look = Look::of(view->palette());
    CHECK(pixels_of(*view, MapLayers::stretches, look.accent) > 300);
    for (int step = 0; step < 5; ++step) CHECK(pixels_of(*view, MapLayers::network_density, look.density(step)) > 30);
    CHECK(pixels_of(*view, MapLayers::cells, cell_brush(CellEvidence::hot_cluster, look).color()) > 100);
}

TEST_CASE("the legend names the classes of what is switched on, and nothing that is not there") {
    const auto view = shown(test::sample_project());
    CHECK(legend_of(*view).contains("traject met rang: KDE+"));
    CHECK(legend_of(*view).contains("kruispunt met rang"));
    CHECK_FALSE(legend_of(*view).contains("ongevallen per km weg per jaar:"));
    view->layers()->set_visible(MapLayers::network_density, true);
    view->layers()->set_visible(MapLayers::cells, true);
    const QStringList words = legend_of(*view);
    const auto at = words.indexOf("ongevallen per km weg per jaar:");
    REQUIRE(at >= 0);
    REQUIRE(view->shown().findings->classes.size() == 5);
    CHECK(words[at + 5].startsWith("tot "));
    CHECK(words.contains("veel, rondom weinig"));
    const auto bare = shown(without_findings());
    for (const QString& layer : {MapLayers::network_density, MapLayers::cells})
        bare->layers()->set_visible(layer, true);
    for (const QString& word : legend_of(*bare)) {
        CHECK_FALSE(word.startsWith("traject"));
        CHECK_FALSE(word.contains("per km"));
    }
}

TEST_CASE("what lies under the pointer is told: a stretch, a piece of road, a square") {
    const Project project = test::sample_project();
    const auto view = shown(project);
    const MapFrame frame = view->frame();
    const MapStyle style{Look::of(view->palette()), view->font(), dutch};
    const HitLayers stretches{.accidents = false, .complaints = false, .network_density = false, .cells = false};
    const MapScene& scene = view->shown();
    const MapStretch& first = scene.findings->stretches.front();
    const MapHit on = hit_at(frame.pixel(first.middle), scene, frame, style, {}, stretches);
    REQUIRE(on.stretch != nullptr);
    CHECK(on.stretch->id == "GM9001-S01");
    CHECK(on.line.startsWith("Traject 1. N320 (Berkendam): 14 ongevallen op 2"));
    CHECK(on.line.contains("4,4 keer zo veel als bij toeval (3,2), q 0,012"));
    CHECK(on.tip.contains("scan langs de weg"));
    const MapStretch* junction = scene.findings->stretch("GM9006-T01");
    REQUIRE(junction != nullptr);
    CHECK(stretch_line(*junction, *scene.findings->found, dutch).startsWith("Kruispunt 8. N322 - N320 ("));
    CHECK(stretch_line(*junction, *scene.findings->found, dutch).contains("): 6 ongevallen (1 met letsel), 7,5 keer"));
    CHECK(stretch_words(project, "GM9006-T01", dutch).contains("Methode: kruispunt"));
    CHECK(stretch_words(project, "nobody", dutch).isEmpty());
    // A nasty name is no markup.
    const MapStretch* nasty = scene.findings->stretch("GM9002-K02");
    REQUIRE(nasty != nullptr);
    CHECK_FALSE(stretch_tip(*nasty, *scene.findings->found, dutch).contains("<N322>"));

    const HitLayers density{.accidents = false, .complaints = false, .stretches = false, .cells = false};
    const LixelFinding& lixel = project.findings->lixels[22];
    const QPointF on_lixel =
        frame.pixel({(lixel.line[0].x + lixel.line[1].x) / 2, (lixel.line[0].y + lixel.line[1].y) / 2});
    CHECK(hit_at(on_lixel, scene, frame, style, {}, density).line.contains("ongevallen per km per jaar"));
    const HitLayers cells{.accidents = false, .complaints = false, .stretches = false, .network_density = false};
    const CellFinding& cell = project.findings->cells[27];  // north-west of the middle of the first municipality
    const MapHit in_cell =
        hit_at(frame.pixel({cell.corner.x + 250, cell.corner.y + 250}), scene, frame, style, {}, cells);
    CHECK(in_cell.line.startsWith("Vierkant van 500 m: "));
    CHECK(in_cell.tip.contains("Gi* z"));
    CHECK(hit_at(frame.pixel({100000, 400000}), scene, frame, style, {}, stretches).line.isEmpty());
}

TEST_CASE("a click on a stretch chooses it, Esc lets go, and a choice from outside says nothing") {
    const auto view = shown(test::sample_project());
    view->layers()->set_visible(MapLayers::hotspots, false);
    view->layers()->set_visible(MapLayers::checks, false);
    view->layers()->set_visible(MapLayers::accidents, false);
    view->layers()->set_visible(MapLayers::complaints, false);
    QSignalSpy selected(view.get(), &MapView::stretch_selected);
    view->select_stretch("GM9002-S01");
    CHECK(selected.count() == 0);
    CHECK(view->choice().stretch == "GM9002-S01");
    const MapStretch& first = view->shown().findings->stretches.front();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->frame().pixel(first.middle).toPoint());
    REQUIRE(selected.count() == 1);
    CHECK(selected[0][0].value<std::string>() == first.id);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    CHECK_FALSE(view->choice().stretch);
    // A project without it lets the choice go.
    view->select_stretch(first.id);
    view->show(map_scene(without_findings()));
    CHECK_FALSE(view->choice().stretch);
}

TEST_CASE("the words about a stretch are in sight at once, after a long story about a place too") {
    const Project project = test::sample_project();
    HotspotDetails details(Speech(Language::nl));
    details.resize(360, 600);
    details.setVisible(true);
    details.show(project, 0, {});
    QTest::qWait(50);
    details.verticalScrollBar()->setValue(details.verticalScrollBar()->maximum());
    REQUIRE(details.verticalScrollBar()->value() > 0);
    details.show_nothing("Dorpsweg: 4 ongevallen waar er 0,4 te verwachten zijn");
    QTest::qWait(50);
    const QImage seen = details.viewport()->grab().toImage();
    int inked = 0;
    for (int y = 0; y < seen.height() / 2; ++y)
        for (int x = 0; x < seen.width(); ++x) inked += seen.pixel(x, y) != seen.pixel(0, 0) ? 1 : 0;
    CHECK(inked > 200);
}

TEST_CASE("a scene keeps what was found while the project keeps it, and takes the new where it changed") {
    Project project = test::sample_project();
    const MapScene before = map_scene(project);
    project.hotspots.front().remark = "x";
    CHECK(map_scene(project, {}, before).findings == before.findings);
    project.findings.edit().stretches.clear();
    const MapScene after = map_scene(project, {}, before);
    CHECK(after.findings != before.findings);
    CHECK(after.findings->stretches.empty());
}

TEST_CASE("density and stretches are marks of 3 to 1 on the land, light and dark, and darker or lighter by class") {
    for (const Shade shade : {Shade::light, Shade::dark}) {
        apply_shade(*qApp, shade);
        const Look look = Look::of(qApp->palette());
        double before = 0;
        for (int step = 0; step < 5; ++step) {
            const double now = contrast(look.density(step), look.surface);
            CHECK(now >= 3);
            CHECK(now > before);
            before = now;
        }
        CHECK(contrast(stretch_pen(StretchFinding::Method::scan, look).color(), look.surface) >= 3);
        CHECK(contrast(cell_pen(CellEvidence::hot, look).color(), look.surface) >= 3);
    }
    apply_shade(*qApp, Shade::light);
}
