#include "geo/io/zip_check.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"

#include <cstdint>
#include <memory>
#include <string>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

namespace baken {

void check_unpacked_size(const std::filesystem::path& file) {
    constexpr std::uintmax_t most_bytes = 200U << 20U, most_times = 200;
    const GdalMessages said;
    const std::string root = "/vsizip/{" + file.string() + "}";
    const CPLStringList names(VSIReadDirRecursive(root.c_str()));
    if (names.empty())
        throw InputError(
            fmt::format("{}: this is no sound workbook (it cannot be unpacked); save it again", file.string()));
    std::uintmax_t unpacked = 0;
    for (int i = 0; i < names.size(); ++i) {
        VSIStatBufL status;
        if (VSIStatExL((root + "/" + names[i]).c_str(), &status, VSI_STAT_SIZE_FLAG) == 0)
            unpacked += static_cast<std::uintmax_t>(status.st_size);
    }
    if (unpacked > most_bytes || unpacked > most_times * std::filesystem::file_size(file))
        throw InputError(
            fmt::format("{}: unpacked this workbook would take {} MB, which is more than is read; save the "
                        "sheet as CSV",
                        file.string(), unpacked >> 20U));
}

}  // namespace baken
