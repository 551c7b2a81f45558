#pragma once

#include <string>

namespace baken {

[[nodiscard]] std::string version();  ///< of Baken, "0.1.0"

}  // namespace baken
