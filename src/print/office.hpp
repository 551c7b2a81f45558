#pragma once
/// LibreOffice as the printer: one process for all PDFs and one for all .docx, in a profile of their own.

#include "print/print.hpp"

namespace baken {

/// Gives the files written. Throws IoError: LibreOffice cannot start, fails on a page (named, with what it said), or
/// makes nothing new within the printer's patience.
std::vector<std::filesystem::path> print_with_office(std::span<const PrintJob>, const std::filesystem::path& office,
                                                     const Printer&, const Work&);

}  // namespace baken
