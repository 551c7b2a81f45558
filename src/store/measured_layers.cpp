#include "store/measured_layers.hpp"

#include "model/measured_speed.hpp"
#include "store/cells.hpp"

namespace baken {

namespace {

const auto same = [](double number) { return number; };

}  // namespace

FeatureTable measurements_layer(const Project& project) {
    FeatureTable layer{.name = "measurements",
                       .shape_type = ShapeType::point,
                       .fields = {{"measurement_id", FieldType::text},
                                  {"date", FieldType::date},
                                  {"street", FieldType::text},
                                  {"v85", FieldType::real},
                                  {"mean_speed", FieldType::real},
                                  {"share_over", FieldType::real},
                                  {"speed_limit", FieldType::integer},
                                  {"vehicles_measured", FieldType::integer},
                                  {"speeding", FieldType::text},
                                  {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text}},
                       .rows = {}};
    for (const Measurement& m : project.region->measurements) {
        const Municipality& municipality = project.region->municipalities.at(m.municipality);
        layer.rows.push_back(
            {{text_cell(m.id), cell_or_null(m.date, [](Date day) { return day; }), text_cell(m.street),
              cell_or_null(m.v85, same), cell_or_null(m.mean_speed, same), cell_or_null(m.share_over, same),
              cell_or_null(m.speed_limit, whole_cell<int>), cell_or_null(m.vehicles, whole_cell<int>),
              text_cell(code_of(speeding_of(m))), text_cell(municipality.code.text), text_cell(municipality.name)},
             m.at});
    }
    return layer;
}

FeatureTable schools_layer(const Project& project) {
    FeatureTable layer{.name = "schools",
                       .shape_type = ShapeType::point,
                       .fields = {{"school_id", FieldType::text},
                                  {"name", FieldType::text},
                                  {"municipality_code", FieldType::text},
                                  {"municipality", FieldType::text}},
                       .rows = {}};
    for (const School& school : project.region->schools) {
        const Municipality& municipality = project.region->municipalities.at(school.municipality);
        layer.rows.push_back({{text_cell(school.id), text_cell(school.name), text_cell(municipality.code.text),
                               text_cell(municipality.name)},
                              school.at});
    }
    return layer;
}

}  // namespace baken
