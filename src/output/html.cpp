#include "output/html.hpp"

#include "base/text.hpp"
#include "output/base64.hpp"

#include <fmt/format.h>

namespace baken::html {

namespace {

/// The same picture with more dots to the inch for a program that makes dots of it: LibreOffice does so for .docx, in
/// the size that the picture gives itself.
std::string fine_grained(std::string svg) {
    constexpr int finer = 3;
    for (const std::string_view key : {" width=\"", " height=\""}) {
        const std::size_t at = svg.find(key), end = at == std::string::npos ? at : svg.find('"', at + key.size());
        if (end == std::string::npos) continue;
        const auto size = parse_number(std::string_view(svg).substr(at + key.size(), end - at - key.size()));
        if (size) svg.replace(at + key.size(), end - at - key.size(), fmt::format("{:.0f}", *size * finer));
    }
    return svg;
}

}  // namespace

std::string table(const std::vector<std::vector<Cell>>& rows, int padding, std::string_view style) {
    std::string text = fmt::format(
        "<table width=\"100%\" border=\"0\" cellspacing=\"0\" cellpadding=\"{}\" "
        "style=\"border-collapse:collapse{}{}\">\n",
        padding, style.empty() ? "" : ";", style);
    for (const auto& row : rows) {
        text += "<tr>";
        for (const Cell& cell : row) {
            text += "<td valign=\"top\"";
            if (cell.percent > 0) text += fmt::format(" width=\"{}%\"", cell.percent);
            if (cell.columns > 1) text += fmt::format(" colspan=\"{}\"", cell.columns);
            if (!cell.style.empty()) text += fmt::format(" style=\"{}\"", cell.style);
            text += ">" + cell.content + "</td>\n";
        }
        text += "</tr>\n";
    }
    return text + "</table>\n";
}

std::string paragraph(std::string_view content, std::string_view style) {
    return fmt::format("<p style=\"margin-top:0cm;margin-bottom:0cm{}{}\">{}</p>\n", style.empty() ? "" : ";", style,
                       content);
}

std::string picture(const std::string& svg, double width, double height, const std::string& alternative) {
    return fmt::format("<img src=\"data:image/svg+xml;base64,{}\" width=\"{:.0f}\" height=\"{:.0f}\" alt=\"{}\">",
                       base64(fine_grained(svg)), width, height, xml_escaped(alternative));
}

}  // namespace baken::html
