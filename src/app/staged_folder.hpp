#pragma once
/// A folder that is filled out of sight and then put in its place: whole, or not at all.

#include "geo/io/write_layer.hpp"

#include <filesystem>
#include <vector>

namespace baken {

class StagedFolder {
public:
    /// Makes an empty folder beside `target`. Throws IoError when that cannot be.
    explicit StagedFolder(const std::filesystem::path& target);
    ~StagedFolder();  ///< what was not published is gone
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return staging_; }
    /// Moves every file, those in folders too, into the target; replaces files of the same name and leaves others
    /// alone. Gives their new paths, sorted.
    std::vector<std::filesystem::path> publish();

private:
    std::filesystem::path target_, staging_;
};

/// All files below a folder, relative to it, sorted.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

}  // namespace baken
