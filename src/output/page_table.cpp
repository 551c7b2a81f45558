#include "output/page_table.hpp"

#include "base/text.hpp"
#include "output/ink.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

std::string classes_of(const PageTable::Column& column) {
    std::string names;
    if (column.is_number) names += "right";
    if (column.is_kept) names += names.empty() ? "when" : " when";
    return names.empty() ? names : fmt::format(" class=\"{}\"", names);
}

std::string screen_table(const PageTable& table) {
    const bool stacks = table.narrow == PageTable::Narrow::stacks;
    std::string text = fmt::format("<table{}>\n<caption{}>{}</caption>\n<thead><tr>", stacks ? " class=\"stacks\"" : "",
                                   table.has_visible_caption ? "" : " class=\"unseen\"", xml_escaped(table.caption));
    for (const auto& column : table.columns)
        text +=
            fmt::format("<th scope=\"col\"{}{}>{}</th>", column.is_number ? " class=\"right\"" : "",
                        stacks && column.width > 0 ? fmt::format(" style=\"width:{}%\"", column.width) : std::string(),
                        xml_escaped(column.head));
    text += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        text += row.id.empty() ? "<tr>" : fmt::format("<tr id=\"{}\">", xml_escaped(row.id));
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& column = table.columns.at(i);
            if (i == table.name_column)
                text += fmt::format("<th scope=\"row\"{}>{}</th>", classes_of(column), row.cells[i]);
            else
                text += fmt::format("<td{}{}>{}</td>", classes_of(column),
                                    stacks && !column.head.empty()
                                        ? fmt::format(" data-is=\"{}\"", xml_escaped(column.head))
                                        : std::string(),
                                    row.cells[i]);
        }
        text += "</tr>\n";
    }
    text += "</tbody>\n</table>\n";
    if (stacks) return text;
    return fmt::format("<div class=\"scrolls\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                       xml_escaped(table.caption), text);
}

/// What LibreOffice's import reads: lines between rows by attributes (borders in styles take the padding away),
/// alignment by attributes, and a table that stays on a page by its style.
std::string print_table(const PageTable& table) {
    std::string text;
    if (table.has_visible_caption && !table.caption.empty())
        text += fmt::format("<p class=\"caption\">{}</p>\n", xml_escaped(table.caption));
    text += fmt::format(
        "<table width=\"100%\" border=\"1\" rules=\"rows\" frame=\"hsides\" bordercolor=\"{}\" cellpadding=\"4\" "
        "cellspacing=\"0\"{}>\n<thead><tr valign=\"bottom\" bgcolor=\"{}\">",
        ink::line, table.rows.size() <= kept_rows ? " style=\"page-break-inside:avoid\"" : "", ink::raised);
    const auto attributes = [](const PageTable::Column& column) {
        return fmt::format(" align=\"{}\"{}", column.is_number ? "right" : "left",
                           column.width > 0 ? fmt::format(" width=\"{}%\"", column.width) : std::string());
    };
    for (const auto& column : table.columns)
        text += fmt::format("<th scope=\"col\"{}>{}</th>", attributes(column), xml_escaped(column.head));
    text += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        text += "<tr valign=\"top\">";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            text += fmt::format("<td{}{}>{}</td>", attributes(table.columns.at(i)),
                                table.columns.at(i).is_kept ? " nowrap" : "", row.cells[i]);
        text += "</tr>\n";
    }
    return text + "</tbody>\n</table>\n";
}

}  // namespace

std::string page_table(const PageTable& table, PageFor target) {
    if (table.rows.empty()) return {};
    return target == PageFor::screen ? screen_table(table) : print_table(table);
}

}  // namespace baken
