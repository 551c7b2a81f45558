#include "hotspots/darkness.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/measure.hpp"
#include "geo/core/sun.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace baken {

namespace {

constexpr int hours_of_day = 24;
/// What a share of few accidents borrows of the region's, as the signs of themes do (docs/methods/themes.md).
constexpr double borrowed_accidents = 20, least_seen = 3;

Light light_of(Daylight daylight) {
    switch (daylight) {
        case Daylight::day: return Light::daylight;
        case Daylight::twilight: return Light::twilight;
        case Daylight::dark: return Light::dark;
    }
    return Light::unknown;
}

/// A municipality that was made by hand, without a place on earth, has no sun.
bool has_sun(const Region& region, std::uint32_t municipality) {
    if (municipality >= region.municipalities.size()) return false;
    const LonLat centre = region.municipalities[municipality].centre;
    return centre.lon != 0 || centre.lat != 0;
}

LonLat middle_of(const Region& region) {
    LonLat sum;
    double count = 0;
    for (std::uint32_t m = 0; m < region.municipalities.size(); ++m) {
        if (!has_sun(region, m)) continue;
        sum.lon += region.municipalities[m].centre.lon;
        sum.lat += region.municipalities[m].centre.lat;
        count += 1;
    }
    return {.lon = sum.lon / count, .lat = sum.lat / count};
}

/// Degrees of a map point near enough for the sun, from the centre of its municipality. The grid's north is within two
/// degrees of true north, and the plane within a few metres: some seconds of the sun.
class NearDegrees {
public:
    explicit NearDegrees(const Municipality& municipality)
        : centre_(municipality.centre),
          middle_(municipality.area.empty() ? std::optional<MapPoint>() : centroid(municipality.area)) {}

    [[nodiscard]] LonLat of(MapPoint at) const {
        if (!middle_) return centre_;
        constexpr double metres_per_degree = 111'200;
        const double narrower = std::cos(centre_.lat * std::numbers::pi / 180);
        return {.lon = centre_.lon + (at.x - middle_->x) / (metres_per_degree * narrower),
                .lat = centre_.lat + (at.y - middle_->y) / metres_per_degree};
    }

private:
    LonLat centre_;
    std::optional<MapPoint> middle_;
};

/// Of each hour of the clock on a day: dark or light throughout, or neither (twilight, or a change within the hour).
using DayHours = std::array<Light, hours_of_day>;

DayHours hours_on(Date day, LonLat where) {
    std::array<Daylight, hours_of_day + 1> at{};
    for (int hour = 0; hour <= hours_of_day; ++hour)
        at[static_cast<std::size_t>(hour)] = daylight_at(to_utc(day, hour * 60), where);
    DayHours hours{};
    for (std::size_t h = 0; h < hours.size(); ++h)
        hours[h] = at[h] == at[h + 1] && at[h] != Daylight::twilight ? light_of(at[h]) : Light::unknown;
    return hours;
}

/// Hours of the clock that are light on every day of the year.
std::array<bool, hours_of_day> always_light(int year, LonLat where) {
    std::array<bool, hours_of_day> is_light{};
    is_light.fill(true);
    for (Date day = make_date(year, 1, 1); day < make_date(year + 1, 1, 1); day += std::chrono::days(1)) {
        const DayHours hours = hours_on(day, where);
        for (std::size_t h = 0; h < hours.size(); ++h) is_light[h] = is_light[h] && hours[h] == Light::daylight;
    }
    return is_light;
}

/// Accidents of one hour of the clock that is sometimes dark, and those of the hours it is compared with, on the days
/// when it is dark and when it is light.
struct HourTable {
    double dark = 0, light = 0, others_when_dark = 0, others_when_light = 0;
    [[nodiscard]] double all() const { return dark + light + others_when_dark + others_when_light; }
};

struct TimedAccident {
    std::size_t hour = 0;
    const DayHours* day = nullptr;
};

/// Variance of log(sum of r / sum of s) when every accident is a Poisson count of its own: the square of what each adds
/// to it. For one hour this is 1/a + 1/b + 1/c + 1/d (Woolf 1955).
double log_variance(const std::array<HourTable, hours_of_day>& tables, std::span<const TimedAccident> timed,
                    const std::array<bool, hours_of_day>& is_compared_with, double r, double s) {
    double variance = 0;
    for (const TimedAccident& accident : timed) {
        double adds = 0;
        if (!is_compared_with[accident.hour]) {
            const HourTable& table = tables[accident.hour];
            const Light light = (*accident.day)[accident.hour];
            if (light == Light::dark) adds = table.others_when_light / table.all() / r;
            if (light == Light::daylight) adds = -table.others_when_dark / table.all() / s;
        } else {
            for (std::size_t h = 0; h < tables.size(); ++h) {
                const HourTable& table = tables[h];
                if (is_compared_with[h] || !(table.all() > 0)) continue;
                const Light light = (*accident.day)[h];
                if (light == Light::daylight) adds += table.dark / table.all() / r;
                if (light == Light::dark) adds -= table.light / table.all() / s;
            }
        }
        variance += adds * adds;
    }
    return variance;
}

}  // namespace

std::vector<Light> lights_of(const Region& region) {
    std::vector<NearDegrees> places;
    for (const Municipality& municipality : region.municipalities) places.emplace_back(municipality);
    std::vector<Light> lights;
    lights.reserve(region.accidents.size());
    for (const Accident& accident : region.accidents) {
        const bool is_timed = accident.date && accident.minute_of_day && has_sun(region, accident.municipality);
        lights.push_back(is_timed ? light_of(daylight_at(to_utc(*accident.date, *accident.minute_of_day),
                                                         places[accident.municipality].of(accident.at)))
                                  : accident.light);
    }
    return lights;
}

std::optional<double> dark_odds(const Share& here, const Share& region) {
    if (!(here.among > 0) || !region.is_known() || region.seen >= region.among) return std::nullopt;
    const double usual = region.value(), lent = std::max(borrowed_accidents, least_seen / usual);
    const double share = (here.seen + lent * usual) / (here.among + lent);
    return share / (1 - share) / (usual / (1 - usual));
}

std::optional<DarknessOdds> darkness_odds(const Region& region, std::span<const std::uint32_t> accidents) {
    std::map<std::pair<std::uint32_t, Date>, DayHours> days;
    std::vector<TimedAccident> timed;
    std::optional<Date> first;
    for (const std::uint32_t i : accidents) {
        const Accident& accident = region.accidents[i];
        if (!accident.date || !accident.minute_of_day || !has_sun(region, accident.municipality)) continue;
        const LonLat where = region.municipalities[accident.municipality].centre;
        const auto found = days.try_emplace({accident.municipality, *accident.date});
        if (found.second) found.first->second = hours_on(*accident.date, where);
        timed.push_back({static_cast<std::size_t>(std::clamp(*accident.minute_of_day / 60, 0, hours_of_day - 1)),
                         &found.first->second});
        first = std::min(first.value_or(*accident.date), *accident.date);
    }
    if (!first) return std::nullopt;
    const std::array<bool, hours_of_day> is_compared_with = always_light(year_of(*first), middle_of(region));

    std::array<HourTable, hours_of_day> tables{};
    for (const TimedAccident& accident : timed) {
        for (std::size_t h = 0; h < tables.size(); ++h) {
            const Light light = (*accident.day)[h];
            if (is_compared_with[h] || (light != Light::dark && light != Light::daylight)) continue;
            if (h == accident.hour)
                (light == Light::dark ? tables[h].dark : tables[h].light) += 1;
            else if (is_compared_with[accident.hour])
                (light == Light::dark ? tables[h].others_when_dark : tables[h].others_when_light) += 1;
        }
    }
    DarknessOdds odds{.accidents = static_cast<int>(timed.size())};
    double r = 0, s = 0;
    for (const HourTable& table : tables) {
        if (!(table.all() > 0)) continue;
        r += table.dark * table.others_when_light / table.all();
        s += table.light * table.others_when_dark / table.all();
        // An hour that is never light, or never dark, compares nothing.
        if (table.others_when_dark > 0 && table.others_when_light > 0) {
            odds.in_dark += static_cast<int>(table.dark);
            odds.in_light += static_cast<int>(table.light);
        }
    }
    if (!(r > 0) || !(s > 0)) return std::nullopt;
    constexpr double normal_975 = 1.959963984540054;
    odds.ratio = r / s;
    const double spread = normal_975 * std::sqrt(log_variance(tables, timed, is_compared_with, r, s));
    odds.low = odds.ratio * std::exp(-spread);
    odds.high = odds.ratio * std::exp(spread);
    return odds;
}

}  // namespace baken
