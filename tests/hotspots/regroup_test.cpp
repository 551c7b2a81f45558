#include "hotspots/regroup.hpp"

#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;

namespace {

const HotspotOptions options{.plan_year = 2027};

Ring square(double x, double y, double size) {
    return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}, {x, y}};
}

/// Two streets within reach of one stand (a, b), one far off (c), and one in the other municipality (d).
SmallRegion streets() {
    SmallRegion small(2);
    small.region.municipalities[0].area = {Polygon{square(-500, -500, 5000), {}}};
    small.region.municipalities[1].area = {Polygon{square(9000, 0, 5000), {}}};
    small.add_many(6, "a", {0, 0}, 2023);
    small.add("a", {0, 0}, 2024, Outcome::fatal).light = Light::dark;
    small.add_many(3, "b", {200, 0}, 2024, Outcome::injury);
    small.add_many(2, "c", {2000, 0}, 2024, Outcome::injury);
    small.add("c", {2000, 0}, 2023).has_alcohol = true;
    small.add_many(2, "d", {9500, 100}, 2024);
    for (std::size_t i = small.region.accidents.size() - 2; i < small.region.accidents.size(); ++i)
        small.region.accidents[i].municipality = 1;
    small.complain({10, 30}, "anna", "2027-01-01");
    small.complain({2000, 40}, "anna", "2027-01-01");
    small.complain({2000, 50}, "bert", "2026-01-01");
    return small;
}

std::vector<Hotspot> found(const Region& region) { return find_hotspots(region, options, {}).hotspots; }

const Hotspot& one(const std::vector<Hotspot>& hotspots, const std::string& id) {
    const auto at = std::find_if(hotspots.begin(), hotspots.end(), [&](const Hotspot& h) { return h.id.text == id; });
    REQUIRE(at != hotspots.end());
    return *at;
}

std::string all_of(const Hotspot& h) {
    std::string text = h.id.text + "|" + h.name + "|" + h.reason + "|" + h.status + "|" + h.enforceable + "|" +
                       h.remark + "|" + h.black_spot_norm;
    const auto add = [&](double value) { text += "|" + std::to_string(value); };
    for (const double v : {h.at.x, h.at.y, h.weighted, h.expected, h.excess, h.prob_above, h.q_value, h.score,
                           h.effective_complainants, h.dark_share.value_or(-1), h.alcohol_share.value_or(-1), h.length,
                           h.expected_low, h.expected_high, h.dark_odds.value_or(-1)})
        add(v);
    for (const int v : {static_cast<int>(h.municipality), h.rank, h.accidents, h.fatal, h.injury, h.damage_only,
                        h.complaints, h.complainants, h.rank_best, h.rank_worst, static_cast<int>(h.quadrant),
                        h.speed_limit.value_or(-1), h.with_bicycle, h.with_pedestrian, h.with_moped})
        add(v);
    for (const int v : h.accidents_per_year) add(v);
    for (const int v : h.ranks) add(v);
    for (const double v : h.theme_weight) add(v);
    for (const auto v : h.accident_rows) add(v);
    for (const auto v : h.complaint_rows) add(v);
    for (const HotspotId& id : h.nearby) text += "|" + id.text;
    return text;
}
std::string all_of(const std::vector<Hotspot>& hotspots) {
    std::string text;
    for (const Hotspot& h : hotspots) text += all_of(h) + "\n";
    return text;
}

}  // namespace

TEST_CASE("two hotspots together answer for the events of both, counted by hand") {
    const SmallRegion small = streets();
    auto before = found(small.region);
    REQUIRE(before.size() == 3);
    REQUIRE(one(before, "GM0001-H01").accidents == 10);
    before[0].status = "accepted";
    before[0].enforceable = "yes";
    before[0].remark = "parkeerhaven";
    const auto after = with_merged(before, {"GM0001-H01"}, {"GM0001-H02"}, small.region, options);
    REQUIRE(after.size() == 2);
    const Hotspot& h = one(after, "GM0001-H01");
    CHECK(h.accidents == 13);
    CHECK(h.fatal == 1);
    CHECK(h.injury == 5);
    CHECK(h.damage_only == 7);
    CHECK(h.accidents_per_year == std::vector<int>{7, 6});
    CHECK(h.complaints == 3);
    CHECK(h.complainants == 2);                      // Anna complained about both
    CHECK(h.effective_complainants == Approx(1.5));  // once for her, half for Bert's of a year ago
    CHECK(h.weighted == Approx(5 + 5 * 3 + 7 * 0.5));
    CHECK(h.dark_share.value() == Approx(1 / 13.0));
    CHECK(h.alcohol_share.value() == Approx(1 / 13.0));
    CHECK(h.length == Approx(std::sqrt(2000 * 2000.0 + 50 * 50.0)));
    CHECK(h.expected == Approx(before[0].expected + before[1].expected));
    CHECK(h.excess == Approx(before[0].excess + before[1].excess));
    CHECK(h.q_value == std::min(before[0].q_value, before[1].q_value));
    CHECK(h.at == before[0].at);
    CHECK(h.name == before[0].name);
    CHECK(h.status == "accepted");
    CHECK(h.enforceable == "yes");
    CHECK(h.remark == "parkeerhaven");
    CHECK(h.reason.find("13 ongevallen") != std::string::npos);
    CHECK(h.score == 1);
    CHECK(h.rank == 1);
    CHECK(h.ranks == std::vector<int>{1, 1, 1, 1});
    CHECK(h.rank_worst == 1);
    CHECK(all_of(after[1]) == all_of(before[2]));  // another municipality
}

TEST_CASE("a merge closes the gap in the ranks") {
    SmallRegion small;
    for (int i = 0; i < 4; ++i) small.add_many(8 - i, std::string(1, static_cast<char>('a' + i)), {i * 1000.0, 0});
    const auto before = found(small.region);
    REQUIRE(before.size() == 4);
    const auto after = with_merged(before, {"GM0001-H03"}, {"GM0001-H02"}, small.region, options);
    REQUIRE(after.size() == 3);
    CHECK(after[0].rank == 1);
    CHECK(one(after, "GM0001-H03").rank == 2);
    CHECK(one(after, "GM0001-H04").rank == 3);
    CHECK(one(after, "GM0001-H03").rank_best == 1);  // 13 accidents against 8: first under every weight set
    CHECK(one(after, "GM0001-H03").score == 1);
    CHECK(one(after, "GM0001-H01").score == Approx(before[0].score / (before[1].score + before[2].score)));
}

TEST_CASE("a split puts each event with the nearer stand, and a merge of the halves gives back what was") {
    const SmallRegion small = streets();
    const auto before = found(small.region);
    const auto apart = with_split(before, {"GM0001-H01"}, small.region, options);
    REQUIRE(apart.size() == 4);
    CHECK(apart[2].id.text == "GM0001-H03");  // last of its municipality
    const Hotspot &first = one(apart, "GM0001-H01"), &fresh = one(apart, "GM0001-H03");
    CHECK(first.at == MapPoint{0, 0});
    CHECK(first.accidents == 7);
    CHECK(first.complaints == 1);
    CHECK(fresh.at == MapPoint{200, 0});
    CHECK(fresh.accidents == 3);
    CHECK(fresh.injury == 3);
    CHECK(fresh.complaints == 0);
    CHECK(fresh.rank == 3);
    CHECK(fresh.status == "proposed");
    CHECK(fresh.name == "Straat b, Dorp");
    CHECK(fresh.name != first.name);
    CHECK(fresh.reason.find("3 ongevallen") != std::string::npos);
    const auto together = with_merged(apart, {"GM0001-H01"}, {"GM0001-H03"}, small.region, options);
    CHECK(all_of(together) == all_of(before));
}

TEST_CASE("sentences name the hotspot next to them, and follow when it changes, across a border too") {
    SmallRegion small(2);
    small.region.municipalities[0].area = {Polygon{square(-500, -500, 900), {}}};
    small.region.municipalities[1].area = {Polygon{square(400, -500, 900), {}}};
    small.add_many(6, "a", {0, 0});
    small.add_many(5, "b", {350, 0});
    small.add_many(4, "c", {700, 0});
    for (Accident& accident : small.region.accidents) accident.municipality = accident.at.x > 400 ? 1 : 0;
    const auto before = found(small.region);
    REQUIRE(before.size() == 3);
    const auto near = [](const std::vector<Hotspot>& all, const std::string& id) {
        std::vector<std::string> names;
        for (const HotspotId& other : one(all, id).nearby) names.push_back(other.text);
        return names;
    };
    CHECK(near(before, "GM0001-H01") == std::vector<std::string>{"GM0001-H02"});
    CHECK(near(before, "GM0001-H02") == std::vector<std::string>{"GM0001-H01", "GM0002-H01"});
    CHECK(near(before, "GM0002-H01") == std::vector<std::string>{"GM0001-H02"});
    CHECK(one(before, "GM0001-H01").reason.find("vlakbij ligt nummer 2, Straat b (350 m)") != std::string::npos);
    CHECK(one(before, "GM0002-H01").reason.find("vlakbij ligt Straat b in de gemeente Dorp 1 (350 m)") !=
          std::string::npos);

    const auto merged = with_merged(before, {"GM0001-H01"}, {"GM0001-H02"}, small.region, options);
    CHECK(near(merged, "GM0001-H01").empty());
    CHECK(near(merged, "GM0002-H01").empty());
    CHECK(one(merged, "GM0002-H01").reason.find("ligt") == std::string::npos);
    CHECK(one(merged, "GM0001-H01").reason.find("11 ongevallen") != std::string::npos);

    const auto moved = with_moved(before, {"GM0001-H02"}, {150, 0}, small.region, options);
    CHECK(near(moved, "GM0001-H01") == std::vector<std::string>{"GM0001-H02"});
    CHECK(one(moved, "GM0001-H01").reason.find("ernaast ligt nummer 2, Straat b (150 m)") != std::string::npos);
    CHECK(near(moved, "GM0002-H01").empty());
    CHECK(one(moved, "GM0002-H01").reason.find("ligt") == std::string::npos);
}

TEST_CASE("a heavy cluster is split off before a lone event farther away") {
    SmallRegion small;
    small.add_many(9, "a", {0, 0});
    small.add_many(6, "b", {120, 0});
    small.add("lone", {-200, 0});
    const auto before = found(small.region);
    REQUIRE(before.size() == 1);
    const auto apart = with_split(before, {"GM0001-H01"}, small.region, options);
    REQUIRE(apart.size() == 2);
    CHECK(apart[1].at == MapPoint{120, 0});
    CHECK(apart[0].accidents == 10);
    CHECK(apart[1].accidents == 6);
}

TEST_CASE("moving changes where one stands and keeps the events") {
    const SmallRegion small = streets();
    const auto before = found(small.region);
    const auto after = with_moved(before, {"GM0001-H01"}, {0, 300}, small.region, options);
    const Hotspot &was = before[0], &is = after[0];
    CHECK(is.at == MapPoint{0, 300});
    CHECK(is.accident_rows == was.accident_rows);
    CHECK(is.complaint_rows == was.complaint_rows);
    CHECK(is.name == was.name);
    CHECK(is.rank == was.rank);
    CHECK(is.score == was.score);
    CHECK(is.reason == was.reason);
    CHECK(is.expected == was.expected);
    CHECK(is.length == Approx(std::sqrt(200 * 200.0 + 300 * 300.0)));
    CHECK(all_of(with_moved(after, {"GM0001-H01"}, was.at, small.region, options)) == all_of(before));
    // Split after a move: the events still go apart, and come back together.
    const auto apart = with_split(after, {"GM0001-H01"}, small.region, options);
    CHECK(one(apart, "GM0001-H01").accidents + one(apart, "GM0001-H03").accidents == was.accidents);
    CHECK(all_of(with_merged(apart, {"GM0001-H01"}, {"GM0001-H03"}, small.region, options)) == all_of(after));
}

TEST_CASE("what cannot be regrouped says why") {
    const SmallRegion small = streets();
    const auto hotspots = found(small.region);
    const Region& region = small.region;
    CHECK_THROWS_WITH(with_moved(hotspots, {"GM0001-H09"}, {0, 0}, region, options),
                      Catch::Matchers::Contains("GM0001-H09"));
    CHECK_THROWS_WITH(with_moved(hotspots, {"GM0001-H01"}, {9500, 100}, region, options),
                      Catch::Matchers::Contains("Dorp 1"));
    CHECK_THROWS_AS(with_moved(hotspots, {"GM0001-H01"}, {std::nan(""), 0}, region, options), InputError);
    CHECK_THROWS_WITH(with_merged(hotspots, {"GM0001-H01"}, {"GM0002-H01"}, region, options),
                      Catch::Matchers::Contains("gemeenten"));
    CHECK_THROWS_WITH(with_merged(hotspots, {"GM0001-H01"}, {"GM0001-H01"}, region, options),
                      Catch::Matchers::Contains("zichzelf"));
    CHECK_THROWS_WITH(with_split(hotspots, {"GM0002-H01"}, region, options), Catch::Matchers::Contains("plek"));
    HotspotOptions other = options;
    other.settings.years = {2024};  // the accidents of 2023 do not count any more
    CHECK_THROWS_WITH(with_split(hotspots, {"GM0001-H01"}, region, other), Catch::Matchers::Contains("opnieuw"));
}
