#include "planning/complaint_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace baken::planning {

ComplaintReasons::ComplaintReasons(const Problem& problem, const CandidateSet& set, const std::vector<Candidate>& plan)
    : problem_(problem),
      plan_(plan),
      has_candidate_(problem.hotspot_count, false),
      language_(problem.settings.language) {
    for (const Candidate& c : set.all) has_candidate_[c.hotspot] = true;
}

std::string ComplaintReasons::reason(std::size_t h) const {
    const auto word = [&](std::string_view dutch, std::string_view english) {
        return std::string(says(language_, dutch, english));
    };
    const Hotspot& hotspot = (*problem_.hotspots)[h];
    if (hotspot.status == "rejected") return word("de locatie is afgewezen", "the site is rejected");
    if (hotspot.enforceable == "no") return word("de locatie is niet handhaafbaar", "the site is not enforceable");
    if (!has_candidate_[h]) return word("al haar dagen zijn bezet of gesloten", "all its days are taken or closed");
    return no_room(h) + near_check(h);
}

std::string ComplaintReasons::no_room(std::size_t h) const {
    const std::uint32_t m = problem_.municipality_of_hotspot[h];
    const auto in_municipality =
        std::count_if(plan_.begin(), plan_.end(), [&](const Candidate& c) { return problem_.municipality_of(c) == m; });
    if (in_municipality >= problem_.maximum[m])
        return fmt::format(fmt::runtime(says(language_, "de gemeente zit aan haar maximum van {}",
                                             "the municipality is at its maximum of {}")),
                           problem_.maximum[m]);
    return std::string(says(language_, "de ploegen hebben geen ruimte meer", "the crews have no room left"));
}

std::string ComplaintReasons::near_check(std::size_t h) const {
    const std::vector<Hotspot>& hotspots = *problem_.hotspots;
    const Candidate* nearest = nullptr;
    double best = 0;
    for (const Candidate& c : plan_) {
        if (c.hotspot == h || !problem_.are_near(c.hotspot, h)) continue;
        const double metres = distance(hotspots[c.hotspot].at, hotspots[h].at).value;
        if (nearest != nullptr && metres >= best) continue;
        nearest = &c;
        best = metres;
    }
    if (nearest == nullptr) return {};
    return fmt::format(fmt::runtime(says(language_, "; wel een controle op {:.0f} m, bij {}",
                                         "; there is a check {:.0f} m away, at {}")),
                       best, hotspots[nearest->hotspot].name);
}

}  // namespace baken::planning
