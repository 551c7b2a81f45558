#include "geo/io/file_set.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/file_check.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

/// "out/" and "out" are the same folder; its parent must be the folder above it.
fs::path plain(const fs::path& folder) {
    const fs::path absolute = fs::absolute(folder.empty() ? "." : folder).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

[[noreturn]] void fail(const fs::path& target, int reason) {
    if (reason == EEXIST)
        throw IoError(
            fmt::format("{}: the file exists already; give another name, or --force to replace it", target.string()));
    throw IoError(fmt::format("{}: {}", target.string(), std::strerror(reason)));
}

void sync_folder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;
    ::fsync(file);  // a share that cannot be synced has done what it could
    ::close(file);
}

/// One file on its way, and back again.
class Move {
public:
    Move(fs::path from, fs::path to) : from_(std::move(from)), to_(std::move(to)) {}

    /// 0 or the machine's reason.
    int there(Overwrite overwrite) {
        struct stat old {};
        had_old_ = ::lstat(to_.c_str(), &old) == 0;
        if (!had_old_) {
            if (::renameat2(AT_FDCWD, from_.c_str(), AT_FDCWD, to_.c_str(), RENAME_NOREPLACE) == 0) return 0;
            if (errno != EINVAL && errno != ENOSYS) return errno;
            return ::rename(from_.c_str(), to_.c_str()) == 0 ? 0 : errno;
        }
        if (overwrite == Overwrite::no) return EEXIST;
        if (::chmod(from_.c_str(), old.st_mode & 07777U) != 0) return errno;
        return exchanged();
    }
    void back() const {
        if (had_old_)
            (void)exchanged();
        else
            std::rename(to_.c_str(), from_.c_str());
    }

private:
    /// The new file takes the place of the old one, and the old one that of the new.
    [[nodiscard]] int exchanged() const {
        if (::renameat2(AT_FDCWD, from_.c_str(), AT_FDCWD, to_.c_str(), RENAME_EXCHANGE) == 0) return 0;
        if (errno != EINVAL && errno != ENOSYS) return errno;
        const std::string aside = from_.string() + ".old";
        if (::rename(to_.c_str(), aside.c_str()) != 0) return errno;
        if (::rename(from_.c_str(), to_.c_str()) != 0) {
            const int reason = errno;
            (void)::rename(aside.c_str(), to_.c_str());
            return reason;
        }
        return ::rename(aside.c_str(), from_.c_str()) == 0 ? 0 : errno;
    }

    fs::path from_, to_;
    bool had_old_ = false;
};

}  // namespace

FileSet::FileSet(const fs::path& folder, Overwrite overwrite) : folder_(plain(folder)), overwrite_(overwrite) {
    if (fs::exists(folder_) && !fs::is_directory(folder_))
        throw IoError(fmt::format("{}: this is a file; name a folder", folder_.string()));
    const fs::path beside = fs::exists(folder_) ? folder_ : folder_.parent_path();
    std::error_code failure;
    fs::create_directories(beside, failure);
    if (failure) throw IoError(fmt::format("{}: {}", beside.string(), failure.message()));
    std::string pattern = (beside / fmt::format(".{}.partial-XXXXXX", folder_.filename().string())).string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw IoError(
            fmt::format("{}: {}; choose a folder in which you may write", beside.string(), std::strerror(errno)));
    staging_ = pattern;
}

FileSet::~FileSet() {
    std::error_code ignored;
    if (!staging_.empty()) fs::remove_all(staging_, ignored);
}

void FileSet::expect(const std::string& name) const {
    if (fs::exists(folder_)) (void)checked_output_file(folder_ / name, overwrite_ == Overwrite::yes);
}

void FileSet::fill(const std::string& name, const std::function<void(const fs::path&)>& writer) const {
    try {
        writer(staging_ / name);
    } catch (const IoError& error) {
        throw IoError(replaced(error.what(), staging_.string(), folder_.string()));
    }
}

void FileSet::write(const std::string& name, std::string_view bytes) const {
    fill(name, [&](const fs::path& path) { write_bytes(path, bytes, Overwrite::no); });
}

std::vector<fs::path> FileSet::publish() {
    std::vector<fs::path> names, places;
    for (const auto& entry : fs::directory_iterator(staging_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    for (const auto& name : names) places.push_back(folder_ / name);

    if (!fs::exists(folder_)) {
        if (::chmod(staging_.c_str(), 0755) != 0) fail(folder_, errno);
        if (::rename(staging_.c_str(), folder_.c_str()) != 0) fail(folder_, errno);
        staging_.clear();
        sync_folder(folder_.parent_path());
        return places;
    }
    std::vector<Move> moves;
    for (const auto& name : names)
        moves.emplace_back(staging_ / name, checked_output_file(folder_ / name, overwrite_ == Overwrite::yes));
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const int reason = moves[i].there(overwrite_);
        if (reason == 0) continue;
        for (std::size_t done = i; done-- > 0;) moves[done].back();
        fail(places[i], reason);
    }
    sync_folder(folder_);
    return places;
}

}  // namespace baken
