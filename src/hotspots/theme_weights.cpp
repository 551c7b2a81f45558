#include "hotspots/theme_weights.hpp"

#include <algorithm>
#include <initializer_list>

namespace baken {

namespace {

constexpr double borrowed_accidents = 20;  ///< kappa of docs/methods/themes.md
constexpr double borrowed_voices = 5;
constexpr double least_seen = 3;  ///< times that a sign is taken to have been seen before looking
constexpr double without_sign = 0.25;
constexpr double as_usual = 0.5;
constexpr double outside_school_streets = 0.3;
constexpr double no_word_of_a_school = 0.8;  ///< where no complaint of the region speaks of a school
constexpr double near_a_school = 250;        ///< metres

bool is_one_of(Party party, std::initializer_list<Party> parties) {
    return std::find(parties.begin(), parties.end(), party) != parties.end();
}
bool has_one_of(const Accident& accident, std::initializer_list<Party> parties) {
    return is_one_of(accident.first_party, parties) || is_one_of(accident.second_party, parties);
}
bool is_motor_vehicle(Party party) {
    return is_one_of(party, {Party::car, Party::van, Party::lorry, Party::bus, Party::tractor, Party::motorcycle});
}

void count(Share& share, bool is_seen, double weight = 1) {
    share.among += weight;
    if (is_seen) share.seen += weight;
}

/// 0..1, a half where the sign is as common as in the region. A rare sign borrows more, so that one event does not
/// decide.
double strength(const Share& here, const Share& region, double borrowed) {
    const double usual = region.value();
    const double lent = std::max(borrowed, least_seen / usual);
    const double lift = (here.seen + lent * usual) / (here.among + lent) / usual;
    return lift / (1 + lift);
}

struct WeighedSign {
    double weight;
    const Share& here;
    const Share& region;
    double borrowed = borrowed_accidents;
};

/// A sign that is held against the law and not against the region: a half is half-way to as bad as it gets.
struct MeasuredSign {
    double weight = 0;
    std::optional<double> strength;
};

double together(std::initializer_list<WeighedSign> signs, const MeasuredSign& measured = {}) {
    double sum = 0, weights = 0;
    if (measured.strength) {
        sum = measured.weight * *measured.strength;
        weights = measured.weight;
    }
    for (const WeighedSign& sign : signs) {
        if (!sign.region.is_known()) continue;
        sum += sign.weight * strength(sign.here, sign.region, sign.borrowed);
        weights += sign.weight;
    }
    return weights > 0 ? sum / weights : without_sign;
}

/// Where schools are known they decide; else the kind of street, and whether anybody speaks of a school at all.
double school_factor(const ThemeSigns& region, std::optional<bool> is_built_up, std::optional<int> speed_limit,
                     std::optional<double> school_distance) {
    if (school_distance) return *school_distance <= near_a_school ? 1 : outside_school_streets;
    double factor = 1;
    if (!is_built_up.value_or(true) || speed_limit.value_or(0) > 50) factor *= outside_school_streets;
    if (!region.complaints[index_of(Theme::school_zone)].is_known()) factor *= no_word_of_a_school;
    return factor;
}

}  // namespace

void ThemeSigns::add(const Accident& a) {
    const bool is_vulnerable =
        has_one_of(a, {Party::bicycle, Party::pedestrian, Party::moped, Party::mobility_scooter});
    if (a.light != Light::unknown) {
        count(dark, a.light == Light::dark);
        count(vulnerable_dark, a.light == Light::dark && is_vulnerable);
    }
    count(alcohol, a.has_alcohol.value_or(false));
    count(obstacle, a.parties == 1 || has_one_of(a, {Party::object}));
    count(motor, is_motor_vehicle(a.first_party) && is_motor_vehicle(a.second_party));
    count(vulnerable_street, a.is_built_up.value_or(false) && has_one_of(a, {Party::bicycle, Party::pedestrian}));
    count(heavy, has_one_of(a, {Party::lorry, Party::bus, Party::tractor}));
}

void ThemeSigns::add(const Complaint& complaint, double weight) {
    for (const Theme theme : all_themes) count(complaints[index_of(theme)], complaint.theme == theme, weight);
}

std::array<double, theme_count> theme_weights(const ThemeSigns& here, const ThemeSigns& region,
                                              std::optional<bool> is_built_up, std::optional<int> speed_limit,
                                              const PlaceFacts& facts) {
    const auto voices = [&](double weight, Theme theme) {
        return WeighedSign{weight, here.complaints[index_of(theme)], region.complaints[index_of(theme)],
                           borrowed_voices};
    };
    std::array<double, theme_count> weights{};
    const auto of = [&](Theme theme) -> double& { return weights[index_of(theme)]; };
    of(Theme::speed) =
        together({{0.35, here.obstacle, region.obstacle}, voices(0.25, Theme::speed)}, {0.4, facts.speed_excess});
    of(Theme::alcohol_drugs) = together(
        {{0.5, here.alcohol, region.alcohol}, {0.3, here.dark, region.dark}, voices(0.2, Theme::alcohol_drugs)});
    of(Theme::distraction) = together({{0.6, here.motor, region.motor}, voices(0.4, Theme::distraction)});
    of(Theme::lighting) = together({{0.5, here.vulnerable_dark, region.vulnerable_dark},
                                    {0.3, here.dark, region.dark},
                                    voices(0.2, Theme::lighting)});
    of(Theme::school_zone) =
        together({{0.5, here.vulnerable_street, region.vulnerable_street}, voices(0.5, Theme::school_zone)});
    of(Theme::school_zone) *= school_factor(region, is_built_up, speed_limit, facts.school_distance);
    of(Theme::seatbelt) = together({voices(1, Theme::seatbelt)});
    of(Theme::heavy_traffic) = together({{0.6, here.heavy, region.heavy}, voices(0.4, Theme::heavy_traffic)});
    of(Theme::general_safety) = as_usual;
    const double largest = *std::max_element(weights.begin(), weights.end());
    for (double& weight : weights) weight /= largest;
    return weights;
}

}  // namespace baken
