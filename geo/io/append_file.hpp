#pragma once
/// A file that grows by whole pieces, each on the disk itself before append() returns.
///
///     AppendFile journal(path, sound_bytes);     // what stands after them was cut off by a crash and goes
///     journal.append(record);                    // throws IoError; then the file is as it was

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace baken {

class AppendFile {
public:
    /// Opens an existing file and keeps its first `size` bytes. Throws IoError.
    AppendFile(const std::filesystem::path&, std::uint64_t size);
    ~AppendFile();
    AppendFile(AppendFile&&) noexcept;
    AppendFile& operator=(AppendFile&&) noexcept;

    /// One write, synced. What could not be written whole is taken back, at the latest before the next piece.
    void append(std::string_view bytes);
    [[nodiscard]] std::uint64_t size() const { return size_; }

private:
    [[nodiscard]] int cut_to_size() const;
    [[noreturn]] void fail(int reason) const;

    std::filesystem::path path_;
    int file_ = -1;
    std::uint64_t size_ = 0;
    bool has_remains_ = false;  ///< a piece that failed may stand after `size_`
};

/// Brings a folder's names to the disk itself, after files in it were made, renamed or removed.
void sync_folder(const std::filesystem::path&);

}  // namespace baken
