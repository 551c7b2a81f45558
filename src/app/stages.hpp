#pragma once
/// The whole job as a handful of functions from a project to a fuller project. The command line and the desktop call
/// these.
///
///     Project project = open_project({.settings = "baken.toml"});
///     project = with_plan(with_hotspots(with_events(std::move(project), work), work), work);

#include "base/work.hpp"
#include "model/inspection.hpp"
#include "model/project.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace baken {

struct OpenRequest {
    std::filesystem::path settings;
    std::optional<std::uint64_t> seed = {};  ///< instead of the settings'
    std::optional<Language> language = {};   ///< instead of the settings'
    std::optional<std::string> text = {};    ///< instead of what stands in the file, which then need not be there
};

/// Reads the settings and the calendar files. Without a seed anywhere one is drawn; it is in Project::seed.
[[nodiscard]] Project open_project(const OpenRequest&);

[[nodiscard]] Project with_events(Project, const Work&);  ///< after intake: region, receipts, provenance
/// After with_events. Reviews, and checks at places that are found again, are taken along.
[[nodiscard]] Project with_hotspots(Project, const Work&);
[[nodiscard]] Project with_plan(Project, const Work&);  ///< after with_hotspots: plan and its certificate

/// A project as it was saved.
[[nodiscard]] Project saved_project(const std::filesystem::path&, const Work&);

/// The certificate of a project as it stands, worked out anew by the verifier.
[[nodiscard]] Certificate certified(const Project&);

/// What a file is and how it would be read.
[[nodiscard]] Inspection inspected(const std::filesystem::path&, const Work&);

}  // namespace baken
