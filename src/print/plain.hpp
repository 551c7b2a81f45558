#pragma once
/// Printing without LibreOffice: Qt lays the page out and writes PDF. The PDF has no tags.

#include "print/print.hpp"

namespace baken {

/// Gives the files written. Throws IoError when a page cannot be read or a file cannot be written.
std::vector<std::filesystem::path> print_plainly(std::span<const PrintJob>, const Printer&, const Work&);

}  // namespace baken
