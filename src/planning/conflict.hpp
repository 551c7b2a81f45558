#pragma once
/// Which two checks cannot both be in a plan.

#include "planning/problem.hpp"

#include <cstdlib>

namespace baken::planning {

/// Families of rules over two checks, named as in the certificate.
enum class PairRule { none, gap, revisit, spacing, crew_day, crew_overlap, region_day };

/// The first rule that forbids the two together, `none` when they go together. Locks are checks like any other here.
[[nodiscard]] inline PairRule broken_by(const Problem& p, const Candidate& a, const Candidate& b) {
    const int apart = std::abs(static_cast<int>(a.day) - static_cast<int>(b.day));
    const bool same_place = p.municipality_of(a) == p.municipality_of(b);
    if (same_place) {
        if (apart < p.gap_days()) return PairRule::gap;
        if (apart == 0 && a.on_region_day() && b.on_region_day()) return PairRule::region_day;
        if (a.hotspot == b.hotspot && apart < p.revisit_days()) return PairRule::revisit;
    }
    if (a.theme == b.theme && apart < p.spacing_days() && p.are_near(a.hotspot, b.hotspot)) return PairRule::spacing;
    if (a.crew == b.crew && !a.on_region_day() && !b.on_region_day()) {
        if (apart == 0) return PairRule::crew_day;
        if (apart == 1 && p.can_collide_overnight) {
            const Candidate& first = a.day < b.day ? a : b;
            const Candidate& second = a.day < b.day ? b : a;
            if (p.slots[first.slot].end - 1440 > p.slots[second.slot].start) return PairRule::crew_overlap;
        }
    }
    return PairRule::none;
}

/// The same between two agreed checks. Their days and municipalities are given, so only rules that the choice of place,
/// theme or crew can keep count.
[[nodiscard]] inline bool agreed_clash(const Problem& p, const Candidate& a, const Candidate& b) {
    const PairRule rule = broken_by(p, a, b);
    if (rule != PairRule::gap && rule != PairRule::region_day) return rule != PairRule::none;
    // Behind the first rule another one may stand that a choice can keep.
    const int apart = std::abs(static_cast<int>(a.day) - static_cast<int>(b.day));
    if (a.hotspot == b.hotspot && apart < p.revisit_days()) return true;
    if (a.theme == b.theme && apart < p.spacing_days() && p.are_near(a.hotspot, b.hotspot)) return true;
    if (a.crew != b.crew || a.on_region_day() || b.on_region_day()) return false;
    const Candidate& first = a.day < b.day ? a : b;
    const Candidate& second = a.day < b.day ? b : a;
    return apart == 0 || (apart == 1 && p.slots[first.slot].end - 1440 > p.slots[second.slot].start);
}

}  // namespace baken::planning
