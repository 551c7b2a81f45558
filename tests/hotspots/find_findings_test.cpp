#include "hotspots/find_findings.hpp"

#include "geo/core/measure.hpp"
#include "hotspots/road_region.hpp"
#include "hotspots/stretches.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

constexpr double west = 180000, south = 430000, block = 400;
constexpr int blocks = 8;

MapPoint corner(int i, int j) { return {west + i * block, south + j * block}; }

/// A town of blocks in two municipalities side by side, accidents of all kinds by chance, and in the east a road with a
/// knot and a crossing with many.
RoadRegion town() {
    RoadRegion made;
    for (int i = 0; i <= blocks; ++i)
        for (int j = 0; j <= blocks; ++j) {
            if (i < blocks) made.add_road({corner(i, j), corner(i + 1, j)}, "Dwarsweg " + std::to_string(j));
            if (j < blocks) made.add_road({corner(i, j), corner(i, j + 1)}, "Langeweg " + std::to_string(i));
        }
    const auto side = [](double from, double to) {
        return MultiPolygon{
            {{{from, south - 900}, {to, south - 900}, {to, south + 5000}, {from, south + 5000}, {from, south - 900}},
             {}}};
    };
    const double border = west + 3.5 * block;
    made.region.municipalities = {{MunicipalityId{"GM0001"}, "West", side(west - 900, border), {}},
                                  {MunicipalityId{"GM0002"}, "Oost", side(border, west + 5000), {}}};
    Rng rng(3);
    made.drop_points(rng, 150);
    made.drop_sections(rng, 60);
    for (int i = 0; i < 14; ++i) made.at_point({corner(6, 2).x + 150 + 5 * i, corner(6, 2).y});
    for (int i = 0; i < 12; ++i)
        made.add(LocationKind::junction, "J", corner(6, 6), i == 0 ? Outcome::fatal : Outcome::damage_only);
    for (Accident& accident : made.region.accidents) accident.municipality = accident.at.x < border ? 0 : 1;
    return made;
}

Findings findings_of(const Region& region, int threads = 1) {
    Work work;
    work.threads = threads;
    return find_findings(region, {.settings = {}}, work);
}

bool is_same(const Findings& a, const Findings& b) {
    const auto same_lixel = [](const LixelFinding& x, const LixelFinding& y) { return x.density == y.density; };
    const auto same_cell = [](const CellFinding& x, const CellFinding& y) {
        return x.corner == y.corner && x.q_value == y.q_value;
    };
    const auto same_stretch = [](const StretchFinding& x, const StretchFinding& y) {
        return x.id == y.id && x.p_value == y.p_value && x.q_value == y.q_value && x.lines == y.lines;
    };
    return std::equal(a.lixels.begin(), a.lixels.end(), b.lixels.begin(), b.lixels.end(), same_lixel) &&
           std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(), same_cell) &&
           std::equal(a.stretches.begin(), a.stretches.end(), b.stretches.begin(), b.stretches.end(), same_stretch) &&
           a.k_function->high == b.k_function->high;
}

}  // namespace

TEST_CASE("what stands out is found by every method, each in its municipality and in one numbering") {
    const RoadRegion made = town();
    const Findings found = findings_of(made.region);
    CHECK(found.pattern);
    CHECK(found.lixel_length == 50);
    CHECK(found.bandwidth == 250);
    CHECK(found.lixels.size() == 2 * blocks * (blocks + 1) * block / 50);

    std::set<StretchFinding::Method> methods;
    for (const StretchFinding& one : found.stretches)
        if (one.municipality == 1 && one.q_value <= 0.05) methods.insert(one.method);
    CHECK(methods ==
          std::set{StretchFinding::Method::scan, StretchFinding::Method::kde_plus, StretchFinding::Method::junction});

    std::set<std::string> ids;
    for (std::size_t i = 0; i < found.stretches.size(); ++i) {
        const StretchFinding& one = found.stretches[i];
        ids.insert(one.id);
        CHECK(one.id.starts_with(one.municipality == 0 ? "GM0001-T" : "GM0002-T"));
        if (i == 0 || found.stretches[i - 1].municipality != one.municipality) {
            CHECK(one.id.ends_with("-T01"));
            continue;
        }
        CHECK(found.stretches[i - 1].municipality < one.municipality + 1);
        CHECK(found.stretches[i - 1].q_value <= one.q_value);
    }
    CHECK(ids.size() == found.stretches.size());

    const OnRoads on(made.region, Metres(20));
    std::vector<StretchFinding> along = found.stretches;
    std::erase_if(along, [](const StretchFinding& one) { return one.method == StretchFinding::Method::junction; });
    CHECK(verify_stretches(along, made.region, on.roads, on.tally) == std::vector<std::string>{});
}

TEST_CASE("a junction is shown as the first metres of its roads") {
    const RoadRegion made = town();
    const Findings found = findings_of(made.region);
    const auto junction = std::find_if(found.stretches.begin(), found.stretches.end(), [](const StretchFinding& one) {
        return one.method == StretchFinding::Method::junction;
    });
    REQUIRE(junction != found.stretches.end());
    CHECK(junction->name == "Dwarsweg 6 - Langeweg 6");
    CHECK(junction->accidents == 12);
    CHECK(junction->injury == 1);
    CHECK(junction->lines.size() == 4);
    CHECK(junction->length == Approx(100));
    for (const Line& arm : junction->lines) {
        const bool begins = distance(arm.front(), corner(6, 6)) < 0.01_m,
                   ends = distance(arm.back(), corner(6, 6)) < 0.01_m;
        CHECK(begins != ends);
        CHECK(length(arm).value == Approx(25));
    }
}

TEST_CASE("findings are the same for any number of threads") {
    const RoadRegion made = town();
    CHECK(is_same(findings_of(made.region, 1), findings_of(made.region, 2)));
}

TEST_CASE("the K function rises above its band where accidents lie together, and is left out where there are many") {
    RoadRegion made = town();
    const Findings found = findings_of(made.region);
    REQUIRE(found.k_function);
    CHECK(found.k_function->distance.front() == 50);
    CHECK(found.k_function->observed.front() > found.k_function->high.front());
    Rng rng(5);
    made.drop_points(rng, 6000);
    CHECK_FALSE(findings_of(made.region).k_function);
}

TEST_CASE("without roads there are squares, without accidents nothing, and a stop is heard") {
    RoadRegion made = town();
    Region bare = made.region;
    bare.roads.clear();
    const Findings found = findings_of(bare);
    CHECK_FALSE(found.cells.empty());
    CHECK((found.lixels.empty() && found.stretches.empty() && !found.k_function));
    bare.accidents.clear();
    CHECK(findings_of(bare).cells.empty());

    std::stop_source stop;
    stop.request_stop();
    Work work;
    work.stop = stop.get_token();
    CHECK_THROWS_AS(find_findings(made.region, {.settings = {}}, work), Cancelled);
}
