#include "output/chart.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

bool is_follow_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string ChartFigures::spoken(std::size_t most) const {
    std::vector<std::string> parts;
    for (const auto& row : rows) {
        if (parts.size() == most) {
            parts.emplace_back("\u2026");
            break;
        }
        std::vector<std::string> cells;
        for (std::size_t i = 1; i < row.size() && i < head.size(); ++i)
            if (!row[i].empty()) cells.push_back(head[i] + " " + row[i]);
        parts.push_back((row.empty() ? std::string() : row.front()) + ": " + joined(cells, ", "));
    }
    return joined(parts, "; ");
}

std::string fitted(const std::string& words, double width, double size, LetterWeight weight) {
    if (text_width(words, size, weight) <= width) return words;
    std::string cut = words;
    while (!cut.empty() && text_width(cut + "\u2026", size, weight) > width) {
        while (cut.size() > 1 && is_follow_byte(cut.back())) cut.pop_back();
        cut.pop_back();
    }
    while (!cut.empty() && (cut.back() == ' ' || cut.back() == ',')) cut.pop_back();
    return cut + "\u2026";
}

std::vector<std::string> wrapped(const std::string& words, double width, double size, std::size_t lines) {
    std::vector<std::string> out;
    std::string line;
    const auto all = split(words, ' ');
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string longer = line.empty() ? all[i] : line + " " + all[i];
        if (line.empty() || text_width(longer, size) <= width) {
            line = longer;
            continue;
        }
        if (out.size() + 1 == lines) {
            for (; i < all.size(); ++i) line += " " + all[i];
            break;
        }
        out.push_back(line);
        line = all[i];
    }
    if (!line.empty()) out.push_back(line);
    for (std::string& each : out) each = fitted(each, width, size);
    return out;
}

CountScale::CountScale(double most, int steps) {
    for (int power = 1;; power *= 10)
        for (const int base : {1, 2, 5}) {
            step = base * power;
            top = step * std::max(1, static_cast<int>(std::ceil(most / step - 1e-9)));
            if (top / step <= steps) return;
        }
}

}  // namespace baken
