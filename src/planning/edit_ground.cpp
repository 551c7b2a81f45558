#include "planning/edit_ground.hpp"

#include "calendar/local_time.hpp"
#include "planning/edit_words.hpp"
#include "planning/reason.hpp"
#include "planning/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace baken::planning {

namespace {

constexpr int minutes_of_day = 1440;

/// What rules and values need: no outlines, no events.
std::vector<Municipality> without_areas(const std::vector<Municipality>& all) {
    std::vector<Municipality> light;
    for (const Municipality& m : all) light.push_back({.code = m.code, .name = m.name, .area = {}, .centre = m.centre});
    return light;
}

std::vector<Hotspot> without_events(std::vector<Hotspot> all) {
    for (Hotspot& hotspot : all) {
        hotspot.accident_rows = {};
        hotspot.complaint_rows = {};
    }
    return all;
}

/// Locks hold checks in their place, and that is seen by the checks themselves.
Settings without_locks(Settings settings) {
    settings.locks.clear();
    return settings;
}

Change refused(std::string why) { return {std::move(why), {}, {}}; }

}  // namespace

Ground::Ground(const PlanningInput& given)
    : municipalities(without_areas(given.municipalities)),
      hotspots(without_events(given.hotspots)),
      settings(given.settings),
      calendar(given.calendar),
      input{municipalities, hotspots, settings, calendar, given.seed},
      free_settings(without_locks(given.settings)),
      problem(Problem::without_darkness({municipalities, hotspots, free_settings, calendar, given.seed})) {}

bool Ground::is_known(const Check& check) const {
    return check.municipality < municipalities.size() && check.hotspot < hotspots.size() &&
           check.crew < problem.crews.size();
}

void Ground::choose_campaign(Check& check) const {
    const Campaign* chosen = nullptr;
    for (const Campaign* running : calendar.campaigns_on(check.date)) {
        if (running->theme != check.theme) continue;
        if (running->name == check.campaign) return;
        if (chosen == nullptr || (running->is_confirmed && !chosen->is_confirmed)) chosen = running;
    }
    check.campaign = chosen == nullptr ? std::string() : chosen->name;
}

void Ground::work_out(Check& check) const {
    check.starts_at = to_utc(check.date, check.start);
    check.ends_at = to_utc(check.date, check.end);
    check.dark_share = darkness_of(check.date, check.start, check.end, hotspots[check.hotspot].lonlat);
    choose_campaign(check);

    Candidate c;
    c.hotspot = static_cast<std::uint32_t>(check.hotspot);
    c.day = static_cast<std::uint16_t>((check.date - problem.first_day).count());
    c.theme = static_cast<std::uint8_t>(index_of(check.theme));
    c.crew = static_cast<std::uint8_t>(check.crew);
    c.kind = check.kind;
    const auto& names = problem.campaign_names;
    const auto name = std::find(names.begin(), names.end(), check.campaign);
    if (name != names.end()) c.campaign = static_cast<std::int16_t>(name - names.begin());
    Attraction attraction = Attraction::none;
    for (const Campaign* running : calendar.campaigns_on(check.date))
        if (running->theme == check.theme)
            attraction = std::max(attraction, running->is_confirmed ? Attraction::confirmed : Attraction::unconfirmed);
    check.value = check_value(problem, c, {check.start, check.end, check.dark_share}, attraction);
    check.reason = reason_of(problem, c, check.dark_share);
}

/// Summed in the order of evaluate(), so that a plan is worth the same to the last bit, however it came about.
double Ground::value_of(const std::vector<Check>& checks) const {
    double value = 0, loss = 0;
    std::map<std::size_t, int> count;
    for (const Check& check : checks) {
        if (check.status == CheckStatus::cancelled) continue;
        value += check.value;
        if (!is_known(check)) continue;
        for (const std::size_t group :
             {check.hotspot * theme_count + index_of(check.theme), problem.group_of_hotspot(check.hotspot),
              problem.group_of_cluster(check.hotspot)})
            ++count[group];
    }
    for (const auto& [group, times] : count)
        for (int rank = 2; rank <= times; ++rank) loss += problem.groups[group].loss(rank);
    return value - loss;
}

Change Ground::changed(std::vector<Check> checks, const MoveCheck& edit) const {
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == edit.check; });
    if (at == checks.end() || !is_known(*at)) return refused(unknown_check(edit.check, language()));
    if (std::string why = fixed_because(*at, hotspots, language()); !why.empty()) return refused(std::move(why));
    if (!is_in_year(edit.date)) return refused(outside_the_year(edit.date, calendar.year, language()));
    if (edit.start && (*edit.start < 0 || *edit.start >= minutes_of_day))
        return refused(std::string(
            says(language(), "Een controle begint tussen 00:00 en 24:00.", "A check begins between 00:00 and 24:00.")));
    at->date = edit.date;
    if (edit.start) {
        at->end += *edit.start - at->start;
        at->start = *edit.start;
    }
    work_out(*at);
    return {{}, std::move(checks), {edit.check}};
}

Change Ground::changed(std::vector<Check> checks, const SwapChecks& edit) const {
    const auto find = [&](const CheckId& id) {
        return std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == id; });
    };
    const auto first = find(edit.first), second = find(edit.second);
    if (first == checks.end() || !is_known(*first)) return refused(unknown_check(edit.first, language()));
    if (second == checks.end() || !is_known(*second)) return refused(unknown_check(edit.second, language()));
    if (first == second)
        return refused(std::string(says(language(), "Een controle kan niet met zichzelf ruilen; kies een andere.",
                                        "A check cannot be swapped with itself; choose another one.")));
    for (const Check& one : {*first, *second})
        if (std::string why = fixed_because(one, hotspots, language()); !why.empty()) return refused(std::move(why));
    std::swap(first->date, second->date);
    std::swap(first->start, second->start);
    std::swap(first->end, second->end);
    work_out(*first);
    work_out(*second);
    return {{}, std::move(checks), {edit.first, edit.second}};
}

CheckId Ground::next_id(const std::vector<Check>& checks, std::uint32_t municipality) const {
    const std::string stem = fmt::format("{}-{}-", municipalities[municipality].code.text, calendar.year);
    int highest = 0;
    for (const Check& check : checks) {
        if (check.id.text.compare(0, stem.size(), stem) != 0) continue;
        int number = 0;
        const char* end = check.id.text.data() + check.id.text.size();
        std::from_chars(check.id.text.data() + stem.size(), end, number);
        highest = std::max(highest, number);
    }
    return {fmt::format("{}{:02}", stem, highest + 1)};
}

Change Ground::changed(std::vector<Check> checks, const AddCheck& edit) const {
    const auto say = [&](const char* dutch, const char* english) {
        return std::string(says(language(), dutch, english));
    };
    const auto at =
        std::find_if(hotspots.begin(), hotspots.end(), [&](const Hotspot& h) { return h.id == edit.hotspot; });
    if (at == hotspots.end())
        return refused(fmt::format(fmt::runtime(says(language(), "Aandachtslocatie {} is er niet (meer).",
                                                     "There is no hotspot {} (any more).")),
                                   edit.hotspot.text));
    if (std::string why = closed_to_checks_because(*at, language()); !why.empty()) return refused(std::move(why));
    if (!is_in_year(edit.date)) return refused(outside_the_year(edit.date, calendar.year, language()));
    if (edit.start < 0 || edit.start >= minutes_of_day || edit.end <= edit.start ||
        edit.end - edit.start > minutes_of_day)
        return refused(say("Een controle begint tussen 00:00 en 24:00 en duurt ten hoogste een dag.",
                           "A check begins between 00:00 and 24:00 and lasts a day at most."));
    if (edit.crew >= problem.crews.size())
        return refused(say("Die ploeg staat niet in de instellingen.", "That crew is not in the settings."));

    Check check;
    check.municipality = at->municipality;
    check.hotspot = static_cast<std::size_t>(at - hotspots.begin());
    check.id = next_id(checks, check.municipality);
    check.date = edit.date;
    check.start = edit.start;
    check.end = edit.end;
    check.theme = edit.theme;
    check.kind = edit.kind;
    check.crew = edit.crew;
    if (check.kind == CheckKind::integrated || check.kind == CheckKind::region_day) check.partners = "gemeente";
    work_out(check);
    checks.push_back(check);
    return {{}, std::move(checks), {check.id}};
}

Change Ground::changed(std::vector<Check> checks, const DropCheck& edit) const {
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == edit.check; });
    if (at == checks.end()) return refused(unknown_check(edit.check, language()));
    if (std::string why = fixed_because(*at, hotspots, language()); !why.empty()) return refused(std::move(why));
    checks.erase(at);
    return {{}, std::move(checks), {}};
}

Change Ground::changed(std::vector<Check> checks, const LockCheck& edit) const {
    const auto at = std::find_if(checks.begin(), checks.end(), [&](const Check& c) { return c.id == edit.check; });
    if (at == checks.end()) return refused(unknown_check(edit.check, language()));
    at->is_locked = edit.is_locked;
    return {{}, std::move(checks), {}};
}

}  // namespace baken::planning
