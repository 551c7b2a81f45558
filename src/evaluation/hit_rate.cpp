#include "evaluation/hit_rate.hpp"

#include "evaluation/intervals.hpp"
#include "model/fine_kind.hpp"

#include <algorithm>
#include <map>

namespace baken {

namespace {

struct Part {
    int hits = 0, trials = 0;
};

/// Pearson's chi-square over its degrees of freedom: 1 when the checks differ as chance lets them, never below 1.
double spread_of(const std::vector<Part>& parts) {
    double hits = 0, trials = 0, checks = 0;
    for (const Part& part : parts) {
        hits += part.hits;
        trials += part.trials;
        checks += part.trials > 0 ? 1 : 0;
    }
    if (checks < 2 || hits == 0 || hits >= trials) return 1;
    const double share = hits / trials;
    double chi_square = 0;
    for (const Part& part : parts) {
        if (part.trials == 0) continue;
        const double away = part.hits - share * part.trials;
        chi_square += away * away / (share * (1 - share) * part.trials);
    }
    return std::max(1.0, chi_square / (checks - 1));
}

std::optional<Estimate> rate_of(const std::vector<Part>& parts, double spread) {
    Part sum;
    for (const Part& part : parts) {
        sum.hits += part.hits;
        sum.trials += part.trials;
    }
    if (sum.trials <= 0) return std::nullopt;
    const double rate = static_cast<double>(sum.hits) / sum.trials;
    if (sum.hits <= sum.trials) return Estimate{rate, wilson(sum.hits / spread, sum.trials / spread)};
    const Interval fines = poisson_interval(sum.hits);
    return Estimate{rate, {fines.low / sum.trials, fines.high / sum.trials}};
}

template <class Key, class KeyOf>
std::vector<HitRates::Of<Key>> grouped(std::span<const Check> checks, KeyOf&& key_of) {
    std::map<Key, std::vector<const Check*>> groups;
    for (const Check& check : checks) groups[key_of(check)].push_back(&check);
    std::vector<HitRates::Of<Key>> rates;
    for (const auto& [key, group] : groups)
        if (const HitRate rate = hit_rate_of(group); rate.checks > 0) rates.push_back({key, rate});
    return rates;
}

}  // namespace

int fines_in(const CheckResult& result) {
    int sum = 0;
    for (const auto& fines : result.fines) sum += fines.count;
    return sum;
}

HitRate hit_rate_of(std::span<const Check* const> checks) {
    HitRate rate;
    std::vector<Part> by_vehicle, by_test;
    for (const Check* check : checks) {
        if (check->status != CheckStatus::done || !check->result) continue;
        const CheckResult& result = *check->result;
        int found_by_test = 0;
        for (const auto& fines : result.fines)
            if (is_found_by_test(fines.kind)) found_by_test += fines.count;
        ++rate.checks;
        rate.vehicles += result.vehicles;
        rate.tests += result.tests;
        rate.warnings += result.warnings;
        rate.fines += fines_in(result);
        rate.fines_by_test += found_by_test;
        if (result.vehicles > 0) by_vehicle.push_back({fines_in(result), result.vehicles});
        if (result.tests > 0) by_test.push_back({found_by_test, result.tests});
    }
    rate.spread = spread_of(by_vehicle);
    rate.per_vehicle = rate_of(by_vehicle, rate.spread);
    rate.per_test = rate_of(by_test, spread_of(by_test));
    return rate;
}

HitRates hit_rates_of(std::span<const Check> checks) {
    HitRates rates;
    std::vector<const Check*> all;
    std::map<std::string, int> fines;
    for (const Check& check : checks) {
        all.push_back(&check);
        if (check.status == CheckStatus::done && check.result)
            for (const auto& of_kind : check.result->fines) fines[of_kind.kind] += of_kind.count;
    }
    rates.all = hit_rate_of(all);
    rates.by_theme = grouped<Theme>(checks, [](const Check& check) { return check.theme; });
    rates.by_municipality = grouped<std::uint32_t>(checks, [](const Check& check) { return check.municipality; });
    rates.by_hotspot = grouped<std::size_t>(checks, [](const Check& check) { return check.hotspot; });
    for (const auto& [kind, count] : fines)
        if (count > 0) rates.fines.push_back({kind, count});
    std::stable_sort(rates.fines.begin(), rates.fines.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    return rates;
}

}  // namespace baken
