#pragma once
/// What methods could have found in the sample project: squares round the middle of each municipality, pieces of its
/// first two roads with a hill of accidents on the first, eight stretches and a junction. By hand: nothing is computed.

#include "model/project.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace baken::test::sample {

inline void add_cells(Findings& findings, std::uint32_t m) {
    constexpr double side = 500;
    const MapPoint middle{168000 + (m % 3) * 9000.0 + 4500, 424000 + (m / 3) * 8000.0 + 4000};
    for (int row = -3; row < 3; ++row)
        for (int column = -4; column < 4; ++column) {
            CellFinding cell;
            cell.corner = {middle.x + column * side, middle.y + row * side};
            cell.side = side;
            cell.municipality = m;
            const double away = std::hypot(column + 0.5, row + 0.5);
            cell.accidents = static_cast<int>(std::max(0.0, 9 - 3 * away));
            cell.weight = cell.accidents * 0.7 + 1.0 / 3;
            cell.gi_z = 4.2 - 1.9 * away;
            cell.p_value = std::min(1.0, 0.001 + 0.03 * away * away);
            cell.q_value = std::min(1.0, 0.02 + 0.05 * away * away);
            cell.moran = 1.5 - away / 3;
            cell.pattern = column == 0 && row == 0        ? LocalPattern::none
                           : away < 1.7                   ? LocalPattern::high_high
                           : column == 3 && row == 2      ? LocalPattern::high_low
                           : away < 2.2                   ? LocalPattern::low_high
                           : row == -3 && column % 2 == 0 ? LocalPattern::low_low
                                                          : LocalPattern::none;
            findings.cells.push_back(cell);
        }
}

inline MapPoint between(MapPoint a, MapPoint b, double part) {
    return {a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

inline void add_lixels(Findings& findings, const Project& project, std::uint32_t m) {
    constexpr int pieces = 5;
    for (std::size_t r = 0; r < 2; ++r) {
        const RoadSegment& road = project.region->roads[m * 4 + r];
        for (std::size_t i = 0; i + 1 < road.line.size(); ++i)
            for (int piece = 0; piece < pieces; ++piece) {
                LixelFinding lixel;
                lixel.road_id = road.id;
                lixel.name = road.name;
                lixel.municipality = m;
                lixel.line = {between(road.line[i], road.line[i + 1], piece / double(pieces)),
                              between(road.line[i], road.line[i + 1], (piece + 1) / double(pieces))};
                lixel.length = std::hypot(lixel.line[1].x - lixel.line[0].x, lixel.line[1].y - lixel.line[0].y);
                const double from_hill = (static_cast<double>(i) * pieces + piece - 20) / 7;
                const double density = (r == 0 ? 6.0 - m : 0.8) * std::exp(-from_hill * from_hill);
                lixel.density = density < 0.01 ? 0 : density;
                findings.lixels.push_back(std::move(lixel));
            }
    }
}

inline StretchFinding stretch(const Project& project, std::uint32_t m, std::size_t road, std::size_t first,
                              std::size_t last, StretchFinding::Method method) {
    const RoadSegment& along = project.region->roads[m * 4 + road];
    StretchFinding found;
    found.method = method;
    found.id = project.region->municipalities[m].code.text + (method == StretchFinding::Method::scan ? "-S0" : "-K0") +
               std::to_string(road + 1);
    found.name = along.name;
    found.municipality = m;
    found.lines = {Line(along.line.begin() + static_cast<std::ptrdiff_t>(first),
                        along.line.begin() + static_cast<std::ptrdiff_t>(last) + 1)};
    for (std::size_t i = first; i < last; ++i)
        found.length += std::hypot(along.line[i + 1].x - along.line[i].x, along.line[i + 1].y - along.line[i].y);
    return found;
}

inline void add_stretches(Findings& findings, const Project& project) {
    using Method = StretchFinding::Method;
    for (std::uint32_t m = 0; m < 6; ++m) {
        StretchFinding scan = stretch(project, m, 0, 3, 5, Method::scan);
        scan.accidents = 14 - 1.5 * m;
        scan.injury = 5 - static_cast<int>(m) / 2;
        scan.expected = 3.2 + 0.1 * m;
        scan.ratio = scan.accidents / scan.expected;
        scan.p_value = 0.001 * (m + 1);
        scan.q_value = 0.012 * (m + 1);
        findings.stretches.push_back(std::move(scan));
    }
    StretchFinding two_pieces = stretch(project, 1, 1, 2, 4, Method::kde_plus);
    two_pieces.lines.push_back(project.region->roads[5].line);
    two_pieces.lines.back().erase(two_pieces.lines.back().begin(), two_pieces.lines.back().begin() + 7);
    two_pieces.name = "'t Zand \"Oost\" <N322> & co";
    two_pieces.accidents = 8.25;
    two_pieces.injury = 2;
    two_pieces.expected = 2;
    two_pieces.ratio = 4.125;
    two_pieces.p_value = 0.01;
    two_pieces.q_value = 0.024;
    two_pieces.strength = 0.61;
    findings.stretches.push_back(std::move(two_pieces));
    StretchFinding without_name = stretch(project, 4, 1, 0, 1, Method::kde_plus);
    without_name.name.clear();
    without_name.accidents = 3;
    without_name.expected = 1.2;
    without_name.ratio = 2.5;
    without_name.p_value = 0.09;
    without_name.q_value = 0.21;
    without_name.strength = 0.33;
    findings.stretches.push_back(std::move(without_name));
    StretchFinding junction = stretch(project, 5, 2, 4, 5, Method::junction);
    junction.id = project.region->municipalities[5].code.text + "-T01";
    junction.name = "N322 - N320";
    junction.lines.front().back() = between(junction.lines.front().front(), junction.lines.front().back(), 0.025);
    junction.length = 25;
    junction.accidents = 6;
    junction.injury = 1;
    junction.expected = 0.8;
    junction.ratio = 7.5;
    junction.p_value = 0.0003;
    junction.q_value = 0.09;
    findings.stretches.push_back(std::move(junction));
}

/// Of one municipality: 48 squares, 90 pieces of road, a stretch of the scan; two stretches of KDE+
/// and a junction besides.
inline Findings road_findings(const Project& project) {
    Findings findings;
    for (std::uint32_t m = 0; m < 6; ++m) {
        add_cells(findings, m);
        add_lixels(findings, project, m);
    }
    add_stretches(findings, project);
    findings.pattern = GlobalPattern{.units = 288, .moran_i = 0.31, .expected = -1.0 / 287, .z = 7.9, .p_value = 0.001};
    NetworkK k;
    for (int i = 1; i <= 20; ++i) {
        const double metres = 50 * i;
        k.distance.push_back(metres);
        k.observed.push_back(metres * 0.0042 + 1.1 * (1 - std::exp(-metres / 150)));
        k.low.push_back(metres * 0.0037);
        k.high.push_back(metres * 0.0045 + 0.12);
    }
    findings.k_function = std::move(k);
    findings.lixel_length = 200;
    findings.bandwidth = 250;
    return findings;
}

}  // namespace baken::test::sample
