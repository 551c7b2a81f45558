#include "geo/io/append_file.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace baken {

AppendFile::AppendFile(const std::filesystem::path& path, std::uint64_t size)
    : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CLOEXEC)), size_(size) {
    if (file_ < 0) fail(errno);
    if (const int reason = cut_to_size(); reason != 0) {
        ::close(std::exchange(file_, -1));
        fail(reason);
    }
}

AppendFile::~AppendFile() {
    if (file_ >= 0) ::close(file_);
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      size_(other.size_),
      has_remains_(other.has_remains_) {}

AppendFile& AppendFile::operator=(AppendFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(file_, other.file_);
    std::swap(size_, other.size_);
    std::swap(has_remains_, other.has_remains_);
    return *this;
}

int AppendFile::cut_to_size() const { return ::ftruncate(file_, static_cast<off_t>(size_)) == 0 ? 0 : errno; }

void AppendFile::fail(int reason) const {
    throw IoError(fmt::format("{}: cannot be written ({}); make room on the disk, or ask for the right to write there",
                              path_.string(), std::strerror(reason)));
}

void AppendFile::append(std::string_view bytes) {
    if (has_remains_) {
        if (const int reason = cut_to_size(); reason != 0) fail(reason);
        has_remains_ = false;
    }
    ssize_t count = 0;
    do {
        count = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    } while (count < 0 && errno == EINTR);
    int reason = count < 0 ? errno : 0;
    if (reason == 0 && static_cast<std::size_t>(count) != bytes.size()) reason = ENOSPC;
    if (reason == 0 && ::fdatasync(file_) != 0) reason = errno;
    if (reason != 0) {
        has_remains_ = cut_to_size() != 0;
        fail(reason);
    }
    size_ += bytes.size();
}

void sync_folder(const std::filesystem::path& folder) {
    const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return;  // a folder that may be written and not read
    ::fsync(file);
    ::close(file);
}

}  // namespace baken
