#include "base/error.hpp"
#include "geo/io/file_check.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/read_layer.hpp"

#include <cerrno>
#include <cstring>
#include <memory>

#include <cpl_vsi.h>
#include <fmt/format.h>

namespace baken {

namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

}  // namespace

std::string read_bytes(const std::filesystem::path& path, std::size_t limit) {
    start_gdal();
    const std::filesystem::path file = checked_input_file(path);
    const bool is_packed = extension_of(file) == ".gz";
    const GdalMessages said;
    const std::unique_ptr<VSILFILE, CloseFile> in(
        VSIFOpenL(((is_packed ? "/vsigzip/" : "") + file.string()).c_str(), "rb"));
    if (!in) {
        if (is_packed)
            throw InputError(
                fmt::format("{}: this is no gzip file, or a damaged one; pack or download it again", path.string()));
        throw IoError(fmt::format("{}: {}", path.string(), std::strerror(errno)));
    }
    std::string bytes;
    constexpr std::size_t step = std::size_t{4} << 20U;
    while (true) {
        const std::size_t had = bytes.size();
        bytes.resize(had + step);
        const std::size_t got = VSIFReadL(bytes.data() + had, 1, step, in.get());
        bytes.resize(had + got);
        if (bytes.size() > limit)
            throw InputError(fmt::format("{}: the file holds more than {} bytes{}; split it", path.string(), limit,
                                         is_packed ? " when unpacked" : ""));
        if (got < step) break;
    }
    if (said.has_failures())
        throw InputError(fmt::format("{}: the file is damaged or cut off ({}); download or export it again",
                                     path.string(), said.last()));
    if (bytes.empty())
        throw InputError(fmt::format("{}: the file is empty; export or download it again", path.string()));
    return bytes;
}

}  // namespace baken
