#pragma once
/// Longitude and latitude in place of x and y. For the writers of formats in WGS 84.

#include "geo/core/shape.hpp"
#include "geo/io/crs.hpp"

#include <variant>
#include <vector>

namespace baken {

class ToDegrees {
public:
    Shape operator()(const Shape& shape) const {
        return std::visit([this](const auto& inner) { return Shape(turned(inner)); }, shape);
    }
    [[nodiscard]] MapPoint turned(MapPoint p) const {
        const LonLat at = rd_.to_lonlat(p);
        return {at.lon, at.lat};
    }

private:
    [[nodiscard]] std::monostate turned(std::monostate) const { return {}; }
    [[nodiscard]] Polygon turned(const Polygon& polygon) const {
        return {turned(polygon.outer), turned(polygon.holes)};
    }
    template <class Inner>
    [[nodiscard]] std::vector<Inner> turned(const std::vector<Inner>& many) const {
        std::vector<Inner> all;
        all.reserve(many.size());
        for (const Inner& one : many) all.push_back(turned(one));
        return all;
    }

    Projector rd_{"EPSG:28992"};
};

}  // namespace baken
