#pragma once
/// The region and all that was read about it: what intake gives and every later stage takes.

#include "model/event.hpp"
#include "model/municipality.hpp"
#include "model/receipt.hpp"

#include <string>
#include <vector>

namespace baken {

struct RoadSegment {
    std::string id;
    std::string name;
    std::optional<RoadManager> manager;
    Line line;
};

struct Region {
    std::vector<Municipality> municipalities;  ///< in the order of the settings, else by name
    std::vector<Accident> accidents;           ///< sorted by number
    std::vector<Complaint> complaints;         ///< sorted by id
    std::vector<RoadSegment> roads;
    std::vector<Receipt> receipts;  ///< one per source, in the order of the settings
};

}  // namespace baken
