#pragma once
/// How dark it is at each hotspot, on each day, in each slot.

#include "base/date.hpp"
#include "geo/core/point.hpp"

#include <utility>
#include <vector>

namespace baken::planning {

/// Share of the minutes from `start` to `end` (local minutes of the day) in which it is dark; the same number as
/// dark_share() gives, with two looks at the sun where a look at both ends settles it.
[[nodiscard]] double darkness_of(Date, int start, int end, LonLat where);

class DarknessTable {
public:
    DarknessTable() = default;
    DarknessTable(Date first_day, int days, const std::vector<LonLat>& places,
                  const std::vector<std::pair<int, int>>& slots);

    [[nodiscard]] double at(std::size_t place, int day, std::size_t slot) const {
        return share_[(place * days_ + static_cast<std::size_t>(day)) * slots_ + slot];
    }

private:
    std::size_t days_ = 0, slots_ = 0;
    std::vector<float> share_;
};

}  // namespace baken::planning
