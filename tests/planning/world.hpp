#pragma once
/// Small made-up regions for the tests of planning.

#include "base/random.hpp"
#include "calendar/calendar.hpp"
#include "planning/plan.hpp"
#include "planning/verify.hpp"
#include "support/support.hpp"

#include <set>
#include <string>
#include <vector>

namespace baken::test {

/// Everything a plan is made from, owned in one place. Change what the test is about, then ask for input().
struct World {
    std::vector<Municipality> municipalities;
    std::vector<Hotspot> hotspots;
    Settings settings;
    std::vector<Campaign> campaigns;
    std::vector<SchoolHoliday> school_holidays;
    Calendar calendar;

    /// The calendar follows the settings; a test that builds its own calls input() alone.
    World& with_calendar() {
        calendar =
            make_calendar(settings.year, settings.calendar, settings.rules.dark_days, campaigns, school_holidays);
        return *this;
    }
    [[nodiscard]] PlanningInput input(std::uint64_t seed = 1) const {
        return {municipalities, hotspots, settings, calendar, seed};
    }

    std::uint32_t add_municipality(const std::string& code, const std::string& name) {
        municipalities.push_back({{code}, name, {}, {5.8, 51.8}});
        return static_cast<std::uint32_t>(municipalities.size() - 1);
    }
    Hotspot& add_hotspot(std::uint32_t municipality, MapPoint at, double score) {
        Hotspot hotspot;
        int rank = 1;
        for (const Hotspot& other : hotspots) rank += other.municipality == municipality ? 1 : 0;
        hotspot.id.text = municipalities[municipality].code.text + "-H" + std::to_string(rank);
        hotspot.municipality = municipality;
        hotspot.rank = rank;
        hotspot.name = "Straat " + std::to_string(hotspots.size() + 1) + ", " + municipalities[municipality].name;
        hotspot.at = at;
        hotspot.lonlat = {5.8, 51.8};
        hotspot.score = score;
        hotspot.accidents = rank;
        hotspot.theme_weight.fill(0.5);
        hotspot.theme_weight[0] = 1;
        hotspots.push_back(hotspot);
        return hotspots.back();
    }
    /// Closes all days but these.
    void open_only(const std::set<Date>& days) {
        calendar.closed.clear();
        Date from = calendar.first_day();
        for (const Date day : days) {
            if (from < day) calendar.closed.push_back({from, day - std::chrono::days{1}, "dicht"});
            from = day + std::chrono::days{1};
        }
        if (from <= calendar.last_day()) calendar.closed.push_back({from, calendar.last_day(), "dicht"});
    }
};

/// `municipalities` municipalities with `per_municipality` hotspots each, 6 km apart, and a calendar with campaigns and
/// a region day.
inline World home_region(int municipalities = 6, int per_municipality = 10, std::uint64_t seed = 5) {
    Rng rng(seed);
    World world;
    world.settings.year = 2027;
    for (int m = 0; m < municipalities; ++m) {
        const auto here = world.add_municipality("GM020" + std::to_string(m), "Gemeente " + std::to_string(m));
        for (int i = 0; i < per_municipality; ++i) {
            Hotspot& hotspot =
                world.add_hotspot(here, {m * 6000 + rng.uniform(0, 6000), rng.uniform(0, 6000)}, rng.uniform(0.1, 1));
            hotspot.complainants = static_cast<int>(rng.below(7));
            for (double& weight : hotspot.theme_weight) weight = rng.uniform(0.1, 1);
            hotspot.theme_weight[rng.below(theme_count)] = 1;
            hotspot.dark_share = rng.uniform();
            hotspot.lonlat.lon += m * 0.05;
        }
    }
    world.settings.calendar.region_day = make_date(2027, 10, 8);
    world.campaigns = {
        {"BOB winter", Theme::alcohol_drugs, make_date(2027, 12, 1), make_date(2027, 12, 31), true, ""},
        {"MONO", Theme::distraction, make_date(2027, 9, 1), make_date(2027, 9, 10), true, ""},
        {"Speed week", Theme::speed, make_date(2027, 4, 5), make_date(2027, 4, 11), true, ""},
        {"Speed week", Theme::speed, make_date(2027, 8, 2), make_date(2027, 8, 8), true, ""},
        {"AAN in het donker", Theme::lighting, make_date(2027, 10, 20), make_date(2027, 12, 31), true, ""},
        {"Truck & Bus", Theme::heavy_traffic, make_date(2027, 5, 10), make_date(2027, 5, 16), true, ""},
        {"Gordel", Theme::seatbelt, make_date(2027, 3, 8), make_date(2027, 3, 14), false, ""}};
    return world.with_calendar();
}

inline const Clause& clause(const Certificate& certificate, const std::string& id) {
    for (const Clause& one : certificate.clauses)
        if (one.id == id) return one;
    throw std::runtime_error("no clause " + id);
}

inline std::set<std::string> broken_clauses(const Certificate& certificate) {
    std::set<std::string> ids;
    for (const Clause& one : certificate.clauses)
        if (!one.ok) ids.insert(one.id);
    return ids;
}

inline std::set<std::string> unmet_clauses(const Plan& plan) {
    std::set<std::string> ids;
    for (const Unmet& unmet : plan.unmet) ids.insert(unmet.id);
    return ids;
}

}  // namespace baken::test
