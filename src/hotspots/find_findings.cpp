#include "hotspots/find_findings.hpp"

#include "hotspots/cells.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/junctions.hpp"
#include "hotspots/kde_plus.hpp"
#include "hotspots/lixel_findings.hpp"
#include "hotspots/network_k.hpp"
#include "hotspots/stretches.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::uint64_t seed_of_simulations = 1;
/// Every simulation of the K function finds its way from every accident; with more than these it is left out.
constexpr std::size_t most_accidents_for_k = 4000;
constexpr int simulations_of_k = 99;
/// Of each road at a junction, metres that are shown as the junction.
constexpr double metres_of_arm = 25;

StretchFinding stretch_of(const JunctionFinding& junction, const RoadNetwork& roads) {
    StretchFinding stretch;
    stretch.method = StretchFinding::Method::junction;
    stretch.name = junction.name;
    stretch.municipality = junction.municipality;
    stretch.accidents = junction.accidents;
    stretch.injury = junction.injury;
    stretch.expected = junction.expected;
    stretch.ratio = junction.ratio;
    stretch.p_value = junction.p_value;
    stretch.q_value = junction.q_value;
    for (const Network::Arm& arm : roads.network.arms(junction.node)) {
        const double length = roads.network.edges()[arm.edge].length, shown = std::min(metres_of_arm, length / 2);
        stretch.lines.push_back(arm.is_forward ? roads.network.part_of(arm.edge, 0, shown)
                                               : roads.network.part_of(arm.edge, length - shown, length));
        stretch.length += shown;
    }
    return stretch;
}

/// By municipality, the surest first; an id tells both: "GM0209-T03".
void number(std::vector<StretchFinding>& stretches, const Region& region) {
    std::stable_sort(stretches.begin(), stretches.end(), [](const StretchFinding& a, const StretchFinding& b) {
        return std::tuple(a.municipality, a.q_value, a.p_value, -a.ratio) <
               std::tuple(b.municipality, b.q_value, b.p_value, -b.ratio);
    });
    int next = 0;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        if (i == 0 || stretches[i].municipality != stretches[i - 1].municipality) next = 0;
        stretches[i].id = fmt::format("{}-T{:02}", region.municipalities[stretches[i].municipality].code.text, ++next);
    }
}

void find_along_roads(Findings& findings, const Region& region, const HotspotOptions& options,
                      const std::vector<Evidence>& evidence, std::size_t years, const Work& work) {
    const RoadNetwork roads = road_network(region, options.settings);
    if (roads.network.edges().empty()) return;
    LixelResult lixels = lixel_findings(region, roads, evidence, years, options.settings, work);
    findings.lixels = std::move(lixels.lixels);
    findings.lixel_length = lixels.lixel.value;
    findings.bandwidth = lixels.bandwidth.value;

    const RoadTally tally = tally_on_roads(region, roads, evidence, {}, work);
    StretchOptions scan;
    scan.language = options.language;
    findings.stretches = stretch_findings(region, roads, tally, scan, seed_of_simulations, work).stretches;
    KdePlusOptions kde;
    kde.language = options.language;
    KdePlusResult clusters = kde_plus_findings(region, roads, tally, kde, seed_of_simulations, work);
    std::move(clusters.stretches.begin(), clusters.stretches.end(), std::back_inserter(findings.stretches));
    for (const JunctionFinding& junction : junction_findings(region, roads, tally, {}))
        findings.stretches.push_back(stretch_of(junction, roads));
    number(findings.stretches, region);

    std::size_t along = 0;
    for (const LocalRoads& local : tally.local) along += static_cast<std::size_t>(local.along_roads());
    if (along > most_accidents_for_k) return;
    NetworkKOptions k;
    k.simulations = simulations_of_k;
    k.language = options.language;
    findings.k_function = network_k_of(region, roads, tally, k, seed_of_simulations, work);
}

}  // namespace

Findings find_findings(const Region& region, const HotspotOptions& options, const Work& work) {
    Findings findings;
    const std::vector<int> years = years_that_count(region, options.settings);
    if (years.empty()) return findings;
    const std::vector<Evidence> evidence = accident_evidence(region, options.settings, years);
    work.progress(says(options.language, "vierkanten toetsen aan toeval", "testing squares against chance"));
    CellFindings cells = cell_findings(region, options.settings, evidence, work, {.seed = seed_of_simulations});
    findings.cells = std::move(cells.cells);
    findings.pattern = cells.pattern;
    find_along_roads(findings, region, options, evidence, years.size(), work);
    return findings;
}

}  // namespace baken
