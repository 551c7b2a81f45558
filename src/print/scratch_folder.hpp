#pragma once
/// A folder that is gone, with all that is in it, when its owner goes.

#include <filesystem>

namespace baken {

class ScratchFolder {
public:
    /// Throws IoError when `inside` cannot be written.
    explicit ScratchFolder(const std::filesystem::path& inside);
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace baken
