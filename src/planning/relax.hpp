#pragma once
/// The rules that a planner could loosen, one family at a time.

#include "planning/plan.hpp"

#include <functional>
#include <string>
#include <vector>

namespace baken::planning {

/// The settings and the calendar of a what-if.
struct WhatIf {
    Settings settings;
    Calendar calendar;
};

struct RuleRelaxation {
    std::string name;                               ///< "het maximum per gemeente"
    int steps = 1;                                  ///< sizes there are; the last is the largest
    std::function<void(WhatIf&, int step)> loosen;  ///< step 1 is the smallest
    std::function<std::string(int step)> says_so;   ///< "Met maximum 3 lukt het."
    std::string key = {};                     ///< of the one setting that is loosened; empty: there is no such one
    std::function<int(int step)> value = {};  ///< of that setting
};

/// Those that make a difference to these settings, in the order in which a planner would think of them.
[[nodiscard]] std::vector<RuleRelaxation> relaxations(const Settings&, const Calendar&);

}  // namespace baken::planning
