#pragma once
/// The checks before any library sees a path.

#include <filesystem>
#include <string>

namespace baken {

/// The absolute path of an existing, readable file that holds something. A name that a library could take for something
/// other than a file ("/vsicurl/...", "PG:...") is refused. Throws InputError or IoError that says what to do.
[[nodiscard]] std::filesystem::path checked_input_file(const std::filesystem::path&);

/// The absolute path of a file that may be written: its folder exists, and it does not exist itself unless `may_exist`.
[[nodiscard]] std::filesystem::path checked_output_file(const std::filesystem::path&, bool may_exist);

/// Extension in lower case with its point: ".geojson".
[[nodiscard]] std::string extension_of(const std::filesystem::path&);

}  // namespace baken
