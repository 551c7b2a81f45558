#include "geo/io/file_lock.hpp"

#include "base/text.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("?");
}

std::string user_name() {
    std::array<char, 256> name{};
    if (::getlogin_r(name.data(), name.size() - 1) == 0) return name.data();
    for (const char* variable : {"USER", "LOGNAME"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    return std::to_string(::geteuid());
}

/// "user\nhost\npid\n"; nothing where the file is empty or something else.
std::optional<Holder> holder_in(int file) {
    std::array<char, 1024> bytes{};
    const ssize_t count = ::pread(file, bytes.data(), bytes.size(), 0);
    if (count <= 0) return std::nullopt;
    const auto lines = split(std::string_view(bytes.data(), static_cast<std::size_t>(count)), '\n');
    if (lines.size() < 3) return std::nullopt;
    const auto pid = parse_integer(lines[2]);
    if (!pid || *pid <= 0) return std::nullopt;
    return Holder{lines[0], lines[1], static_cast<long>(*pid)};
}

[[noreturn]] void refuse(const fs::path& path, const std::optional<Holder>& holder) {
    const fs::path held = path.parent_path() / path.stem();
    if (!holder) throw LockedError(held.string() + ": another program has it open; close it there and try again", {});
    const bool is_here = holder->host == host_name();
    throw LockedError(
        fmt::format("{}: {} has it open on {} (process {}); close it there and try again{}", held.string(),
                    holder->user, holder->host, holder->pid,
                    is_here ? "" : fmt::format(", or remove {} when that computer has crashed", path.string())),
        *holder);
}

bool is_running(long pid) { return ::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM; }

/// The name may have been given to another file between opening and locking: its last holder removed it.
bool is_still_named(int file, const fs::path& path) {
    struct stat opened {};
    struct stat named {};
    return ::fstat(file, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

}  // namespace

FileLock::FileLock(const fs::path& lock_file) : path_(lock_file) {
    const auto fail = [&](int reason) {
        throw IoError(fmt::format("{}: cannot be made ({})", path_.string(), std::strerror(reason)));
    };
    for (int attempt = 0; attempt < 100; ++attempt) {
        FileLock made;
        made.file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (made.file_ < 0) fail(errno);
        const bool is_locked = ::flock(made.file_, LOCK_EX | LOCK_NB) == 0;
        const int reason = is_locked ? 0 : errno;
        if (reason == EWOULDBLOCK) refuse(path_, holder_in(made.file_));
        // A share that knows no locks: what is written in the file decides.
        if (!is_locked && reason != ENOLCK && reason != EOPNOTSUPP && reason != ENOSYS && reason != EINVAL)
            fail(reason);
        if (!is_still_named(made.file_, path_)) continue;
        const auto holder = holder_in(made.file_);
        // With the machine's lock in hand a holder on this machine is gone; another machine's lock may not reach here.
        if (holder && (holder->host != host_name() || (!is_locked && is_running(holder->pid)))) refuse(path_, holder);

        const std::string who = fmt::format("{}\n{}\n{}\n", user_name(), host_name(), ::getpid());
        if (::ftruncate(made.file_, 0) != 0 ||
            ::pwrite(made.file_, who.data(), who.size(), 0) != static_cast<ssize_t>(who.size())) {
            const int why = errno;
            std::error_code ignored;
            fs::remove(path_, ignored);
            fail(why);
        }
        file_ = std::exchange(made.file_, -1);
        return;
    }
    refuse(path_, std::nullopt);
}

FileLock::~FileLock() {
    if (file_ < 0) return;
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
    ::close(file_);
}

FileLock::FileLock(FileLock&& other) noexcept : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(file_, other.file_);
    return *this;
}

}  // namespace baken
