#pragma once
/// Small projects to attack, and what an attacker sees of them.

#include "base/random.hpp"
#include "model/project.hpp"
#include "output/public_layer.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baken::test {

inline MultiPolygon rectangle(double x, double y, double width, double height) {
    return {Polygon{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}, {}}};
}

/// Municipalities side by side, each `columns` by `rows` squares of 100 m.
inline Project bare_project(int municipalities, int columns, int rows, int k) {
    Project project;
    project.settings.name = "Proef";
    project.settings.year = 2027;
    project.settings.privacy.k = k;
    project.years = {2024, 2025, 2026};
    for (int m = 0; m < municipalities; ++m)
        project.region.edit().municipalities.push_back(
            {.code = {"GM000" + std::to_string(m + 1)},
             .name = "Gemeente " + std::to_string(m + 1),
             .area = rectangle(180'000 + m * columns * 100, 430'000, columns * 100, rows * 100),
             .centre = {5.7, 51.8}});
    return project;
}

/// The middle of a square of a municipality.
inline MapPoint middle_of(const Project& project, std::uint32_t m, int column, int row) {
    const MapPoint corner = project.region->municipalities[m].area.front().outer.front();
    return {corner.x + column * 100 + 50, corner.y + row * 100 + 50};
}

inline void add_accident(Project& project, std::uint32_t m, MapPoint at) {
    Accident accident;
    accident.number = std::to_string(1'000'000 + project.region->accidents.size());
    accident.year = 2026;
    accident.at = at;
    accident.street = "Dorpsstraat";
    accident.municipality = m;
    project.region.edit().accidents.push_back(std::move(accident));
}

inline void add_complaint(Project& project, std::uint32_t m, MapPoint at, const std::string& person) {
    Complaint complaint;
    complaint.id = std::to_string(project.region->complaints.size());
    complaint.at = at;
    complaint.complainant = person;
    complaint.is_complainant_known = true;
    complaint.municipality = m;
    project.region.edit().complaints.push_back(std::move(complaint));
}

/// All that is published, as text: two releases that read alike are alike.
inline std::string text_of_tables(const std::vector<FeatureTable>& tables) {
    std::string text;
    for (const FeatureTable& table : tables)
        for (const Feature& row : table.rows) {
            text += table.name;
            for (const Value& value : row.values) text += "|" + text_of(value);
            text += "\n";
        }
    return text;
}

inline std::optional<long long> number_in(const Feature& row, std::size_t field) {
    const auto* number = std::get_if<std::int64_t>(&row.values[field]);
    return number == nullptr ? std::nullopt : std::optional<long long>(*number);
}

}  // namespace baken::test
