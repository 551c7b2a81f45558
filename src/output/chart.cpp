#include "output/chart.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace baken {

namespace {

/// Advance widths of Helvetica, which Liberation Sans and Arial share, in thousandths of the size, from the blank on.
constexpr std::array<int, 95> advances{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                       556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                       1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                       667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                       333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                       556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

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

double text_width(std::string_view words, double size, bool is_bold) {
    int sum = 0;
    for (const char c : words) {
        if (is_follow_byte(c)) continue;
        const auto code = static_cast<unsigned char>(c);
        sum += code >= 32 && code < 127 ? advances.at(code - 32U) : 600;
    }
    return sum * size / 1000 * (is_bold ? 1.08 : 1.0);
}

std::string fitted(const std::string& words, double width, double size, bool is_bold) {
    if (text_width(words, size, is_bold) <= width) return words;
    std::string cut = words;
    while (!cut.empty() && text_width(cut + "\u2026", size, is_bold) > width) {
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
