#pragma once
/// Everything a run writes, in one folder that appears whole or not at all.

#include "base/work.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace baken {

/// A file name from a plan's name: "Tweestromenland 2027" -> "tweestromenland-2027".
[[nodiscard]] std::string file_stem(const Project&);
/// The folder beside the settings, named after the plan.
[[nodiscard]] std::filesystem::path default_folder(const Project&);

/// Throws SettingsError when `folder` exists (and `overwrite` is no) or is a file; says what to do. Called before long
/// work begins.
void require_free(const std::filesystem::path& folder, Overwrite);

/// Writes the project, plan.json, plan.ics and certificate.html. They are made in a folder beside the target and moved
/// when all are there; a failure or a stop leaves the target as it was. Gives the paths written.
std::vector<std::filesystem::path> write_outputs(const Project&, const std::filesystem::path& folder, Overwrite,
                                                 const Work&);

/// Writes named texts into a folder in the same way.
std::vector<std::filesystem::path> write_texts(const std::map<std::string, std::string>& texts,
                                               const std::filesystem::path& folder, Overwrite);

}  // namespace baken
