#pragma once
/// Lines and areas cut to a rectangle, for pictures whose programs do not cut for themselves.

#include "geo/core/shape.hpp"

namespace baken {

/// The pieces of the line inside the box, in the line's order; none is shorter than two points.
[[nodiscard]] MultiLine clipped(const Line&, const Box&);

/// The part of a closed ring inside the box (Sutherland & Hodgman 1974), closed; empty: none. Pieces that touch the
/// ring's outside are joined along the box's edge.
[[nodiscard]] Ring clipped_ring(const Ring&, const Box&);

}  // namespace baken
