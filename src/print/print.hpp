#pragma once
/// The printing room: pages of HTML to tagged PDF and .docx by LibreOffice, where it is; else to plain PDF by Qt.
///
///     const PrintReport report = print_pages(jobs, {.office = find_office(path), .scratch = temporary_folder}, work);
///     if (report.by == PrintedBy::plain) tell(report.remark);
///
/// Nothing here looks for a program or a folder by itself: both are arguments. Same pages, same program: same bytes.

#include "base/date.hpp"
#include "base/language.hpp"
#include "base/work.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace baken {

/// libreoffice: tagged PDF with headings and alternative texts, and .docx. plain: PDF without tags, and no .docx.
enum class PrintedBy { libreoffice, plain };

struct PrintJob {
    std::filesystem::path html;  ///< a page in UTF-8, its pictures as data within it
    std::optional<std::filesystem::path> pdf = {}, docx = {};
};

struct Printer {
    std::optional<std::filesystem::path> office = {};  ///< soffice; nothing: print plainly
    std::filesystem::path scratch;                     ///< for a folder that is gone afterwards
    /// LibreOffice is ended when it has made nothing new for so long.
    std::chrono::seconds patience{90};
    UtcTime stamp = {};  ///< the moment that stands in the files, instead of the clock's
    Language language = Language::nl;
};

struct PrintReport {
    PrintedBy by = PrintedBy::libreoffice;
    std::vector<std::filesystem::path> written;   ///< in the order of the jobs, PDF before .docx
    std::vector<std::filesystem::path> left_out;  ///< .docx that plain printing cannot make
    std::string remark;  ///< why it is plain, and what the reader misses; empty: nothing to say
};

/// Files are replaced, each as a whole. Where LibreOffice fails, the pages are printed plainly and the remark says why.
/// Throws IoError when a page cannot be read or a file cannot be written; Cancelled when stopped, and then LibreOffice
/// is ended and nothing of it is left behind (files of jobs that were done may stand).
PrintReport print_pages(std::span<const PrintJob>, const Printer&, const Work&);

}  // namespace baken
