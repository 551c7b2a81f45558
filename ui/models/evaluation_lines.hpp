#pragma once
/// An evaluation as the lines that the results page draws: names, numbers and the words beside them.

#include "app/evaluate_project.hpp"
#include "ui/models/speech.hpp"

#include <QString>

#include <vector>

namespace baken {

struct ProgressLine {
    QString name;
    Tally quota, dark_days;
    QString words;  ///< "2 van 3 uitgevoerd, 1 gepland; donkere dagen 1 van 1"
    bool is_whole = false;
};

enum class RateGroup { theme, municipality, place };
enum class RatePer { vehicle, test };

struct RateLine {
    QString name;
    Estimate estimate;
    QString value;  ///< "10,1 % (6,2–16,1)"
    QString words;  ///< "15 bonnen bij 148 voertuigen in 1 controle"
    bool is_whole = false;
};

struct TrendLine {
    QString name;
    std::vector<Trend::Year> years;
    QString sentence;
    bool is_distinguishable = false;
    bool is_whole = false;
};

struct ComparisonLine {
    QString name;
    QString counts;  ///< "7 vooraf (5,2 te verwachten), 2 erna"
    std::optional<Estimate> ratio;
    QString words;  ///< the sentences, one to a line
    bool is_distinguishable = false;
    bool is_whole = false;
};

[[nodiscard]] std::vector<ProgressLine> progress_lines(const Project&, const Evaluation&, const Speech&);
/// The whole first, then the group by rate, the highest first.
[[nodiscard]] std::vector<RateLine> rate_lines(const Project&, const Evaluation&, RateGroup, RatePer, const Speech&);
[[nodiscard]] std::vector<TrendLine> trend_lines(const Project&, const Evaluation&, CountedAccidents, const Speech&);
[[nodiscard]] std::vector<ComparisonLine> comparison_lines(const Project&, const Evaluation&, const Speech&);
/// "7 van 18 controles uitgevoerd · donkere dagen 1 van 6 · 2 uitslagen open"
[[nodiscard]] QString summary_of(const Evaluation&, const Speech&);

}  // namespace baken
