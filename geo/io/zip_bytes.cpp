#include "geo/io/zip_bytes.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/memory_file.hpp"

#include <algorithm>
#include <memory>

#include <cpl_conv.h>
#include <cpl_string.h>

namespace baken {

namespace {

struct CloseZip {
    void operator()(void* zip) const { CPLCloseZip(zip); }
};

bool has_added(void* zip, const NamedBytes& file) {
    CPLStringList options;
    options.SetNameValue("COMPRESSED", file.is_packed ? "YES" : "NO");
    if (CPLCreateFileInZip(zip, file.name.c_str(), options.List()) != CE_None) return false;
    constexpr std::size_t piece = std::size_t{1} << 24U;
    for (std::size_t at = 0; at < file.bytes.size(); at += piece) {
        const auto length = static_cast<int>(std::min(piece, file.bytes.size() - at));
        if (CPLWriteFileInZip(zip, file.bytes.data() + at, length) != CE_None) return false;
    }
    return CPLCloseFileInZip(zip) == CE_None;
}

}  // namespace

std::string zip_bytes(const std::vector<NamedBytes>& files) {
    start_gdal();
    const MemoryFile file(".zip");
    std::unique_ptr<void, CloseZip> zip(CPLCreateZip(file.name().c_str(), nullptr));
    const bool is_whole = zip && std::all_of(files.begin(), files.end(),
                                             [&](const NamedBytes& one) { return has_added(zip.get(), one); });
    if (!is_whole || CPLCloseZip(zip.release()) != CE_None) throw IoError("there is no memory for a zip of this size");
    return std::string(file.bytes());
}

}  // namespace baken
