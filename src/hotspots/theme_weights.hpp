#pragma once
/// What a check at a place should look for, from signs in its accidents and complaints. Most signs are proxies: the
/// public register knows no speed, no telephone and no hour. Every sign is held against the whole region's, so that a
/// theme weighs more where its sign is more common than usual (docs/methods/themes.md).

#include "model/hotspot.hpp"
#include "model/region.hpp"

#include <array>
#include <span>

namespace baken {

/// How often something was seen among how many that could show it.
struct Share {
    double seen = 0, among = 0;
    [[nodiscard]] bool is_known() const { return among > 0 && seen > 0; }
    [[nodiscard]] double value() const { return seen / among; }
};

/// What accidents and complaints show of each theme.
struct ThemeSigns {
    Share dark;               ///< in the dark, of those whose light is known
    Share vulnerable_dark;    ///< with a cyclist, pedestrian or moped rider in the dark, of the same
    Share alcohol;            ///< with the register's alcohol indication
    Share obstacle;           ///< one vehicle alone, or against an object
    Share motor;              ///< between two motor vehicles
    Share vulnerable_street;  ///< with a cyclist or pedestrian, inside the built-up area
    Share heavy;              ///< with a lorry, bus or tractor
    std::array<Share, theme_count> complaints;

    void add(const Accident&);
    void add(const Complaint&, double weight);
};

/// What was found beside the events of a place. What is absent is a sign left out.
struct PlaceFacts {
    std::optional<double> speed_excess;     ///< 0..1, measured (docs/methods/measured-speed.md)
    std::optional<double> school_distance;  ///< metres; nothing: no schools are known
};

/// Weights per theme, the largest 1. Signs of few events are drawn to the region's; a sign that the region's data do
/// not carry is left out, and a theme without any sign gets a low constant.
[[nodiscard]] std::array<double, theme_count> theme_weights(const ThemeSigns& here, const ThemeSigns& region,
                                                            std::optional<bool> is_built_up,
                                                            std::optional<int> speed_limit, const PlaceFacts& = {});

}  // namespace baken
