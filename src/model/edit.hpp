#pragma once
/// What a person changes in an open project. An edit names what it changes by id and means the same whenever it is
/// done to the same project, so that a list of edits can be kept on disk and done again after a crash.

#include "base/date.hpp"
#include "base/id.hpp"
#include "geo/core/point.hpp"
#include "model/check.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace baken {

// Review of the hotspots

/// What is not given stays as it is. A rejection asks for a remark: the reason.
struct ReviewHotspot {
    HotspotId hotspot;
    std::optional<std::string> status;       ///< proposed | accepted | rejected
    std::optional<std::string> enforceable;  ///< yes | no | unknown
    std::optional<std::string> remark;
};
/// Another point to stand at; the events that it answers for stay.
struct MoveHotspot {
    HotspotId hotspot;
    MapPoint to;
};
/// `from` goes; `into` answers for the events of both.
struct MergeHotspots {
    HotspotId into, from;
};
/// In two, each with the events nearest to it; the new one gets the next free number of its municipality.
struct SplitHotspot {
    HotspotId hotspot;
};

// The plan

/// Another day and, where given, other hours; the length stays.
struct MoveCheck {
    CheckId check;
    Date date;
    std::optional<int> start = {};  ///< minute of the day
};
/// The two change days and hours; place and theme stay.
struct SwapChecks {
    CheckId first, second;
};
struct AddCheck {
    HotspotId hotspot;
    Date date;
    int start = 0;
    int end = 0;
    Theme theme = Theme::general_safety;
    CheckKind kind = CheckKind::targeted;
    std::size_t crew = 0;
};
struct DropCheck {
    CheckId check;
};
/// A locked check stays where it is when the rest is planned again.
struct LockCheck {
    CheckId check;
    bool is_locked = true;
};
struct RecordResult {
    CheckId check;
    CheckStatus status = CheckStatus::done;
    std::optional<CheckResult> result;
};
/// A plan that was made anew, or an alternative.
struct ReplacePlan {
    Plan plan;
};
/// Other settings, as TOML: a rule that was loosened. What was found and planned stays until it is worked out again.
struct ReplaceSettings {
    std::string text;
};

using Edit = std::variant<ReviewHotspot, MoveHotspot, MergeHotspots, SplitHotspot, MoveCheck, SwapChecks, AddCheck,
                          DropCheck, LockCheck, RecordResult, ReplacePlan, ReplaceSettings>;

}  // namespace baken
