#pragma once
/// The paper of a map: where a place on the ground comes on the picture, and who has taken which room on it.

#include "geo/core/shape.hpp"

#include <vector>

namespace baken {

/// A place on the picture, in its own units, y downward.
struct Spot {
    double x = 0, y = 0;
};

class MapFrame {
public:
    /// `view` in the middle and wholly in sight; the picture shows more on one side where the shapes differ.
    MapFrame(const Box& view, double width, double height);

    [[nodiscard]] Spot place(MapPoint p) const {
        return {(p.x - ground_.min_x) * units_per_metre_, (ground_.max_y - p.y) * units_per_metre_};
    }
    [[nodiscard]] const Box& ground() const { return ground_; }
    [[nodiscard]] Box ground_and(double units) const;  ///< and so much more on every side
    [[nodiscard]] double units(double metres) const { return metres * units_per_metre_; }
    [[nodiscard]] double metres_per_unit() const { return 1 / units_per_metre_; }
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }

private:
    double width_, height_, units_per_metre_ = 1;
    Box ground_;
};

/// A rectangle on the picture that may stand askew: a word along a road.
struct Plate {
    Spot middle;
    double width = 0, height = 0;
    double degrees = 0;  ///< clockwise on the picture
};

[[nodiscard]] bool overlap(const Plate&, const Plate&);

/// First come, first served: what was taken stays taken.
class MapRoom {
public:
    MapRoom(double width, double height) : width_(width), height_(height) {}

    [[nodiscard]] bool is_free(const Plate&) const;  ///< inside the picture, and clear of all that was taken
    bool take(const Plate&);                         ///< false, and nothing taken, where it is not free
    void occupy(const Plate& plate) { taken_.push_back(plate); }

private:
    double width_, height_;
    std::vector<Plate> taken_;
};

}  // namespace baken
