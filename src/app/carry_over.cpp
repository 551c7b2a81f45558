#include "app/carry_over.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

namespace baken {

namespace {

constexpr double same_place = 1;  // metres: the same site gives the same point

bool are_one_place(const Hotspot& a, const Hotspot& b) {
    return a.municipality == b.municipality && distance(a.at, b.at).value <= same_place;
}

std::optional<std::size_t> place_of(const Hotspot& old, const std::vector<Hotspot>& now) {
    for (std::size_t i = 0; i < now.size(); ++i)
        if (are_one_place(old, now[i])) return i;
    return std::nullopt;
}

Hotspot behind_the_others(Hotspot old, const Project& project, const std::vector<Hotspot>& now) {
    const auto count =
        std::count_if(now.begin(), now.end(), [&](const Hotspot& one) { return one.municipality == old.municipality; });
    old.rank = old.rank_best = old.rank_worst = static_cast<int>(count) + 1;
    old.ranks.assign(old.ranks.size(), old.rank);
    old.id.text = fmt::format("{}-H{:02}", project.region->municipalities.at(old.municipality).code.text, old.rank);
    old.accident_rows.clear();  // its events belong to others now
    old.complaint_rows.clear();
    old.score = 0;
    return old;
}

}  // namespace

std::vector<Hotspot> with_reviews_of(const Project& before, std::vector<Hotspot> found) {
    for (Hotspot& hotspot : found)
        for (const Hotspot& old : before.hotspots)
            if (are_one_place(old, hotspot)) {
                hotspot.status = old.status;
                hotspot.enforceable = old.enforceable;
                hotspot.remark = old.remark;
            }
    std::vector<Hotspot> kept;
    for (std::size_t i = 0; i < before.hotspots.size(); ++i) {
        const Hotspot& old = before.hotspots[i];
        const bool was_visited =
            std::any_of(before.plan.checks.begin(), before.plan.checks.end(),
                        [&](const Check& check) { return check.hotspot == i && check.status == CheckStatus::done; });
        if (was_visited && !place_of(old, found)) kept.push_back(old);
    }
    for (const Hotspot& old : kept) found.push_back(behind_the_others(old, before, found));
    std::stable_sort(found.begin(), found.end(), [](const Hotspot& a, const Hotspot& b) {
        return std::tie(a.municipality, a.rank) < std::tie(b.municipality, b.rank);
    });
    return found;
}

Plan plan_carried_over(const Project& before, const std::vector<Hotspot>& now) {
    Plan plan = before.plan;
    std::erase_if(plan.checks, [&](const Check& check) { return !place_of(before.hotspots.at(check.hotspot), now); });
    for (Check& check : plan.checks) check.hotspot = *place_of(before.hotspots.at(check.hotspot), now);
    return plan;
}

}  // namespace baken
