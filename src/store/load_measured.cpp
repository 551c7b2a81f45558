#include "store/project_tables.hpp"

namespace baken {

namespace {

std::optional<int> whole_or_nothing(const RowReader& row, const std::string& column) {
    if (row.is_null(column)) return std::nullopt;
    return static_cast<int>(row.whole(column));
}

std::uint32_t municipality_in(const RowReader& row, const Indices& municipalities) {
    return static_cast<std::uint32_t>(index_of(row, "municipality_code", municipalities, "municipality here"));
}

}  // namespace

void read_measured(const ProjectTables& tables, Project& project) {
    const Indices municipalities = municipality_indices(project);
    Region& region = project.region.edit();
    tables.for_each_if_any("measurements", [&](const RowReader& row) {
        region.measurements.push_back({.id = row.text("measurement_id"),
                                       .at = row.point(),
                                       .date = row.maybe("date", &RowReader::date),
                                       .vehicles = whole_or_nothing(row, "vehicles_measured"),
                                       .v85 = row.maybe("v85", &RowReader::real),
                                       .mean_speed = row.maybe("mean_speed", &RowReader::real),
                                       .share_over = row.maybe("share_over", &RowReader::real),
                                       .speed_limit = whole_or_nothing(row, "speed_limit"),
                                       .street = row.text("street"),
                                       .municipality = municipality_in(row, municipalities)});
    });
    tables.for_each_if_any("schools", [&](const RowReader& row) {
        region.schools.push_back({.id = row.text("school_id"),
                                  .name = row.text("name"),
                                  .at = row.point(),
                                  .municipality = municipality_in(row, municipalities)});
    });
}

}  // namespace baken
