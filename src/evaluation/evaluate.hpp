#pragma once
/// The evaluation of a year of checks, as one value.

#include "base/work.hpp"
#include "evaluation/before_after.hpp"
#include "model/evaluation.hpp"
#include "model/project.hpp"

namespace baken {

/// Progress, hit rates, trends and before/after, with their sentences.
[[nodiscard]] Evaluation evaluate_checks(const Project&, const Periods&, Language, const Work&);

}  // namespace baken
