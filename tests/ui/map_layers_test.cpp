#include "ui/models/map_layers.hpp"

#include "support/catch.hpp"
#include "ui/views/map/layer_panel.hpp"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QMimeData>
#include <QSlider>
#include <QTest>

#include <memory>

using namespace baken;

namespace {

const Speech say(Language::nl);

QStringList keys(const MapLayers& layers) {
    QStringList all;
    for (const auto& key : layers.bottom_to_top()) all << key;
    return all;
}

}  // namespace

TEST_CASE("the layers are a well-behaved model, also while rows move") {
    MapLayers layers(say);
    const QAbstractItemModelTester tester(&layers, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(keys(layers).front() == MapLayers::base_map);
    CHECK(keys(layers).back() == MapLayers::names);
    CHECK(layers.moveRows({}, 0, 1, {}, 3));
    CHECK(layers.index(2).data(MapLayers::KeyRole) == MapLayers::names);
    CHECK(layers.moveRows({}, 2, 1, {}, 0));
    CHECK(layers.index(0).data(MapLayers::KeyRole) == MapLayers::names);
    CHECK_FALSE(layers.moveRows({}, 0, 1, {}, 1));
    CHECK_FALSE(layers.moveRows({}, 0, 1, {}, 99));
    layers.add("extra", "Extra");
    layers.add("extra", "Extra");
    CHECK(layers.rowCount() == 15);
}

TEST_CASE("a row that is dragged lands where it is dropped, and the view takes nothing away") {
    MapLayers layers(say);
    const std::unique_ptr<QMimeData> mime(layers.mimeData({layers.index(4)}));
    CHECK_FALSE(layers.dropMimeData(mime.get(), Qt::MoveAction, 1, 0, {}));
    CHECK(layers.rowCount() == 14);
    CHECK(layers.index(1).data(MapLayers::KeyRole) == MapLayers::accidents);
    const QMimeData foreign;
    CHECK_FALSE(layers.dropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
}

TEST_CASE("the municipalities cannot be switched off: a map is never empty") {
    MapLayers layers(say);
    layers.set_visible(MapLayers::municipalities, false);
    CHECK(layers.is_visible(MapLayers::municipalities));
    layers.set_visible(MapLayers::roads, false);
    CHECK_FALSE(layers.is_visible(MapLayers::roads));
}

TEST_CASE("layers come back as they were saved, and nonsense changes nothing") {
    MapLayers layers(say), others(say);
    layers.moveRows({}, 5, 1, {}, 1);
    layers.set_visible(MapLayers::complaints, false);
    layers.set_opacity(MapLayers::roads, 0.4);
    others.restore(layers.saved());
    CHECK(others.saved() == layers.saved());
    const QString before = others.saved();
    for (const char* bad : {"", ";;;", "names", "nowhere:1:0.5", "names:1:1:1", "\n:::"}) others.restore(bad);
    CHECK(others.saved() == before);
}

TEST_CASE("the panel shows a layer's opacity, changes it, and moves the layer by keyboard") {
    MapLayers layers(say);
    LayerPanel panel(&layers, say);
    panel.show();
    int row = 0;
    while (layers.index(row).data(MapLayers::KeyRole) != MapLayers::surface) ++row;
    panel.list()->setCurrentIndex(layers.index(row));
    CHECK(panel.slider()->value() == 70);
    panel.slider()->setValue(30);
    CHECK(layers.opacity(MapLayers::surface) == 0.3);
    panel.list()->setFocus();
    QTest::keyClick(panel.list(), Qt::Key_Up, Qt::AltModifier);
    CHECK(layers.index(row - 1).data(MapLayers::KeyRole) == MapLayers::surface);
    CHECK(panel.list()->currentIndex().row() == row - 1);
    QTest::keyClick(panel.list(), Qt::Key_Space);
    CHECK(layers.is_visible(MapLayers::surface));
    for (const auto* widget : panel.findChildren<QWidget*>())
        if (widget->focusPolicy() & Qt::TabFocus) CHECK_FALSE(widget->accessibleName().isEmpty());
}
