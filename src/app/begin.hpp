#pragma once
/// The ways into a project: the demo region, settings, a file that was saved.

#include "base/work.hpp"
#include "model/project.hpp"

#include <filesystem>

namespace baken {

/// Writes the demo region into a new folder below `parent` ("baken-demo", "baken-demo-2", ...) and reads it. Its
/// settings are Dutch; `language` is that of the sentences that are made for people.
[[nodiscard]] Project demo_project(const std::filesystem::path& parent, Language, const Work&);

/// Reads the settings and their sources: no hotspots and no plan yet.
[[nodiscard]] Project project_from_settings(const std::filesystem::path& settings, const Work&);

/// Whether a run of Baken wrote this file. False where it cannot be read.
[[nodiscard]] bool is_project_file(const std::filesystem::path&);

}  // namespace baken
