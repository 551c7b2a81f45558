#pragma once
/// The layer table of docs/architecture.md as data, and the reader that holds every include against it.

#include <filesystem>
#include <string>
#include <vector>

namespace baken::test {

struct ForbiddenInclude {
    std::string file;  ///< relative to the root
    std::size_t line = 0;
    std::string included;
    std::string why;
};

/// Reads every .hpp and .cpp of src, geo and ui below `root`.
std::vector<ForbiddenInclude> forbidden_includes(const std::filesystem::path& root);

}  // namespace baken::test
