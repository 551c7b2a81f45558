#pragma once
/// What the methods found beside the hotspots, ready to be drawn: with boxes to ask, classes, ranks and names.

#include "model/findings.hpp"
#include "model/project.hpp"
#include "output/road_density.hpp"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace baken {

struct MapPiece {
    std::uint32_t row = 0;  ///< among the lixels
    Box box;
    int step = 0;  ///< 0..4, of colour and width
};

struct MapStretch {
    std::uint32_t row = 0;  ///< among the stretches
    int rank = 0;
    std::string id;
    QString name;  ///< empty: the road has none
    QString municipality_name;
    std::uint32_t municipality = 0;
    Box box;
    MapPoint middle;  ///< half way along its longest line
};

struct MapCell {
    std::uint32_t row = 0;  ///< among the cells
    CellEvidence evidence = CellEvidence::none;
};

struct MapFindings {
    Shared<Findings> found;
    std::vector<RoadDensityClass> classes;
    std::vector<MapPiece> pieces;  ///< above zero, the lowest step first
    std::vector<MapStretch> stretches;
    std::vector<MapCell> cells;  ///< those with more than chance

    [[nodiscard]] int step_of(std::size_t class_index) const;              ///< 0..4, of colour and width
    [[nodiscard]] const MapStretch* stretch(const std::string& id) const;  ///< nullptr: there is none
};

/// Metres from the nearest point of the line.
[[nodiscard]] double metres_from(const Line&, MapPoint);

[[nodiscard]] std::shared_ptr<const MapFindings> map_findings(const Project&);

}  // namespace baken
