#pragma once
/// Counts as the public gets them. docs/methods/public-layer.md says what they hide, and from whom.
///
///     told_count(5, 5);   // nothing
///     told_count(6, 5);   // 5: "more than 5"
///     told_count(11, 5);  // 10

#include "model/project.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// The largest multiple of k that the count exceeds; nothing for k and fewer. "More than", so that one event that is
/// added or taken away between two releases tells a count of k at the least, and never one below.
[[nodiscard]] std::optional<int> told_count(std::size_t count, int k);

/// Who complained, for counting people. Where a source names nobody, all reports of one point are taken for one
/// person's: the other way about, one neighbour who writes often would make a crowd.
[[nodiscard]] std::string person_of(const Complaint&);

/// A square of the RD grid, 100 m on each side.
struct Square {
    int column = 0, row = 0;
    auto operator<=>(const Square&) const = default;
    [[nodiscard]] static Square around(MapPoint);
    [[nodiscard]] std::string name() const;  ///< "E1806N4285", by its south-west corner in hundreds of metres
    [[nodiscard]] MapPoint centre() const;
    [[nodiscard]] MultiPolygon area() const;
};

struct ToldCounts {
    std::optional<int> accidents, complainants;
    [[nodiscard]] bool says_anything() const { return accidents.has_value() || complainants.has_value(); }
};

/// What is told of one municipality. A square on its border counts for each side by itself.
struct MunicipalityCounts {
    ToldCounts all;                        ///< of what has a place in a square
    std::map<Square, ToldCounts> squares;  ///< those of which anything is told
};
/// One per municipality, in the region's order.
[[nodiscard]] std::vector<MunicipalityCounts> public_counts(const Region&, int k);

/// Whether a hotspot has enough behind it to be told of at all.
[[nodiscard]] ToldCounts told_counts_of(const Hotspot&, const Region&, int k);

}  // namespace baken
