#include "output/page.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "output/base64.hpp"
#include "output/chart_ink.hpp"
#include "output/ink.hpp"
#include "output/page_style.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

/// Width of the text on A4 in the units of HTML (96 to the inch): 182 mm.
constexpr double paper_width = 686;

std::string tile_cell(std::string_view tag, int width, const std::string& content) {
    return fmt::format("<{0} width=\"{1}%\" align=\"left\" bgcolor=\"{2}\">{3}</{0}>", tag, width, ink::raised,
                       content);
}

double number_after(const std::string& text, std::string_view what) {
    const auto at = text.find(what);
    if (at == std::string::npos) return 0;
    const auto from = at + what.size();
    return parse_number(text.substr(from, text.find('"', from) - from)).value_or(0);
}

}  // namespace

std::string escaped(std::string_view text) { return xml_escaped(text); }

std::string code(std::string_view text) { return "<code>" + escaped(text) + "</code>"; }

std::string PageParts::filled(std::string_view sentence, const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        const auto at = sentence.find("{}");
        if (at == std::string_view::npos)
            throw InternalError("a sentence has fewer places than figures: " + std::string(sentence));
        text += std::string(sentence.substr(0, at)) + part;
        sentence.remove_prefix(at + 2);
    }
    return text + std::string(sentence);
}

PictureSize size_of(const std::string& svg) {
    return {number_after(svg, " width=\""), number_after(svg, " height=\"")};
}

std::string PageParts::section(std::string_view id, std::string_view title, const std::string& content,
                               bool starts_page) const {
    if (content.empty()) return {};
    if (is_print())
        return fmt::format("<h2{}>{}</h2>\n{}", starts_page ? " style=\"page-break-before:always\"" : "",
                           escaped(title), content);
    return fmt::format("<section aria-labelledby=\"{0}\"{1}>\n<h2 id=\"{0}\">{2}</h2>\n{3}</section>\n", escaped(id),
                       starts_page ? " class=\"sheet\"" : "", escaped(title), content);
}

std::string PageParts::heading(int level, std::string_view title, std::string_view id) const {
    return fmt::format("<h{0}{1}>{2}</h{0}>\n", level,
                       id.empty() || is_print() ? std::string() : fmt::format(" id=\"{}\"", escaped(id)),
                       escaped(title));
}

std::string PageParts::paragraph(const std::string& markup) const { return "<p>" + markup + "</p>\n"; }

std::string PageParts::lead(const std::string& markup) const { return "<p class=\"lead\">" + markup + "</p>\n"; }

std::string PageParts::note(const std::string& markup) const {
    return markup.empty() ? std::string() : "<p class=\"note\">" + markup + "</p>\n";
}

std::string PageParts::list(const std::vector<std::string>& markups) const {
    if (markups.empty()) return {};
    std::string text = "<ul class=\"plain\">\n";
    for (const std::string& each : markups) text += "<li>" + each + "</li>\n";
    return text + "</ul>\n";
}

std::string PageParts::verdict(bool is_good, std::string_view words) const {
    // One class on paper: LibreOffice knows no second.
    return fmt::format("<p class=\"{}{}\">{} {}</p>\n", is_print() ? "" : "verdict ", is_good ? "yes" : "no",
                       is_good ? "\u2713" : "\u2717", escaped(words));
}

std::string PageParts::tiles(const std::vector<Tile>& tiles) const {
    const auto state_class = [](const Tile& tile) { return tile.is_neutral ? "soft" : tile.is_good ? "yes" : "no"; };
    if (!is_print()) {
        std::string text = "<ul class=\"tiles\">\n";
        for (const Tile& tile : tiles) {
            text += fmt::format("<li><b>{}</b><span>{}</span>", escaped(tile.figure), escaped(tile.name));
            if (!tile.state.empty())
                text += fmt::format("<br><span class=\"state {}\">{}</span>", state_class(tile), escaped(tile.state));
            text += "</li>\n";
        }
        return text + "</ul>\n";
    }
    constexpr std::size_t in_row = 4;
    std::string text;
    for (std::size_t from = 0; from < tiles.size(); from += in_row) {
        const std::size_t until = std::min(from + in_row, tiles.size());
        std::string names, figures, states;
        for (std::size_t i = from; i < until; ++i) {
            const Tile& tile = tiles[i];
            names += tile_cell("th", 100 / in_row, escaped(tile.name));
            figures +=
                tile_cell("td", 100 / in_row, fmt::format("<font size=\"5\"><b>{}</b></font>", escaped(tile.figure)));
            states += tile_cell("td", 100 / in_row,
                                fmt::format("<span class=\"{}\">{}</span>", state_class(tile), escaped(tile.state)));
        }
        text += fmt::format(
            "<table width=\"{}%\" border=\"0\" cellpadding=\"6\" cellspacing=\"0\" "
            "style=\"page-break-inside:avoid\">\n<thead><tr valign=\"bottom\">{}</tr></thead>\n"
            "<tbody>\n<tr>{}</tr>\n<tr>{}</tr>\n</tbody>\n</table>\n<p class=\"gap\"></p>\n",
            100 / in_row * (until - from), names, figures, states);
    }
    return text;
}

std::string PageParts::facts(const std::vector<std::pair<std::string, std::string>>& all) const {
    std::string text;
    for (const auto& [name, content] : all) {
        if (content.empty()) continue;
        text += is_print()
                    ? fmt::format(
                          "<tr valign=\"top\"><th scope=\"row\" width=\"24%\" align=\"left\">{}</th><td>{}</td></tr>\n",
                          escaped(name), content)
                    : fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(name), content);
    }
    if (text.empty()) return {};
    if (!is_print()) return "<dl>\n" + text + "</dl>\n";
    return "<table width=\"100%\" border=\"0\" cellpadding=\"3\" cellspacing=\"0\" "
           "style=\"page-break-inside:avoid\">\n" +
           text + "</table>\n";
}

std::string PageParts::missed(const std::string& what, const std::string& help) const {
    if (is_print())
        return fmt::format("<p class=\"missed\"><b class=\"no\">\u2717</b> {}{}</p>\n", what,
                           help.empty() ? std::string() : "<br>" + help);
    return fmt::format("<div class=\"missed\"><p><b class=\"no\">\u2717</b> {}</p>{}</div>\n", what,
                       help.empty() ? std::string() : "<p>" + help + "</p>");
}

std::string PageParts::document(std::string_view kind, std::string_view name, const std::string& header,
                                const Contents& contents, const std::string& body) const {
    std::string list;
    if (contents.size() > 1)
        for (const auto& [id, title] : contents)
            list += is_print() ? "<li>" + escaped(title) + "</li>\n"
                               : fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(id), escaped(title));
    const std::string title = fmt::format("{} \u2013 {}", escaped(kind), escaped(name));
    if (is_print())
        return fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{1}</title>\n"
            "<style>{2}</style>\n</head>\n<body lang=\"{3}\">\n{4}{5}{6}</body>\n</html>\n",
            say("nl", "en"), title, print_page_style, say("nl-NL", "en-GB"), header,
            list.empty() ? "" : fmt::format("<h2>{}</h2>\n<ol>\n{}</ol>\n", say("Inhoud", "Contents"), list), body);
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{1}</title>\n"
        "<style>{2}{3}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#inhoud\">{4}</a>\n<div class=\"page\">\n"
        "<header>\n{5}</header>\n{6}<main id=\"inhoud\">\n{7}</main>\n</div>\n</body>\n</html>\n",
        say("nl", "en"), title, page_style, chart_sheet(), say("Naar de inhoud", "Skip to the content"), header,
        list.empty()
            ? std::string()
            : fmt::format("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ol>\n{}</ol>\n</nav>\n",
                          say("Inhoud", "Contents"), list),
        body);
}

std::string PageParts::image(const std::string& svg, const std::string& alternative, double width) const {
    const PictureSize size = size_of(svg);
    const double height = size.width > 0 ? size.height * width / size.width : 0;
    return fmt::format("<img src=\"data:image/svg+xml;base64,{}\" alt=\"{}\" width=\"{}\" height=\"{}\" border=\"0\">",
                       base64(svg), escaped(alternative), std::lround(width), std::lround(height));
}

std::string PageParts::picture(const std::string& svg, std::string_view alternative, std::string_view caption) const {
    if (is_print())
        return fmt::format("<p>{}</p>\n{}", image(svg, std::string(alternative), paper_width), note(escaped(caption)));
    return fmt::format("<figure class=\"map\">\n{}<figcaption class=\"note\">{}</figcaption>\n</figure>\n", svg,
                       escaped(caption));
}

std::string PageParts::figures(const Chart& chart) const {
    PageTable table{.caption = chart.title, .narrow = PageTable::Narrow::scrolls, .has_visible_caption = false};
    for (const std::string& head : chart.figures.head)
        table.columns.push_back({.head = head, .is_number = !table.columns.empty()});
    for (const auto& row : chart.figures.rows) {
        PageTable::Row cells;
        for (const std::string& cell : row) cells.cells.push_back(escaped(cell));
        table.rows.push_back(std::move(cells));
    }
    if (table.rows.empty()) return {};
    return fmt::format("<details>\n<summary>{}</summary>\n{}</details>\n", say("Cijfers", "Figures"),
                       page_table(table, PageFor::screen));
}

std::string PageParts::chart(const Chart& chart) const {
    std::string text = fmt::format("<figure class=\"chart{}\">\n<figcaption>{}</figcaption>\n",
                                   chart.is_wide ? " wide" : "", escaped(chart.title));
    if (chart.svg.empty()) return text + "<p class=\"instead\">" + escaped(chart.instead) + "</p>\n</figure>\n";
    text += chart.is_wide
                ? fmt::format("<div class=\"scrolls\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n{}</div>\n",
                              escaped(chart.title), chart.svg)
                : chart.svg;
    return text + note(escaped(chart.note)) + figures(chart) + "</figure>\n";
}

/// Two narrow pictures stand beside each other in one paragraph; what must be said of them follows.
std::string PageParts::printed_charts(const std::vector<Chart>& charts) const {
    std::string text, line, notes;
    int in_line = 0;
    const auto flush = [&] {
        if (!line.empty()) text += "<p class=\"charts\">" + line + "</p>\n";
        text += notes;
        line.clear();
        notes.clear();
        in_line = 0;
    };
    for (const Chart& each : charts) {
        if (each.svg.empty()) {
            notes += note("<b>" + escaped(each.title) + ".</b> " + escaped(each.instead));
            continue;
        }
        if (each.is_wide || in_line == 2) flush();
        const double natural = size_of(each.svg).width;
        const double width = each.is_wide ? std::min(natural, paper_width) : paper_width / 2 - 8;
        line += image(each.svg, each.title + ". " + each.figures.spoken(), width) + (in_line == 0 ? " " : "");
        if (!each.note.empty())
            notes += note((each.is_wide ? std::string() : escaped(each.title) + ": ") + escaped(each.note));
        ++in_line;
        if (each.is_wide) flush();
    }
    flush();
    return text;
}

std::string PageParts::charts(const std::vector<Chart>& charts) const {
    if (is_print()) return printed_charts(charts);
    std::string text = "<div class=\"charts\">\n";
    for (const bool is_drawn : {true, false})
        for (const Chart& each : charts)
            if (is_drawn != each.svg.empty()) text += chart(each);
    return text + "</div>\n";
}

}  // namespace baken
