#pragma once
/// Random numbers that are looked up instead of drawn: Philox 4x32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel
/// random numbers: as easy as 1, 2, 3"). Each is a function of seed, row and place in the row, so that threads can take
/// rows in any order and the numbers stay the same.
///
///     const CounterRandom random(seed);
///     random.below(permutation, position, bound);

#include <array>
#include <cstdint>

namespace baken {

/// Four words from a counter and a key.
[[nodiscard]] constexpr std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                            std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t first = std::uint64_t{0xD2511F53U} * counter[0];
        const std::uint64_t second = std::uint64_t{0xCD9E8D57U} * counter[2];
        counter = {static_cast<std::uint32_t>(second >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
                   static_cast<std::uint32_t>(first >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
        key[0] += 0x9E3779B9U;
        key[1] += 0xBB67AE85U;
    }
    return counter;
}

class CounterRandom {
public:
    explicit constexpr CounterRandom(std::uint64_t seed)
        : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)} {}

    /// Uniform in [0, bound): the high bits of a product with 64 random bits. No number is more likely than another by
    /// more than bound / 2^64 of its chance. bound > 0.
    [[nodiscard]] constexpr std::uint32_t below(std::uint32_t row, std::uint32_t place, std::uint32_t bound) const {
        const auto words = philox({place, row, 0, 0}, key_);
        const std::uint64_t low = std::uint64_t{words[1]} * bound;
        const std::uint64_t high = std::uint64_t{words[0]} * bound + (low >> 32U);
        return static_cast<std::uint32_t>(high >> 32U);
    }

private:
    std::array<std::uint32_t, 2> key_;
};

}  // namespace baken
