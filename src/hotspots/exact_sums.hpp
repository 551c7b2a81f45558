#pragma once
/// Sums that do not depend on the order in which they are added.

#include <cstdint>
#include <span>
#include <vector>

namespace baken {

/// Values as whole multiples of one power of two: sums of them are exact, so that equal sums are equal whatever the
/// order of rows. Values that are whole numbers, or have few binary digits, are kept exactly; others to one part in
/// 2^40 of the largest or better, for up to a million units.
class WholeUnits {
public:
    /// Throws InputError when a value is not finite.
    explicit WholeUnits(std::span<const double> values);

    [[nodiscard]] std::span<const std::int64_t> units() const { return units_; }
    [[nodiscard]] double value(std::int64_t units) const;

private:
    std::vector<std::int64_t> units_;
    int shift_ = 0;
};

/// Adds from the smallest term to the largest.
[[nodiscard]] double sum_of(std::vector<double> terms);

}  // namespace baken
