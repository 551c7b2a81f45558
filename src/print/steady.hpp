#pragma once
/// Takes the clock out of printed files, so that the same page gives the same bytes. Nothing moves within the file:
/// every replacement is as long as what it replaces.

#include "base/date.hpp"

#include <string>

namespace baken {

/// The dates of a PDF become `stamp`; its identifiers follow from its content.
[[nodiscard]] std::string steady_pdf(std::string bytes, UtcTime stamp);
/// The times of a .docx's parts become the first moment that a ZIP file knows.
[[nodiscard]] std::string steady_zip(std::string bytes);

}  // namespace baken
