#pragma once
/// A file that is written beside its target and takes its place only when it is whole.
///
///     PartialFile part(path, Overwrite::no);
///     ... write part.path() and close it ...
///     part.finish();               // synced, renamed, folder synced; without this nothing is left behind

#include "geo/io/write_layer.hpp"

#include <filesystem>

namespace baken {

class PartialFile {
public:
    /// Throws IoError: exists already, no such folder, no right to write there.
    PartialFile(const std::filesystem::path& target, Overwrite);
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return partial_; }
    /// Throws IoError with the machine's reason.
    void finish();

private:
    void remove() const;

    std::filesystem::path target_, partial_;
    Overwrite overwrite_;
    bool is_finished_ = false;
};

}  // namespace baken
