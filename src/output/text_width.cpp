#include "output/text_width.hpp"

#include <array>

namespace baken {

namespace {

/// Widths of ASCII from the blank on, in thousandths of the size: those of Helvetica (Adobe Core 14 AFM).
constexpr std::array<int, 95> helvetica{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                        556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                        667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                        333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                        556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

constexpr double other_letter = 0.6, widest = 1.0;
/// Noto Sans and DejaVu Sans are wider than Helvetica, and bold is wider than regular.
constexpr double margin = 1.07, bold = 1.06;

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

double text_width(std::string_view utf8, double size, LetterWeight weight) {
    double width = 0;
    for (const char c : utf8) {
        const auto code = static_cast<unsigned char>(c);
        if (continues_letter(c)) continue;
        if (code >= 32 && code < 127)
            width += helvetica[code - 32U] / 1000.0;
        else
            width += code >= 0xE3 ? widest : other_letter;  // from U+3000 on letters are square
    }
    return width * size * margin * (weight == LetterWeight::bold ? bold : 1.0);
}

std::string shortened(std::string_view utf8, std::size_t letters) {
    std::size_t seen = 0, cut = 0;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (continues_letter(utf8[at])) continue;
        if (++seen == letters) cut = at;
        if (seen > letters) {
            std::string_view kept = utf8.substr(0, cut);
            while (kept.ends_with(' ')) kept.remove_suffix(1);
            return std::string(kept) + "\u2026";
        }
    }
    return std::string(utf8);
}

}  // namespace baken
