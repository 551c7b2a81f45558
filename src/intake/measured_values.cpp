#include "intake/measured_values.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::array<std::string_view, 9> blanks{"", "nb", "nvt", "na", "nan", "null", "none", "onbekend", "unknown"};
constexpr std::array<std::string_view, 5> units{"kmh", "kmu", "kmuur", "kph", "km"};

}  // namespace

MeasuredNumber measured_number(std::string_view text) {
    text = trimmed(text);
    const std::string word = folded(text);
    MeasuredNumber number;
    if (std::find(blanks.begin(), blanks.end(), word) != blanks.end()) {
        number.is_blank = true;
        return number;
    }
    if (text.ends_with('%')) {
        number.is_percent = true;
        number.value = parse_number(text.substr(0, text.size() - 1));
        return number;
    }
    // The unit begins at the first letter; an exponent ("1e3") is part of the number.
    const auto letter = std::find_if(text.begin(), text.end(), [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0 && c != 'e' && c != 'E';
    });
    const auto length = static_cast<std::size_t>(letter - text.begin());
    const std::string unit = folded(text.substr(length));
    if (letter == text.end() || std::find(units.begin(), units.end(), unit) != units.end())
        number.value = parse_number(text.substr(0, length));
    return number;
}

void ShareUnit::look(const MeasuredNumber& number) {
    if (!number.value || number.is_percent) return;
    ++plain_;
    largest_ = std::max(largest_, *number.value);
}

std::optional<double> ShareUnit::share(const MeasuredNumber& number) const {
    if (!number.value) return std::nullopt;
    // Rounded, so that 55.3 % is 0.553 and not a hair less.
    const double share =
        number.is_percent || holds_percentages() ? std::round(*number.value * 1e6) / 1e8 : *number.value;
    if (share < 0 || share > 1) return std::nullopt;
    return share;
}

std::string ShareUnit::note(std::string_view column) const {
    if (plain_ == 0) return {};
    const std::string largest = number_text(largest_);
    if (holds_percentages()) return fmt::format("{} holds percentages: its numbers go up to {}", column, largest);
    return fmt::format("{} holds shares from 0 to 1: none of its numbers is above {}", column, largest);
}

}  // namespace baken
