#include "planning/window_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace baken::planning {

namespace {

constexpr double tolerance = 1e-6;

using Key = std::tuple<RowFamily, std::size_t, int>;  ///< family, index, theme

}  // namespace

WindowRows::WindowRows(const Problem& problem, const CandidateSet& set) : problem_(&problem), set_(&set) {
    build_cliques();
}

void WindowRows::build_cliques() {
    const std::size_t n = problem_->hotspot_count;
    cliques_of_.resize(n);
    std::vector<bool> is_covered(n * n, false);
    const auto cover = [&](std::vector<std::size_t> clique) {
        for (std::size_t h = 0; h < n; ++h) {
            if (!problem_->is_usable[h]) continue;
            const bool is_near_all = std::all_of(clique.begin(), clique.end(), [&](std::size_t member) {
                return member != h && problem_->are_near(member, h);
            });
            if (is_near_all) clique.push_back(h);
        }
        std::sort(clique.begin(), clique.end());
        for (const std::size_t a : clique) {
            cliques_of_[a].push_back(cliques_.size());
            for (const std::size_t b : clique) is_covered[a * n + b] = true;
        }
        cliques_.push_back(std::move(clique));
    };
    for (std::size_t a = 0; a < n; ++a)
        for (std::size_t b = a + 1; b < n; ++b)
            if (problem_->is_usable[a] && problem_->is_usable[b] && problem_->are_near(a, b) && !is_covered[a * n + b])
                cover({a, b});
    for (std::size_t a = 0; a < n; ++a)
        if (problem_->is_usable[a] && cliques_of_[a].empty()) cover({a});
}

bool WindowRows::holds(const WindowRow& row, const Candidate& c) const {
    if (c.day < row.from || c.day > row.to) return false;
    switch (row.family) {
        case RowFamily::gap: return !c.is_locked() && problem_->municipality_of(c) == row.index;
        case RowFamily::region_day:
            return !c.is_locked() && c.on_region_day() && problem_->municipality_of(c) == row.index;
        case RowFamily::revisit: return !is_pinned(c) && c.hotspot == row.index;
        case RowFamily::spacing:
            return !is_pinned(c) && c.theme == row.theme &&
                   std::binary_search(cliques_[row.index].begin(), cliques_[row.index].end(), c.hotspot);
        case RowFamily::crew_day:
        case RowFamily::crew_week: return !is_pinned(c) && !c.on_region_day() && c.crew == row.index;
        case RowFamily::crew_moment: {
            if (is_pinned(c) || c.on_region_day() || c.crew != row.index) return false;
            const Slot& slot = problem_->slots[c.slot];
            return c.day == row.to ? slot.start <= row.moment && row.moment < slot.end : slot.end - 1440 > row.moment;
        }
    }
    return false;
}

void WindowRows::slide(WindowRow row, int length, std::vector<std::pair<int, double>>& by_day,
                       std::vector<WindowRow>& out) const {
    std::sort(by_day.begin(), by_day.end());
    struct Found {
        double sum;
        int from;
    };
    std::vector<Found> found;
    for (std::size_t first = 0; first < by_day.size(); ++first) {
        if (first > 0 && by_day[first].first == by_day[first - 1].first) continue;
        double sum = 0;
        for (std::size_t at = first; at < by_day.size() && by_day[at].first < by_day[first].first + length; ++at)
            sum += by_day[at].second;
        if (sum > row.cap + tolerance) found.push_back({sum, by_day[first].first});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.sum > b.sum + 1e-9; });
    std::vector<int> taken;
    for (const Found& window : found) {
        const bool overlaps = std::any_of(taken.begin(), taken.end(),
                                          [&](int from) { return std::abs(from - window.from) < (length + 1) / 2; });
        if (overlaps) continue;
        taken.push_back(window.from);
        row.from = window.from;
        row.to = window.from + length - 1;
        out.push_back(row);
    }
}

std::vector<WindowRow> WindowRows::broken(const std::vector<Share>& solution) const {
    const Problem& p = *problem_;
    std::map<Key, std::vector<std::pair<int, double>>> days;
    std::map<std::tuple<std::size_t, int, int>, double> moments;  // crew, day, minute
    for (const auto& [id, share] : solution) {
        const Candidate& c = (*set_)[id];
        const std::uint32_t m = p.municipality_of(c);
        const std::pair<int, double> here{c.day, share};
        if (!c.is_locked()) {
            days[{RowFamily::gap, m, 0}].push_back(here);
            if (c.on_region_day()) days[{RowFamily::region_day, m, 0}].push_back(here);
        }
        if (is_pinned(c)) continue;
        days[{RowFamily::revisit, c.hotspot, 0}].push_back(here);
        for (const std::size_t clique : cliques_of_[c.hotspot])
            days[{RowFamily::spacing, clique, c.theme}].push_back(here);
        if (c.on_region_day()) continue;
        days[{RowFamily::crew_day, c.crew, 0}].push_back(here);
        days[{RowFamily::crew_week, c.crew, p.week[c.day]}].push_back(here);
    }
    std::vector<WindowRow> rows;
    for (auto& [key, by_day] : days) {
        const auto& [family, index, theme] = key;
        WindowRow row{family, index, 0, 0, 0, 0, 1};
        switch (family) {
            case RowFamily::gap: slide(row, p.gap_days(), by_day, rows); break;
            case RowFamily::revisit: slide(row, p.revisit_days(), by_day, rows); break;
            case RowFamily::region_day:
            case RowFamily::crew_day: slide(row, 1, by_day, rows); break;
            case RowFamily::spacing:
                row.theme = theme;
                slide(row, p.spacing_days(), by_day, rows);
                break;
            case RowFamily::crew_week: {
                const auto first = std::find(p.week.begin(), p.week.end(), theme);
                row.from = static_cast<int>(first - p.week.begin());
                row.to = static_cast<int>(std::upper_bound(first, p.week.end(), theme) - p.week.begin()) - 1;
                row.cap = set_->week_capacity[index][static_cast<std::size_t>(theme)];
                double sum = 0;
                for (const auto& [day, share] : by_day) sum += share;
                if (sum > row.cap + tolerance) rows.push_back(row);
                break;
            }
            case RowFamily::crew_moment: break;
        }
    }
    if (!p.can_collide_overnight) return rows;
    for (const auto& [id, share] : solution) {
        const Candidate& early = (*set_)[id];
        if (early.day == 0 || early.on_region_day() || is_pinned(early)) continue;
        const WindowRow row{RowFamily::crew_moment,    early.crew, 0, early.day - 1, early.day,
                            p.slots[early.slot].start, 1};
        double sum = 0;
        for (const auto& [other, other_share] : solution)
            if (holds(row, (*set_)[other])) sum += other_share;
        if (sum > 1 + tolerance && std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
    return rows;
}

}  // namespace baken::planning
