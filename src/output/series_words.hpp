#pragma once
/// What a chart says in words: why there is nothing to draw, and what a reader must know to read it. Each gives an
/// empty text where nothing needs saying.
///
///     if (const std::string instead = instead_of(week, Language::nl); !instead.empty()) page.paragraph(instead);

#include "base/language.hpp"
#include "output/series_events.hpp"
#include "output/series_hours.hpp"
#include "output/series_plan.hpp"

#include <string>
#include <vector>

namespace baken {

// In place of a chart that would show noise or nothing.
[[nodiscard]] std::string instead_of(const AccidentYears&, Language);
[[nodiscard]] std::string instead_of(const LightCounts&, Language);
[[nodiscard]] std::string instead_of(const ComplaintMonths&, Language);
[[nodiscard]] std::string instead_of(const WeekHours&, Language);
[[nodiscard]] std::string instead_of(const AccidentTrend&, Language);
[[nodiscard]] std::string instead_of(const RankRanges&, Language);
[[nodiscard]] std::string instead_of(const std::vector<CrewLoad>&, Language);
[[nodiscard]] std::string instead_of(const std::vector<MunicipalityProgress>&, Language);
[[nodiscard]] std::string instead_of(const DarkMonths&, Language);
[[nodiscard]] std::string instead_of(const Guessing&, Language);

// Under a chart.
[[nodiscard]] std::string note_on(const AccidentYears&, Language);    ///< accidents on other roads
[[nodiscard]] std::string note_on(const LightCounts&, Language);      ///< the dark share of those known
[[nodiscard]] std::string note_on(const ComplaintMonths&, Language);  ///< distinct complainants, undated complaints
[[nodiscard]] std::string note_on(const WeekHours&, Language);        ///< events without a time
[[nodiscard]] std::string note_on(const AccidentTrend&, Language);    ///< what the interval is
[[nodiscard]] std::string note_on(const RankRanges&, Language);       ///< what the line spans
[[nodiscard]] std::string note_on(const std::vector<CrewLoad>&, Language);
[[nodiscard]] std::string note_on(const std::vector<MunicipalityProgress>&, Language);
[[nodiscard]] std::string note_on(const DarkMonths&, Language);

/// When in the week it happens, in a sentence: of its own times, or with "geen eigen tijdgegevens" of the region's.
/// Empty where there is nothing to tell of.
[[nodiscard]] std::string when_words(const WeekHours&, Language);

/// The figures of predictability, each with what it means to one who wants to guess the plan.
struct PlainFigure {
    std::string figure;   ///< "21 %"
    std::string meaning;  ///< "van de controles heeft ..."
    double share = 0;     ///< the figure on a scale from 0 (cannot be guessed) to 1 (certain)
};
[[nodiscard]] std::vector<PlainFigure> plain_figures(const Guessing&, Language);

}  // namespace baken
