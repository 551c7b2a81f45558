#include "evaluation/progress.hpp"

namespace baken {

namespace {

constexpr double wholly = 1 - 1e-9;

void count(Tally& tally, CheckStatus status) {
    switch (status) {
        case CheckStatus::planned: ++tally.planned; break;
        case CheckStatus::done: ++tally.done; break;
        case CheckStatus::cancelled: ++tally.cancelled; break;
    }
}

void add(Tally& sum, const Tally& part) {
    sum.required += part.required;
    sum.planned += part.planned;
    sum.done += part.done;
    sum.cancelled += part.cancelled;
}

}  // namespace

std::vector<QuotaProgress> progress_of(const Region& region, const Settings& settings, std::span<const Check> checks) {
    std::vector<QuotaProgress> progress(region.municipalities.size() + 1);
    for (std::uint32_t m = 0; m < region.municipalities.size(); ++m) {
        QuotaProgress& here = progress[m + 1];
        here.municipality = m;
        here.quota.required = settings.rules.checks_per_municipality;
        here.dark_days.required = settings.rules.dark_days.checks_per_municipality;
    }
    const MonthDay season_begins = settings.rules.dark_days.from;
    for (const Check& check : checks) {
        if (check.municipality >= region.municipalities.size()) continue;
        QuotaProgress& here = progress[check.municipality + 1];
        if (check.kind != CheckKind::dark_days) {
            if (year_of(check.date) == settings.year) count(here.quota, check.status);
        } else if (check.dark_share >= wholly &&
                   check.date >= make_date(settings.year, season_begins.month, season_begins.day)) {
            count(here.dark_days, check.status);
        }
    }
    for (std::size_t i = 1; i < progress.size(); ++i) {
        add(progress.front().quota, progress[i].quota);
        add(progress.front().dark_days, progress[i].dark_days);
    }
    return progress;
}

}  // namespace baken
