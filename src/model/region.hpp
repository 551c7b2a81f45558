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
    std::string from_junction, to_junction;  ///< ids of the junctions at its ends; empty: not known
};

struct Region {
    std::vector<Municipality> municipalities;  ///< in the order of the settings, else by name
    std::vector<Accident> accidents;           ///< sorted by number
    std::vector<Complaint> complaints;         ///< sorted by id
    std::vector<RoadSegment> roads;
    std::vector<Measurement> measurements;  ///< sorted by id
    std::vector<School> schools;            ///< sorted by id
    std::vector<Receipt> receipts;          ///< one per source, in the order of the settings
};

}  // namespace baken
