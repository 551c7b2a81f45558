#include "hotspots/shared_null.hpp"

#include "base/random.hpp"
#include "hotspots/counter_random.hpp"
#include "hotspots/exact_sums.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

using namespace baken;

namespace {

/// Shares of all choices of `size` of the values whose sum is at least, and at most, `sum`.
std::pair<double, double> by_trying_all(const std::vector<std::int64_t>& values, std::uint32_t size, std::int64_t sum) {
    double all = 0, at_least = 0, at_most = 0;
    for (std::uint32_t chosen = 0; chosen < 1U << values.size(); ++chosen) {
        if (static_cast<std::uint32_t>(std::popcount(chosen)) != size) continue;
        std::int64_t of_chosen = 0;
        for (std::size_t i = 0; i < values.size(); ++i) of_chosen += (chosen >> i & 1U) != 0 ? values[i] : 0;
        ++all;
        at_least += of_chosen >= sum ? 1 : 0;
        at_most += of_chosen <= sum ? 1 : 0;
    }
    return {at_least / all, at_most / all};
}

const std::vector<std::uint32_t> up_to_four{1, 2, 3, 4};

}  // namespace

TEST_CASE("random numbers by counter are those that the authors of Philox publish") {
    using Words = std::array<std::uint32_t, 4>;
    CHECK(philox({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("random numbers by counter keep below their bound and fill it evenly") {
    const CounterRandom random(7);
    std::vector<int> seen(7);
    for (std::uint32_t row = 0; row < 700; ++row)
        for (std::uint32_t place = 0; place < 100; ++place) ++seen.at(random.below(row, place, 7));
    double chi_square = 0;
    for (const int times : seen) chi_square += (times - 10000) * (times - 10000) / 10000.0;
    CHECK(chi_square < 22.5);  // 0.999 point at six degrees of freedom
    CHECK(random.below(3, 4, 1) == 0);
}

TEST_CASE("chances of sums come out as trying all choices gives them, with and without a unit's own value") {
    const std::vector<std::int64_t> values{0, 0, 0, 1, 1, 2, 2, 5, 9};
    constexpr int permutations = 200000;
    const SharedNull null(values, up_to_four, {.permutations = permutations, .seed = 3}, {});
    const auto is_near = [](int counted, double share) {
        return std::abs(counted - share * permutations) <= 4.5 * std::sqrt(permutations * share * (1 - share)) + 1e-9;
    };
    for (const std::uint32_t size : {1U, 2U, 3U}) {
        for (std::int64_t sum = 0; sum <= 17; ++sum) {
            const auto [least, most] = by_trying_all(values, size, sum);
            const TailCounts all = null.of_all(size, sum);
            CHECK(is_near(all.at_least, least));
            CHECK(is_near(all.at_most, most));
            for (std::size_t own = 0; own < values.size(); ++own) {
                std::vector<std::int64_t> others = values;
                others.erase(others.begin() + static_cast<std::ptrdiff_t>(own));
                const auto [others_least, others_most] = by_trying_all(others, size, sum);
                const TailCounts counts = null.of_others(size, values[own], sum);
                INFO("size " << size << ", sum " << sum << ", own value " << values[own]);
                CHECK(is_near(counts.at_least, others_least));
                CHECK(is_near(counts.at_most, others_most));
            }
        }
    }
}

TEST_CASE("a unit's shared null is the one it gets when the deals are gone through for it alone") {
    Rng rng(12);
    std::vector<std::int64_t> values;
    for (int i = 0; i < 40; ++i) values.push_back(25 * i + rng.below(25));  // no two the same
    constexpr std::uint32_t permutations = 500, size = 3;
    const SharedNull null(values, up_to_four, {.permutations = permutations, .seed = 9}, {});
    const CounterRandom random(9);
    for (std::size_t unit = 0; unit < values.size(); ++unit) {
        int at_least = 0, at_most = 0;
        for (std::uint32_t p = 0; p < permutations; ++p) {
            std::vector<std::size_t> left(values.size());
            std::iota(left.begin(), left.end(), std::size_t{0});
            for (std::uint32_t place = 0; place <= size; ++place)
                std::swap(left[place], left[place + random.below(p, place, 40 - place)]);
            std::int64_t sum = 0;
            for (std::uint32_t place = 0, taken = 0; taken < size; ++place) {
                if (left[place] == unit) continue;
                sum += values[left[place]];
                ++taken;
            }
            at_least += sum >= 1500 ? 1 : 0;
            at_most += sum <= 1500 ? 1 : 0;
        }
        const TailCounts counts = null.of_others(size, values[unit], 1500);
        CHECK(counts.at_least == at_least);
        CHECK(counts.at_most == at_most);
    }
}

TEST_CASE("sums of all units leave nothing to chance") {
    const std::vector<std::int64_t> values{3, 1, 2};
    const std::vector<std::uint32_t> sizes{3, 2};
    const SharedNull null(values, sizes, {.permutations = 99}, {});
    CHECK(null.of_all(3, 6).at_least == 99);
    CHECK(null.of_all(3, 7).at_least == 0);
    CHECK(null.of_others(2, 3, 3).at_most == 99);  // the other two, always
    CHECK_THROWS_AS(SharedNull(values, sizes, {.permutations = 0}, {}), InputError);
}

TEST_CASE("whole units add up the same in any order, and keep whole numbers and halves") {
    const std::vector<double> values{0.5, 3, -2, 1e6};
    const WholeUnits whole(values);
    for (std::size_t i = 0; i < values.size(); ++i) CHECK(whole.value(whole.units()[i]) == values[i]);
    Rng rng(4);
    std::vector<double> odd;
    for (int i = 0; i < 1000; ++i) odd.push_back(rng.uniform(-1, 1) / 3);
    const WholeUnits these(odd);
    std::int64_t sum = 0;
    double plain = 0;
    for (std::size_t i = 0; i < odd.size(); ++i) {
        sum += these.units()[i];
        plain += odd[i];
    }
    CHECK(these.value(sum) == Approx(plain).margin(1e-11));
    CHECK_THROWS_AS(WholeUnits(std::vector<double>{1, std::nan("")}), InputError);
    CHECK(WholeUnits(std::vector<double>{0, 0}).value(0) == 0);
}
