#pragma once
/// What happened somewhere: accidents and complaints, as a traffic specialist knows them.

#include "base/date.hpp"
#include "geo/core/point.hpp"
#include "model/theme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baken {

enum class Outcome { damage_only, injury, fatal };
/// How exactly the register tied an accident to the road network (BRON, "niveau_koppelen"). Street and municipality
/// level rows count in totals and never in the geometry of a hotspot.
enum class LinkLevel { exact, junction, street, municipality };
enum class RoadManager { municipality, province, water_board, national, other };
enum class Light { unknown, daylight, twilight, dark };
/// What the location key names. A section's point is its midpoint and a hectometre post is good to 100 m: points for
/// presentation. `point` is a coordinate of its own, as in files that are not BRON.
enum class LocationKind { junction, section, hectometre, point };
enum class Party {
    none,
    car,
    van,
    lorry,
    bus,
    tractor,
    motorcycle,
    moped,
    bicycle,
    pedestrian,
    mobility_scooter,
    rail,
    animal,
    object,
    other
};

struct LocationKey {
    LocationKind kind = LocationKind::point;
    std::string id;  ///< "387241005"; for a hectometre post "Rijksweg A50:1425", for a point its rounded coordinates
    auto operator<=>(const LocationKey&) const = default;
};

struct Accident {
    std::string number;  ///< the register's own, kept as text
    int year = 0;
    std::optional<Date> date;          ///< only where the file has it; never invented
    std::optional<int> minute_of_day;  ///< local time, only where the file has it
    Outcome outcome = Outcome::damage_only;
    LinkLevel link = LinkLevel::exact;
    LocationKey location;
    MapPoint at;
    std::string street;
    std::string place;
    std::optional<RoadManager> road_manager;
    std::optional<int> speed_limit;  ///< km/h
    std::optional<bool> is_built_up;
    Light light = Light::unknown;
    std::optional<bool> has_alcohol;
    Party first_party = Party::none;
    Party second_party = Party::none;
    int parties = 0;
    std::uint32_t municipality = 0;  ///< index into the region's municipalities

    /// Whether one of the two parties that the register names is such a one.
    [[nodiscard]] bool involves(Party party) const { return first_party == party || second_party == party; }
};

struct Complaint {
    std::string id;
    MapPoint at;
    std::optional<Date> date;
    std::optional<int> minute_of_day;  ///< local time of the report (or of what is reported, where the file has it)
    Theme theme = Theme::general_safety;
    std::string category;               ///< the source's own words
    std::string complainant;            ///< keyed hash, or "address|day|category" where the source names nobody
    bool is_complainant_known = false;  ///< false: the fallback above
    std::string street;
    std::uint32_t municipality = 0;
};

/// What a counter, a radar or a moving car's data say of the speeds at one place over one period.
struct Measurement {
    std::string id;
    MapPoint at;
    std::optional<Date> date;  ///< first day
    std::optional<int> vehicles;
    std::optional<double> v85;         ///< km/h that 85 % do not exceed
    std::optional<double> mean_speed;  ///< km/h
    std::optional<double> share_over;  ///< 0..1, of the vehicles above the limit
    std::optional<int> speed_limit;    ///< km/h
    std::string street;
    std::uint32_t municipality = 0;
};

/// A school, for the roads around it.
struct School {
    std::string id;
    std::string name;
    MapPoint at;
    std::uint32_t municipality = 0;
};

[[nodiscard]] std::string_view code_of(Outcome);      ///< "fatal" "injury" "damage_only"
[[nodiscard]] std::string_view code_of(RoadManager);  ///< "municipality" "province" "water_board" "national" "other"
[[nodiscard]] std::string_view code_of(LinkLevel);
[[nodiscard]] std::string_view code_of(Light);
[[nodiscard]] std::string_view name_of(RoadManager, Language);  ///< "gemeente" ...
/// As BRON and the settings write it: "Gemeente", "Provincie", "Waterschap", "Rijk", "Overig".
[[nodiscard]] std::optional<RoadManager> road_manager_from_bron(std::string_view);

}  // namespace baken
