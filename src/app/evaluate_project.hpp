#pragma once
/// What the checks of a project gave: all that the results page and `baken evaluate` show.
///
///     const Evaluation found = evaluated(project, {}, work);
///     found.progress.front().quota.done;       // of the region
///
/// Accidents of later years come in by `with_newer_accidents`, so that there is a time after.

#include "base/work.hpp"
#include "model/evaluation.hpp"
#include "model/project.hpp"

#include <optional>
#include <vector>

namespace baken {

struct EvaluationRequest {
    std::optional<Language> language = {};  ///< of the sentences; else the settings'
    std::vector<int> before = {};           ///< years; empty: those the places were chosen on
    std::vector<int> after = {};            ///< years; empty: the whole ones from the year of the plan on
};

/// A pure function. Throws SettingsError when a year stands on both sides or has no accidents.
[[nodiscard]] Evaluation evaluated(const Project&, const EvaluationRequest&, const Work&);

/// The project with the accidents of `newer` that it does not have yet, by their number; municipalities are matched by
/// code, and what lies outside the project's own is left out. Hotspots keep the accidents that they answer for.
[[nodiscard]] Project with_newer_accidents(Project, const Region& newer);

}  // namespace baken
