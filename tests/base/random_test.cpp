#include "base/random.hpp"

#include "base/hash.hpp"
#include "support/support.hpp"

#include <array>
#include <cmath>
#include <numeric>

using namespace baken;

TEST_CASE("the generator gives the published numbers of PCG32") {
    Rng rng(42, 54);  // seed and stream of the demonstration program that comes with PCG
    for (const std::uint32_t expected : {0xa15c02b7U, 0x7b47f409U, 0xba1d3330U, 0x83d2f293U, 0xbfa4784bU, 0xcbed606eU})
        CHECK(rng.next() == expected);
}

TEST_CASE("a seed and a stream decide everything") {
    Rng a(7), same(7), other_seed(8), other_stream(7, 1);
    int equal_seed = 0, equal_stream = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto drawn = a.next();
        REQUIRE(same.next() == drawn);
        equal_seed += other_seed.next() == drawn;
        equal_stream += other_stream.next() == drawn;
    }
    CHECK(equal_seed < 3);
    CHECK(equal_stream < 3);
}

TEST_CASE("whole numbers below a bound come equally often") {
    Rng rng(1);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70000; ++i) ++counts.at(rng.below(7));
    double chi_square = 0;
    for (const int count : counts) chi_square += (count - 10000.0) * (count - 10000.0) / 10000;
    CHECK(chi_square < 22.46);  // six degrees of freedom: one in a thousand is above
    for (int i = 0; i < 100; ++i) CHECK(rng.below(1) == 0);
    for (int i = 0; i < 100; ++i) CHECK(rng.below(0xFFFFFFFFU) < 0xFFFFFFFFU);
}

TEST_CASE("uniform, normal and Poisson numbers have their mean and spread") {
    Rng rng(2);
    constexpr int n = 200000;
    const auto check = [&](const auto& draw, double mean, double variance) {
        double sum = 0, squares = 0;
        for (int i = 0; i < n; ++i) {
            const double x = draw();
            sum += x;
            squares += x * x;
        }
        const double found_mean = sum / n, found_variance = squares / n - found_mean * found_mean;
        CHECK(found_mean == Approx(mean).margin(5 * std::sqrt(variance / n)));
        CHECK(found_variance == Approx(variance).epsilon(0.03));
    };
    check([&] { return rng.uniform(); }, 0.5, 1.0 / 12);
    check([&] { return rng.uniform(-3, 5); }, 1, 64.0 / 12);
    check([&] { return rng.normal(); }, 0, 1);
    check([&] { return static_cast<double>(rng.poisson(0.4)); }, 0.4, 0.4);
    check([&] { return static_cast<double>(rng.poisson(7)); }, 7, 7);
    check([&] { return static_cast<double>(rng.poisson(95)); }, 95, 95);  // in parts
    CHECK(rng.poisson(0) == 0);
    bool is_inside = true;
    for (int i = 0; i < n; ++i) {
        const double x = rng.uniform();
        is_inside = is_inside && x >= 0 && x < 1;
    }
    CHECK(is_inside);
}

TEST_CASE("a shuffle keeps the items and makes every order equally likely") {
    Rng rng(4);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60000; ++i) {
        std::vector<int> items{0, 1, 2};
        rng.shuffle(items);
        REQUIRE(items[0] + items[1] + items[2] == 3);
        ++counts.at(static_cast<std::size_t>(items[0] * 2 + (items[1] > items[2] ? 1 : 0)));
    }
    double chi_square = 0;
    for (const int count : counts) chi_square += (count - 10000.0) * (count - 10000.0) / 10000;
    CHECK(chi_square < 20.52);  // five degrees of freedom: one in a thousand is above
    std::vector<int> none;
    rng.shuffle(none);
    CHECK(none.empty());
}

TEST_CASE("items are picked in proportion to their weight") {
    Rng rng(5);
    const std::vector<double> weights{1, 0, 3, 0};
    std::array<int, 4> counts{};
    for (int i = 0; i < 40000; ++i) ++counts.at(rng.pick(weights));
    CHECK(counts[1] == 0);
    CHECK(counts[3] == 0);
    CHECK(counts[0] == Approx(10000).margin(450));
    CHECK(rng.pick({0, 2}) == 1);
}

TEST_CASE("hashes are those that were published") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-2
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(keyed_hash_hex("Jefe", "what do ya want for nothing?") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");  // RFC 4231
    CHECK(keyed_hash_hex("", "") == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}
