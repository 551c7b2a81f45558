#include "model/event.hpp"

#include <array>

namespace baken {

namespace {

struct ManagerNames {
    RoadManager manager;
    std::string_view code, bron, dutch, english;
};
constexpr std::array<ManagerNames, 5> managers{{
    {RoadManager::municipality, "municipality", "Gemeente", "gemeente", "municipality"},
    {RoadManager::province, "province", "Provincie", "provincie", "province"},
    {RoadManager::water_board, "water_board", "Waterschap", "waterschap", "water board"},
    {RoadManager::national, "national", "Rijk", "Rijk", "national"},
    {RoadManager::other, "other", "Overig", "overig", "other"},
}};

const ManagerNames& names_of(RoadManager manager) { return managers[static_cast<std::size_t>(manager)]; }

}  // namespace

std::string_view code_of(Outcome outcome) {
    static constexpr std::array<std::string_view, 3> codes{"damage_only", "injury", "fatal"};
    return codes[static_cast<std::size_t>(outcome)];
}

std::string_view code_of(LinkLevel link) {
    static constexpr std::array<std::string_view, 4> codes{"exact", "junction", "street", "municipality"};
    return codes[static_cast<std::size_t>(link)];
}

std::string_view code_of(Light light) {
    static constexpr std::array<std::string_view, 4> codes{"unknown", "daylight", "twilight", "dark"};
    return codes[static_cast<std::size_t>(light)];
}

std::string_view code_of(RoadManager manager) { return names_of(manager).code; }

std::string_view name_of(RoadManager manager, Language language) {
    return says(language, names_of(manager).dutch, names_of(manager).english);
}

std::optional<RoadManager> road_manager_from_bron(std::string_view written) {
    for (const auto& names : managers)
        if (names.bron == written) return names.manager;
    return std::nullopt;
}

}  // namespace baken
