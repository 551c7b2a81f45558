#include "hotspots/distributions.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace baken;

TEST_CASE("the incomplete gamma function equals its closed forms") {
    for (const double x : {0.01, 0.5, 1.0, 3.0, 20.0, 200.0}) {
        CHECK(gamma_above(1, x) == Approx(std::exp(-x)).epsilon(1e-12));
        CHECK(gamma_above(0.5, x) == Approx(std::erfc(std::sqrt(x))).epsilon(1e-11));
        CHECK(gamma_above(3, x) == Approx(std::exp(-x) * (1 + x + x * x / 2)).epsilon(1e-12));
    }
    CHECK(gamma_above(2.5, 0) == 1);
    // A Poisson count of mean 4 is at most 9 with chance 0.99187 (tables).
    CHECK(gamma_above(10, 4) == Approx(0.99187).margin(5e-6));
    CHECK(gamma_above(1000, 1000) == Approx(0.4957947559).margin(1e-9));
}

TEST_CASE("quantiles of the gamma distribution equal their closed forms and half of chi-square's tables") {
    for (const double chance : {1e-12, 0.025, 0.5, 0.975, 0.999999})
        CHECK(gamma_quantile(1, chance) == Approx(-std::log1p(-chance)).epsilon(1e-11));
    // Chi-square with n degrees of freedom is twice a Gamma of shape n / 2.
    CHECK(2 * gamma_quantile(0.5, 0.95) == Approx(3.841459).epsilon(1e-6));
    CHECK(2 * gamma_quantile(5, 0.025) == Approx(3.246973).epsilon(1e-6));
    CHECK(2 * gamma_quantile(5, 0.975) == Approx(20.483177).epsilon(1e-6));
    CHECK(2 * gamma_quantile(50, 0.99) == Approx(135.806723).epsilon(1e-6));
    // Of a small shape the chance is x^shape / Gamma(shape + 1), as near as digits go.
    CHECK(gamma_quantile(0.01, 0.025) == Approx(std::exp((std::log(0.025) + std::lgamma(1.01)) / 0.01)).epsilon(1e-10));
    CHECK(gamma_quantile(1e-4, 0.025) == Approx(0).margin(1e-300));
}

TEST_CASE("quantiles of the gamma distribution lead back to their chances") {
    for (const double shape : {0.05, 0.7, 1.0, 3.3, 40.0, 2500.0, 1e5})
        for (const double chance : {0.001, 0.025, 0.4, 0.9, 0.999})
            CHECK(1 - gamma_above(shape, gamma_quantile(shape, chance)) == Approx(chance).epsilon(1e-9));
}

TEST_CASE("a positive Poisson count is held against the sum of its chances") {
    for (const double mean : {0.05, 0.4, 1.0, 7.0, 40.0}) {
        for (const int count : {1, 2, 5, 30}) {
            double below = 0, term = std::exp(-mean);
            const double none = term;
            for (int i = 1; i < count; ++i) below += term *= mean / i;
            const double expected = (1 - none - below) / (1 - none);
            CHECK(positive_poisson_at_least(count, mean) == Approx(expected).epsilon(1e-9).margin(1e-14));
        }
    }
    CHECK(positive_poisson_at_least(40, 0.2) > 0);  // too small to be found by subtraction
    CHECK(positive_poisson_at_least(40, 0.2) < 1e-60);
    CHECK(positive_poisson_at_least(2, 0) == 0);
}

TEST_CASE("the mean of positive counts leads back to the Poisson mean") {
    for (const double mean : {0.001, 0.37, 2.0, 50.0})
        CHECK(positive_poisson_mean(mean / -std::expm1(-mean)) == Approx(mean).epsilon(1e-9));
    CHECK(positive_poisson_mean(1) == 0);
}

TEST_CASE("the example of Benjamini and Hochberg (1995) rejects the four smallest at 5 %") {
    const std::vector<double> p{0.0278, 0.0001, 1.0000, 0.0004, 0.0459, 0.0019, 0.0298, 0.0095,
                                0.0201, 0.0344, 0.4262, 0.3240, 0.6528, 0.5719, 0.7590};
    const std::vector<double> q = false_discovery_rates(p);
    int rejected = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        CHECK((q[i] <= 0.05) == (p[i] <= 0.0095));
        rejected += q[i] <= 0.05 ? 1 : 0;
    }
    CHECK(rejected == 4);
    CHECK(q[7] == Approx(0.0095 * 15 / 4));
    CHECK(q[8] == Approx(0.0201 * 15 / 5));
    CHECK(q[0] == Approx(0.0298 * 15 / 7));  // less than its own 0.0278 * 15 / 6
    CHECK(q[2] == 1);
    CHECK(false_discovery_rates({}).empty());
}

TEST_CASE("q-values rise with p, are no smaller, and do not depend on the order of tests") {
    Rng rng(14);
    std::vector<double> p;
    for (int i = 0; i < 500; ++i)
        p.push_back(rng.chance(0.2) ? rng.uniform() / 200 : std::round(rng.uniform() * 50) / 50);
    const std::vector<double> q = false_discovery_rates(p);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t at = order[i];
        REQUIRE(q[at] >= p[at]);
        REQUIRE(q[at] <= 1);
        if (i > 0) REQUIRE(q[at] >= q[order[i - 1]]);
        // The definition: the least rate k/m of all tests no smaller that would let this one pass.
        double least = 1;
        for (std::size_t k = 0; k < order.size(); ++k)
            if (p[order[k]] >= p[at]) least = std::min(least, p[order[k]] * 500 / static_cast<double>(k + 1));
        REQUIRE(q[at] == Approx(least).epsilon(1e-14));
    }
    rng.shuffle(order);
    std::vector<double> other;
    for (const std::size_t i : order) other.push_back(p[i]);
    const std::vector<double> other_q = false_discovery_rates(other);
    for (std::size_t i = 0; i < order.size(); ++i) REQUIRE(other_q[i] == q[order[i]]);
}

TEST_CASE("a Poisson count is at least zero for certain, and high counts keep their digits") {
    CHECK(poisson_at_least(0, 3) == 1);
    CHECK(poisson_at_least(1, 0) == 0);
    CHECK(poisson_at_least(3, 2) == Approx(1 - std::exp(-2.0) * 5).epsilon(1e-12));
    // 40 accidents where 0.2 are expected: the first term of the sum is nearly all of it.
    const double first = std::exp(40 * std::log(0.2) - 0.2 - std::lgamma(41.0));
    CHECK(poisson_at_least(40, 0.2) == Approx(first * (1 + 0.2 / 41 + 0.04 / 41 / 42)).epsilon(1e-6));
}

TEST_CASE("the upper tail of Poisson is right near the mean and far from it") {
    CHECK(poisson_at_least(0, 3) == 1);
    CHECK(poisson_at_least(1, 3) == Approx(1 - std::exp(-3)));
    CHECK(poisson_at_least(3, 3) == Approx(0.5768099189));            // ppois(2, 3, lower = FALSE) in R
    CHECK(poisson_at_least(10, 3) == Approx(0.0011024881));           // ppois(9, 3, lower = FALSE)
    CHECK(poisson_at_least(40, 3) / 8.00309509252e-31 == Approx(1));  // ppois(39, 3, lower = FALSE)
    CHECK(poisson_at_least(2, 0) == 0);
}
