#pragma once
/// The planning year as numbers: everything that the solver needs to know, checked and unchangeable.
///
///     const Problem problem(input);
///     const std::vector<Candidate> all = candidates_of(problem);

#include "planning/candidate.hpp"
#include "planning/darkness.hpp"
#include "planning/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken::planning {

enum class RequirementKind { lock, quota, dark_days, region_day, campaign, complaints };

/// Something the plan must hold at least `need` checks of. What is missing costs `weight` a check.
struct Requirement {
    RequirementKind kind = RequirementKind::quota;
    std::size_t index = 0;  ///< of the lock, municipality, campaign of the calendar, or hotspot
    int need = 0;
    double weight = 0;
    std::string clause;  ///< id, the same as in the certificate
};

/// A stretch of a day in which a check can be: the blocks of the calendar, and the hours of locks that lie elsewhere.
struct Slot {
    int start = 0, end = 0;  ///< minutes of the day, past 1440: the next day
    bool is_block = true;    ///< false: only for the locks that ask for it
    bool operator==(const Slot&) const = default;
};

struct Crew {
    std::string name;
    int checks_per_week = 0;
    std::vector<bool> serves;  ///< per municipality
    std::vector<bool> works;   ///< per day: its weekdays less the days away
    std::vector<bool> fits;    ///< per slot: within its hours
};

/// An agreed check with its places resolved.
struct AgreedCheck {
    std::uint32_t municipality = 0;
    int day = 0;
    std::vector<std::size_t> hotspots;  ///< those it may be at; empty: none can be used
    std::optional<Theme> theme;
    std::optional<std::uint8_t> slot;
};

/// Counts with diminishing returns: the r-th check in the group loses `reference * (1 - ratio^(r-1))`.
struct Group {
    double reference = 0;
    double ratio = 0;
    [[nodiscard]] double loss(int rank) const;  ///< of the check that is the rank-th, 1 first: 0
};

class Problem {
public:
    /// Throws SettingsError for locks and crews that name what is not there, InputError for scores that are no numbers.
    /// `alike`: another problem with the same year and hotspots, to share what takes long to work out.
    explicit Problem(const PlanningInput&, const Problem* alike = nullptr);
    /// One whose `darkness` is empty: for those who look at single checks, not at all of the year.
    [[nodiscard]] static Problem without_darkness(const PlanningInput&);

    [[nodiscard]] Date date(int day) const { return first_day + std::chrono::days{day}; }
    [[nodiscard]] std::uint32_t municipality_of(const Candidate& c) const { return municipality_of_hotspot[c.hotspot]; }
    [[nodiscard]] bool are_near(std::size_t a, std::size_t b) const { return near[a * hotspot_count + b]; }
    [[nodiscard]] std::size_t groups_of_pair(const Candidate& c) const { return c.hotspot * theme_count + c.theme; }
    [[nodiscard]] std::size_t group_of_hotspot(std::size_t hotspot) const {
        return hotspot_count * theme_count + hotspot;
    }
    [[nodiscard]] std::size_t group_of_cluster(std::size_t hotspot) const {
        return hotspot_count * (theme_count + 1) + cluster[hotspot];
    }
    /// Calls visit(index) for each requirement that the candidate counts for.
    template <class Visit>
    void for_each_requirement(const Candidate& c, Visit&& visit) const {
        const std::uint32_t m = municipality_of(c);
        if (c.is_locked() && lock_requirement[static_cast<std::size_t>(c.lock)] >= 0)
            visit(static_cast<std::size_t>(lock_requirement[static_cast<std::size_t>(c.lock)]));
        if (c.kind == CheckKind::dark_days) {
            if (in_head_season[c.day] && dark_requirement[m] >= 0) visit(static_cast<std::size_t>(dark_requirement[m]));
        } else if (quota_requirement[m] >= 0) {
            visit(static_cast<std::size_t>(quota_requirement[m]));
        }
        if (c.on_region_day() && region_requirement[m] >= 0) visit(static_cast<std::size_t>(region_requirement[m]));
        if (c.campaign != nothing)
            for (const CampaignDays& window : campaign_days[static_cast<std::size_t>(c.campaign)])
                if (window.theme == c.theme && window.from <= c.day && c.day <= window.to) visit(window.requirement);
        if (complaint_requirement[c.hotspot] >= 0) visit(static_cast<std::size_t>(complaint_requirement[c.hotspot]));
    }

    struct CampaignDays {
        int theme = 0, from = 0, to = 0;
        std::size_t requirement = 0;
    };

    const std::vector<Municipality>* municipalities;
    const std::vector<Hotspot>* hotspots;
    const Calendar* calendar;
    Settings settings;

    Date first_day;
    int days = 0;
    int region_day = -1;
    std::size_t hotspot_count = 0, municipality_count = 0;

    std::vector<std::uint32_t> municipality_of_hotspot;
    std::vector<bool> is_usable;       ///< per hotspot: neither rejected nor unenforceable
    std::vector<bool> near;            ///< hotspot x hotspot: closer than the spacing, itself included
    std::vector<std::size_t> cluster;  ///< per hotspot
    std::vector<Group> groups;         ///< (hotspot, theme), hotspot, cluster
    std::vector<Slot> slots;
    std::vector<Crew> crews;
    std::vector<AgreedCheck> locks;
    std::vector<bool> is_open, is_school_day, in_season, in_head_season;  ///< per day
    std::vector<int> week;                                                ///< per day: running number of its ISO week
    int weeks = 0;
    std::vector<int> maximum;  ///< checks per municipality, at least its locks
    std::vector<std::string> campaign_names;
    std::vector<std::vector<CampaignDays>> campaign_days;  ///< per name: windows that ask for checks
    bool can_collide_overnight = false;                    ///< two slots of one crew on following days can overlap

    std::vector<Requirement> requirements;
    std::vector<int> lock_requirement, quota_requirement, dark_requirement, region_requirement, complaint_requirement;

    DarknessTable darkness;

    [[nodiscard]] int revisit_days() const { return settings.rules.revisit.value; }
    [[nodiscard]] int spacing_days() const { return settings.rules.spacing_days.value; }
    [[nodiscard]] int gap_days() const { return settings.rules.municipality_gap.value; }

private:
    enum class Sun { worked_out, left_out };
    Problem(const PlanningInput&, const Problem* alike, Sun);

    void read_calendar();
    void read_hotspots();
    void read_crews();
    void read_locks();
    void group_hotspots();
    void list_requirements();
};

}  // namespace baken::planning
