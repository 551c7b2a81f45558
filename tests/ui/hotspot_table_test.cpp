#include "ui/models/hotspot_table.hpp"

#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <QAbstractItemModelTester>

using namespace baken;

namespace {

const Speech dutch(Language::nl);

QStringList ids(const HotspotFilter& filter) {
    QStringList found;
    for (int row = 0; row < filter.rowCount(); ++row)
        found << filter.index(row, 0).data(HotspotTable::id_role).toString();
    return found;
}

}  // namespace

TEST_CASE("the table of hotspots keeps the promises of a model") {
    HotspotTable table(dutch);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    HotspotFilter filter(&table);
    const QAbstractItemModelTester filter_tester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    table.show(test::sample_project());
    filter.choose({.municipality = 2});
    filter.choose({});
    table.show(Project{});
    CHECK(table.rowCount() == 0);
}

TEST_CASE("a row says of a hotspot what the project says, in the reader's numbers") {
    HotspotTable table(dutch);
    table.show(test::sample_project());
    REQUIRE(table.rowCount() == 36);
    const auto text = [&](int column) { return table.index(0, column).data().toString(); };
    CHECK(text(HotspotTable::rank) == "1");
    CHECK(text(HotspotTable::place).startsWith("Van Heemstraweg, "));
    CHECK(text(HotspotTable::accidents) == "19");   // 1 fatal, 6 injury, 12 damage-only
    CHECK(text(HotspotTable::expected) == "15,8");  // 19 x 0.83 = 15.77
    CHECK(text(HotspotTable::rank_range) == "1\u20133");
    CHECK(text(HotspotTable::status) == "\u2713");
    CHECK(table.index(0, HotspotTable::status).data(Qt::ToolTipRole).toString() == "aangenomen");
    CHECK(table.headerData(HotspotTable::place, Qt::Horizontal, Qt::DisplayRole).toString() == "plek");
    CHECK(table.row_of({"GM9001-H03"}) == 2);
    CHECK(table.row_of({"nobody"}) == -1);
}

TEST_CASE("filters of hotspots work together") {
    HotspotTable table(dutch);
    table.show(test::sample_project());
    HotspotFilter filter(&table);
    filter.choose({.municipality = 1});
    CHECK(filter.rowCount() == 6);
    filter.choose({.municipality = 1, .status = "rejected"});
    CHECK(ids(filter) == QStringList{"GM9002-H06"});
    filter.choose({.text = "graafse"});
    CHECK(filter.rowCount() == 6);
    filter.choose({.theme = Theme::lighting});  // weighs 1/(rank + 1): half or more at rank 1 only
    CHECK(filter.rowCount() == 6);
    filter.choose({.road_manager = RoadManager::province});  // ranks 2, 4 and 6
    CHECK(filter.rowCount() == 18);
}

TEST_CASE("numbers are sorted as numbers") {
    HotspotTable table(dutch);
    table.show(test::sample_project());
    HotspotFilter filter(&table);
    filter.choose({.municipality = 0});
    filter.sort(HotspotTable::accidents, Qt::AscendingOrder);
    // 14 - 2 rank + 7 - rank (+ 1 at rank 1): 19, 15, 12, 9, 6, 3
    QStringList counts;
    for (int row = 0; row < 6; ++row) counts << filter.index(row, HotspotTable::accidents).data().toString();
    CHECK(counts == QStringList{"3", "6", "9", "12", "15", "19"});
}
