#include "planning/candidates.hpp"

#include "planning/score.hpp"
#include "planning/settle_locks.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace baken::planning {

namespace {

constexpr int school_opens = 7 * 60, school_closes = 18 * 60;

/// The names that a check may carry on a day, per theme: confirmed campaigns, each of them a choice; else one that only
/// attracts.
struct CampaignChoice {
    std::vector<std::int16_t> names{nothing};
    Attraction attraction = Attraction::none;
};
using ChoicesOfDay = std::array<CampaignChoice, theme_count>;

std::vector<ChoicesOfDay> campaign_choices(const Problem& problem) {
    std::vector<ChoicesOfDay> days(static_cast<std::size_t>(problem.days));
    const auto index_of_name = [&](const Campaign& campaign) {
        const auto& names = problem.campaign_names;
        return static_cast<std::int16_t>(std::find(names.begin(), names.end(), campaign.name) - names.begin());
    };
    for (int day = 0; day < problem.days; ++day)
        for (const Campaign* campaign : problem.calendar->campaigns_on(problem.date(day))) {
            CampaignChoice& choice = days[static_cast<std::size_t>(day)][index_of(campaign->theme)];
            const std::int16_t name = index_of_name(*campaign);
            const bool is_known = std::find(choice.names.begin(), choice.names.end(), name) != choice.names.end();
            if (campaign->is_confirmed) {
                if (choice.attraction != Attraction::confirmed) choice.names.clear();
                if (choice.attraction != Attraction::confirmed || !is_known) choice.names.push_back(name);
                choice.attraction = Attraction::confirmed;
            } else if (choice.attraction == Attraction::none) {
                choice = {{name}, Attraction::unconfirmed};
            }
        }
    return days;
}

class Maker {
public:
    explicit Maker(const Problem& problem) : problem_(problem), choices_(campaign_choices(problem)) {}

    /// Calls take(candidate) for each kind and campaign of the choice.
    template <class Take>
    void make(Candidate c, Take&& take) const {
        const bool is_region_day = c.day == problem_.region_day;
        c.kind = is_region_day ? CheckKind::region_day : CheckKind::targeted;
        with_campaigns(c, take);
        if (is_region_day || !problem_.in_season[c.day] || !is_dark_days_theme(all_themes[c.theme])) return;
        if (problem_.darkness.at(c.hotspot, c.day, c.slot) < 1) return;
        c.kind = CheckKind::dark_days;
        with_campaigns(c, take);
    }

private:
    template <class Take>
    void with_campaigns(Candidate& c, Take&& take) const {
        const CampaignChoice& choice = choices_[c.day][c.theme];
        c.value = check_value(problem_, c, choice.attraction);
        for (const std::int16_t name : choice.names) {
            c.campaign = name;
            take(c);
        }
    }

    const Problem& problem_;
    std::vector<ChoicesOfDay> choices_;
};

std::vector<Candidate> of_lock(const Problem& problem, const Maker& maker, std::size_t lock_index) {
    const AgreedCheck& lock = problem.locks[lock_index];
    std::vector<Candidate> found;
    int least = std::numeric_limits<int>::max();
    Candidate c;
    c.lock = static_cast<std::int16_t>(lock_index);
    c.day = static_cast<std::uint16_t>(lock.day);
    const auto consider = [&](const Candidate& made) {
        const int broken = filters_broken(problem, made);
        if (broken < least) found.clear();
        least = std::min(least, broken);
        if (broken == least) found.push_back(made);
    };
    for (const std::size_t hotspot : lock.hotspots)
        for (std::size_t slot = 0; slot < problem.slots.size(); ++slot) {
            if (lock.slot ? *lock.slot != slot : !problem.slots[slot].is_block) continue;
            for (std::size_t theme = 0; theme < theme_count; ++theme) {
                if (lock.theme && index_of(*lock.theme) != theme) continue;
                for (std::size_t crew = 0; crew < problem.crews.size(); ++crew) {
                    c.hotspot = static_cast<std::uint32_t>(hotspot);
                    c.slot = static_cast<std::uint8_t>(slot);
                    c.theme = static_cast<std::uint8_t>(theme);
                    c.crew = static_cast<std::uint8_t>(crew);
                    maker.make(c, consider);
                }
            }
        }
    return found;
}

/// Whether a check could go there beside every lock: with each there is at least one choice that it goes with.
class BesideLocks {
public:
    BesideLocks(const Problem& problem, const CandidateSet& set) : problem_(problem), set_(set) {}

    [[nodiscard]] bool allow(const Candidate& c) const {
        if (!c.on_region_day() && set_.week_capacity[c.crew][static_cast<std::size_t>(problem_.week[c.day])] <= 0)
            return false;
        for (const auto& choices : set_.of_lock) {
            if (choices.empty()) continue;
            const bool goes = std::any_of(choices.begin(), choices.end(), [&](CandidateId id) {
                return broken_by(problem_, c, set_.all[id]) == PairRule::none;
            });
            if (!goes) return false;
        }
        return true;
    }

private:
    const Problem& problem_;
    const CandidateSet& set_;
};

void add_free(const Problem& problem, const Maker& maker, CandidateSet& set) {
    const BesideLocks beside(problem, set);
    const auto take = [&](const Candidate& made) {
        if (beside.allow(made)) set.all.push_back(made);
    };
    Candidate c;
    for (std::size_t hotspot = 0; hotspot < problem.hotspot_count; ++hotspot) {
        if (!problem.is_usable[hotspot]) continue;
        c.hotspot = static_cast<std::uint32_t>(hotspot);
        const std::uint32_t m = problem.municipality_of_hotspot[hotspot];
        for (int day = 0; day < problem.days; ++day) {
            if (!problem.is_open[static_cast<std::size_t>(day)]) continue;
            c.day = static_cast<std::uint16_t>(day);
            for (std::size_t slot = 0; slot < problem.slots.size(); ++slot) {
                if (!problem.slots[slot].is_block) continue;
                c.slot = static_cast<std::uint8_t>(slot);
                for (std::size_t theme = 0; theme < theme_count; ++theme) {
                    c.theme = static_cast<std::uint8_t>(theme);
                    for (std::size_t crew = 0; crew < problem.crews.size(); ++crew) {
                        const Crew& team = problem.crews[crew];
                        if (!team.serves[m] || !team.works[static_cast<std::size_t>(day)] || !team.fits[slot]) continue;
                        c.crew = static_cast<std::uint8_t>(crew);
                        if (filters_broken(problem, c) == 0) maker.make(c, take);
                    }
                }
            }
        }
    }
}

void list_undominated(const Problem& problem, CandidateSet& set) {
    std::vector<CandidateId> order(set.all.size() - set.first_free);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<CandidateId>(set.first_free + i);
    for (CandidateId id = 0; id < set.first_free; ++id) set.undominated.push_back(id);
    if (problem.can_collide_overnight) {
        set.undominated.insert(set.undominated.end(), order.begin(), order.end());
        return;
    }
    // Free candidates stand day by day and slot by slot: the best so far per (theme, crew, kind, campaign) of the day
    // at hand.
    std::vector<std::pair<std::uint64_t, CandidateId>> best_of_day;
    const auto flush = [&] {
        for (const auto& [key, id] : best_of_day) set.undominated.push_back(id);
        best_of_day.clear();
    };
    for (std::size_t at = 0; at < order.size(); ++at) {
        const Candidate& c = set.all[order[at]];
        if (at > 0) {
            const Candidate& before = set.all[order[at - 1]];
            if (before.day != c.day || before.hotspot != c.hotspot) flush();
        }
        const std::uint64_t key =
            ((static_cast<std::uint64_t>(c.theme) * 256 + c.crew) * 4 + static_cast<std::uint64_t>(c.kind)) * 65536 +
            static_cast<std::uint16_t>(c.campaign);
        const auto found =
            std::find_if(best_of_day.begin(), best_of_day.end(), [&](const auto& e) { return e.first == key; });
        if (found == best_of_day.end())
            best_of_day.emplace_back(key, order[at]);
        else if (c.value > set.all[found->second].value)
            found->second = order[at];
    }
    flush();
    std::sort(set.undominated.begin(), set.undominated.end());
}

}  // namespace

int filters_broken(const Problem& problem, const Candidate& c) {
    const Slot& slot = problem.slots[c.slot];
    const Crew& crew = problem.crews[c.crew];
    int broken = 0;
    if (!problem.is_open[c.day]) ++broken;
    if (!crew.serves[problem.municipality_of(c)]) ++broken;
    if (!crew.works[c.day]) ++broken;
    if (!crew.fits[c.slot]) ++broken;
    if (all_themes[c.theme] == Theme::school_zone) {
        if (!problem.is_school_day[c.day]) ++broken;
        if (slot.start < school_opens || slot.end > school_closes) ++broken;
    }
    return broken;
}

CandidateSet candidates_of(const Problem& problem) {
    const Maker maker(problem);
    CandidateSet set;
    std::vector<std::vector<Candidate>> choices;
    for (std::size_t i = 0; i < problem.locks.size(); ++i) choices.push_back(of_lock(problem, maker, i));
    SettledLocks settled = settle_locks(problem, std::move(choices));
    set.is_pinned = std::move(settled.is_pinned);
    set.week_capacity = std::move(settled.week_capacity);
    for (const auto& of_one : settled.choices) {
        set.of_lock.emplace_back();
        for (const Candidate& c : of_one) {
            set.of_lock.back().push_back(static_cast<CandidateId>(set.all.size()));
            set.all.push_back(c);
        }
    }
    set.first_free = set.all.size();
    add_free(problem, maker, set);
    list_undominated(problem, set);
    return set;
}

}  // namespace baken::planning
