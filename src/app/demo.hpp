#pragma once
/// The demo region: a synthetic but lifelike region with its settings, ready to run.

#include "base/work.hpp"
#include "geo/io/write_layer.hpp"
#include "synth/synth.hpp"

#include <filesystem>
#include <vector>

namespace baken {

/// Writes the region and its settings into `folder`; gives the paths, the settings file among them.
std::vector<std::filesystem::path> write_region(const SynthOptions&, const std::filesystem::path& folder, Overwrite,
                                                const Work&);

inline constexpr const char* region_settings_file = "baken.toml";

}  // namespace baken
