#include "planning/clause_ids.hpp"

#include <map>

namespace baken::planning {

namespace {

/// Lower-case letters and digits, everything else one hyphen: "AAN in het donker" -> "aan-in-het-donker".
std::string slug(const std::string& name) {
    std::string text;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || is_upper;
        if (is_plain)
            text += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!text.empty() && text.back() != '-')
            text += '-';
    }
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text.empty() ? "unnamed" : text;
}

}  // namespace

std::string quota_clause(const MunicipalityId& code) { return "quota." + code.text; }
std::string dark_clause(const MunicipalityId& code) { return "dark." + code.text; }
std::string region_day_clause(const MunicipalityId& code) { return "region_day." + code.text; }
std::string maximum_clause(const MunicipalityId& code) { return "maximum." + code.text; }
std::string lock_clause(std::size_t index) { return "lock." + std::to_string(index + 1); }
std::string complaints_clause(const HotspotId& id) { return "complaints." + id.text; }

std::vector<std::string> campaign_clauses(const std::vector<Campaign>& campaigns) {
    std::map<std::string, int> seen;
    std::vector<std::string> ids;
    for (const auto& campaign : campaigns) {
        const std::string name = "campaign." + slug(campaign.name);
        const int times = ++seen[name];
        ids.push_back(times == 1 ? name : name + "-" + std::to_string(times));
    }
    return ids;
}

}  // namespace baken::planning
