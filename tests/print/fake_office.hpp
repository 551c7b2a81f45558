#pragma once
/// Stands in for LibreOffice in fast tests: a shell script that is called the same way.

#include "print/print.hpp"
#include "support/support.hpp"

#include <filesystem>

namespace baken::test {

/// `on_page` is run for each page with $page (the HTML) and $target (the file to make).
inline std::filesystem::path fake_office(const TempDir& folder, const std::string& on_page) {
    const auto script = folder.write("soffice", R"(#!/bin/sh
to=; out=; pages=
while [ $# -gt 0 ]; do
    case "$1" in
        --convert-to) to=${2%%:*}; shift ;;
        --outdir) out=$2; shift ;;
        *.html) pages="$pages $1" ;;
    esac
    shift
done
for page in $pages; do
    target=$out/$(basename "$page" .html).$to
    )" + on_page + "\ndone\n");
    std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    return script;
}

inline constexpr std::string_view makes_both =
    R"(case $to in pdf) printf '%%PDF-1.6 ' ;; docx) printf 'PK' ;; esac >"$target"
    cat "$page" >>"$target")";

}  // namespace baken::test
