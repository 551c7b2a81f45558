#pragma once
/// The one converter of coordinates. Longitude comes first whatever the authority says, every point is checked, and the
/// operation between WGS 84 and RD is pinned, so that a machine with correction grids and one without agree.
///
///     const Projector to_map("EPSG:4326");
///     to_map.forward(5.7715, 51.8591);       // MapPoint{181473.5, 430134.4}, or nothing where it cannot be

#include "geo/core/point.hpp"

#include <memory>
#include <optional>
#include <string>

namespace baken {

/// From a source's CRS to the working CRS (RD New, EPSG:28992). Not to be shared by threads.
class Projector {
public:
    /// `crs`: "EPSG:4326", a WKT or a PROJ string. Throws InputError when it is unknown or has no plane.
    explicit Projector(const std::string& crs);
    ~Projector();
    Projector(Projector&&) noexcept;
    Projector& operator=(Projector&&) noexcept;

    /// `x` east or longitude, `y` north or latitude. Nothing when it is not finite or cannot be converted.
    [[nodiscard]] std::optional<MapPoint> forward(double x, double y) const;
    /// The way back to the source's CRS, east or longitude first. Nothing where it cannot be converted.
    [[nodiscard]] std::optional<MapPoint> backward(MapPoint) const;
    /// The way back, to longitude and latitude (WGS 84), whatever the source's CRS was.
    [[nodiscard]] LonLat to_lonlat(MapPoint) const;
    /// What was done, for the provenance.
    [[nodiscard]] std::string operation() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// True where a point can be in the Netherlands on the RD map: x 0..280,000 and y 300,000..625,000.
[[nodiscard]] bool is_on_rd_map(double x, double y);
/// True where degrees can be in the Netherlands: longitude 3.3..7.3 and latitude 50.7..53.6.
[[nodiscard]] bool is_in_netherlands(LonLat);

}  // namespace baken
