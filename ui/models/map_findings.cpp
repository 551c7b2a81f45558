#include "ui/models/map_findings.hpp"

#include "geo/core/measure.hpp"
#include "output/map_findings.hpp"
#include "ui/models/speech.hpp"

#include <algorithm>

namespace baken {

namespace {

void add_pieces(MapFindings& findings) {
    findings.classes = classes_of(findings.found->lixels);
    for (std::uint32_t row = 0; row < findings.found->lixels.size(); ++row) {
        const LixelFinding& lixel = findings.found->lixels[row];
        const auto at = std::find_if(findings.classes.begin(), findings.classes.end(),
                                     [&](const RoadDensityClass& one) { return one.holds(lixel.density); });
        if (at == findings.classes.end() || lixel.line.size() < 2) continue;
        const auto index = static_cast<std::size_t>(at - findings.classes.begin());
        findings.pieces.push_back({row, bounding_box(lixel.line), findings.step_of(index)});
    }
    std::stable_sort(findings.pieces.begin(), findings.pieces.end(),
                     [](const MapPiece& a, const MapPiece& b) { return a.step < b.step; });
}

void add_stretches(MapFindings& findings, const Project& project) {
    int rank = 0;
    for (const std::size_t row : stretches_by_rank(*findings.found)) {
        ++rank;
        const StretchFinding& one = findings.found->stretches[row];
        std::vector<MapPoint> points;
        for (const Line& line : one.lines) points.insert(points.end(), line.begin(), line.end());
        if (points.size() < 2) continue;
        findings.stretches.push_back(
            {.row = static_cast<std::uint32_t>(row),
             .rank = rank,
             .id = one.id,
             .name = to_qt(one.name),
             .municipality_name = to_qt(project.region->municipalities.at(one.municipality).name),
             .municipality = one.municipality,
             .box = bounding_box(points),
             .middle = middle_along(one.lines)});
    }
}

}  // namespace

std::shared_ptr<const MapFindings> map_findings(const Project& project) {
    auto findings = std::make_shared<MapFindings>();
    findings->found = project.findings;
    add_pieces(*findings);
    add_stretches(*findings, project);
    for (std::uint32_t row = 0; row < findings->found->cells.size(); ++row)
        if (const CellEvidence evidence = evidence_of(findings->found->cells[row]); evidence != CellEvidence::none)
            findings->cells.push_back({row, evidence});
    return findings;
}

double metres_from(const Line& line, MapPoint p) { return distance(p, nearest_on(line, p)).value; }

int MapFindings::step_of(std::size_t class_index) const {
    return static_cast<int>(road_density_step(class_index, classes.size()));
}

const MapStretch* MapFindings::stretch(const std::string& id) const {
    const auto at = std::find_if(stretches.begin(), stretches.end(), [&](const MapStretch& s) { return s.id == id; });
    return at == stretches.end() ? nullptr : &*at;
}

}  // namespace baken
