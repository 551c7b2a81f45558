#include "hotspots/naming.hpp"

#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "hotspots/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace baken {

namespace {

constexpr double nearest_road_within = 100;
constexpr double roads_of_junction_within = 15;

/// Words with how often they are said.
class Votes {
public:
    void add(const std::string& word) {
        if (!word.empty()) ++counts_[word];
    }
    /// Most said first, equals by alphabet.
    [[nodiscard]] std::vector<std::string> in_order() const {
        std::vector<std::pair<std::string, int>> sorted(counts_.begin(), counts_.end());
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        std::vector<std::string> words;
        for (const auto& entry : sorted) words.push_back(entry.first);
        return words;
    }
    [[nodiscard]] std::string first() const { return counts_.empty() ? "" : in_order().front(); }

private:
    std::map<std::string, int> counts_;
};

Votes streets_of(std::span<const std::uint32_t> accidents, const Region& region) {
    Votes votes;
    for (const std::uint32_t i : accidents) votes.add(region.accidents[i].street);
    return votes;
}

std::string nearest_road(MapPoint at, const Region& region) {
    double nearest = nearest_road_within;
    std::string name;
    for (const RoadSegment& road : region.roads) {
        if (road.name.empty() || road.line.empty()) continue;
        const double away = distance(nearest_on(road.line, at), at).value;
        if (away >= nearest) continue;
        nearest = away;
        name = road.name;
    }
    return name;
}

/// Streets that meet at a junction: those that its accidents name first, then those of the road map by alphabet.
std::vector<std::string> streets_at_junction(const Site& site, const Region& region) {
    std::vector<std::string> streets = streets_of(site.accidents, region).in_order();
    std::set<std::string> meeting;
    for (const RoadSegment& road : region.roads)
        if (!road.name.empty() && !road.line.empty() &&
            distance(nearest_on(road.line, site.at), site.at).value <= roads_of_junction_within)
            meeting.insert(road.name);
    for (const std::string& street : meeting)
        if (std::find(streets.begin(), streets.end(), street) == streets.end()) streets.push_back(street);
    return streets;
}

/// "Rijksweg A50:1425" -> "hm 142,5"; empty where the key is no hectometre post.
std::string post_of(const LocationKey& key, Language language) {
    if (key.kind != LocationKind::hectometre) return "";
    const auto colon = key.id.rfind(':');
    const auto hectometre = parse_integer(colon == std::string::npos ? key.id : key.id.substr(colon + 1));
    if (!hectometre) return "";
    return "hm " + fixed_text(static_cast<double>(*hectometre) / 10, 1, language == Language::nl);
}

class Namer {
public:
    Namer(const Evidence& evidence, const Region& region, std::uint32_t municipality, Language language)
        : evidence_(evidence), region_(region), municipality_(municipality), language_(language) {}

    [[nodiscard]] std::string name_of(const Place& place) const {
        const PlaceEvents events = events_of(place, evidence_);
        return fmt::format("{}, {}", where(place, events), town(events));
    }

    /// Another street that the place answers for, to tell it from a namesake.
    [[nodiscard]] std::string by_street(const Place& place, const std::string& name) const {
        for (const std::string& street : streets_of(events_of(place, evidence_).accidents, region_).in_order())
            if (name.find(street) == std::string::npos) return street;
        return "";
    }

private:
    [[nodiscard]] std::string where(const Place& place, const PlaceEvents& events) const {
        if (place.site) {
            const Site& site = evidence_.sites[*place.site];
            const bool is_junction = site.kind == LocationKind::junction;
            const std::vector<std::string> streets =
                is_junction ? streets_at_junction(site, region_) : streets_of(site.accidents, region_).in_order();
            if (is_junction && streets.size() >= 2)
                return fmt::format("{} {} - {}", says(language_, "Kruispunt", "Junction"), streets[0], streets[1]);
            const std::string post = post_of(region_.accidents[site.accidents.front()].location, language_);
            if (!streets.empty()) return post.empty() ? streets[0] : fmt::format("{} ({})", streets[0], post);
        }
        const std::string complained = complained_street(place, events);
        if (!place.site && !complained.empty()) return complained;
        if (const std::string street = streets_of(events.accidents, region_).first(); !street.empty()) return street;
        if (!complained.empty()) return complained;
        if (const std::string road = nearest_road(place.at, region_); !road.empty()) return road;
        return fmt::format("{} {:.0f}, {:.0f}", says(language_, "Plek bij", "Place near"), place.at.x, place.at.y);
    }

    [[nodiscard]] std::string complained_street(const Place& place, const PlaceEvents& events) const {
        Votes here, around;
        for (const std::uint32_t i : events.complaints) {
            const Complaint& complaint = region_.complaints[i];
            around.add(complaint.street);
            if (complaint.at == place.at) here.add(complaint.street);
        }
        return here.first().empty() ? around.first() : here.first();
    }

    [[nodiscard]] std::string town(const PlaceEvents& events) const {
        Votes towns;
        for (const std::uint32_t i : events.accidents) towns.add(region_.accidents[i].place);
        return towns.first().empty() ? region_.municipalities[municipality_].name : towns.first();
    }

    const Evidence& evidence_;
    const Region& region_;
    std::uint32_t municipality_;
    Language language_;
};

}  // namespace

std::vector<std::string> names_of(std::span<const Place> places, const Evidence& evidence, const Region& region,
                                  std::uint32_t municipality, Language language, std::set<std::string> taken) {
    const Namer namer(evidence, region, municipality, language);
    std::vector<std::string> names;
    for (const Place& place : places) {
        std::string name = namer.name_of(place);
        if (taken.contains(name)) {
            const std::string street = namer.by_street(place, name);
            if (!street.empty()) name = fmt::format("{} ({} {})", name, says(language, "bij", "near"), street);
        }
        std::string numbered = name;
        for (int n = 2; taken.contains(numbered); ++n) numbered = fmt::format("{} ({})", name, n);
        taken.insert(numbered);
        names.push_back(std::move(numbered));
    }
    return names;
}

}  // namespace baken
