#pragma once
/// How far measured speeds are above the limit, in one figure (docs/methods/measured-speed.md).

#include "base/language.hpp"
#include "model/event.hpp"

#include <optional>
#include <string_view>

namespace baken {

/// 0: as the limit means it; 1: as bad as it gets. The mean of what is known of
///   the V85:   0 at the limit, 1 at 30 % above it;
///   the share: 0 at 15 % of the vehicles (where the V85 is the limit), 1 at half of them.
/// Nothing where neither is known; a V85 says nothing without a limit.
[[nodiscard]] std::optional<double> speed_excess(std::optional<double> v85, std::optional<double> share_over,
                                                 std::optional<int> speed_limit);
/// `limit_here`: where the measurement names none.
[[nodiscard]] std::optional<double> speed_excess(const Measurement&, std::optional<int> limit_here = std::nullopt);

/// The same in a word, for maps: much is half or more.
enum class Speeding { unknown, none, some, much };
[[nodiscard]] Speeding speeding_of(const Measurement&);
[[nodiscard]] std::string_view code_of(Speeding);  ///< "unknown" "none" "some" "much"
[[nodiscard]] std::string_view name_of(Speeding, Language);

}  // namespace baken
