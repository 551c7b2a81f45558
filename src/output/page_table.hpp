#pragma once
/// A table of a page, for a screen of any width and for a printed page.
///
///     PageTable table{.caption = "De controles", .columns = {{"Datum", 20}, {"Plek"}}, .rows = {}};
///     table.rows.push_back({.cells = {"vr 12 mrt", escaped(hotspot.name)}});
///     page += page_table(table, PageFor::screen);

#include <string>
#include <vector>

namespace baken {

/// A screen: light or dark, wide or narrow, with links and with what unfolds. Print: what a word processor's HTML
/// import and Qt's rich text can lay out too, so tables, pictures and attributes in place of grids and style sheets.
enum class PageFor { screen, print };

struct PageTable {
    struct Column {
        std::string head;        ///< plain text
        int width = 0;           ///< per cent on paper; 0: shares what is left
        bool is_number = false;  ///< to the right
        bool is_kept = false;    ///< not broken over lines
    };
    struct Row {
        std::vector<std::string> cells;  ///< markup: what comes from a file is escaped by who writes it
        std::string id = {};             ///< to link to; empty: none
    };
    /// What happens to a table that is wider than the screen: its rows become blocks, or it scrolls in its place.
    enum class Narrow { stacks, scrolls };

    std::string caption;  ///< plain text
    std::vector<Column> columns;
    std::vector<Row> rows;
    Narrow narrow = Narrow::stacks;
    bool has_visible_caption = true;
    std::size_t name_column = 0;  ///< the cell that names its row
};

/// Empty where there are no rows. On paper a table of at most `kept_rows` rows stands
/// on one page.
[[nodiscard]] std::string page_table(const PageTable&, PageFor);
inline constexpr std::size_t kept_rows = 24;

}  // namespace baken
