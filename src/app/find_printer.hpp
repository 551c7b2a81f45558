#pragma once
/// The printer of this machine: where LibreOffice is, and where there is room for scratch.

#include "print/print.hpp"

#include <optional>
#include <string_view>

namespace baken {

/// The first soffice or libreoffice that can be run in the folders of a PATH ("/usr/local/bin:/usr/bin"); nothing where
/// there is none.
[[nodiscard]] std::optional<std::filesystem::path> office_on(std::string_view path_variable);

/// With the environment's PATH and folder for temporary files.
[[nodiscard]] Printer printer_here();

}  // namespace baken
