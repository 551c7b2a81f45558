#include "store/fines_text.hpp"

#include "base/text.hpp"

namespace baken {

std::string fines_text(const std::vector<CheckResult::Fines>& fines) {
    std::string text;
    for (const auto& fine : fines) {
        if (!text.empty()) text += "; ";
        for (const char c : fine.kind) {
            if (c == ';' || c == '\\') text += '\\';
            text += c;
        }
        text += ' ' + std::to_string(fine.count);
    }
    return text;
}

std::optional<std::vector<CheckResult::Fines>> fines_in(std::string_view text) {
    std::vector<CheckResult::Fines> fines;
    std::string part;
    const auto take = [&] {
        const std::size_t blank = part.rfind(' ');
        const auto count = blank == std::string::npos ? std::nullopt : parse_integer(part.substr(blank + 1));
        if (!count) return false;
        fines.push_back({part.substr(0, blank), static_cast<int>(*count)});
        part.clear();
        return true;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            part += text[++i];
        } else if (text[i] == ';') {
            if (!take()) return std::nullopt;
            if (i + 1 < text.size() && text[i + 1] == ' ') ++i;
        } else {
            part += text[i];
        }
    }
    if (!part.empty() && !take()) return std::nullopt;
    return fines;
}

}  // namespace baken
