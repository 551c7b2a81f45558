#pragma once
/// A file of GDAL's that is never on disk, gone with this. For the writers; includes GDAL's headers.

#include <string>
#include <string_view>

#include <cpl_vsi.h>
#include <fmt/format.h>

namespace baken {

class MemoryFile {
public:
    explicit MemoryFile(std::string_view extension)
        : name_(fmt::format("/vsimem/baken/{}{}", static_cast<const void*>(this), extension)) {}
    ~MemoryFile() { VSIUnlink(name_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view bytes() const {
        vsi_l_offset length = 0;
        const GByte* data = VSIGetMemFileBuffer(name_.c_str(), &length, FALSE);
        return {reinterpret_cast<const char*>(data), data == nullptr ? 0 : static_cast<std::size_t>(length)};
    }

private:
    std::string name_;
};

}  // namespace baken
