#pragma once
/// What lies under a pixel of the map.
///
///     const MapHit hit = hit_at(pixel, scene, frame, placed, shown);
///     if (hit.hotspot) select(*hit.hotspot);

#include "ui/models/map_words.hpp"
#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/placement.hpp"

namespace baken {

struct EventLayers {
    bool accidents = true, complaints = true, measurements = true, schools = true;
};

struct MapHit {
    const MapHotspot* hotspot = nullptr;
    const MapCheck* check = nullptr;
    QString line, tip;  ///< in words; empty: nothing is there
};

[[nodiscard]] MapHit hit_at(QPointF pixel, const MapScene&, const MapFrame&, const MapStyle&, const Placement&,
                            const EventLayers&);

}  // namespace baken
