#pragma once
/// What a file is, before anything is decided about it: `baken inspect FILE`.

#include "base/work.hpp"
#include "model/inspection.hpp"

#include <filesystem>

namespace baken {

[[nodiscard]] Inspection inspect_file(const std::filesystem::path&, const Work&);

}  // namespace baken
