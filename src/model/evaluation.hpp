#pragma once
/// What a year of checks gave, with how sure each figure is. Worked out by src/evaluation; every sentence is in the
/// language that was asked for.

#include "base/poisson.hpp"
#include "model/check.hpp"
#include "model/theme.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// A share, a rate or a ratio with its interval of 95 % confidence.
struct Estimate {
    double value = 0;
    Interval interval;
};

/// How far an agreed number of checks is met.
struct Tally {
    int required = 0;
    int planned = 0;  ///< still to come
    int done = 0;
    int cancelled = 0;
    [[nodiscard]] bool is_met() const { return done >= required; }
    [[nodiscard]] int missing() const { return required > done + planned ? required - done - planned : 0; }
};

struct QuotaProgress {
    std::optional<std::uint32_t> municipality;  ///< nothing: the whole region
    Tally quota;
    Tally dark_days;  ///< of the season that begins in the year of the plan
};

/// Checks that were done and whose result is known, together.
struct HitRate {
    int checks = 0;
    int vehicles = 0, tests = 0, warnings = 0;
    int fines = 0;
    int fines_by_test = 0;                ///< those that a breath or saliva test leads to
    std::optional<Estimate> per_vehicle;  ///< nothing without vehicles
    std::optional<Estimate> per_test;     ///< fines_by_test; nothing without tests
    double spread = 1;                    ///< between checks, against what chance gives; above 1 it widens the interval
};

struct HitRates {
    template <class Key>
    struct Of {
        Key key;
        HitRate rate;
    };
    HitRate all;
    std::vector<Of<Theme>> by_theme;
    std::vector<Of<std::uint32_t>> by_municipality;
    std::vector<Of<std::size_t>> by_hotspot;  ///< index into the hotspots
    std::vector<CheckResult::Fines> fines;    ///< per kind, the most first
};

enum class CountedAccidents { all, casualties };  ///< casualties: accidents with injury or death

struct Trend {
    struct Year {
        int year = 0;
        int count = 0;
        Interval interval;  ///< of the expected number behind the count
    };
    std::optional<std::uint32_t> municipality;  ///< nothing: the whole region
    CountedAccidents counted = CountedAccidents::all;
    std::vector<Year> years;
    std::optional<Estimate>
        yearly_factor;  ///< 0.95: five per cent fewer each year; nothing under two years or accidents
    double p_value = 1;
    bool is_distinguishable = false;  ///< from chance
    std::string sentence;
};

/// One ratio of after to before, and how likely one this far from 1 is by chance.
struct Ratio {
    Estimate estimate;
    double p_value = 1;
};

struct BeforeAfter {
    std::optional<std::size_t> hotspot;  ///< nothing: all places where a check was done
    int places = 0;
    int checks = 0;  ///< that were done there
    int before = 0, after = 0;
    int rest_before = 0, rest_after = 0;
    std::optional<Ratio> against_rest;       ///< odds ratio; nothing without years after
    std::optional<double> expected_before;   ///< Empirical Bayes: the count without its luck
    std::optional<Ratio> against_expected;   ///< after, against the expectation carried on by the rest of the region
    std::optional<double> smallest_visible;  ///< fall that would be seen in four of five cases; nothing: not even all
    bool is_distinguishable = false;
    std::string finding;  ///< what may be said
    std::string power;    ///< what could have been seen at all
    std::string warning;  ///< of regression to the mean; empty: none
};

struct Evaluation {
    std::vector<QuotaProgress> progress;  ///< the region first, then the municipalities in their order
    HitRates hits;
    int without_result = 0;     ///< checks that were done and whose result was not entered
    std::vector<Trend> trends;  ///< the region first, all accidents before casualties
    std::vector<int> years_before, years_after;
    std::vector<BeforeAfter>
        before_after;                ///< all places together first, then the places; empty before the first check
    std::vector<std::string> notes;  ///< what holds for all of it
};

}  // namespace baken
