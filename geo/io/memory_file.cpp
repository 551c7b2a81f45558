#include "geo/io/memory_file.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

namespace baken {

MemoryFile::MemoryFile(std::string_view extension)
    : name_(fmt::format("/vsimem/baken/{}{}", static_cast<const void*>(this), extension)) {}

MemoryFile::~MemoryFile() { VSIUnlink(name_.c_str()); }

std::string_view MemoryFile::bytes() const {
    vsi_l_offset length = 0;
    const GByte* data = VSIGetMemFileBuffer(name_.c_str(), &length, FALSE);
    return {reinterpret_cast<const char*>(data), data == nullptr ? 0 : static_cast<std::size_t>(length)};
}

}  // namespace baken
