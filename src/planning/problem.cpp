#include "planning/problem.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "planning/clause_ids.hpp"
#include "planning/find_named.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace baken::planning {

namespace {

// A second visit to a hotspot is worth about half of the first, so that a year rotates over the places.
constexpr double pair_share = 0.15, hotspot_share = 0.75, cluster_share = 0.1;
constexpr double pair_ratio = 0.5, hotspot_ratio = 0.35, cluster_ratio = 0.85;

void require_finite(const Hotspot& hotspot) {
    const auto refuse = [&](const char* what) {
        throw InputError(
            fmt::format("hotspot {}: its {} is not a number that a plan can weigh; find the hotspots again",
                        hotspot.id.text, what));
    };
    if (!std::isfinite(hotspot.score) || hotspot.score < 0) refuse("score");
    for (const double weight : hotspot.theme_weight)
        if (!std::isfinite(weight) || weight < 0) refuse("weight of a theme");
    if (hotspot.dark_share && !std::isfinite(*hotspot.dark_share)) refuse("share of dark accidents");
    if (!std::isfinite(hotspot.at.x) || !std::isfinite(hotspot.at.y)) refuse("place on the map");
    if (!std::isfinite(hotspot.lonlat.lon) || !std::isfinite(hotspot.lonlat.lat)) refuse("longitude or latitude");
}

std::vector<CrewSettings> crews_or_one_of_our_own(const Settings& settings) {
    if (!settings.crews.empty()) return settings.crews;
    CrewSettings team;
    team.name = "Team 1";
    return {team};
}

}  // namespace

double Group::loss(int rank) const { return reference * (1 - std::pow(ratio, rank - 1)); }

Problem::Problem(const PlanningInput& input, const Problem* alike) : Problem(input, alike, Sun::worked_out) {}

Problem Problem::without_darkness(const PlanningInput& input) { return Problem(input, nullptr, Sun::left_out); }

Problem::Problem(const PlanningInput& input, const Problem* alike, Sun sun)
    : municipalities(&input.municipalities),
      hotspots(&input.hotspots),
      calendar(&input.calendar),
      settings(input.settings),
      first_day(input.calendar.first_day()),
      days(static_cast<int>((input.calendar.last_day() - input.calendar.first_day()).count()) + 1),
      hotspot_count(input.hotspots.size()),
      municipality_count(input.municipalities.size()) {
    settings.crews = crews_or_one_of_our_own(settings);
    for (const DayBlock& block : calendar->blocks) slots.push_back({block.from, block.until, true});
    read_calendar();
    read_hotspots();
    read_locks();
    read_crews();
    group_hotspots();
    list_requirements();
    if (sun == Sun::left_out) return;
    if (alike != nullptr && alike->slots == slots) {
        darkness = alike->darkness;
        return;
    }
    std::vector<LonLat> places;
    for (const Hotspot& hotspot : *hotspots) places.push_back(hotspot.lonlat);
    std::vector<std::pair<int, int>> hours;
    for (const Slot& slot : slots) hours.emplace_back(slot.start, slot.end);
    darkness = DarknessTable(first_day, days, places, hours);
}

void Problem::read_calendar() {
    if (calendar->region_day) region_day = static_cast<int>((*calendar->region_day - first_day).count());
    IsoWeek last{};
    for (int day = 0; day < days; ++day) {
        const Date when = date(day);
        is_open.push_back(!calendar->closed_because(when));
        is_school_day.push_back(calendar->is_school_day(when));
        const Season* season = calendar->season_of(when);
        in_season.push_back(season != nullptr);
        in_head_season.push_back(season != nullptr && season->starts_in == calendar->year);
        const IsoWeek now = iso_week(when);
        if (day == 0 || now != last) ++weeks;
        last = now;
        week.push_back(weeks - 1);
    }
    for (const Campaign& campaign : calendar->campaigns)
        if (std::find(campaign_names.begin(), campaign_names.end(), campaign.name) == campaign_names.end())
            campaign_names.push_back(campaign.name);
    campaign_days.resize(campaign_names.size());
}

void Problem::read_hotspots() {
    for (const Hotspot& hotspot : *hotspots) {
        require_finite(hotspot);
        if (hotspot.municipality >= municipality_count)
            throw InternalError(fmt::format("hotspot {} names a municipality that is not there", hotspot.id.text));
        municipality_of_hotspot.push_back(hotspot.municipality);
        is_usable.push_back(hotspot.status != "rejected" && hotspot.enforceable != "no");
    }
    const double reach = settings.rules.spacing.value;
    near.resize(hotspot_count * hotspot_count);
    for (std::size_t a = 0; a < hotspot_count; ++a)
        for (std::size_t b = 0; b < hotspot_count; ++b)
            near[a * hotspot_count + b] = a == b || distance((*hotspots)[a].at, (*hotspots)[b].at).value < reach;
}

void Problem::read_crews() {
    for (const CrewSettings& written : settings.crews) {
        Crew crew{written.name, std::max(0, written.checks_per_week), {}, {}, {}};
        crew.serves.assign(municipality_count, written.municipalities.empty());
        for (const std::string& name : written.municipalities)
            crew.serves[municipality_named(name, *municipalities)] = true;
        for (int day = 0; day < days; ++day) {
            const unsigned weekday = weekday_of(date(day));
            bool works = std::count(written.weekdays.begin(), written.weekdays.end(), weekday) > 0;
            for (const ClosedDays& away : written.away)
                works = works && !(away.from <= date(day) && date(day) <= away.to);
            crew.works.push_back(works);
        }
        for (const Slot& slot : slots) crew.fits.push_back(slot.start >= written.from && slot.end <= written.until);
        crews.push_back(std::move(crew));
    }
    if (crews.size() > 200) throw SettingsError("more than 200 crews; a plan is made for at most 200");
    for (const Slot& late : slots)
        for (const Slot& early : slots) can_collide_overnight = can_collide_overnight || late.end - 1440 > early.start;
}

void Problem::read_locks() {
    maximum.assign(municipality_count, std::max(0, settings.rules.max_per_municipality));
    std::vector<int> locked(municipality_count, 0);
    for (std::size_t i = 0; i < settings.locks.size(); ++i) {
        const Lock& written = settings.locks[i];
        AgreedCheck lock;
        lock.municipality = static_cast<std::uint32_t>(
            with_context(lock_clause(i), [&] { return municipality_named(written.municipality, *municipalities); }));
        if (year_of(written.date) != calendar->year)
            throw SettingsError(fmt::format("lock {}: {} is not a day of {}; leave it out or correct the date", i + 1,
                                            to_iso(written.date), calendar->year));
        lock.day = static_cast<int>((written.date - first_day).count());
        lock.hotspots = with_context(
            lock_clause(i), [&] { return hotspots_for_lock(written, lock.municipality, *hotspots, *municipalities); });
        std::erase_if(lock.hotspots, [&](std::size_t h) { return !is_usable[h]; });
        lock.theme = written.theme;
        if (written.start) lock.slot = slot_for_lock(*written.start, slots);
        for (std::size_t j = 0; j < i; ++j) {
            const Lock& other = settings.locks[j];
            if (locks[j].municipality != lock.municipality || locks[j].day != lock.day) continue;
            if (!written.start || !other.start || *written.start == *other.start)
                throw SettingsError(
                    fmt::format("locks {} and {} are both for {} on {} without hours that tell them apart; remove "
                                "one, or give both a different start",
                                j + 1, i + 1, written.municipality, to_iso(written.date)));
        }
        ++locked[lock.municipality];
        locks.push_back(std::move(lock));
    }
    for (std::size_t m = 0; m < municipality_count; ++m) maximum[m] = std::max(maximum[m], locked[m]);
}

void Problem::group_hotspots() {
    // Worst first, each hotspot joins the first leader it is near to: the members of a cluster share their attention.
    std::vector<std::size_t> order(hotspot_count), leaders;
    for (std::size_t h = 0; h < hotspot_count; ++h) order[h] = h;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return (*hotspots)[a].score > (*hotspots)[b].score; });
    cluster.resize(hotspot_count);
    std::vector<double> score_sum, members;
    for (const std::size_t h : order) {
        const auto leader = std::find_if(leaders.begin(), leaders.end(), [&](std::size_t l) { return are_near(l, h); });
        cluster[h] = static_cast<std::size_t>(leader - leaders.begin());
        if (leader == leaders.end()) {
            leaders.push_back(h);
            score_sum.push_back(0);
            members.push_back(0);
        }
        score_sum[cluster[h]] += (*hotspots)[h].score;
        members[cluster[h]] += 1;
    }
    for (const Hotspot& hotspot : *hotspots)
        for (const double weight : hotspot.theme_weight)
            groups.push_back({pair_share * hotspot.score * std::min(weight, 1.0), pair_ratio});
    for (const Hotspot& hotspot : *hotspots) groups.push_back({hotspot_share * hotspot.score, hotspot_ratio});
    for (std::size_t c = 0; c < leaders.size(); ++c)
        groups.push_back({cluster_share * score_sum[c] / members[c], cluster_ratio});
}

void Problem::list_requirements() {
    const Rules& rules = settings.rules;
    const auto add = [&](RequirementKind kind, std::size_t index, int need, std::string clause) {
        if (need <= 0) return -1;
        requirements.push_back({kind, index, need, 0, std::move(clause)});
        return static_cast<int>(requirements.size()) - 1;
    };
    for (std::size_t i = 0; i < locks.size(); ++i)
        lock_requirement.push_back(add(RequirementKind::lock, i, 1, lock_clause(i)));
    for (std::size_t m = 0; m < municipality_count; ++m) {
        const MunicipalityId& code = (*municipalities)[m].code;
        quota_requirement.push_back(add(RequirementKind::quota, m, rules.checks_per_municipality, quota_clause(code)));
        dark_requirement.push_back(
            add(RequirementKind::dark_days, m, rules.dark_days.checks_per_municipality, dark_clause(code)));
        region_requirement.push_back(
            add(RequirementKind::region_day, m, region_day >= 0 ? 1 : 0, region_day_clause(code)));
    }
    const std::vector<std::string> campaign_ids = campaign_clauses(calendar->campaigns);
    for (std::size_t i = 0; i < calendar->campaigns.size(); ++i) {
        const Campaign& campaign = calendar->campaigns[i];
        if (!campaign.is_confirmed) continue;
        const int requirement = add(RequirementKind::campaign, i, rules.checks_per_campaign, campaign_ids[i]);
        if (requirement < 0) continue;
        const auto name =
            std::find(campaign_names.begin(), campaign_names.end(), campaign.name) - campaign_names.begin();
        campaign_days[static_cast<std::size_t>(name)].push_back(
            {static_cast<int>(index_of(campaign.theme)), static_cast<int>((campaign.from - first_day).count()),
             static_cast<int>((campaign.to - first_day).count()), static_cast<std::size_t>(requirement)});
    }
    for (std::size_t h = 0; h < hotspot_count; ++h) {
        const bool asks =
            rules.complainants_for_a_visit > 0 && (*hotspots)[h].complainants >= rules.complainants_for_a_visit;
        complaint_requirement.push_back(
            add(RequirementKind::complaints, h, asks ? 1 : 0, complaints_clause((*hotspots)[h].id)));
    }

    // Requirements before value, agreements before complaint sites, locks before all: one check more on a level is
    // worth more than everything below it. The factors stop at 50, where the sums would outgrow a double's comfort.
    double best_score = 0.005;
    for (const Hotspot& hotspot : *hotspots) best_score = std::max(best_score, hotspot.score);
    int checks = 0, complaint_sites = 0, agreed = 0;
    for (const int most : maximum) checks += most;
    for (const Requirement& requirement : requirements) {
        if (requirement.kind == RequirementKind::complaints)
            complaint_sites += requirement.need;
        else if (requirement.kind != RequirementKind::lock)
            agreed += requirement.need;
    }
    const double per_site = 3 * best_score * (1 + std::min(checks, 50));
    const double per_agreement = per_site * (1 + std::min(complaint_sites, 50));
    const double per_lock = per_agreement * (1 + std::min(agreed, 50));
    for (Requirement& requirement : requirements)
        requirement.weight = requirement.kind == RequirementKind::lock         ? per_lock
                             : requirement.kind == RequirementKind::complaints ? per_site
                                                                               : per_agreement;
}

}  // namespace baken::planning
