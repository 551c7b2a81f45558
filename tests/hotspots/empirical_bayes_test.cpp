#include "hotspots/empirical_bayes.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <cmath>

using namespace baken;

namespace {

/// Moments of counts of one and more of a negative binomial, by summing its chances.
PositiveCounts moments_of(double mean, double k) {
    double sum = 0, sum_x = 0, sum_pairs = 0;
    for (int x = 1; x < 4000; ++x) {
        const double a = 1 / k;
        const double log_chance = std::lgamma(a + x) - std::lgamma(a) - std::lgamma(x + 1.0) -
                                  a * std::log1p(k * mean) + x * std::log(k * mean / (1 + k * mean));
        const double chance = std::exp(log_chance);
        sum += chance;
        sum_x += x * chance;
        sum_pairs += static_cast<double>(x) * (x - 1) * chance;
    }
    return {.mean = sum_x / sum, .pair_rate = sum_pairs / sum_x};
}

}  // namespace

TEST_CASE("eight accidents where two are usual and k is a half give an estimate of five") {
    const Prior prior{.mean = 2, .k = 0.5};
    const Level level = shrunk(8, prior);
    CHECK(level.mean == Approx(5.0));
    CHECK(level.variance == Approx(2.5));  // (1 - w) EB with w = 1 / (1 + 0.5 * 2)
    // Gamma posterior with shape 1/k + x = 10 and rate 1/(k mean) + 1 = 2: above 2 with the chance that a Poisson count
    // of mean 4 is at most 9.
    CHECK(chance_above(level, 2) == Approx(0.99187).margin(5e-6));
}

TEST_CASE("sites that do not differ are estimated at their mean, whatever their count") {
    CHECK(shrunk(9, {.mean = 2, .k = 0}).mean == Approx(2));
    CHECK(chance_above({.mean = 0, .variance = 0}, 0) == 0);
    CHECK(chance_above({.mean = 2, .variance = 0}, 1) == 1);
}

TEST_CASE("the credible interval of the estimate of five runs from 2.4 to 8.5") {
    // The posterior is Gamma with shape 10 and rate 2: a quarter of the 2.5 % and 97.5 % points of chi-square with 20
    // degrees of freedom (tables: 9.590777 and 34.169607).
    const Interval interval = interval_of(shrunk(8, {.mean = 2, .k = 0.5}), 0.95);
    CHECK(interval.low == Approx(9.590777 / 4).epsilon(1e-6));
    CHECK(interval.high == Approx(34.169607 / 4).epsilon(1e-6));
    CHECK(interval_of({.mean = 3, .variance = 0}, 0.95).low == 3);
    CHECK(interval_of({.mean = 3, .variance = 0}, 0.95).high == 3);
    CHECK(interval_of({}, 0.95).high == 0);
}

TEST_CASE("a credible interval of 90 % holds the true level of nine simulated sites in ten") {
    Rng rng(23);
    const Prior prior{.mean = 0.9, .k = 1};
    int inside = 0, above = 0;
    constexpr int sites = 20000;
    for (int i = 0; i < sites; ++i) {
        const double rate = -prior.mean * std::log(1 - rng.uniform());  // exponential: gamma with k = 1
        const Interval interval = interval_of(shrunk(rng.poisson(rate), prior), 0.9);
        inside += interval.low <= rate && rate <= interval.high ? 1 : 0;
        above += rate > interval.high ? 1 : 0;
    }
    // Four standard errors.
    CHECK(inside / static_cast<double>(sites) == Approx(0.9).margin(4 * std::sqrt(0.9 * 0.1 / sites)));
    CHECK(above / static_cast<double>(sites) == Approx(0.05).margin(4 * std::sqrt(0.05 * 0.95 / sites)));
}

TEST_CASE("the prior is found again from the counts of one and more alone") {
    for (const double mean : {0.1, 0.8, 3.0, 12.0}) {
        for (const double k : {0.2, 1.0, 4.0}) {
            const Prior prior = fit_prior(moments_of(mean, k));
            CHECK(prior.mean == Approx(mean).epsilon(1e-6));
            CHECK(prior.k == Approx(k).epsilon(1e-6));
        }
    }
}

TEST_CASE("counts more uneven than any negative binomial give the limit of small means") {
    const double pair_rate = 0.9;
    const Prior prior = fit_prior({.mean = 1.05, .pair_rate = pair_rate});
    CHECK(shrunk(4, prior).mean == Approx(4 * pair_rate / (1 + pair_rate)).epsilon(1e-4));
    CHECK(shrunk(1, prior).mean < 1);
}

TEST_CASE("counts as even as Poisson ones give k = 0") {
    CHECK(fit_prior({.mean = 2 / -std::expm1(-2.0), .pair_rate = 2}).k == Approx(0).margin(1e-6));
    CHECK(fit_prior({.mean = 3, .pair_rate = 1}).k == Approx(0).margin(1e-6));
}

TEST_CASE("estimates of simulated sites are right on average, where the counts themselves are not") {
    Rng rng(11);
    std::vector<SiteCount> sites;
    std::vector<double> truth;
    for (int i = 0; i < 60000; ++i) {
        const double rate = -0.9 * std::log(1 - rng.uniform());  // exponential: gamma with k = 1
        const int count = rng.poisson(rate);
        if (count == 0) continue;  // the register names no site without accidents
        sites.push_back({{}, count});
        truth.push_back(rate);
    }
    const std::vector<SiteLevel> levels = levels_of(sites);
    double estimated = 0, counted = 0, real = 0;
    int many = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        if (sites[i].count < 4) continue;
        estimated += levels[i].level.mean;
        counted += sites[i].count;
        real += truth[i];
        ++many;
    }
    REQUIRE(many > 1000);
    CHECK(estimated / real == Approx(1).margin(0.03));
    CHECK(counted / real > 1.4);
}

TEST_CASE("the null of equal sites is rejected about as often as promised") {
    Rng rng(5);
    std::vector<SiteCount> sites;
    while (sites.size() < 20000)
        if (const int count = rng.poisson(0.6); count > 0) sites.push_back({{}, count});
    int below = 0, called = 0;
    for (const SiteLevel& level : levels_of(sites)) {
        below += level.p_value <= 0.05 ? 1 : 0;
        called += level.q_value <= 0.1 ? 1 : 0;
    }
    CHECK(below <= 20000 * 0.055);  // counts are whole numbers, so often it is less
    CHECK(called <= 2);
}

TEST_CASE("a thin stratum is drawn to the coarser one, a thick one speaks for itself") {
    std::vector<SiteCount> sites;
    const auto add = [&](int limit, int times, int ones, int fours) {
        for (int i = 0; i < times; ++i) {
            for (int j = 0; j < ones; ++j) sites.push_back({{.limit = limit}, 1});
            for (int j = 0; j < fours; ++j) sites.push_back({{.limit = limit}, 4});
        }
    };
    add(50, 1000, 9, 1);
    add(30, 1000, 1, 0);
    add(60, 2, 1, 0);
    const std::vector<SiteLevel> levels = levels_of(sites);
    const double thick_even = levels[10000].level.mean;  // the first site of 30 km/h, one accident
    const double thin_even = levels.back().level.mean;   // a site of 60 km/h, one accident
    CHECK(thick_even < 0.1);
    CHECK(thin_even > 2 * thick_even);
}
