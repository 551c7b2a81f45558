#include "app/find_printer.hpp"

#include "base/text.hpp"

#include <cstdlib>

namespace baken {

namespace fs = std::filesystem;

namespace {

bool can_be_run(const fs::path& program) {
    constexpr auto run = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    std::error_code none;
    const fs::file_status status = fs::status(program, none);
    return fs::is_regular_file(status) && (status.permissions() & run) != fs::perms::none;
}

}  // namespace

std::optional<fs::path> office_on(std::string_view path_variable) {
    for (const std::string& folder : split(path_variable, ':'))
        for (const char* name : {"soffice", "libreoffice"}) {
            if (folder.empty()) continue;
            const fs::path program = fs::path(folder) / name;
            if (can_be_run(program)) return program;
        }
    return std::nullopt;
}

Printer printer_here() {
    const char* path = std::getenv("PATH");
    return {.office = office_on(path == nullptr ? "" : path), .scratch = fs::temp_directory_path()};
}

}  // namespace baken
