#pragma once
/// Our tables as GDAL writes them. For the writers; includes GDAL's headers only by name.

#include "geo/io/feature.hpp"

#include <memory>

class OGRFeature;
class OGRFieldDefn;
class OGRGeometry;

namespace baken {

/// The OGRwkbGeometryType of a layer with such shapes.
[[nodiscard]] int wkb_type(ShapeType);
[[nodiscard]] std::unique_ptr<OGRFieldDefn> ogr_field(const Field&);
[[nodiscard]] std::unique_ptr<OGRGeometry> to_ogr(const Shape&);
/// Sets values and shape of one row. Throws InternalError where they are not those of the table's fields.
void fill(OGRFeature&, const FeatureTable&, std::size_t row);

}  // namespace baken
