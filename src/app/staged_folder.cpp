#include "app/staged_folder.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace baken {

namespace fs = std::filesystem;

namespace {

/// "out/" and "out" are the same folder; its parent must be the folder above it.
fs::path plain(const fs::path& path) {
    const fs::path absolute = fs::absolute(path).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

void require(const std::error_code& failure, const std::string& doing, const fs::path& path) {
    if (failure) throw IoError(doing + " " + path.string() + ": " + failure.message());
}

}  // namespace

StagedFolder::StagedFolder(const fs::path& target) : target_(plain(target)) {
    std::error_code failure;
    fs::create_directories(target_.parent_path(), failure);
    require(failure, "cannot make the folder", target_.parent_path());
    std::string pattern = (target_.parent_path() / ("." + target_.filename().string() + ".partial-XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr)
        throw IoError("cannot write in " + target_.parent_path().string() + ": " +
                      std::error_code(errno, std::generic_category()).message());
    staging_ = pattern;
}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

std::vector<fs::path> StagedFolder::publish() {
    std::vector<fs::path> names = files_below(staging_);
    std::error_code failure;
    if (!fs::exists(target_)) {
        fs::permissions(staging_,
                        fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                            fs::perms::others_exec,
                        failure);
        require(failure, "cannot open", staging_);
        fs::rename(staging_, target_, failure);
        require(failure, "cannot make", target_);
        staging_.clear();
    } else {
        for (const auto& name : names) {
            fs::create_directories((target_ / name).parent_path(), failure);
            require(failure, "cannot make the folder", (target_ / name).parent_path());
            fs::rename(staging_ / name, target_ / name, failure);
            require(failure, "cannot replace", target_ / name);
        }
    }
    for (auto& name : names) name = target_ / name;
    return names;
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory()) names.push_back(entry.path().lexically_relative(folder));
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace baken
