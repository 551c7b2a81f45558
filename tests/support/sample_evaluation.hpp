#pragma once
/// An evaluation of the sample project as a value, written down by hand.

#include "model/evaluation.hpp"

#include <limits>

namespace baken::test {

inline Evaluation sample_evaluation() {
    const HitRate rate{.checks = 1,
                       .vehicles = 148,
                       .fines = 15,
                       .per_vehicle = Estimate{15.0 / 148, {0.0624, 0.1605}},
                       .per_test = {}};
    Evaluation found;
    found.progress = {{.municipality = {}, .quota = {18, 16, 2, 1}, .dark_days = {6, 6, 0, 0}},
                      {.municipality = 0, .quota = {3, 1, 2, 1}, .dark_days = {1, 1, 0, 0}}};
    found.hits = {.all = rate,
                  .by_theme = {{Theme::speed, rate}},
                  .by_municipality = {{0, rate}},
                  .by_hotspot = {{2, rate}},
                  .fines = {{"snelheid", 15}}};
    found.trends = {{.municipality = 0,
                     .counted = CountedAccidents::casualties,
                     .years = {{2022, 0, {0, 3.689}}, {2023, 10, {4.795, 18.39}}},
                     .yearly_factor = Estimate{std::numeric_limits<double>::infinity(),
                                               {2, std::numeric_limits<double>::infinity()}},
                     .p_value = 0.002,
                     .is_distinguishable = true,
                     .sentence = "Stijging"}};
    found.years_before = {2022, 2023};
    found.years_after = {2027};
    found.before_after = {
        {.hotspot = {},
         .places = 1,
         .checks = 1,
         .before = 0,
         .after = 3,
         .rest_before = 300,
         .rest_after = 100,
         .against_rest =
             Ratio{{std::numeric_limits<double>::infinity(), {0.9, std::numeric_limits<double>::infinity()}}, 0.06},
         .expected_before = {},
         .against_expected = {},
         .smallest_visible = {},
         .finding = "Dat is niet van toeval te onderscheiden.",
         .power = "Zelfs een daling tot nul zou niet opvallen.",
         .warning = ""}};
    found.notes = {"Een regel."};
    return found;
}

}  // namespace baken::test
