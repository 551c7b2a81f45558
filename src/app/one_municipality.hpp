#pragma once
/// A project as one municipality sees it.
///
///     for (std::uint32_t m = 0; m < project.region->municipalities.size(); ++m)
///         write(one_municipality(project, m), folder / name_of(m));

#include "model/project.hpp"

#include <cstdint>

namespace baken {

/// Its own accidents, complaints, hotspots and checks, the clauses of the agreement that name it or its checks, and
/// what is not met there; all roads, and the crews, campaigns and figures of the whole. Indices point into the new
/// project. The seed and the settings' text, which tell of the whole plan, are not in it.
[[nodiscard]] Project one_municipality(const Project&, std::uint32_t municipality);

}  // namespace baken
