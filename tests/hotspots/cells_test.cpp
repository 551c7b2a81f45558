#include "hotspots/cells.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "geo/core/measure.hpp"
#include "hotspots/small_region.hpp"
#include "hotspots/square_units.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

MultiPolygon rectangle(double min_x, double min_y, double max_x, double max_y) {
    return {Polygon{{{min_x, min_y}, {max_x, min_y}, {max_x, max_y}, {min_x, max_y}, {min_x, min_y}}, {}}};
}

std::vector<Evidence> evidence_of(const Region& region, const HotspotSettings& settings = {}) {
    return accident_evidence(region, settings, years_that_count(region, settings));
}

SquareUnits units_of(const Region& region, const HotspotSettings& settings = {}) {
    return square_units(region, settings, evidence_of(region, settings), 100_m);
}

std::set<GridSquare> as_set(const std::vector<GridSquare>& squares) { return {squares.begin(), squares.end()}; }

/// 20 x 20 squares of 250 m with a road through every row of squares, two municipalities side by side, one accident
/// here and there and, across the border between the two, a block of three by three squares with many.
SmallRegion with_a_block(Rng& rng) {
    SmallRegion made(2);
    made.region.municipalities[0].area = rectangle(0, 0, 2500, 5000);
    made.region.municipalities[1].area = rectangle(2500, 0, 5000, 5000);
    for (int row = 0; row < 20; ++row) {
        const double y = row * 250 + 125;
        made.region.roads.push_back({"r" + std::to_string(row), "Weg", RoadManager::municipality, {{0, y}, {5000, y}}});
        for (int column = 0; column < 20; ++column) {
            const bool is_block = row >= 8 && row <= 10 && column >= 8 && column <= 11;
            const int accidents = rng.poisson(is_block ? 6 : 0.4);
            for (int i = 0; i < accidents; ++i)
                made.add("j" + std::to_string(row * 20 + column), {column * 250.0 + 125, y}).municipality =
                    column < 10 ? 0 : 1;
        }
    }
    return made;
}

}  // namespace

TEST_CASE("a line runs through the squares that its points lie in") {
    Rng rng(4);
    for (int i = 0; i < 200; ++i) {
        const Line line{{rng.uniform(-500, 500), rng.uniform(-500, 500)},
                        {rng.uniform(-500, 500), rng.uniform(-500, 500)},
                        {rng.uniform(-500, 500), rng.uniform(-500, 500)}};
        std::vector<GridSquare> squares;
        add_squares_of(line, 100_m, squares);
        std::set<GridSquare> sampled;
        for (std::size_t part = 1; part < line.size(); ++part)
            for (int step = 0; step <= 20000; ++step) {
                const double t = step / 20000.0;
                const MapPoint a = line[part - 1], b = line[part];
                sampled.insert(square_at({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}, 100_m));
            }
        const std::set<GridSquare> found = as_set(squares);
        REQUIRE(std::includes(found.begin(), found.end(), sampled.begin(), sampled.end()));
        REQUIRE(found.size() <= sampled.size() + 1);  // a corner that the samples step over
    }
    std::vector<GridSquare> level;
    add_squares_of({{250, 50}, {-50, 50}}, 100_m, level);
    CHECK(as_set(level) == std::set<GridSquare>{{0, -1}, {0, 0}, {0, 1}, {0, 2}});
}

TEST_CASE("without roads the squares with any event are units, whoever's road and whatever the year") {
    SmallRegion made;
    made.add("a", {50, 50}, 2024);
    made.add("b", {250, 50}, 2015);
    made.add("c", {450, 50}).road_manager = RoadManager::national;
    made.add("d", {650, 50}).link = LinkLevel::street;
    made.add("e", {850, 50}).link = LinkLevel::municipality;  // its point says nothing
    made.complain({1050, 50}, "iemand");
    HotspotSettings settings;
    settings.years = {2024};
    const SquareUnits units = units_of(made.region, settings);
    CHECK_FALSE(units.from_roads);
    CHECK(units.squares == std::vector<GridSquare>{{0, 0}, {0, 2}, {0, 4}, {0, 6}, {0, 10}});
}

TEST_CASE("with roads the squares are units through which a road of ours runs within a municipality") {
    SmallRegion made;
    made.region.municipalities[0].area = rectangle(0, 0, 1000, 300);
    made.add("a", {150, 50});
    made.region.roads.push_back({"1", "Dorpsweg", RoadManager::municipality, {{120, 50}, {480, 50}}});
    made.region.roads.push_back({"2", "", std::nullopt, {{950, 150}, {1250, 150}}});  // leaves the municipality
    made.region.roads.push_back({"3", "A50", RoadManager::national, {{50, 250}, {950, 250}}});
    made.complain({750, 50}, "iemand");  // no road there, so no accidents were possible
    const SquareUnits units = units_of(made.region);
    CHECK(units.from_roads);
    CHECK(units.squares == std::vector<GridSquare>{{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 9}});
}

TEST_CASE("roads of a part of the region are no ground to call the rest empty") {
    SmallRegion made;
    made.region.municipalities[0].area = rectangle(0, 0, 10000, 1000);
    made.region.roads.push_back({"1", "Dorpsweg", RoadManager::municipality, {{0, 50}, {2000, 50}}});
    for (int i = 0; i < 10; ++i) made.add("k" + std::to_string(i), {i * 1000.0 + 50, 50});
    const SquareUnits units = units_of(made.region);
    CHECK_FALSE(units.from_roads);
    CHECK(units.squares.size() == 10);
}

TEST_CASE("a square belongs to the municipality of its centre, holes left out, else to that of its events") {
    SmallRegion made(3);
    Ring round;  // not convex, with a hole
    for (int i = 0; i <= 40; ++i) {
        const double turn = 2 * std::numbers::pi * (i % 40) / 40, reach = 1500 + 600 * std::sin(5 * turn);
        round.push_back({2000 + reach * std::cos(turn), 2000 + reach * std::sin(turn)});
    }
    const Ring hole = rectangle(1700, 1700, 2300, 2230)[0].outer;
    made.region.municipalities[0].area = {Polygon{round, {hole}}};
    made.region.municipalities[1].area = {Polygon{hole, {}}};
    for (int x = 50; x < 4000; x += 100)
        for (int y = 50; y < 4000; y += 100)
            made.add(std::to_string(x) + "," + std::to_string(y), {1.0 * x, 1.0 * y}).municipality = 2;
    const SquareUnits units = units_of(made.region);
    REQUIRE(units.squares.size() == 1600);
    std::vector<int> counts(3);
    for (std::size_t i = 0; i < units.squares.size(); ++i) {
        const MapPoint centre{units.squares[i].column * 100 + 50.0, units.squares[i].row * 100 + 50.0};
        const std::uint32_t expected = contains(made.region.municipalities[1].area, centre)   ? 1
                                       : contains(made.region.municipalities[0].area, centre) ? 0
                                                                                              : 2;
        REQUIRE(units.municipality[i] == expected);
        ++counts[expected];
    }
    CHECK(*std::min_element(counts.begin(), counts.end()) >= 30);
}

TEST_CASE("a block of squares with many accidents is found across a border, and little else") {
    Rng rng(42);
    const SmallRegion made = with_a_block(rng);
    const CellFindings found = cell_findings(made.region, {}, evidence_of(made.region), {});
    CHECK(found.from_roads);
    REQUIRE(found.cells.size() == 400);
    int in_block = 0, touching = 0, elsewhere = 0, high_high = 0, accidents = 0;
    for (const CellFinding& cell : found.cells) {
        const int row = static_cast<int>(cell.corner.y / 250), column = static_cast<int>(cell.corner.x / 250);
        const bool is_block = row >= 8 && row <= 10 && column >= 8 && column <= 11;
        const bool is_touching = row >= 7 && row <= 11 && column >= 7 && column <= 12;
        CHECK(cell.municipality == (column < 10 ? 0 : 1));
        accidents += cell.accidents;
        if (cell.pattern == LocalPattern::high_high) high_high += is_block ? 1 : -100;
        if (cell.q_value > 0.1) continue;
        CHECK(cell.gi_z > 2);
        (is_block ? in_block : is_touching ? touching : elsewhere) += 1;
    }
    CHECK(accidents == static_cast<int>(made.region.accidents.size()));
    CHECK(in_block >= 11);  // a corner has most of its window outside
    CHECK(high_high >= 10);
    CHECK(elsewhere <= 2);
    REQUIRE(found.pattern);
    CHECK(found.pattern->units == 400);
    CHECK(found.pattern->moran_i > 0.2);
    CHECK(found.pattern->p_value < 1e-6);
}

TEST_CASE("findings do not depend on threads, the order of municipalities' rows or whole squares of shift") {
    Rng rng(43);
    SmallRegion made = with_a_block(rng);
    const CellFindings one = cell_findings(made.region, {}, evidence_of(made.region), {.threads = 1});
    const MapPoint by{250.0 * 700, 250.0 * 1700};
    for (Accident& accident : made.region.accidents) accident.at = {accident.at.x + by.x, accident.at.y + by.y};
    for (RoadSegment& road : made.region.roads)
        for (MapPoint& p : road.line) p = {p.x + by.x, p.y + by.y};
    for (Municipality& municipality : made.region.municipalities)
        for (MapPoint& p : municipality.area[0].outer) p = {p.x + by.x, p.y + by.y};
    rng.shuffle(made.region.accidents);
    rng.shuffle(made.region.roads);
    const CellFindings other = cell_findings(made.region, {}, evidence_of(made.region), {.threads = 3});
    REQUIRE(one.cells.size() == other.cells.size());
    for (std::size_t i = 0; i < one.cells.size(); ++i) {
        const CellFinding &a = one.cells[i], &b = other.cells[i];
        REQUIRE(a.corner.x + by.x == b.corner.x);
        REQUIRE(a.accidents == b.accidents);
        REQUIRE(a.weight == b.weight);
        REQUIRE(a.gi_z == b.gi_z);
        REQUIRE(a.p_value == b.p_value);
        REQUIRE(a.q_value == b.q_value);
        REQUIRE(a.moran == b.moran);
        REQUIRE(a.pattern == b.pattern);
    }
    CHECK(one.pattern->z == other.pattern->z);
}

TEST_CASE("too few squares, no accidents and no municipalities give no findings and no failure") {
    SmallRegion made;
    made.add_many(40, "a", {50, 50});
    CHECK(cell_findings(made.region, {}, evidence_of(made.region), {}).cells.empty());
    CHECK_FALSE(cell_findings(made.region, {}, evidence_of(made.region), {}).pattern);
    CHECK(cell_findings({}, {}, {}, {}).cells.empty());
    SmallRegion only_complaints;
    for (int i = 0; i < 50; ++i) only_complaints.complain({i * 300.0, 0}, "iemand");
    const CellFindings none = cell_findings(only_complaints.region, {}, evidence_of(only_complaints.region), {});
    REQUIRE(none.cells.size() == 50);
    for (const CellFinding& cell : none.cells) REQUIRE((cell.q_value == 1 && cell.pattern == LocalPattern::none));
    CHECK_THROWS_AS(cell_findings(made.region, {}, evidence_of(made.region), {}, {.side = 0_m}), InputError);
}
