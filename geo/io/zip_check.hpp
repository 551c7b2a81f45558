#pragma once
/// Workbooks are zip files, and a small zip can hold more than a machine.

#include <filesystem>

namespace baken {

/// Throws InputError when the zip's contents are declared to be over 200 MB or over 200 times its own size, or when it
/// is no zip.
void check_unpacked_size(const std::filesystem::path&);

}  // namespace baken
