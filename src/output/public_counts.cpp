#include "output/public_counts.hpp"

#include "geo/core/measure.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double side = 100;
/// One who knows the roads can leave out most of a municipality's squares.
constexpr double share_of_squares_with_roads = 0.1;

bool is_placed(MapPoint at) { return at.x != 0 || at.y != 0; }
bool is_placed(const Accident& accident) {
    return is_placed(accident.at) && (accident.link == LinkLevel::exact || accident.link == LinkLevel::junction);
}

struct Tally {
    std::size_t accidents = 0;
    std::set<std::string> people;
};

/// A total may not say more than that everything is in the squares that are told and in all others but two: then no
/// square that is not told is known to hold anything, not even to one who saw the release before. It uses what is told
/// already and the size of the municipality, and so tells nothing by itself.
std::optional<int> held_back(std::optional<int> total, long long told_in_squares, long long told_squares,
                             double square_metres, int k) {
    if (!total) return total;
    const auto possible =
        static_cast<long long>(std::floor(square_metres / (side * side) * share_of_squares_with_roads)) - told_squares;
    const long long held = told_in_squares + told_squares * k + (std::max(0LL, possible) - 2) * k;
    const long long most = std::max(held, told_in_squares);  // which the squares say by themselves
    const long long told = std::min<long long>(*total, most);
    if (told < k) return std::nullopt;
    return static_cast<int>(told);
}

/// Of one of the two counts.
std::optional<int> total_of(std::size_t count, const std::map<Square, ToldCounts>& squares,
                            std::optional<int> ToldCounts::*which, double square_metres, int k) {
    long long told = 0, many = 0;
    for (const auto& [square, counts] : squares)
        if (counts.*which) {
            told += *(counts.*which);
            ++many;
        }
    return held_back(told_count(count, k), told, many, square_metres, k);
}

}  // namespace

std::optional<int> told_count(std::size_t count, int k) {
    const auto step = static_cast<std::size_t>(k);
    if (count <= step) return std::nullopt;
    return static_cast<int>((count - 1) / step * step);
}

std::string person_of(const Complaint& complaint) {
    if (complaint.is_complainant_known) return complaint.complainant;
    return fmt::format("at {:.0f} {:.0f}", complaint.at.x, complaint.at.y);
}

Square Square::around(MapPoint p) {
    return {static_cast<int>(std::floor(p.x / side)), static_cast<int>(std::floor(p.y / side))};
}

std::string Square::name() const { return fmt::format("E{:04}N{:04}", column, row); }

MapPoint Square::centre() const { return {(column + 0.5) * side, (row + 0.5) * side}; }

MultiPolygon Square::area() const {
    const double x = column * side, y = row * side;
    return {Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

std::vector<MunicipalityCounts> public_counts(const Region& region, int k) {
    std::vector<Tally> all(region.municipalities.size());
    std::vector<std::map<Square, Tally>> squares(region.municipalities.size());
    for (const Accident& accident : region.accidents) {
        if (!is_placed(accident)) continue;
        ++all.at(accident.municipality).accidents;
        ++squares[accident.municipality][Square::around(accident.at)].accidents;
    }
    for (const Complaint& complaint : region.complaints) {
        if (!is_placed(complaint.at)) continue;
        const std::string person = person_of(complaint);
        all.at(complaint.municipality).people.insert(person);
        squares[complaint.municipality][Square::around(complaint.at)].people.insert(person);
    }
    std::vector<MunicipalityCounts> told(all.size());
    for (std::size_t m = 0; m < all.size(); ++m) {
        for (const auto& [square, tally] : squares[m]) {
            const ToldCounts counts{told_count(tally.accidents, k), told_count(tally.people.size(), k)};
            if (counts.says_anything()) told[m].squares.emplace(square, counts);
        }
        const double size = area(region.municipalities[m].area);
        told[m].all = {total_of(all[m].accidents, told[m].squares, &ToldCounts::accidents, size, k),
                       total_of(all[m].people.size(), told[m].squares, &ToldCounts::complainants, size, k)};
    }
    return told;
}

ToldCounts told_counts_of(const Hotspot& hotspot, const Region& region, int k) {
    std::set<std::string> people;
    for (const std::uint32_t row : hotspot.complaint_rows) people.insert(person_of(region.complaints.at(row)));
    // A project of an earlier version knows the number only.
    const std::size_t known =
        hotspot.complaint_rows.empty() ? static_cast<std::size_t>(std::max(0, hotspot.complainants)) : people.size();
    return {told_count(static_cast<std::size_t>(std::max(0, hotspot.accidents)), k), told_count(known, k)};
}

}  // namespace baken
