#include "hotspots/square_units.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace baken {

namespace {

constexpr double roads_must_reach = 0.9;  ///< share of the squares with a site

std::int32_t number_of(double metres, double side) { return static_cast<std::int32_t>(std::floor(metres / side)); }

void sort_once(std::vector<GridSquare>& squares) {
    std::sort(squares.begin(), squares.end());
    squares.erase(std::unique(squares.begin(), squares.end()), squares.end());
}

/// Squares of one row whose centres lie in a municipality.
struct Span {
    std::int32_t row = 0, first = 0, last = 0;
    std::uint32_t municipality = 0;
};

/// Crosses the area with the centre line of every row (even-odd rule).
void add_spans(const MultiPolygon& area, std::uint32_t municipality, double side, std::vector<Span>& spans) {
    std::map<std::int32_t, std::vector<double>> crossings;
    const auto add_ring = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const MapPoint a = ring[i - 1], b = ring[i];
            const double low = std::min(a.y, b.y), high = std::max(a.y, b.y);
            for (auto row = static_cast<std::int32_t>(std::ceil(low / side - 0.5)); (row + 0.5) * side < high; ++row) {
                const double y = (row + 0.5) * side;
                if (y >= low) crossings[row].push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
            }
        }
    };
    for (const Polygon& polygon : area) {
        add_ring(polygon.outer);
        for (const Ring& hole : polygon.holes) add_ring(hole);
    }
    for (auto& [row, at] : crossings) {
        std::sort(at.begin(), at.end());
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            const auto first = static_cast<std::int32_t>(std::ceil(at[i] / side - 0.5));
            const auto last = static_cast<std::int32_t>(std::ceil(at[i + 1] / side - 0.5)) - 1;
            if (first <= last) spans.push_back({row, first, last, municipality});
        }
    }
}

/// Where centres of squares lie.
class Owners {
public:
    Owners(std::span<const Municipality> municipalities, double side) {
        for (std::uint32_t i = 0; i < municipalities.size(); ++i) add_spans(municipalities[i].area, i, side, spans_);
        std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
            return std::tie(a.row, a.first, a.municipality) < std::tie(b.row, b.first, b.municipality);
        });
    }
    [[nodiscard]] bool empty() const { return spans_.empty(); }
    [[nodiscard]] std::optional<std::uint32_t> of(GridSquare square) const {
        const auto after = std::upper_bound(spans_.begin(), spans_.end(), square, [](GridSquare s, const Span& span) {
            return std::tie(s.row, s.column) < std::tie(span.row, span.first);
        });
        if (after == spans_.begin()) return std::nullopt;
        const Span& span = *(after - 1);
        if (span.row != square.row || square.column > span.last) return std::nullopt;
        return span.municipality;
    }

private:
    std::vector<Span> spans_;
};

std::vector<GridSquare> squares_of_sites(std::span<const Evidence> evidence, Metres side) {
    std::vector<GridSquare> squares;
    for (const Evidence& local : evidence)
        for (const Site& site : local.sites) squares.push_back(square_at(site.at, side));
    sort_once(squares);
    return squares;
}

std::vector<GridSquare> squares_of_roads(const Region& region, const HotspotSettings& settings, Metres side) {
    const auto& ours = settings.road_managers;
    std::vector<GridSquare> squares;
    for (const RoadSegment& road : region.roads)
        if (!road.manager || std::find(ours.begin(), ours.end(), *road.manager) != ours.end())
            add_squares_of(road.line, side, squares);
    sort_once(squares);
    return squares;
}

bool is_reached(const std::vector<GridSquare>& roads, GridSquare square) {
    for (std::int32_t row = square.row - 1; row <= square.row + 1; ++row) {
        const auto at = std::lower_bound(roads.begin(), roads.end(), GridSquare{row, square.column - 1});
        if (at != roads.end() && !(GridSquare{row, square.column + 1} < *at)) return true;
    }
    return false;
}

/// Calls `take(square, municipality)` for every event that names a place.
template <class Take>
void for_each_event(const Region& region, Metres side, Take&& take) {
    for (const Accident& accident : region.accidents)
        if (accident.link != LinkLevel::municipality) take(square_at(accident.at, side), accident.municipality);
    for (const Complaint& complaint : region.complaints) take(square_at(complaint.at, side), complaint.municipality);
}

/// Per square, of its events: those of most, and of these the one that comes first in the region.
std::map<GridSquare, std::uint32_t> municipalities_of_events(const Region& region, Metres side) {
    std::map<GridSquare, std::map<std::uint32_t, int>> counts;
    for_each_event(region, side, [&](GridSquare square, std::uint32_t municipality) {
        if (municipality < region.municipalities.size()) ++counts[square][municipality];
    });
    std::map<GridSquare, std::uint32_t> most;
    for (const auto& [square, of] : counts)
        most[square] = std::max_element(of.begin(), of.end(), [](const auto& a, const auto& b) {
                           return a.second < b.second;
                       })->first;
    return most;
}

}  // namespace

GridSquare square_at(MapPoint p, Metres side) { return {number_of(p.y, side.value), number_of(p.x, side.value)}; }

void add_squares_of(const Line& line, Metres side, std::vector<GridSquare>& squares) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const MapPoint a = line[i - 1].y <= line[i].y ? line[i - 1] : line[i];
        const MapPoint b = line[i - 1].y <= line[i].y ? line[i] : line[i - 1];
        const std::int32_t first = number_of(a.y, side.value), last = number_of(b.y, side.value);
        const auto x_at = [&](double y) { return a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y); };
        for (std::int32_t row = first; row <= last; ++row) {
            const double from = row == first ? a.x : x_at(row * side.value);
            const double to = row == last ? b.x : x_at((row + 1) * side.value);
            const std::int32_t end = number_of(std::max(from, to), side.value);
            for (std::int32_t column = number_of(std::min(from, to), side.value); column <= end; ++column)
                squares.push_back({row, column});
        }
    }
}

SquareUnits square_units(const Region& region, const HotspotSettings& settings, std::span<const Evidence> evidence,
                         Metres side) {
    if (!(side.value >= 1) || !std::isfinite(side.value))
        throw InputError(fmt::format("squares of {} m cannot be made; take 1 m or more", side.value));
    const Owners owners(region.municipalities, side.value);
    const std::vector<GridSquare> sites = squares_of_sites(evidence, side);
    SquareUnits units;
    if (!owners.empty() && !region.roads.empty()) {
        const std::vector<GridSquare> roads = squares_of_roads(region, settings, side);
        const auto reached =
            std::count_if(sites.begin(), sites.end(), [&](GridSquare s) { return is_reached(roads, s); });
        units.from_roads = static_cast<double>(reached) >= roads_must_reach * static_cast<double>(sites.size());
        if (units.from_roads)
            std::copy_if(roads.begin(), roads.end(), std::back_inserter(units.squares),
                         [&](GridSquare square) { return owners.of(square).has_value(); });
    }
    units.squares.insert(units.squares.end(), sites.begin(), sites.end());
    if (!units.from_roads)
        for_each_event(region, side, [&](GridSquare square, std::uint32_t) { units.squares.push_back(square); });
    sort_once(units.squares);
    const std::map<GridSquare, std::uint32_t> by_events = municipalities_of_events(region, side);
    for (const GridSquare square : units.squares) {
        const auto at = by_events.find(square);
        units.municipality.push_back(owners.of(square).value_or(at == by_events.end() ? 0 : at->second));
    }
    return units;
}

}  // namespace baken
