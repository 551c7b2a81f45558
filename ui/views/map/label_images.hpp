#pragma once
/// Words with a halo, drawn once and kept: an outline of letters costs a hundred times what a small picture does.
///
///     labels.put(painter, label, style, frame.device_pixel_ratio);

#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/placement.hpp"

#include <QHash>
#include <QImage>
#include <QPainter>

namespace baken {

class LabelImages {
public:
    void put(QPainter&, const PlacedLabel&, const MapStyle&, double device_pixel_ratio);
    [[nodiscard]] bool has(const PlacedLabel&, double device_pixel_ratio) const;  ///< is drawn already: costs little
    void forget() { images_.clear(); }                                            ///< after a change of palette or font

private:
    [[nodiscard]] static QImage drawn(const PlacedLabel&, const MapStyle&, double device_pixel_ratio);
    QHash<QString, QImage> images_;
};

}  // namespace baken
