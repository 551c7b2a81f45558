#pragma once
/// What lies under a pixel of the map.
///
///     const MapHit hit = hit_at(pixel, scene, frame, placed, shown);
///     if (hit.hotspot) select(*hit.hotspot);

#include "ui/models/map_words.hpp"
#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/placement.hpp"

namespace baken {

struct HitLayers {
    bool accidents = true, complaints = true, measurements = true, schools = true;
    bool stretches = true, network_density = true, cells = true;
};

struct MapHit {
    const MapHotspot* hotspot = nullptr;
    const MapCheck* check = nullptr;
    const MapStretch* stretch = nullptr;
    QString line, tip;  ///< in words; empty: nothing is there
};

[[nodiscard]] MapHit hit_at(QPointF pixel, const MapScene&, const MapFrame&, const MapStyle&, const Placement&,
                            const HitLayers&);

}  // namespace baken
