#include "store/findings_layers.hpp"

#include "model/findings.hpp"
#include "store/cells.hpp"

#include <fmt/format.h>

namespace baken {

namespace {

constexpr FieldType text_type = FieldType::text, whole_type = FieldType::integer, real_type = FieldType::real;

const Municipality& municipality_of(const Project& project, std::uint32_t index) {
    return project.region->municipalities.at(index);
}

MultiPolygon square(const Box& box) {
    return {Polygon{{{box.min_x, box.min_y},
                     {box.max_x, box.min_y},
                     {box.max_x, box.max_y},
                     {box.min_x, box.max_y},
                     {box.min_x, box.min_y}},
                    {}}};
}

}  // namespace

FeatureTable cells_layer(const Project& project) {
    FeatureTable layer{.name = "cells",
                       .shape_type = ShapeType::area,
                       .fields = {{"cell_id", text_type},
                                  {"municipality_code", text_type},
                                  {"municipality", text_type},
                                  {"evidence", text_type},
                                  {"accidents", whole_type},
                                  {"weight", real_type},
                                  {"gi_z", real_type},
                                  {"p_value", real_type},
                                  {"q_value", real_type},
                                  {"moran", real_type},
                                  {"pattern", text_type},
                                  {"x", real_type},
                                  {"y", real_type},
                                  {"side_m", real_type}},
                       .rows = {}};
    layer.rows.reserve(project.findings->cells.size());
    for (const CellFinding& cell : project.findings->cells) {
        const Municipality& municipality = municipality_of(project, cell.municipality);
        layer.rows.push_back(
            {{text_cell(fmt::format("E{:.0f}N{:.0f}", cell.corner.x, cell.corner.y)), text_cell(municipality.code.text),
              text_cell(municipality.name), text_cell(code_of(evidence_of(cell))), whole_cell(cell.accidents),
              cell.weight, cell.gi_z, cell.p_value, cell.q_value, cell.moran, text_cell(code_of(cell.pattern)),
              cell.corner.x, cell.corner.y, cell.side},
             square(cell.box())});
    }
    return layer;
}

FeatureTable network_density_layer(const Project& project) {
    FeatureTable layer{.name = "network_density",
                       .shape_type = ShapeType::line,
                       .fields = {{"lixel_id", text_type},
                                  {"road_id", text_type},
                                  {"name", text_type},
                                  {"municipality_code", text_type},
                                  {"municipality", text_type},
                                  {"length_m", real_type},
                                  {"density", real_type}},
                       .rows = {}};
    layer.rows.reserve(project.findings->lixels.size());
    for (const LixelFinding& lixel : project.findings->lixels) {
        const Municipality& municipality = municipality_of(project, lixel.municipality);
        layer.rows.push_back(
            {{text_cell(std::to_string(layer.rows.size() + 1)), text_cell(lixel.road_id), text_cell(lixel.name),
              text_cell(municipality.code.text), text_cell(municipality.name), lixel.length, lixel.density},
             MultiLine{lixel.line}});
    }
    return layer;
}

FeatureTable stretches_layer(const Project& project) {
    FeatureTable layer{.name = "stretches",
                       .shape_type = ShapeType::line,
                       .fields = {{"stretch_id", text_type},
                                  {"municipality_code", text_type},
                                  {"municipality", text_type},
                                  {"stretch_rank", whole_type},
                                  {"name", text_type},
                                  {"method", text_type},
                                  {"length_m", real_type},
                                  {"accidents", real_type},
                                  {"injury", whole_type},
                                  {"by_chance", real_type},
                                  {"ratio", real_type},
                                  {"p_value", real_type},
                                  {"q_value", real_type},
                                  {"strength", real_type}},
                       .rows = {}};
    const std::vector<int> ranks = ranks_of_stretches(*project.findings);
    for (std::size_t i = 0; i < project.findings->stretches.size(); ++i) {
        const StretchFinding& stretch = project.findings->stretches[i];
        const Municipality& municipality = municipality_of(project, stretch.municipality);
        const bool has_strength = stretch.method == StretchFinding::Method::kde_plus;
        layer.rows.push_back(
            {{text_cell(stretch.id), text_cell(municipality.code.text), text_cell(municipality.name),
              whole_cell(ranks[i]), text_cell(stretch.name), text_cell(code_of(stretch.method)), stretch.length,
              stretch.accidents, whole_cell(stretch.injury), stretch.expected, stretch.ratio, stretch.p_value,
              stretch.q_value, has_strength ? Value(stretch.strength) : Value()},
             stretch.lines});
    }
    return layer;
}

std::vector<FeatureTable> findings_tables(const Project& project) {
    const Findings& findings = *project.findings;
    FeatureTable about{.name = "baken_findings",
                       .shape_type = ShapeType::none,
                       .fields = {{"lixel_length", real_type},
                                  {"bandwidth", real_type},
                                  {"units", whole_type},
                                  {"moran_i", real_type},
                                  {"expected", real_type},
                                  {"z", real_type},
                                  {"p_value", real_type}},
                       .rows = {}};
    std::vector<Value> values{findings.lixel_length, findings.bandwidth};
    if (const auto& pattern = findings.pattern)
        values.insert(values.end(),
                      {whole_cell(pattern->units), pattern->moran_i, pattern->expected, pattern->z, pattern->p_value});
    else
        values.resize(about.fields.size());
    about.rows.push_back({std::move(values), {}});

    FeatureTable k{
        .name = "baken_network_k",
        .shape_type = ShapeType::none,
        .fields = {{"distance", real_type}, {"observed", real_type}, {"low", real_type}, {"high", real_type}},
        .rows = {}};
    if (const auto& found = findings.k_function)
        for (std::size_t i = 0; i < found->distance.size(); ++i)
            k.rows.push_back({{found->distance[i], found->observed.at(i), found->low.at(i), found->high.at(i)}, {}});
    return {std::move(about), std::move(k)};
}

}  // namespace baken
