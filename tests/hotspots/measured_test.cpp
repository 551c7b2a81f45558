#include "hotspots/measured.hpp"

#include "hotspots/choose.hpp"
#include "hotspots/find.hpp"
#include "hotspots/foresight.hpp"
#include "hotspots/small_region.hpp"
#include "hotspots/theme_weights.hpp"
#include "model/measured_speed.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;

namespace {

Measurement& measure(SmallRegion& small, MapPoint at, std::optional<double> v85, std::optional<int> limit = 50,
                     const char* day = "2026-03-01") {
    Measurement measurement;
    measurement.id = std::to_string(10000 + small.region.measurements.size());
    measurement.at = at;
    measurement.date = parse_iso_date(day);
    measurement.v85 = v85;
    measurement.speed_limit = limit;
    small.region.measurements.push_back(measurement);
    return small.region.measurements.back();
}

std::vector<Hotspot> found(const SmallRegion& small, HotspotSettings settings = {}) {
    return find_hotspots(small.region, {.settings = std::move(settings), .plan_year = 2027}, {}).hotspots;
}

double weight(const Hotspot& hotspot, Theme theme) { return hotspot.theme_weight[index_of(theme)]; }

}  // namespace

TEST_CASE("excess is nothing at the limit, all at 30 % above it, and by share at 15 % and a half") {
    CHECK(speed_excess(50, std::nullopt, 50) == 0.0);
    CHECK(speed_excess(40, std::nullopt, 50) == 0.0);
    CHECK(*speed_excess(57.5, std::nullopt, 50) == Approx(0.5));
    CHECK(*speed_excess(65, std::nullopt, 50) == Approx(1));
    CHECK(speed_excess(90, std::nullopt, 50) == 1.0);
    CHECK(*speed_excess(39, std::nullopt, 30) == Approx(1));  // ten above is worse where 30 is allowed
    CHECK(*speed_excess(40, std::nullopt, 50) < *speed_excess(40, std::nullopt, 30));
    CHECK(speed_excess(std::nullopt, 0.15, std::nullopt) == 0.0);
    CHECK(*speed_excess(std::nullopt, 0.5, std::nullopt) == Approx(1));
    CHECK(*speed_excess(57.5, 0.5, 50) == Approx(0.75));  // the mean of both
    CHECK_FALSE(speed_excess(57.5, std::nullopt, std::nullopt));
    CHECK_FALSE(speed_excess(std::nullopt, std::nullopt, 50));
}

TEST_CASE("a hotspot shows the highest V85 within reach with the share of that measurement") {
    SmallRegion small;
    small.add_many(4, "a", {1000, 1000});
    measure(small, {1100, 1000}, 58).share_over = 0.4;
    measure(small, {1000, 1250}, 63).share_over = 0.55;
    measure(small, {1000, 1251}, 99).share_over = 0.99;  // out of reach
    measure(small, {1000, 1100}, std::nullopt).share_over = 0.9;
    const auto hotspots = found(small);
    REQUIRE(hotspots.size() == 1);
    CHECK(hotspots[0].v85 == 63);
    CHECK(hotspots[0].share_over == 0.55);

    SmallRegion shares;
    shares.add_many(4, "a", {1000, 1000});
    measure(shares, {1100, 1000}, std::nullopt).share_over = 0.4;
    measure(shares, {1100, 1010}, std::nullopt).share_over = 0.6;
    CHECK_FALSE(found(shares)[0].v85);
    CHECK(found(shares)[0].share_over == 0.6);
}

TEST_CASE("of one spot the last measurement counts, and the other municipality's never") {
    SmallRegion small(2);
    small.add_many(4, "a", {1000, 1000});
    measure(small, {1100, 1000}, 71, 50, "2024-05-01");
    measure(small, {1100, 1000}, 54, 50, "2026-05-01");  // after the road was narrowed
    measure(small, {1100, 1000}, 53, 50, "2026-05-01");  // the other direction
    measure(small, {1000, 1050}, 90).municipality = 1;
    CHECK(found(small)[0].v85 == 54);
}

TEST_CASE("a V85 without a limit is held against that of the accidents near it") {
    SmallRegion small;
    small.add_many(3, "a", {1000, 1000});  // 50 km/h
    small.add("b", {5000, 5000}).speed_limit.reset();
    measure(small, {1100, 1000}, 65, std::nullopt);
    measure(small, {5100, 5000}, 65, std::nullopt);
    std::vector<Evidence> evidence = accident_evidence(small.region, {}, std::vector{2024});
    add_measured(evidence, small.region, {});
    REQUIRE(evidence[0].measured.size() == 2);
    CHECK(*evidence[0].measured[0].excess == Approx(1));
    CHECK_FALSE(evidence[0].measured[1].excess);
}

TEST_CASE("speed weighs more where it was measured, less where the limit is kept, and as before without") {
    const auto speed_at = [](std::optional<double> v85) {
        SmallRegion small;
        small.add_many(6, "a", {1000, 1000});
        for (int i = 0; i < 4; ++i) small.add("a", {1000, 1000}).second_party = Party::object;
        if (v85) measure(small, {1050, 1000}, v85);
        return weight(found(small)[0], Theme::speed) / weight(found(small)[0], Theme::general_safety);
    };
    CHECK(speed_at(70) > speed_at(std::nullopt));
    CHECK(speed_at(45) < speed_at(std::nullopt));
    // .35 of a sign as common as in the region, and .4 of the worst: (.35 * .5 + .4) / .75, against a half.
    CHECK(speed_at(70) == Approx((0.35 * 0.5 + 0.4) / 0.75 / 0.5));
    CHECK(speed_at(std::nullopt) == Approx(1));
}

TEST_CASE("where schools are known their distance decides the theme of the school zone") {
    const auto school_zone = [](std::optional<MapPoint> school, bool is_built_up) {
        SmallRegion small;
        for (int i = 0; i < 6; ++i) {
            Accident& accident = small.add("a", {1000, 1000});
            accident.second_party = Party::bicycle;
            accident.is_built_up = is_built_up;
        }
        small.add("b", {9000, 9000}).second_party = Party::bicycle;
        small.complain({9000, 9000}, "m1").theme = Theme::school_zone;
        if (school) small.region.schools.push_back({"1", "De Regenboog", *school, 0});
        const Hotspot hotspot = found(small)[0];
        CHECK(hotspot.school_distance.has_value() == school.has_value());
        return weight(hotspot, Theme::school_zone) / weight(hotspot, Theme::general_safety);
    };
    const double near = school_zone(MapPoint{1150, 1200}, true), far = school_zone(MapPoint{1000, 1251}, true);
    CHECK(far == Approx(0.3 * near));
    CHECK(school_zone(std::nullopt, true) == Approx(near));
    // A school outside the built-up area is a school; without any school known, such a street is damped.
    CHECK(school_zone(MapPoint{1000, 1100}, false) > school_zone(std::nullopt, false));
    SmallRegion small;
    small.add("a", {1000, 1000});
    small.region.schools = {{"1", "A", {4000, 5000}, 0}, {"2", "B", {1300, 1400}, 0}};
    CHECK(*found(small)[0].school_distance == Approx(500));
}

TEST_CASE("measured speeds draw a place to themselves, and only where there was measured") {
    SmallRegion small;
    for (int i = 0; i < 8; ++i) small.add_many(3, "j" + std::to_string(i), {1000.0 + 2000 * i, 1000});
    HotspotSettings settings;
    settings.per_municipality = 3;
    const auto without = found(small, settings);
    CHECK(without[0].at.x == 1000);
    for (int i = 0; i < 6; ++i) measure(small, {11010.0 + i, 1000}, 70);
    const auto with = found(small, settings);
    CHECK(with[0].at.x == 11000);
    CHECK(with[0].score == 1);
    CHECK(with[1].at.x == 1000);
    CHECK(with[0].rank_best == 1);
    CHECK(with[1].rank_best == 2);  // measured speed counts under every weight set
    settings.measurement_weight = 0;
    const auto unweighed = found(small, settings);
    REQUIRE(unweighed.size() == without.size());
    for (std::size_t i = 0; i < unweighed.size(); ++i) {
        CHECK(unweighed[i].at == without[i].at);
        CHECK(unweighed[i].score == without[i].score);
        CHECK(unweighed[i].ranks == without[i].ranks);
    }
    // Speeds that keep to the limit change nothing either.
    for (auto& measurement : small.region.measurements) measurement.v85 = 48;
    const auto kept = found(small);
    CHECK(kept[0].at.x == 1000);
}

TEST_CASE("a measurement alone is no place, and foresight looks at accidents alone") {
    SmallRegion small;
    small.add_many(3, "a", {1000, 1000}, 2023);
    small.add_many(3, "a", {1000, 1000}, 2024, Outcome::injury);
    small.add_many(2, "b", {4000, 1000}, 2024, Outcome::injury);
    const auto before = find_hotspots(small.region, {.plan_year = 2027}, {}).foresight;
    for (int i = 0; i < 20; ++i) measure(small, {8000.0 + i, 1000}, 90);
    const HotspotResult result = find_hotspots(small.region, {.plan_year = 2027}, {});
    CHECK(std::none_of(result.hotspots.begin(), result.hotspots.end(), [](const Hotspot& h) { return h.at.x > 7000; }));
    REQUIRE(before);
    REQUIRE(result.foresight);
    CHECK(result.foresight->caught == before->caught);
    CHECK(result.foresight->accidents == before->accidents);
}

TEST_CASE("the share of measured speeds grows with how much excess was measured") {
    CHECK(measurement_share(0.2, 0) == 0);
    CHECK(measurement_share(0.2, 5) == Approx(0.1));
    CHECK(measurement_share(0.2, 1e9) == Approx(0.2));
    CHECK(measurement_share(7, 5) == Approx(0.5));
}

TEST_CASE("neither the order of measurements nor a shift of the map changes what is found") {
    SmallRegion small;
    for (int i = 0; i < 5; ++i) small.add_many(2 + i % 3, "j" + std::to_string(i), {1000.0 + 700 * i, 1000});
    for (int i = 0; i < 9; ++i) measure(small, {1000.0 + 350 * i, 1040}, 48 + 3 * i).share_over = 0.1 * i;
    small.region.schools = {{"1", "A", {1500, 1100}, 0}, {"2", "B", {3300, 1400}, 0}};
    const auto first = found(small);
    SmallRegion other = small;
    std::reverse(other.region.measurements.begin(), other.region.measurements.end());
    std::reverse(other.region.schools.begin(), other.region.schools.end());
    const MapPoint by{64000, 32000};
    const auto move = [&](MapPoint& at) { at = {at.x + by.x, at.y + by.y}; };
    for (auto& accident : other.region.accidents) move(accident.at);
    for (auto& measurement : other.region.measurements) move(measurement.at);
    for (auto& school : other.region.schools) move(school.at);
    const auto second = found(other);
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].at.x + by.x == second[i].at.x);
        CHECK(first[i].v85 == second[i].v85);
        CHECK(first[i].share_over == second[i].share_over);
        CHECK(first[i].school_distance == second[i].school_distance);
        CHECK(first[i].score == Approx(second[i].score).epsilon(1e-12));
    }
}
