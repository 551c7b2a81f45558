#pragma once
/// One way to spend a check: this hotspot, this day, these hours, this theme, this crew.

#include "model/calendar.hpp"
#include "model/theme.hpp"

#include <cstdint>

namespace baken::planning {

inline constexpr std::int16_t nothing = -1;

/// Indices into the problem's lists; 24 bytes, because a region has about a million of them.
struct Candidate {
    double value = 0;  ///< before diminishing returns
    std::uint32_t hotspot = 0;
    std::uint16_t day = 0;            ///< 0 is 1 January
    std::int16_t campaign = nothing;  ///< index into the campaign names
    std::int16_t lock = nothing;      ///< the agreed check that this one would be
    std::uint8_t slot = 0;            ///< hours of the day
    std::uint8_t theme = 0;
    std::uint8_t crew = 0;
    CheckKind kind = CheckKind::targeted;

    [[nodiscard]] bool is_locked() const { return lock != nothing; }
    [[nodiscard]] bool on_region_day() const { return kind == CheckKind::region_day; }
};

}  // namespace baken::planning
