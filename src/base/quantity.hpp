#pragma once
/// Quantities that must not be confused: `Metres reach = 150_m; Minutes window = 90_min;`

#include <compare>

namespace baken {

struct Metres {
    double value = 0;
    constexpr Metres() = default;
    constexpr explicit Metres(double metres) : value(metres) {}
    constexpr auto operator<=>(const Metres&) const = default;
};

struct Minutes {
    int value = 0;
    constexpr Minutes() = default;
    constexpr explicit Minutes(int minutes) : value(minutes) {}
    constexpr auto operator<=>(const Minutes&) const = default;
};

struct Days {
    int value = 0;
    constexpr Days() = default;
    constexpr explicit Days(int days) : value(days) {}
    constexpr auto operator<=>(const Days&) const = default;
};

inline namespace literals {
constexpr Metres operator""_m(unsigned long long metres) { return Metres(static_cast<double>(metres)); }
constexpr Metres operator""_m(long double metres) { return Metres(static_cast<double>(metres)); }
constexpr Minutes operator""_min(unsigned long long minutes) { return Minutes(static_cast<int>(minutes)); }
constexpr Days operator""_days(unsigned long long days) { return Days(static_cast<int>(days)); }
}  // namespace literals

}  // namespace baken
