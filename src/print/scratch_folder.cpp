#include "print/scratch_folder.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace baken {

ScratchFolder::ScratchFolder(const std::filesystem::path& inside) {
    std::string pattern = (inside / "baken-print-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw IoError("cannot write in " + inside.string() + ": " +
                      std::error_code(errno, std::generic_category()).message());
    path_ = std::filesystem::absolute(pattern);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace baken
