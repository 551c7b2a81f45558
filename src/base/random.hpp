#pragma once
/// The only source of randomness. The same seed gives the same numbers on every machine and compiler, which the
/// distributions and shuffles of the standard library do not promise.

#include <cstdint>
#include <utility>
#include <vector>

namespace baken {

/// PCG32 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms").
class Rng {
public:
    explicit Rng(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint32_t next();                      ///< 32 random bits
    std::uint32_t below(std::uint32_t bound);  ///< uniform in [0, bound), without bias; bound > 0
    double uniform();                          ///< uniform in [0, 1)
    double uniform(double low, double high);   ///< uniform in [low, high)
    double normal();                           ///< standard normal (Box-Muller)
    int poisson(double mean);                  ///< Poisson, mean >= 0 (Knuth; split for large means)
    bool chance(double probability) { return uniform() < probability; }

    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }
    /// Index drawn with chance in proportion to the weight; weights >= 0 with a sum above 0.
    std::size_t pick(const std::vector<double>& weights);

private:
    std::uint64_t state_ = 0;
    std::uint64_t increment_ = 1;
};

}  // namespace baken
