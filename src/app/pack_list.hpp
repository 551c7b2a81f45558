#pragma once
/// SHA256SUMS: the files of a pack with their hashes, as `sha256sum -c` reads them. By it a later pack knows which
/// files in the folder are of an earlier one, and a reader that nothing was changed since.

#include <filesystem>
#include <map>
#include <string>

namespace baken {

inline constexpr const char* pack_list_file = "SHA256SUMS";

/// Relative path, with / between folders -> 64 hexadecimal digits.
using PackList = std::map<std::string, std::string>;

/// Of every file below the folder but the list itself.
[[nodiscard]] PackList listed_files(const std::filesystem::path& folder);
[[nodiscard]] std::string written(const PackList&);
/// What stands in the folder's list; empty where there is none or it cannot be read.
[[nodiscard]] PackList pack_list_in(const std::filesystem::path& folder);

/// Removes what the earlier pack wrote and this one has not, unless somebody changed it since, and folders that are
/// empty then.
void remove_left_over(const std::filesystem::path& folder, const PackList& earlier, const PackList& now);

}  // namespace baken
