#include "hotspots/cells.hpp"

#include "hotspots/accident_weight.hpp"
#include "hotspots/distributions.hpp"
#include "hotspots/global_statistics.hpp"
#include "hotspots/local_statistics.hpp"
#include "hotspots/square_units.hpp"

#include <algorithm>

namespace baken {

namespace {

/// A cell per unit, with what was counted in it.
std::vector<CellFinding> counted(const SquareUnits& units, const Region& region, const HotspotSettings& settings,
                                 std::span<const Evidence> evidence, Metres side) {
    std::vector<CellFinding> cells;
    for (std::size_t i = 0; i < units.squares.size(); ++i) {
        const GridSquare square = units.squares[i];
        cells.push_back({.corner = {square.column * side.value, square.row * side.value},
                         .side = side.value,
                         .municipality = units.municipality[i]});
    }
    const AccidentWeights weights(region.accidents, years_that_count(region, settings));
    for (const Evidence& local : evidence) {
        for (const Site& site : local.sites) {
            const auto at = std::lower_bound(units.squares.begin(), units.squares.end(), square_at(site.at, side));
            CellFinding& cell = cells[static_cast<std::size_t>(at - units.squares.begin())];
            for (const std::uint32_t accident : site.accidents) {
                ++cell.accidents;
                cell.weight += weights.weight(region.accidents[accident]);
            }
        }
    }
    return cells;
}

void test_hot_spots(std::vector<CellFinding>& cells, std::span<const double> z, std::span<const LocalP> p) {
    std::vector<double> above;
    for (const LocalP& one : p) above.push_back(one.window.above);
    const std::vector<double> q = false_discovery_rates(above);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].gi_z = z[i];
        cells[i].p_value = above[i];
        cells[i].q_value = q[i];
    }
}

/// At which units the neighbours are other than chance explains, in either direction.
std::vector<bool> significant(std::span<const LocalP> p, double false_discovery) {
    std::vector<double> two_sided;
    for (const LocalP& one : p) two_sided.push_back(one.neighbours.two_sided());
    std::vector<bool> is_significant;
    for (const double q : false_discovery_rates(two_sided)) is_significant.push_back(q <= false_discovery);
    return is_significant;
}

}  // namespace

CellFindings cell_findings(const Region& region, const HotspotSettings& settings, std::span<const Evidence> evidence,
                           const Work& work, const CellOptions& options) {
    const SquareUnits units = square_units(region, settings, evidence, options.side);
    CellFindings found{.from_roads = units.from_roads};
    if (units.squares.size() < static_cast<std::size_t>(std::max(1, options.fewest_units))) return found;
    work.check_stop();
    found.cells = counted(units, region, settings, evidence, options.side);
    std::vector<double> values;
    for (const CellFinding& cell : found.cells) values.push_back(cell.weight);
    const SpatialWeights near = grid_weights(units.squares, Contiguity::queen, SpatialWeights::Style::row_standardised);
    const std::vector<LocalP> p = permutation_tests(values, near, {options.permutations, options.seed}, work);
    test_hot_spots(found.cells, getis_ord_z(values, near, Window::with_itself), p);
    const std::vector<double> local = local_moran(values, near);
    const std::vector<LocalPattern> patterns = local_patterns(values, near, significant(p, options.false_discovery));
    for (std::size_t i = 0; i < found.cells.size(); ++i) {
        found.cells[i].moran = local[i];
        found.cells[i].pattern = patterns[i];
    }
    const MoranTest moran = moran_test(values, near);
    found.pattern = GlobalPattern{.units = static_cast<int>(values.size()),
                                  .moran_i = moran.i,
                                  .expected = moran.expected,
                                  .z = moran.randomisation.z,
                                  .p_value = moran.randomisation.p_above};
    return found;
}

}  // namespace baken
