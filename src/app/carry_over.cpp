#include "app/carry_over.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

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

using Checks = std::vector<Check>;

/// Which check of the plan before is which of the new one; each at most once.
class Pairs {
public:
    Pairs(const Checks& before, const Checks& after)
        : before_(before), after_(after), of_before_(before.size()), of_after_(after.size()) {}

    /// Pairs what is left and belongs together, the nearest days first.
    template <class Belongs>
    void match(Belongs belongs) {
        std::vector<std::tuple<int, std::size_t, std::size_t>> chances;
        for (std::size_t b = 0; b < before_.size(); ++b)
            for (std::size_t a = 0; a < after_.size(); ++a)
                if (!of_before_[b] && !of_after_[a] && belongs(before_[b], after_[a]))
                    chances.emplace_back(std::abs(static_cast<int>((before_[b].date - after_[a].date).count())), b, a);
        std::sort(chances.begin(), chances.end());
        for (const auto& [days, b, a] : chances) {
            if (of_before_[b] || of_after_[a]) continue;
            of_before_[b] = a;
            of_after_[a] = b;
        }
    }
    [[nodiscard]] std::optional<std::size_t> old_of(std::size_t after) const { return of_after_[after]; }
    [[nodiscard]] std::optional<std::size_t> new_of(std::size_t before) const { return of_before_[before]; }

private:
    const Checks &before_, &after_;
    std::vector<std::optional<std::size_t>> of_before_, of_after_;
};

/// "GM0225-2027-" and 3; the number is 0 where the id is none of a plan.
std::pair<std::string, int> stem_and_number(const CheckId& id) {
    const std::size_t dash = id.text.rfind('-');
    if (dash == std::string::npos) return {id.text, 0};
    int number = 0;
    std::from_chars(id.text.data() + dash + 1, id.text.data() + id.text.size(), number);
    return {id.text.substr(0, dash + 1), number};
}

}  // namespace

std::vector<Check> checks_carried_over(const std::vector<Check>& before, std::vector<Check> after) {
    Pairs pairs(before, after);
    const auto is_open = [](const Check& old) { return old.status == CheckStatus::planned; };
    pairs.match([](const Check& old, const Check& now) {
        return old.hotspot == now.hotspot && old.date == now.date && old.start == now.start && old.theme == now.theme;
    });
    pairs.match([](const Check& old, const Check& now) {
        return old.hotspot == now.hotspot && old.date == now.date && old.theme == now.theme;
    });
    // What was done or called off belongs to its day: only a check that is still to come can have moved.
    pairs.match([&](const Check& old, const Check& now) {
        return is_open(old) && old.hotspot == now.hotspot && old.theme == now.theme;
    });
    pairs.match([&](const Check& old, const Check& now) { return is_open(old) && old.hotspot == now.hotspot; });

    std::map<std::string, int> last_number;
    for (const Checks* checks : {&before, static_cast<const Checks*>(&after)})
        for (const Check& check : *checks) {
            const auto [stem, number] = stem_and_number(check.id);
            last_number[stem] = std::max(last_number[stem], number);
        }
    std::set<CheckId> taken;
    for (const Check& old : before) taken.insert(old.id);
    for (std::size_t a = 0; a < after.size(); ++a) {
        Check& check = after[a];
        if (const auto b = pairs.old_of(a)) {
            const Check& old = before[*b];
            check.id = old.id;
            if (is_open(old)) continue;
            check.status = old.status;
            check.result = old.result;
            if (old.status == CheckStatus::done) check.is_locked = true;
        } else if (taken.contains(check.id)) {
            const std::string stem = stem_and_number(check.id).first;
            check.id.text = fmt::format("{}{:02}", stem, ++last_number[stem]);
        }
    }
    for (std::size_t b = 0; b < before.size(); ++b)
        if (before[b].status == CheckStatus::done && !pairs.new_of(b)) after.push_back(before[b]);
    std::stable_sort(after.begin(), after.end(), [](const Check& a, const Check& b) {
        return std::tie(a.date, a.start, a.municipality, a.hotspot) <
               std::tie(b.date, b.start, b.municipality, b.hotspot);
    });
    return after;
}

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
