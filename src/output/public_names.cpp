#include "output/public_names.hpp"

#include "base/text.hpp"

#include <map>

namespace baken {

namespace {

/// "Kruispunt A - B, Druten" -> "A - B".
std::string without_town(const std::string& name) {
    std::string where = name.substr(0, name.rfind(", "));
    for (const std::string_view word : {"Kruispunt ", "Junction "})
        if (where.starts_with(word)) return where.substr(word.size());
    return where;
}

/// "N329 (hm 2,2)" -> "N329".
std::string without_brackets(const std::string& road) {
    return std::string(trimmed(std::string_view(road).substr(0, road.find(" ("))));
}

}  // namespace

PublicNames::PublicNames(const Region& region, int k) {
    for (const RoadSegment& road : region.roads)
        if (!road.name.empty()) known_.insert(road.name);
    std::map<std::string, int> accidents;
    for (const Accident& accident : region.accidents) ++accidents[accident.street];
    for (const auto& [street, count] : accidents)
        if (!street.empty() && count > k) known_.insert(street);
}

std::string PublicNames::road_of(const Hotspot& hotspot) const {
    const std::string where = without_town(hotspot.name);
    if (known_.contains(where)) return where;
    std::vector<std::string> roads;
    for (const std::string& part : split(replaced(where, " - ", "\n"), '\n'))
        if (const std::string road = without_brackets(part); known_.contains(road)) roads.push_back(road);
    return joined(roads, " \u2013 ");
}

}  // namespace baken
