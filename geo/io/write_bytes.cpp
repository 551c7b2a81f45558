#include "base/error.hpp"
#include "geo/io/partial_file.hpp"
#include "geo/io/write_layer.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace baken {

namespace {

int written(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return 0;
}

}  // namespace

void write_bytes(const std::filesystem::path& path, std::string_view bytes, Overwrite overwrite) {
    PartialFile part(path, overwrite);
    const int file = ::open(part.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    int reason = file < 0 ? errno : written(file, bytes);
    if (file >= 0 && ::close(file) != 0 && reason == 0) reason = errno;
    if (reason != 0)
        throw IoError(fmt::format("{}: cannot be written ({}); make room on the disk or choose another folder",
                                  path.string(), std::strerror(reason)));
    part.finish();
}

}  // namespace baken
