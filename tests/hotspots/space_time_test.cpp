#include "hotspots/space_time.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace baken;

TEST_CASE("pairs that are near and soon are counted with both limits included") {
    // 0-1: 100 m, 3 days. 0-2: 100 m, 10 days. 1-2: 0 m, 7 days. The last is far from all, and soon after the second.
    const std::vector<TimedPoint> events{{{0, 0}, 0}, {{100, 0}, 3}, {{100, 0}, 10}, {{9000, 0}, 4}};
    const KnoxTest test = knox_test(events, {.space = 100_m, .time = 7}, {});
    CHECK(test.near == 3);
    CHECK(test.soon == 5);  // all but 0-2
    CHECK(test.pairs == 2);
    CHECK(test.expected == Approx(3 * 5 / 6.0));
    CHECK(test.p_poisson == Approx(1 - std::exp(-2.5) * (1 + 2.5)));
}

TEST_CASE("the permutation p of Knox is the share of all ways to deal the times") {
    const std::vector<MapPoint> places{{0, 0}, {10, 0}, {20, 0}, {500, 0}, {510, 0}};
    std::vector<double> times{0, 1, 2, 30, 31};
    std::vector<TimedPoint> events;
    for (std::size_t i = 0; i < places.size(); ++i) events.push_back({places[i], times[i]});
    const KnoxOptions options{.space = 15_m, .time = 1.5, .permutations = 20000};
    const KnoxTest test = knox_test(events, options, {});
    double all = 0, at_least = 0;
    do {
        long long pairs = 0;
        for (const auto& [i, j] : {std::pair{0U, 1U}, {1U, 2U}, {3U, 4U}})
            pairs += std::abs(times[i] - times[j]) <= 1.5;
        ++all;
        at_least += pairs >= test.pairs ? 1 : 0;
    } while (std::next_permutation(times.begin(), times.end()));
    CHECK(test.p_permutation == Approx(at_least / all).margin(4 * std::sqrt(0.1 / 20000)));
}

TEST_CASE("Knox does not depend on the order of events, on threads or on where the map begins") {
    Rng rng(3);
    std::vector<TimedPoint> events;
    for (int i = 0; i < 150; ++i)
        events.push_back({{std::floor(rng.uniform(0, 2000)), std::floor(rng.uniform(0, 2000))}, 1.0 * rng.below(365)});
    const KnoxTest one = knox_test(events, {}, {});
    for (TimedPoint& event : events) event = {{event.at.x + 180000, event.at.y + 430000}, event.time + 1000};
    rng.shuffle(events);
    const KnoxTest other = knox_test(events, {}, {.threads = 3});
    CHECK(one.near == other.near);
    CHECK(one.soon == other.soon);
    CHECK(one.pairs == other.pairs);
    CHECK(one.p_permutation == other.p_permutation);
}

TEST_CASE("a planted outbreak is found and scattered events are not") {
    Rng rng(6);
    std::vector<TimedPoint> events;
    for (int i = 0; i < 200; ++i)
        events.push_back({{rng.uniform(0, 10000), rng.uniform(0, 10000)}, rng.uniform(0, 365)});
    CHECK(knox_test(events, {}, {}).p_permutation > 0.01);
    for (int i = 0; i < 8; ++i) events.push_back({{5000 + rng.uniform(0, 200), 5000}, 100 + rng.uniform(0, 10)});
    CHECK(knox_test(events, {}, {}).p_permutation == Approx(0.001));
    CHECK(knox_test({}, {}, {}).p_permutation == 1);
    events[0].time = std::nan("");
    CHECK_THROWS_AS(knox_test(events, {}, {}), InputError);
}
