#include "geo/io/partial_file.hpp"

#include "base/error.hpp"
#include "geo/io/file_check.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& target, int reason) {
    throw IoError(fmt::format("{}: {}", target.string(), std::strerror(reason)));
}

/// Brings what was written to the disk itself.
int synced(const fs::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) return errno;
    int reason = ::fsync(file) == 0 ? 0 : errno;
    if (reason == EINVAL || reason == EROFS) reason = 0;  // a folder on a share that cannot be synced
    ::close(file);
    return reason;
}

/// Renames, and where `overwrite` is no, only when nothing stands there at that very moment.
int renamed(const fs::path& from, const fs::path& to, Overwrite overwrite) {
    if (overwrite == Overwrite::no) {
        if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
        if (errno != EINVAL && errno != ENOSYS) return errno;
        if (fs::exists(to)) return EEXIST;
    }
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

PartialFile::PartialFile(const fs::path& target, Overwrite overwrite)
    : target_(checked_output_file(target, overwrite == Overwrite::yes)), overwrite_(overwrite) {
    if (::access(target_.parent_path().c_str(), W_OK | X_OK) != 0)
        throw IoError(
            fmt::format("{}: {}; choose a folder in which you may write", target.string(), std::strerror(errno)));
    partial_ = target_.parent_path() / fmt::format(".{}.partial-{}", target_.filename().string(), ::getpid());
    remove();
}

PartialFile::~PartialFile() {
    if (!is_finished_) remove();
}

void PartialFile::remove() const {
    std::error_code ignored;
    for (const char* tail : {"", "-journal", "-wal", "-shm"}) fs::remove(partial_.string() + tail, ignored);
}

void PartialFile::finish() {
    struct stat old {};
    if (::stat(target_.c_str(), &old) == 0 && ::chmod(partial_.c_str(), old.st_mode & 07777U) != 0)
        fail(target_, errno);
    if (const int reason = synced(partial_, O_RDONLY); reason != 0) fail(target_, reason);
    if (const int reason = renamed(partial_, target_, overwrite_); reason == EEXIST)
        throw IoError(
            fmt::format("{}: the file exists already; give another name, or --force to replace it", target_.string()));
    else if (reason != 0)
        fail(target_, reason);
    is_finished_ = true;
    if (const int reason = synced(target_.parent_path(), O_RDONLY | O_DIRECTORY); reason != 0) fail(target_, reason);
}

}  // namespace baken
