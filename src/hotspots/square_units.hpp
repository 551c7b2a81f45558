#pragma once
/// Which squares of the map are units of a test: where an accident could have been counted.
///
/// A field without a road has no accidents because it has no traffic, not because it is safe. As a unit it would be a
/// zero among zeros and make every village a hot spot. So squares are units where the region's roads run; where the
/// roads are not known, where anything at all was ever reported.

#include "base/quantity.hpp"
#include "hotspots/evidence.hpp"
#include "hotspots/spatial_weights.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace baken {

/// Squares lie at multiples of their side in the working map (RD), as those of Statistics Netherlands do: results of
/// two years, or of two regions, are about the same squares.
[[nodiscard]] GridSquare square_at(MapPoint, Metres side);

/// The squares that a line runs through, in no order, some of them more than once.
void add_squares_of(const Line&, Metres side, std::vector<GridSquare>&);

struct SquareUnits {
    std::vector<GridSquare> squares;  ///< ascending, each once
    std::vector<std::uint32_t>
        municipality;  ///< of each square: where its centre lies, else that of most of its events
    bool from_roads = false;
};

/// With roads: squares whose centre lies in a municipality and that a road of ours runs through, and those with a site.
/// Roads are used where at least nine in ten squares with a site have a road in them or beside them; else the file
/// covers only a part and what lies beyond would be missing.
/// Without: squares with an event of any source: accidents that have at least a street, of all years, outcomes and road
/// managers, and complaints. `evidence`: one per municipality.
[[nodiscard]] SquareUnits square_units(const Region&, const HotspotSettings&, std::span<const Evidence> evidence,
                                       Metres side);

}  // namespace baken
