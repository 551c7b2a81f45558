#include "geo/io/file_check.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <unistd.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

bool looks_like_an_address(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos || colon < 2 || std::isalpha(static_cast<unsigned char>(name[0])) == 0)
        return false;
    return std::all_of(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+' || c == '-' || c == '.' || c == '_';
    });
}

void refuse_odd_names(const fs::path& path) {
    const std::string& name = path.native();
    if (name.empty()) throw InputError("no file is named; give the path of a file");
    if (name.find('\0') != std::string::npos)
        throw InputError("a path cannot hold a zero byte; give the path of a file");
    if (name.starts_with("/vsi") || looks_like_an_address(name))
        throw InputError(
            fmt::format("{}: only files on this computer are read and written; save it as a file first "
                        "(a file with a colon in its name: put ./ before it)",
                        name));
}

fs::path absolute_path(const fs::path& path) {
    std::error_code failure;
    const fs::path absolute = fs::absolute(path, failure);
    if (failure) throw IoError(fmt::format("{}: {}", path.string(), failure.message()));
    return absolute;
}

}  // namespace

fs::path checked_input_file(const fs::path& path) {
    refuse_odd_names(path);
    const std::string name = path.string();
    std::error_code failure;
    const fs::file_status status = fs::status(path, failure);
    if (status.type() == fs::file_type::not_found)
        throw IoError(fmt::format("{}: there is no such file; check the name and the folder", name));
    if (failure) throw IoError(fmt::format("{}: {}", name, failure.message()));
    if (fs::is_directory(status)) throw IoError(fmt::format("{}: this is a folder; name a file in it", name));
    if (!fs::is_regular_file(status)) throw IoError(fmt::format("{}: this is not an ordinary file; name a file", name));
    if (::access(path.c_str(), R_OK) != 0)
        throw IoError(fmt::format("{}: {}; ask for the right to read it", name, std::strerror(errno)));
    if (fs::file_size(path, failure) == 0 && !failure)
        throw InputError(fmt::format("{}: the file is empty; export or download it again", name));
    return absolute_path(path);
}

fs::path checked_output_file(const fs::path& path, bool may_exist) {
    refuse_odd_names(path);
    const std::string name = path.string();
    std::error_code ignored;
    fs::path absolute = absolute_path(path);
    if (fs::is_symlink(absolute, ignored))  // what it points to is replaced, and not the link
        if (const fs::path target = fs::canonical(absolute, ignored); !target.empty()) absolute = target;
    const fs::file_status folder = fs::status(absolute.parent_path(), ignored);
    if (!fs::is_directory(folder))
        throw IoError(fmt::format("{}: there is no folder {}; make it first", name, absolute.parent_path().string()));
    const fs::file_status status = fs::status(absolute, ignored);
    if (fs::is_directory(status)) throw IoError(fmt::format("{}: this is a folder; name a file in it", name));
    if (fs::exists(status) && !may_exist)
        throw IoError(fmt::format("{}: the file exists already; give another name, or --force to replace it", name));
    if (fs::exists(status) && !fs::is_regular_file(status))
        throw IoError(fmt::format("{}: this is not an ordinary file; give another name", name));
    return absolute;
}

std::string extension_of(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

}  // namespace baken
