#pragma once
/// The few pieces of HTML that a browser, LibreOffice Writer and QTextDocument show alike: tables, paragraphs and
/// pictures, each with its style on it.

#include <string>
#include <string_view>
#include <vector>

namespace baken::html {

struct Cell {
    int percent = 0;  ///< of the table's width; 0: what is left
    std::string content;
    std::string style = {};
    int columns = 1;  ///< that it spans
};

/// A table over the whole width; `padding` in pixels around each cell.
[[nodiscard]] std::string table(const std::vector<std::vector<Cell>>& rows, int padding, std::string_view style = {});
[[nodiscard]] std::string paragraph(std::string_view content, std::string_view style = {});
/// The picture as data in the page. `alternative` is escaped here.
[[nodiscard]] std::string picture(const std::string& svg, double width, double height, const std::string& alternative);

}  // namespace baken::html
