#pragma once
/// When checks are, as far as the public may know: months and parts of the day, never a day.
///
/// The year is cut into periods before anyone looks at the plan, from what is public: the calendar and the crews. A
/// month in which a place could have a check on fewer than k days is told together with its quarter, a quarter with its
/// half year, a half year with the year. So the length of a period gives nothing away. A check that the public could
/// date by itself, on the region day or for a campaign with fewer than k days, adds nothing at all.
/// docs/methods/public-layer.md argues this.
///
///     const PublicTimes times = public_times(project, k);
///     times.of(hotspot).periods;          // {{3, 3}, {10, 12}}: in March, and in the last quarter

#include "model/project.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baken {

enum class DayPart { morning, afternoon, evening, night };
inline constexpr std::array all_day_parts{DayPart::morning, DayPart::afternoon, DayPart::evening, DayPart::night};
/// Of the minute at which a check begins: from 06:00, 12:00, 18:00 and 23:00.
[[nodiscard]] DayPart day_part_of(int minute_of_day);
[[nodiscard]] std::string_view name_of(DayPart, Language);

/// Whole months of the planning year, both included.
struct MonthSpan {
    unsigned from = 1, to = 12;
    auto operator<=>(const MonthSpan&) const = default;
};
[[nodiscard]] std::string name_of(const MonthSpan&, Language);  ///< "maart", "oktober\u2013december"

struct ToldTimes {
    std::vector<MonthSpan> periods;  ///< ascending, each once, whatever the number of checks
    std::vector<DayPart> parts;      ///< not tied to the periods
};

class PublicTimes {
public:
    /// Of every hotspot, by its index.
    [[nodiscard]] const ToldTimes& of(std::size_t hotspot) const& { return told_.at(hotspot); }
    const ToldTimes& of(std::size_t hotspot) const&& = delete;
    /// Of its checks in this state only.
    [[nodiscard]] std::vector<MonthSpan> periods_of(std::size_t hotspot, CheckStatus) const;

private:
    friend PublicTimes public_times(const Project&, int k);
    std::vector<ToldTimes> told_;
    std::vector<std::vector<std::pair<MonthSpan, CheckStatus>>> periods_;  ///< per hotspot, of each check that is told
};

/// Throws what make_calendar throws.
[[nodiscard]] PublicTimes public_times(const Project&, int k);

/// The themes of a place that the public hears of, the heaviest first.
[[nodiscard]] std::vector<Theme> told_themes(const Hotspot&);

}  // namespace baken
