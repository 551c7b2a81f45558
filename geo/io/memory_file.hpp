#pragma once
/// A file of GDAL's that is never on disk, gone with this. For the writers.

#include <string>
#include <string_view>

namespace baken {

class MemoryFile {
public:
    explicit MemoryFile(std::string_view extension);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view bytes() const;

private:
    std::string name_;
};

}  // namespace baken
