#pragma once
/// A whole run as one value: what the project file holds and every output is made from.

#include "base/shared.hpp"
#include "model/calendar.hpp"
#include "model/check.hpp"
#include "model/findings.hpp"
#include "model/hotspot.hpp"
#include "model/provenance.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken {

/// How far the ranking can be trusted: the share of the last year's injury accidents within reach of the places picked
/// from the earlier years only.
struct Foresight {
    std::vector<int> learned_from;
    int tested_on = 0;
    int accidents = 0;  ///< injury accidents of the tested year that count
    int caught = 0;
    double share = 0;
};

/// What darkness does to accidents: the odds ratio of Johansson, Wanvik & Elvik (2009). In hours that are dark one part
/// of the year and light another, accidents in the dark against those in the light, over the same of hours that are
/// always light on the same days.
struct DarknessOdds {
    int accidents = 0;                    ///< with a day and a time
    int in_dark = 0, in_light = 0;        ///< of them, in the hours compared
    double ratio = 1, low = 0, high = 0;  ///< with its 95 % interval
};

struct Project {
    Settings settings;
    std::string settings_text;  ///< the TOML as read
    std::uint64_t seed = 0;
    std::vector<Campaign> campaigns;
    std::vector<SchoolHoliday> school_holidays;
    Shared<Region> region;   ///< shared by copies of the project that differ in review and plan only
    std::vector<int> years;  ///< of the accidents that count
    std::vector<Hotspot> hotspots;
    std::optional<Foresight> foresight;
    std::optional<DarknessOdds> darkness;  ///< where accidents have times, enough of them
    Shared<Findings> findings;             ///< beside the hotspots, from the same events
    Plan plan;
    Certificate certificate;
    Provenance provenance;
};

}  // namespace baken
