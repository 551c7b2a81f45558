#pragma once
/// The names of clauses, which plan, certificate and messages have in common. Names only: no rule is worked out here.

#include "base/id.hpp"
#include "model/calendar.hpp"

#include <string>
#include <vector>

namespace baken::planning {

[[nodiscard]] std::string quota_clause(const MunicipalityId&);       ///< "quota.GM0209"
[[nodiscard]] std::string dark_clause(const MunicipalityId&);        ///< "dark.GM0209"
[[nodiscard]] std::string region_day_clause(const MunicipalityId&);  ///< "region_day.GM0209"
[[nodiscard]] std::string maximum_clause(const MunicipalityId&);     ///< "maximum.GM0209"
[[nodiscard]] std::string lock_clause(std::size_t index);            ///< "lock.1" for the first
[[nodiscard]] std::string complaints_clause(const HotspotId&);       ///< "complaints.GM0209-H03"
/// "campaign.bob-winter", one per campaign; a name that returns gains "-2".
[[nodiscard]] std::vector<std::string> campaign_clauses(const std::vector<Campaign>&);

}  // namespace baken::planning
