#include "evaluation/tails.hpp"

#include "base/poisson.hpp"
#include "support/catch.hpp"

#include <vector>

using namespace baken;

namespace {

std::vector<long double> binomial_terms(int n, double p) {
    std::vector<long double> terms{1};  // of no trials; one more trial at a time
    for (int trial = 0; trial < n; ++trial) {
        std::vector<long double> next(terms.size() + 1, 0);
        for (std::size_t k = 0; k < terms.size(); ++k) {
            next[k] += terms[k] * (1 - static_cast<long double>(p));
            next[k + 1] += terms[k] * p;
        }
        terms = std::move(next);
    }
    return terms;
}

long double sum(const std::vector<long double>& terms, int first, int last) {
    long double all = 0;
    for (int k = std::max(0, first); k <= last && k < static_cast<int>(terms.size()); ++k)
        all += terms[static_cast<std::size_t>(k)];
    return all;
}

}  // namespace

TEST_CASE("binomial tails are the sums of their terms") {
    for (const int n : {1, 9, 140})
        for (const double p : {0.0, 0.02, 0.25, 0.5, 0.97, 1.0}) {
            const auto terms = binomial_terms(n, p);
            for (int k = -1; k <= n + 1; ++k) {
                CAPTURE(n, p, k);
                CHECK(binomial_at_most(k, n, p) ==
                      Approx(static_cast<double>(sum(terms, 0, k))).epsilon(1e-10).margin(1e-14));
                CHECK(binomial_at_least(k, n, p) ==
                      Approx(static_cast<double>(sum(terms, k, n))).epsilon(1e-10).margin(1e-14));
            }
        }
}

TEST_CASE("a negative binomial is a Poisson whose level varies") {
    // Mean 3, shape 0.7, term by term: P(k+1) = P(k) (k + shape) / (k + 1) * mean / (mean + shape).
    const double mean = 3, shape = 0.7;
    std::vector<long double> terms{std::pow(shape / (shape + mean), static_cast<long double>(shape))};
    for (int k = 0; k < 400; ++k) terms.push_back(terms.back() * (k + shape) / (k + 1) * mean / (mean + shape));
    for (const int k : {0, 1, 3, 4, 20}) {
        CAPTURE(k);
        CHECK(negative_binomial_at_most(k, mean, shape) ==
              Approx(static_cast<double>(sum(terms, 0, k))).epsilon(1e-10));
        CHECK(negative_binomial_at_least(k, mean, shape) ==
              Approx(static_cast<double>(sum(terms, k, 400))).epsilon(1e-10));
    }
    CHECK(negative_binomial_at_most(4, 3, 1e9) == Approx(poisson_at_most(4, 3)).epsilon(1e-6));
}
