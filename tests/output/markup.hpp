#pragma once
/// Looking into pages: whether the tags nest, what stands in a table, and the words without the tags.

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace baken::test {

inline bool has(const std::string& page, std::string_view text) { return page.find(text) != std::string::npos; }

inline std::size_t times(const std::string& page, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = page.find(text); at != std::string::npos; at = page.find(text, at + text.size())) ++count;
    return count;
}

/// Names of the tags that are open at the end or closed without having been opened; empty: the page nests.
inline std::vector<std::string> badly_nested(const std::string& page) {
    static const std::set<std::string> alone{"meta", "br", "img", "!DOCTYPE"};
    std::vector<std::string> open, bad;
    for (std::size_t at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const std::size_t end = page.find_first_of(" />\n", at + 2);
        std::string name = page.substr(at + 1, end - at - 1);
        const std::size_t close = page.find('>', at);
        if (name.starts_with("/")) {
            name.erase(0, 1);
            if (open.empty() || open.back() != name)
                bad.push_back("/" + name);
            else
                open.pop_back();
        } else if (!alone.contains(name) && page[close - 1] != '/') {
            open.push_back(name);
        }
    }
    bad.insert(bad.end(), open.begin(), open.end());
    return bad;
}

/// The words of a piece of a page: tags left out, each as a blank where `blank` is given.
inline std::string plain(const std::string& markup, std::string_view blank = "") {
    std::string text;
    bool is_tag = false;
    for (const char c : markup) {
        if (c == '<') is_tag = true;
        if (!is_tag) text += c;
        if (c == '>') {
            is_tag = false;
            text += blank;
        }
    }
    return text;
}

/// The cells of the n-th table with this caption, row by row, without the head; empty: there is none.
inline std::vector<std::vector<std::string>> table_in(const std::string& page, const std::string& caption,
                                                      std::size_t which = 0) {
    std::size_t at = 0;
    for (std::size_t i = 0; i <= which; ++i) {
        at = page.find(">" + caption + "</caption>", at + 1);
        if (at == std::string::npos) return {};
    }
    const std::size_t from = page.find("<tbody>", at), until = page.find("</tbody>", at);
    const std::string body = page.substr(from, until - from);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t row = body.find("<tr"); row != std::string::npos; row = body.find("<tr", row + 1)) {
        const std::size_t end = body.find("</tr>", row);
        rows.emplace_back();
        for (std::size_t cell = row;;) {
            const std::size_t next = std::min(body.find("<td", cell + 1), body.find("<th", cell + 1));
            if (next == std::string::npos || next > end) break;
            const std::size_t begin = body.find('>', next) + 1;
            const std::size_t finish = std::min(body.find("</td>", begin), body.find("</th>", begin));
            rows.back().push_back(plain(body.substr(begin, finish - begin)));
            cell = next;
        }
    }
    return rows;
}

}  // namespace baken::test
