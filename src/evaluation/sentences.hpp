#pragma once
/// What the numbers of an evaluation allow to be said, and no more.

#include "base/language.hpp"
#include "evaluation/before_after.hpp"
#include "model/evaluation.hpp"

#include <string>
#include <vector>

namespace baken {

[[nodiscard]] std::string trend_sentence(const Trend&, Language);

[[nodiscard]] std::string finding_sentence(const BeforeAfter&, const Periods&, Language);
/// "Met 7 ongevallen in drie jaar vooraf zou na één jaar pas een daling van 70 % of meer opvallen."
[[nodiscard]] std::string power_sentence(const BeforeAfter&, const Periods&, Language);
/// Of regression to the mean; empty where the count does not overstate.
[[nodiscard]] std::string warning_sentence(const BeforeAfter&, Language);

[[nodiscard]] std::vector<std::string> notes_of(const Evaluation&, Language);

}  // namespace baken
