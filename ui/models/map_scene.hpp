#pragma once
/// What is to be drawn on the map, as values: a project seen through a filter.
///
///     view->show(map_scene(session->project(), {.chosen = 2}));
///     view->show(map_scene(project, filter, view->scene_shown()));   // keeps the indices of what did not change

#include "model/project.hpp"
#include "ui/models/map_findings.hpp"
#include "ui/models/map_points.hpp"

#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace baken {

/// Which accidents and complaints are drawn. What is not given lets all pass.
struct EventFilter {
    std::optional<std::uint32_t> municipality;
    std::vector<int> years;                   ///< of accidents
    std::optional<RoadManager> road_manager;  ///< of accidents
    std::optional<Theme> theme;               ///< of complaints
    std::optional<Date> from, to;             ///< `to` included; what has no date passes
    bool operator==(const EventFilter&) const = default;
};

struct MapFilter {
    std::optional<std::uint32_t> chosen;  ///< the municipality that is lifted out; the others stay, quieter
    EventFilter events;
    std::function<bool(const Hotspot&)> hotspot;  ///< those that are drawn; empty: all
    std::function<bool(const Check&)> check;
};

struct MapArea {
    std::uint32_t row = 0;  ///< among the region's municipalities
    QString name;
    Box box;
    std::vector<MapPoint> labels;  ///< inside it, where its name may stand, the best first
};

/// A road is a row of the region; here is what is asked of it in every frame.
struct MapRoad {
    std::uint32_t row = 0;
    Box box;
    QString name;
};

/// Quiet to loud: also the order in which they are drawn.
enum class RoadClass { other, municipality, water_board, province, national };
inline constexpr std::size_t road_classes = 5;

struct MapRoads {
    std::array<std::vector<MapRoad>, road_classes> by_class;
    std::size_t vertices = 0;
};

struct MapHotspot {
    HotspotId id;
    std::uint32_t municipality = 0;
    QString municipality_name;
    int rank = 0, rank_best = 0, rank_worst = 0;
    QString name;
    MapPoint at;
    int accidents = 0, fatal = 0, injury = 0, complaints = 0, complainants = 0;
    double expected = 0;    ///< the disc's area
    double prob_above = 0;  ///< how far its ring is closed
    double length = 0;
    Line spread;                   ///< hull of its events, two points where they lie in a row; empty: it is a spot
    std::vector<MapPoint> events;  ///< those it answers for
    Quadrant quadrant = Quadrant::neither;
    std::string status, enforceable;
    QString reason;
};

struct MapCheck {
    CheckId id;
    HotspotId hotspot;
    MapPoint at;
    QString place, crew;
    Date date;
    int start = 0, end = 0;
    Theme theme = Theme::general_safety;
    CheckKind kind = CheckKind::targeted;
    CheckStatus status = CheckStatus::planned;
    bool is_locked = false;
};

/// The next thing that a person has to bring, as far as the map can tell.
enum class MapNeed { region, events, hotspots, nothing };

struct MapScene {
    Shared<Region> region;
    std::optional<std::uint32_t> chosen;
    EventFilter filter;
    Box extent;  ///< of the region; nowhere, where there is no region
    std::shared_ptr<const std::vector<MapArea>> areas = std::make_shared<std::vector<MapArea>>();
    std::shared_ptr<const MapRoads> roads = std::make_shared<MapRoads>();
    std::shared_ptr<const PointCloud> accidents = std::make_shared<PointCloud>();     ///< kind: Outcome
    std::shared_ptr<const PointCloud> complaints = std::make_shared<PointCloud>();    ///< rows: those of `..._rows`
    std::shared_ptr<const std::vector<std::uint32_t>> accident_rows, complaint_rows;  ///< in the region
    std::shared_ptr<const MapFindings> findings = std::make_shared<MapFindings>();
    std::size_t accidents_without_point = 0;  ///< only their street or municipality is known: they are not drawn
    std::vector<MapHotspot> hotspots;         ///< by rank, and by municipality where that is equal
    std::vector<MapCheck> checks;             ///< by date
    MapNeed need = MapNeed::region;

    [[nodiscard]] const MapHotspot* hotspot(const HotspotId&) const;  ///< nullptr: not drawn
    [[nodiscard]] const MapCheck* check(const CheckId&) const;
};

/// Free of side effects: may run in a job. `before`: an earlier scene, whose indices are taken over where the region
/// and the filter of events are the same.
[[nodiscard]] MapScene map_scene(const Project&, const MapFilter& = {}, const MapScene& before = {});

}  // namespace baken
