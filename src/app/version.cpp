#include "app/version.hpp"

namespace baken {

std::string version() { return BAKEN_VERSION; }

}  // namespace baken
