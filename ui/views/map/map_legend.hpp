#pragma once
/// The legend: what is on the map now, and nothing that is not.

#include "ui/models/map_layers.hpp"
#include "ui/models/map_scene.hpp"
#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/placement.hpp"

#include <QPainter>

#include <functional>

namespace baken {

struct LegendRow {
    /// Draws into a box as high as a line of text; empty: the row is words alone.
    std::function<void(QPainter&, const QRectF&)> symbol;
    QString text;
    double symbol_width = 0;  ///< 0: that of the others
};

/// `shows_surface`: there is a picture of the density.
[[nodiscard]] std::vector<LegendRow> legend_rows(const MapScene&, const MapFrame&, const MapStyle&, const MapLayers&,
                                                 const Placement&, bool shows_surface);

/// As large as its rows, at most as large as `most`: then the last rows are left out.
[[nodiscard]] QSizeF legend_size(const std::vector<LegendRow>&, const MapStyle&, bool is_open, QSizeF most);
void paint_legend(QPainter&, const QRectF&, const std::vector<LegendRow>&, const MapStyle&, bool is_open);
/// Where a click opens and closes it.
[[nodiscard]] double legend_head(const MapStyle&);

}  // namespace baken
