#include "app/check_locks.hpp"

#include "app/plan_bench.hpp"
#include "base/text.hpp"
#include "config/edit_settings.hpp"
#include "config/read_settings.hpp"
#include "planning/verify_bench.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr int minutes_of_day = 1440;

/// Holds checks against the agreements of a project.
class Agreements {
public:
    explicit Agreements(const Project& project)
        : calendar_(calendar_of(project)),
          input_{.municipalities = project.region->municipalities,
                 .hotspots = project.hotspots,
                 .settings = project.settings,
                 .calendar = calendar_,
                 .seed = project.seed},
          bench_{input_, project.settings.crews, {}} {}

    [[nodiscard]] bool is_agreed(const Lock& lock, const Check& check) const {
        return check.hotspot < input_.hotspots.size() && check.municipality < input_.municipalities.size() &&
               verification::is_as_agreed(bench_, lock, check);
    }
    [[nodiscard]] bool is_agreed(const Check& check) const {
        const auto& locks = input_.settings.locks;
        return std::any_of(locks.begin(), locks.end(), [&](const Lock& lock) { return is_agreed(lock, check); });
    }

private:
    const Calendar calendar_;
    const PlanningInput input_;
    const verification::Bench bench_;
};

/// As the settings write it, so that they know it again.
std::string written_name(const Project& project, std::uint32_t municipality) {
    const std::string& name = project.region->municipalities.at(municipality).name;
    const auto& written = project.settings.region.municipalities;
    for (const auto& one : written)
        if (folded(one) == folded(name)) return one;
    return written.size() == project.region->municipalities.size() ? written[municipality] : name;
}

Lock lock_of(const Project& project, const Check& check) {
    Lock lock{.municipality = written_name(project, check.municipality),
              .date = check.date,
              .site = project.hotspots.at(check.hotspot).id.text,
              .theme = check.theme,
              .start = {}};
    if (check.start < minutes_of_day) lock.start = check.start;
    return lock;
}

bool is_same(const Lock& a, const Lock& b) {
    return a.municipality == b.municipality && a.date == b.date && a.site == b.site && a.theme == b.theme &&
           a.start == b.start;
}

}  // namespace

std::string with_check_locked(const Project& project, const Check& check) {
    const Lock lock = lock_of(project, check);
    const auto& locks = project.settings.locks;
    if (std::any_of(locks.begin(), locks.end(), [&](const Lock& l) { return is_same(l, lock); }))
        return project.settings_text;
    // A looser agreement that this check fills would ask for the same day twice.
    return with_lock(with_check_unlocked(project, check), lock);
}

std::string with_check_unlocked(const Project& project, const Check& check) {
    const Agreements agreements(project);
    std::string text = project.settings_text;
    for (std::size_t i = project.settings.locks.size(); i-- > 0;)
        if (agreements.is_agreed(project.settings.locks[i], check)) text = without_lock(text, i);
    return text;
}

std::string with_locks_at(const Project& project, const HotspotId& from, const HotspotId& into) {
    std::string text = project.settings_text;
    std::vector<Lock> moved;
    for (std::size_t i = project.settings.locks.size(); i-- > 0;) {
        Lock lock = project.settings.locks[i];
        if (lock.site != from.text) continue;
        lock.site = into.text;
        text = without_lock(text, i);
        moved.push_back(std::move(lock));
    }
    for (auto lock = moved.rbegin(); lock != moved.rend(); ++lock) text = with_lock(text, *lock);
    return text;
}

void use_settings(Project& project, const std::string& text) {
    if (text == project.settings_text) return;
    const Settings before = read_settings(project.settings_text, project.settings.file);
    Settings after = read_settings(text, project.settings.file);
    if (before.language != project.settings.language) after.language = project.settings.language;
    if (after.seed && after.seed != before.seed) project.seed = *after.seed;

    const bool has_other_locks =
        !std::equal(before.locks.begin(), before.locks.end(), after.locks.begin(), after.locks.end(), is_same);
    std::vector<bool> was_agreed;
    if (has_other_locks) {
        const Agreements old(project);
        for (const Check& check : project.plan.checks) was_agreed.push_back(old.is_agreed(check));
    }
    for (Check& check : project.plan.checks) {
        const std::string crew = project.settings.crew_name(check.crew);
        const auto same =
            std::find_if(after.crews.begin(), after.crews.end(), [&](const CrewSettings& c) { return c.name == crew; });
        check.crew = same == after.crews.end() ? 0 : static_cast<std::size_t>(same - after.crews.begin());
    }
    project.settings = std::move(after);
    project.settings_text = text;
    project.provenance.settings_sha256 = project.settings.sha256;
    if (!has_other_locks) return;
    const Agreements now(project);
    for (std::size_t i = 0; i < project.plan.checks.size(); ++i) {
        Check& check = project.plan.checks[i];
        if (const bool is_agreed = now.is_agreed(check); is_agreed != was_agreed[i])
            check.is_locked = is_agreed || check.status == CheckStatus::done;
    }
}

}  // namespace baken
