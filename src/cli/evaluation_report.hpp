#pragma once
/// An evaluation as a person reads it on a terminal.

#include "model/evaluation.hpp"
#include "model/project.hpp"

#include <string>

namespace baken {

/// Progress, hit rates, trends, before and after, each with its sentence.
[[nodiscard]] std::string evaluation_report(const Project&, const Evaluation&, Language);

}  // namespace baken
