/// What a change by hand costs to try: the price of one drag, and of every day of the year for one check.

#include "base/random.hpp"
#include "planning/edit_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

using namespace baken;

namespace {

/// A region of squares with ten hotspots each, and six checks a municipality spread over the year.
struct Region {
    std::vector<Municipality> municipalities;
    std::vector<Hotspot> hotspots;
    Settings settings;
    Calendar calendar;
    std::vector<Check> checks;

    explicit Region(int size) {
        Rng rng(5);
        settings.year = 2027;
        for (int c = 0; c < std::max(1, size / 6); ++c) {
            settings.crews.emplace_back();
            settings.crews.back().name = fmt::format("Team {}", c + 1);
        }
        for (int m = 0; m < size; ++m) {
            municipalities.push_back({.code = {fmt::format("GM{:04}", m)}, .name = fmt::format("Gemeente {}", m)});
            for (int h = 0; h < 10; ++h) {
                Hotspot hotspot;
                hotspot.id.text = fmt::format("GM{:04}-H{}", m, h);
                hotspot.municipality = static_cast<std::uint32_t>(m);
                hotspot.name = fmt::format("Straat {}, Gemeente {}", h, m);
                hotspot.at = {m * 6000 + rng.uniform(0, 6000), rng.uniform(0, 6000)};
                hotspot.lonlat = {5.8, 51.8};
                hotspot.score = rng.uniform(0.1, 1);
                hotspot.complainants = static_cast<int>(rng.below(8));
                hotspot.theme_weight.fill(0.5);
                hotspots.push_back(hotspot);
            }
        }
        settings.calendar.region_day = make_date(2027, 10, 8);
        std::vector<Campaign> campaigns;
        for (unsigned month = 1; month <= 12; ++month)
            campaigns.push_back({fmt::format("Campagne {}", month), all_themes[month % theme_count],
                                 make_date(2027, month, 5), make_date(2027, month, 19), month % 2 == 0, ""});
        calendar = make_calendar(2027, settings.calendar, settings.rules.dark_days, campaigns, {});
    }
    [[nodiscard]] PlanningInput input() const { return {municipalities, hotspots, settings, calendar, 1}; }

    void fill(const PlanBench& bench) {
        for (int m = 0; m < static_cast<int>(municipalities.size()); ++m)
            for (int i = 0; i < 6; ++i)
                checks = bench
                             .tried(checks, AddCheck{.hotspot = hotspots[static_cast<std::size_t>(m * 10 + i)].id,
                                                     .date = make_date(2027, 1, 4) + std::chrono::days{58 * i + m},
                                                     .start = 18 * 60,
                                                     .end = 20 * 60,
                                                     .theme = all_themes[static_cast<std::size_t>(i + m) % theme_count],
                                                     .crew = static_cast<std::size_t>(m) % settings.crews.size()})
                             .checks;
    }
};

template <class Act>
double median_ms(int times, Act&& act) {
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        act(i);
        taken.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(taken.begin(), taken.begin() + times / 2, taken.end());
    return taken[static_cast<std::size_t>(times) / 2];
}

void measure(int size) {
    Region region(size);
    const double making = median_ms(9, [&](int) { const PlanBench bench(region.input()); });
    const PlanBench bench(region.input());
    region.fill(bench);
    const auto& checks = region.checks;
    const auto nth = [&](int i) { return checks[static_cast<std::size_t>(i * 7) % checks.size()].id; };
    const double drag = median_ms(101, [&](int i) {
        (void)bench.tried(checks, MoveCheck{nth(i), make_date(2027, 1, 1) + std::chrono::days{i * 3}});
    });
    const double year = median_ms(51, [&](int i) { (void)bench.days_for(checks, nth(i)); });
    fmt::print(
        "{:>3} municipalities, {:>3} hotspots, {:>3} checks: bench {:.2f} ms, one move {:.2f} ms, a year {:.2f} ms\n",
        size, region.hotspots.size(), checks.size(), making, drag, year);
}

}  // namespace

int main() {
    measure(6);
    measure(40);
    return 0;
}
