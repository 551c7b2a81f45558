#pragma once
/// One writer at a time: a lock file that says who holds it. It goes when its holder lets go; after a crash the next
/// one takes it over.
///
///     const FileLock lock(project.string() + ".lock");     // throws LockedError that names user, host and process

#include "base/error.hpp"

#include <filesystem>

namespace baken {

class FileLock {
public:
    FileLock() = default;  ///< of nothing
    /// Throws LockedError when another process holds it, or one on another machine that may still run; IoError when the
    /// lock file cannot be made.
    explicit FileLock(const std::filesystem::path& lock_file);
    ~FileLock();
    FileLock(FileLock&&) noexcept;
    FileLock& operator=(FileLock&&) noexcept;

    [[nodiscard]] bool is_held() const { return file_ >= 0; }

private:
    std::filesystem::path path_;
    int file_ = -1;
};

}  // namespace baken
