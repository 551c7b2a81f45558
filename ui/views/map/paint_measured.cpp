// Speed measurements and schools: few enough to be drawn one by one at every zoom, smaller from afar.
#include "ui/views/map/marks.hpp"
#include "ui/views/map/paint_layers.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr double margin = 16;  ///< pixels around the picture from where a mark may reach into it

double grown(double metres_per_pixel) { return std::clamp(6 / metres_per_pixel, 0.6, 1.3); }

bool is_meant(std::uint32_t municipality, const MapScene& scene) {
    return !scene.filter.municipality || *scene.filter.municipality == municipality;
}

}  // namespace

StampLook stamp_of(Speeding speeding, const Look& look) {
    switch (speeding) {
        case Speeding::none: return {Mark::hexagon, look.surface, look.good, 9, 2};
        case Speeding::some: return {Mark::hexagon, look.warn, look.text, 10, 1};
        case Speeding::much: return {Mark::hexagon, look.bad, look.text, 14, 1.4};
        case Speeding::unknown: break;
    }
    return {Mark::hexagon, look.soft, look.surface, 7, 1};
}

StampLook stamp_of_school(const Look& look) { return {Mark::house, look.accent, look.surface, 11, 1}; }

void paint_measurements(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene) {
    const Box box = frame.box(margin);
    const double grow = grown(frame.metres_per_pixel);
    // The worst last: it lies on top.
    for (const Speeding speeding : {Speeding::unknown, Speeding::none, Speeding::some, Speeding::much}) {
        StampLook of = stamp_of(speeding, look);
        of.size *= grow;
        const Stamp stamp(of, frame.device_pixel_ratio);
        for (const Measurement& measurement : scene.region->measurements)
            if (speeding_of(measurement) == speeding && is_meant(measurement.municipality, scene) &&
                box.contains(measurement.at))
                stamp.put(painter, frame.pixel(measurement.at).toPoint());
    }
}

void paint_schools(QPainter& painter, const MapFrame& frame, const Look& look, const MapScene& scene) {
    const Box box = frame.box(margin);
    StampLook of = stamp_of_school(look);
    of.size *= grown(frame.metres_per_pixel);
    const Stamp stamp(of, frame.device_pixel_ratio);
    for (const School& school : scene.region->schools)
        if (is_meant(school.municipality, scene) && box.contains(school.at))
            stamp.put(painter, frame.pixel(school.at).toPoint());
}

}  // namespace baken
