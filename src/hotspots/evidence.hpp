#pragma once
/// What is known of each municipality, sorted for choosing places: accident sites, street-level rows, complaints.

#include "base/work.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <optional>
#include <span>
#include <vector>

namespace baken {

/// One junction, road section, hectometre post or point, with its accidents that count.
struct Site {
    LocationKind kind = LocationKind::point;
    MapPoint at;
    std::vector<std::uint32_t> accidents;  ///< indices into the region's, ascending
};

/// Accidents of which only the street is known. The register hangs them on one section of that street.
struct StreetRows {
    MapPoint at;
    std::vector<std::uint32_t> accidents;
};

/// One complaint as a voice: the complaints of one person about one place count for at most one together.
struct Voice {
    std::uint32_t complaint = 0;
    double faded = 1;         ///< by its age
    double weight = 1;        ///< its part of the person's one voice
    bool is_in_site = false;  ///< with others near it, enough to make a site (DBSCAN)
};

/// A measurement that counts: of one spot the last.
struct Measured {
    std::uint32_t measurement = 0;  ///< index into the region's
    std::optional<double> excess;   ///< of speed, 0..1; nothing: it says nothing of that
};

struct Evidence {
    std::vector<Site> sites;
    std::vector<StreetRows> street_rows;
    std::vector<Voice> voices;
    std::vector<Measured> measured;
};

/// Years of the accidents that count: those of the settings, else all there are; ascending.
[[nodiscard]] std::vector<int> years_that_count(const Region&, const HotspotSettings&);

/// Whether this accident's road is one that the settings look at. An unknown road manager is not known to be another's.
[[nodiscard]] bool is_on_our_roads(const Accident&, const HotspotSettings&);
/// Tied to a place that is good enough for the geometry of a hotspot.
[[nodiscard]] bool has_place(const Accident&);

/// Evidence of every municipality from the accidents of these years, on our roads.
[[nodiscard]] std::vector<Evidence> accident_evidence(const Region&, const HotspotSettings&,
                                                      std::span<const int> years);

/// Adds the complaints, clustered over the whole region and faded towards 1 January of `plan_year` (0: towards the last
/// one).
void add_complaints(std::vector<Evidence>&, const Region&, const HotspotSettings&, int plan_year, const Work&);

}  // namespace baken
