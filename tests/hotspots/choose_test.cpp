#include "hotspots/choose.hpp"

#include "base/random.hpp"
#include "hotspots/covering.hpp"
#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;
using Standing = Attraction::Standing;

namespace {

std::vector<Attraction> random_attractions(Rng& rng, int count) {
    std::vector<Attraction> attractions;
    for (int i = 0; i < count; ++i)
        attractions.push_back({{rng.uniform(0, 2000), rng.uniform(0, 2000)},
                               static_cast<double>(rng.below(5)),
                               rng.chance(0.2) ? Standing::never : Standing::proper});
    return attractions;
}

double covered_by(const std::vector<Attraction>& all, const std::vector<std::size_t>& places, double reach) {
    double sum = 0;
    for (const Attraction& one : all)
        if (std::any_of(places.begin(), places.end(),
                        [&](std::size_t p) { return distance(all[p].at, one.at).value <= reach; }))
            sum += one.weight;
    return sum;
}

}  // namespace

TEST_CASE("the second place is chosen for what the first leaves") {
    // The two heaviest stand side by side: the second place goes to the lighter one far away.
    const std::vector<Attraction> attractions{{{0, 0}, 10}, {{100, 0}, 9}, {{5000, 0}, 3}};
    const auto chosen = choose_covering(attractions, 250_m, 2);
    REQUIRE(chosen.size() == 2);
    CHECK(chosen[0].attraction == 0);
    CHECK(chosen[0].gain == 19);
    CHECK(chosen[0].covered == std::vector<std::size_t>{0, 1});
    CHECK(chosen[1].attraction == 2);
}

TEST_CASE("equal gains go to the heavier attraction, then to the lower") {
    CHECK(choose_covering(std::vector<Attraction>{{{0, 0}, 1}, {{10, 0}, 2}}, 50_m, 1).front().attraction == 1);
    CHECK(choose_covering(std::vector<Attraction>{{{0, 0}, 1}, {{900, 0}, 1}}, 50_m, 1).front().attraction == 0);
}

TEST_CASE("every greedy step is the best step there is, found by trying all") {
    Rng rng(3);
    for (int round = 0; round < 60; ++round) {
        const auto attractions = random_attractions(rng, 1 + static_cast<int>(rng.below(60)));
        const auto chosen = choose_covering(attractions, 300_m, 6);
        std::vector<std::size_t> places;
        double before = 0;
        for (const ChosenPlace& place : chosen) {
            double best = 0;
            for (std::size_t i = 0; i < attractions.size(); ++i) {
                if (attractions[i].standing == Standing::never) continue;
                auto with = places;
                with.push_back(i);
                best = std::max(best, covered_by(attractions, with, 300) - before);
            }
            REQUIRE(place.gain == best);
            REQUIRE(attractions[place.attraction].standing != Standing::never);
            places.push_back(place.attraction);
            before += best;
        }
    }
}

TEST_CASE("greedy covering reaches at least 63 % of the best pair and usually nearly all") {
    Rng rng(8);
    for (int round = 0; round < 30; ++round) {
        const auto attractions = random_attractions(rng, 40);
        double best = 0, greedy = 0;
        for (std::size_t i = 0; i < attractions.size(); ++i)
            for (std::size_t j = i + 1; j < attractions.size(); ++j)
                if (attractions[i].standing == Standing::proper && attractions[j].standing == Standing::proper)
                    best = std::max(best, covered_by(attractions, {i, j}, 300));
        for (const auto& place : choose_covering(attractions, 300_m, 2)) greedy += place.gain;
        CHECK(greedy <= best);
        CHECK(greedy >= 0.75 * best);  // 1 - (1/2)^2 for two places
    }
}

TEST_CASE("places in need come only after the proper ones have nothing left") {
    const std::vector<Attraction> attractions{
        {{0, 0}, 1}, {{5000, 0}, 50, Standing::in_need}, {{9000, 0}, 70, Standing::never}};
    const auto chosen = choose_covering(attractions, 100_m, 10);
    REQUIRE(chosen.size() == 2);
    CHECK(chosen[0].attraction == 0);
    CHECK(chosen[1].attraction == 1);
    CHECK(choose_covering({}, 100_m, 10).empty());
    CHECK(choose_covering(attractions, 100_m, 0).empty());
}

TEST_CASE("an accident with a cyclist that ended well weighs more than one of two cars") {
    SmallRegion small;
    for (int i = 0; i < 100; ++i) {
        Accident& bicycle = small.add("a", {0, 0}, 2024, i < 70 ? Outcome::injury : Outcome::damage_only);
        // Whichever the register names first, the parties are the same.
        (i % 2 == 0 ? bicycle.first_party : bicycle.second_party) = Party::bicycle;
        small.add("a", {0, 0}, 2024, i < 5 ? Outcome::injury : Outcome::damage_only);
    }
    const AccidentWeights weights(small.region.accidents, {});
    const Accident& with_bicycle = small.region.accidents[198];
    const Accident& with_cars = small.region.accidents[199];
    REQUIRE(with_bicycle.outcome == Outcome::damage_only);
    // 70 of 100, drawn to 77.5 of 220 in all twice, each time as if that gave 20 accidents.
    const double all = (75 + 20 * 0.2) / 220, parties = (70 + 20 * all) / 120, here = (70 + 20 * parties) / 120;
    CHECK(weights.injury_chance(with_bicycle) == Approx(here));
    CHECK(weights.weight(with_bicycle) == Approx(0.2 + here));
    CHECK(weights.weight(with_cars) < 0.4);
    CHECK(weights.weight(small.region.accidents[0]) == 1);
    Accident unseen = with_cars;
    unseen.first_party = Party::rail;
    CHECK(weights.injury_chance(unseen) == Approx(all));
}

TEST_CASE("rows without a place and roads of others are no sites") {
    SmallRegion small;
    small.add("a", {0, 0});
    small.add("a", {0, 0}, 2020);
    small.add("motorway", {100, 0}).road_manager = RoadManager::national;
    small.add("nobody's", {200, 0}).road_manager = std::nullopt;
    small.add("street", {300, 0}).link = LinkLevel::street;
    small.add("town", {400, 0}).link = LinkLevel::municipality;
    small.add("crossing", {500, 0}).link = LinkLevel::junction;
    const std::vector<int> years{2024};
    const auto evidence = accident_evidence(small.region, {}, years);
    REQUIRE(evidence.size() == 1);
    std::vector<double> x;
    for (const Site& site : evidence[0].sites) x.push_back(site.at.x);
    CHECK(x == std::vector<double>{0, 500, 200});  // by key: a, crossing, nobody's
    CHECK(evidence[0].sites[0].accidents.size() == 1);
    REQUIRE(evidence[0].street_rows.size() == 1);
    CHECK(evidence[0].street_rows[0].at.x == 300);
}

TEST_CASE("one person's complaints about one place are one voice at most, and old ones fade") {
    SmallRegion small;
    for (int i = 0; i < 4; ++i) small.complain({10.0 * i, 0}, "anna", "2027-01-01");
    small.complain({20, 0}, "bert", "2026-01-01");    // one half-life before
    small.complain({5000, 0}, "anna", "2027-01-01");  // elsewhere she has a voice again
    small.complain({9000, 0}, "carl").date = std::nullopt;
    auto evidence = accident_evidence(small.region, {}, {});
    add_complaints(evidence, small.region, {}, 2027, {});
    REQUIRE(evidence[0].voices.size() == 7);
    CHECK(evidence[0].voices[0].weight == Approx(0.25));
    CHECK(evidence[0].voices[0].faded == Approx(1));
    CHECK(evidence[0].voices[4].weight == Approx(0.5));
    CHECK(evidence[0].voices[4].is_in_site);
    CHECK(evidence[0].voices[5].weight == Approx(1));
    CHECK_FALSE(evidence[0].voices[5].is_in_site);
    CHECK(evidence[0].voices[6].weight == Approx(0.5));
}

TEST_CASE("few complaints carry little of the share that the settings give them") {
    CHECK(complaint_share(0.4, 10) == Approx(0.2));
    CHECK(complaint_share(0.4, 0) == 0);
    CHECK(complaint_share(0.4, 1e9) == Approx(0.4));
    CHECK(complaint_share(7, 10) == Approx(0.5));
}

TEST_CASE("a pile of street-level rows draws attention only so far, and nobody stands there") {
    SmallRegion small;
    for (int i = 0; i < 100; ++i) small.add("pile", {3000, 0}, 2024, Outcome::injury).link = LinkLevel::street;
    small.add_many(1, "a", {0, 0});
    const std::vector<int> years{2024};
    const auto evidence = accident_evidence(small.region, {}, years);
    const Choice choice = choose_places(evidence[0], small.region, AccidentWeights(small.region.accidents, years), {});
    REQUIRE(choice.places.size() == 1);
    CHECK(choice.places[0].at == MapPoint{0, 0});
}
