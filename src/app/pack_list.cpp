#include "app/pack_list.hpp"

#include "app/staged_folder.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"

#include <system_error>

namespace baken {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t hash_length = 64;

/// A path that leads out of the folder is none of ours.
bool is_inside(const std::string& name) {
    const fs::path path = fs::path(name).lexically_normal();
    return !path.empty() && path.is_relative() && *path.begin() != "..";
}

}  // namespace

PackList listed_files(const fs::path& folder) {
    PackList list;
    for (const auto& name : files_below(folder))
        if (name != pack_list_file) list.emplace(name.generic_string(), sha256_hex(read_bytes(folder / name)));
    return list;
}

std::string written(const PackList& list) {
    std::string text;
    for (const auto& [name, hash] : list) text += hash + "  " + name + "\n";
    return text;
}

PackList pack_list_in(const fs::path& folder) {
    PackList list;
    if (!fs::is_regular_file(folder / pack_list_file)) return list;
    for (const auto& line : split(read_bytes(folder / pack_list_file), '\n')) {
        if (line.size() <= hash_length + 2) continue;
        const std::string name = line.substr(hash_length + 2);
        if (is_inside(name)) list.emplace(name, line.substr(0, hash_length));
    }
    return list;
}

void remove_left_over(const fs::path& folder, const PackList& earlier, const PackList& now) {
    std::error_code ignored;
    for (const auto& [name, hash] : earlier) {
        const fs::path file = folder / name;
        if (now.contains(name) || !fs::is_regular_file(file, ignored)) continue;
        if (sha256_hex(read_bytes(file)) != hash) continue;
        fs::remove(file, ignored);
        for (fs::path above = file.parent_path(); above != folder && fs::is_empty(above, ignored);
             above = above.parent_path())
            fs::remove(above, ignored);
    }
}

}  // namespace baken
