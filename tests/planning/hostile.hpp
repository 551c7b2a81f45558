#pragma once
/// Random small worlds that look for trouble: ties, two hotspots on one point, few open days, crews without room,
/// quotas that cannot be met.

#include "world.hpp"

namespace baken::test {

inline World hostile_world(std::uint64_t seed) {
    Rng rng(seed);
    World world;
    Settings& settings = world.settings;
    settings.year = 2027;
    const int places = 1 + static_cast<int>(rng.below(2));
    for (int m = 0; m < places; ++m) {
        const auto here = world.add_municipality("GM000" + std::to_string(m + 1), "Plaats " + std::to_string(m + 1));
        const int count = static_cast<int>(rng.below(m == 0 ? 3 : 2)) + (m == 0 ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            const bool same_point = i > 0 && rng.chance(0.3);
            const MapPoint at =
                same_point ? world.hotspots.back().at : MapPoint{rng.uniform(0, 4000), rng.uniform(0, 1500)};
            Hotspot& hotspot = world.add_hotspot(here, at, rng.chance(0.3) ? 0.5 : rng.uniform(0, 1));
            hotspot.complainants = static_cast<int>(rng.below(10));
            for (double& weight : hotspot.theme_weight) weight = rng.chance(0.5) ? 0.0 : rng.uniform(0, 1);
            if (rng.chance(0.15)) hotspot.enforceable = "no";
            if (rng.chance(0.1)) hotspot.status = "rejected";
            if (rng.chance(0.5)) hotspot.dark_share = rng.uniform();
        }
    }
    Rules& rules = settings.rules;
    rules.checks_per_municipality = static_cast<int>(rng.below(4));
    rules.max_per_municipality = static_cast<int>(rng.below(4));
    rules.dark_days.checks_per_municipality = static_cast<int>(rng.below(2));
    rules.revisit = Days(rng.chance(0.3) ? 1 : 21);
    rules.spacing_days = Days(rng.chance(0.3) ? 3 : 28);
    rules.municipality_gap = Days(static_cast<int>(rng.below(3)) * 4);
    settings.calendar.blocks = {{"nacht", 23 * 60 + 30, 25 * 60 + 30}};
    if (rng.chance(0.5)) settings.calendar.blocks.push_back({"ochtend", 7 * 60, 9 * 60});
    if (rng.chance(0.2)) settings.calendar.blocks.push_back({"vroeg", 60, 3 * 60});
    const int crews = 1 + static_cast<int>(rng.below(2));
    for (int c = 0; c < crews; ++c) {
        CrewSettings crew;
        crew.name = "Ploeg " + std::to_string(c + 1);
        crew.checks_per_week = static_cast<int>(rng.below(3));
        crew.from = rng.chance(0.5) ? 0 : 7 * 60;
        if (rng.chance(0.3)) crew.municipalities = {"Plaats 1"};
        if (rng.chance(0.2)) crew.away = {{make_date(2027, 11, 2), make_date(2027, 11, 3), "cursus"}};
        settings.crews.push_back(crew);
    }
    std::set<Date> open;
    const int days = 1 + static_cast<int>(rng.below(4));
    for (int i = 0; i < days; ++i) open.insert(make_date(2027, rng.chance(0.8) ? 11 : 3, 1 + rng.below(14)));
    if (rng.chance(0.4))
        world.campaigns.push_back(
            {"BOB", Theme::alcohol_drugs, make_date(2027, 11, 3), make_date(2027, 11, 9), true, ""});
    if (rng.chance(0.3))
        world.campaigns.push_back(
            {"ROADPOL", Theme::alcohol_drugs, make_date(2027, 11, 5), make_date(2027, 11, 12), true, ""});
    if (rng.chance(0.3))
        world.campaigns.push_back(
            {"Licht", Theme::lighting, make_date(2027, 11, 1), make_date(2027, 11, 9), rng.chance(0.5), ""});
    world.with_calendar();
    world.open_only(open);
    if (rng.chance(0.3)) world.calendar.region_day = *open.begin();
    if (rng.chance(0.4)) {
        Lock lock{"Plaats 1", *open.rbegin(), std::nullopt, std::nullopt, std::nullopt};
        if (rng.chance(0.5)) lock.theme = Theme::alcohol_drugs;
        if (rng.chance(0.3)) lock.start = 20 * 60;
        if (rng.chance(0.2)) lock.date += std::chrono::days{1};
        settings.locks.push_back(lock);
        if (rng.chance(0.4)) {
            lock.date -= std::chrono::days{2};
            settings.locks.push_back(lock);
        }
    }
    return world;
}

}  // namespace baken::test
