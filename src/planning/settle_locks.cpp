#include "planning/settle_locks.hpp"

#include "planning/conflict.hpp"

#include <algorithm>

namespace baken::planning {

namespace {

constexpr int search_limit = 20000;

class Settler {
public:
    Settler(const Problem& problem, std::vector<std::vector<Candidate>> choices) : problem_(problem) {
        settled_.choices = std::move(choices);
        settled_.is_pinned.assign(settled_.choices.size(), false);
        for (const Crew& crew : problem.crews)
            settled_.week_capacity.emplace_back(static_cast<std::size_t>(problem.weeks), crew.checks_per_week);
    }

    SettledLocks run() {
        while (keep_clear_of_pinned() || pin_hopeless_pair() || pin_in_crowded_week()) {
        }
        return std::move(settled_);
    }

private:
    /// One place, theme, hours and crew: of those with the fewest clashes the most valuable. Kind and campaign stay
    /// open.
    void pin(std::size_t lock) {
        auto& mine = settled_.choices[lock];
        const auto clashes = [&](const Candidate& c) {
            int count = 0;
            for (std::size_t other = 0; other < settled_.choices.size(); ++other)
                if (other != lock && settled_.is_pinned[other] && !settled_.choices[other].empty())
                    count += agreed_clash(problem_, c, settled_.choices[other].front()) ? 1 : 0;
            if (!c.on_region_day() && capacity(c) <= 0) ++count;
            return count;
        };
        const Candidate* best = nullptr;
        int fewest = 0;
        for (const Candidate& c : mine) {
            const int count = clashes(c);
            if (best == nullptr || count < fewest || (count == fewest && c.value > best->value)) {
                best = &c;
                fewest = count;
            }
        }
        const Candidate chosen = *best;
        std::erase_if(mine, [&](const Candidate& c) {
            return c.hotspot != chosen.hotspot || c.theme != chosen.theme || c.slot != chosen.slot ||
                   c.crew != chosen.crew;
        });
        settled_.is_pinned[lock] = true;
        if (!chosen.on_region_day()) capacity(chosen) = std::max(0, capacity(chosen) - 1);
    }

    int& capacity(const Candidate& c) {
        return settled_.week_capacity[c.crew][static_cast<std::size_t>(problem_.week[c.day])];
    }

    [[nodiscard]] bool is_open(std::size_t lock) const {
        return !settled_.is_pinned[lock] && !settled_.choices[lock].empty();
    }

    bool keep_clear_of_pinned() {
        for (std::size_t i = 0; i < settled_.choices.size(); ++i) {
            if (!is_open(i)) continue;
            std::vector<Candidate> left;
            for (const Candidate& c : settled_.choices[i]) {
                bool is_clear = c.on_region_day() || capacity(c) > 0;
                for (std::size_t j = 0; j < settled_.choices.size() && is_clear; ++j)
                    if (settled_.is_pinned[j]) is_clear = !agreed_clash(problem_, c, settled_.choices[j].front());
                if (is_clear) left.push_back(c);
            }
            if (left.size() == settled_.choices[i].size()) continue;
            if (left.empty())
                pin(i);
            else
                settled_.choices[i] = std::move(left);
            return true;
        }
        return false;
    }

    bool pin_hopeless_pair() {
        for (std::size_t i = 0; i < settled_.choices.size(); ++i)
            for (std::size_t j = i + 1; j < settled_.choices.size(); ++j) {
                if (!is_open(i) || !is_open(j) || can_go_together(i, j)) continue;
                pin(i);
                return true;
            }
        return false;
    }

    [[nodiscard]] bool can_go_together(std::size_t i, std::size_t j) const {
        for (const Candidate& a : settled_.choices[i])
            for (const Candidate& b : settled_.choices[j])
                if (!agreed_clash(problem_, a, b)) return true;
        return false;
    }

    bool pin_in_crowded_week() {
        for (int week = 0; week < problem_.weeks; ++week) {
            std::vector<std::size_t> here;
            for (std::size_t i = 0; i < settled_.choices.size(); ++i)
                if (is_open(i) && problem_.week[settled_.choices[i].front().day] == week &&
                    !settled_.choices[i].front().on_region_day())
                    here.push_back(i);
            int steps = 0;
            std::vector<const Candidate*> taken;
            if (here.empty() || can_crew(here, 0, taken, steps)) continue;
            pin(here.front());
            return true;
        }
        return false;
    }

    /// Whether crews can be found for the locks of a week from the at-th on; a search too long to finish counts as yes.
    bool can_crew(const std::vector<std::size_t>& locks, std::size_t at, std::vector<const Candidate*>& taken,
                  int& steps) {
        if (at == locks.size() || ++steps > search_limit) return true;
        for (std::size_t crew = 0; crew < problem_.crews.size(); ++crew) {
            const auto& mine = settled_.choices[locks[at]];
            const auto choice =
                std::find_if(mine.begin(), mine.end(), [&](const Candidate& c) { return c.crew == crew; });
            if (choice == mine.end()) continue;
            int load = 0;
            bool is_free = true;
            for (const Candidate* other : taken) {
                load += other->crew == crew ? 1 : 0;
                is_free = is_free && !(other->crew == crew && other->day == choice->day);
            }
            if (!is_free || load >= capacity(*choice)) continue;
            taken.push_back(&*choice);
            if (can_crew(locks, at + 1, taken, steps)) return true;
            taken.pop_back();
        }
        return false;
    }

    const Problem& problem_;
    SettledLocks settled_;
};

}  // namespace

SettledLocks settle_locks(const Problem& problem, std::vector<std::vector<Candidate>> choices) {
    return Settler(problem, std::move(choices)).run();
}

}  // namespace baken::planning
