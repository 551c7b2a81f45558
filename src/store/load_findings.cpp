#include "store/project_tables.hpp"

#include <array>

namespace baken {

namespace {

constexpr std::array patterns{LocalPattern::none, LocalPattern::high_high, LocalPattern::high_low,
                              LocalPattern::low_high, LocalPattern::low_low};
constexpr std::array methods{StretchFinding::Method::scan, StretchFinding::Method::kde_plus,
                             StretchFinding::Method::junction};

MultiLine lines_of(const RowReader& row) {
    const auto* lines = std::get_if<MultiLine>(&row.shape());
    if (lines == nullptr || lines->empty()) row.refuse("it has no line");
    return *lines;
}

void read_cells(const ProjectTables& tables, const Indices& municipalities, Findings& findings) {
    tables.for_each_if_any("cells", [&](const RowReader& row) {
        findings.cells.push_back({.corner = {row.real("x"), row.real("y")},
                                  .side = row.real("side_m"),
                                  .municipality = static_cast<std::uint32_t>(
                                      index_of(row, "municipality_code", municipalities, "municipality here")),
                                  .accidents = static_cast<int>(row.whole("accidents")),
                                  .weight = row.real("weight"),
                                  .gi_z = row.real("gi_z"),
                                  .p_value = row.real("p_value"),
                                  .q_value = row.real("q_value"),
                                  .moran = row.real("moran"),
                                  .pattern = coded(row, "pattern", patterns)});
    });
}

void read_lixels(const ProjectTables& tables, const Indices& municipalities, Findings& findings) {
    tables.for_each_if_any("network_density", [&](const RowReader& row) {
        findings.lixels.push_back({.road_id = row.text("road_id"),
                                   .name = row.text("name"),
                                   .municipality = static_cast<std::uint32_t>(
                                       index_of(row, "municipality_code", municipalities, "municipality here")),
                                   .line = lines_of(row).front(),
                                   .length = row.real("length_m"),
                                   .density = row.real("density")});
    });
}

void read_stretches(const ProjectTables& tables, const Indices& municipalities, Findings& findings) {
    tables.for_each_if_any("stretches", [&](const RowReader& row) {
        findings.stretches.push_back({.id = row.text("stretch_id"),
                                      .method = coded(row, "method", methods),
                                      .name = row.text("name"),
                                      .municipality = static_cast<std::uint32_t>(
                                          index_of(row, "municipality_code", municipalities, "municipality here")),
                                      .lines = lines_of(row),
                                      .length = row.real("length_m"),
                                      .accidents = row.real("accidents"),
                                      .injury = static_cast<int>(row.whole("injury")),
                                      .expected = row.real("by_chance"),
                                      .ratio = row.real("ratio"),
                                      .p_value = row.real("p_value"),
                                      .q_value = row.real("q_value"),
                                      .strength = row.is_null("strength") ? 0 : row.real("strength")});
    });
}

void read_about(const ProjectTables& tables, Findings& findings) {
    tables.for_each_if_any("baken_findings", [&](const RowReader& row) {
        findings.lixel_length = row.real("lixel_length");
        findings.bandwidth = row.real("bandwidth");
        if (row.is_null("units")) return;
        findings.pattern = GlobalPattern{.units = static_cast<int>(row.whole("units")),
                                         .moran_i = row.real("moran_i"),
                                         .expected = row.real("expected"),
                                         .z = row.real("z"),
                                         .p_value = row.real("p_value")};
    });
    NetworkK k;
    tables.for_each_if_any("baken_network_k", [&](const RowReader& row) {
        k.distance.push_back(row.real("distance"));
        k.observed.push_back(row.real("observed"));
        k.low.push_back(row.real("low"));
        k.high.push_back(row.real("high"));
    });
    if (!k.distance.empty()) findings.k_function = std::move(k);
}

}  // namespace

void read_findings(const ProjectTables& tables, Project& project) {
    const Indices municipalities = municipality_indices(project);
    Findings findings;
    read_cells(tables, municipalities, findings);
    read_lixels(tables, municipalities, findings);
    read_stretches(tables, municipalities, findings);
    read_about(tables, findings);
    project.findings = std::move(findings);
}

}  // namespace baken
