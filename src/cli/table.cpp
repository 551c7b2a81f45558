#include "cli/table.hpp"

#include <algorithm>

namespace baken {

namespace {

/// Characters, not bytes: continuation bytes of UTF-8 take no place.
std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

std::string cut(const std::string& text, std::size_t limit) {
    if (width(text) <= limit) return text;
    std::string out;
    std::size_t taken = 0;
    for (const char c : text) {
        if ((c & '\xC0') != '\x80' && ++taken >= limit) break;
        out += c == '\n' ? ' ' : c;
    }
    return out + "…";
}

}  // namespace

void Table::add(const std::vector<std::string>& cells) {
    std::vector<std::string> row(header_.size());
    for (std::size_t i = 0; i < std::min(cells.size(), row.size()); ++i) row[i] = cut(cells[i], 60);
    rows_.push_back(std::move(row));
}

std::string Table::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < header_.size(); ++i) {
        widths.push_back(width(header_[i]));
        for (const auto& row : rows_) widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string padding(widths[i] - width(cells[i]), ' ');
            text += std::string("  ") + (is_right_[i] ? padding + cells[i] : cells[i] + padding);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    };
    line(header_);
    for (const auto& row : rows_) line(row);
    return out;
}

}  // namespace baken
