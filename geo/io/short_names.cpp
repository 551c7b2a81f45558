#include "geo/io/short_names.hpp"

#include <set>

namespace baken {

namespace {

constexpr std::size_t width = 10;

std::string plain(const std::string& name) {
    std::string kept;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (is_letter)
            kept += c;
        else if ((byte & 0xC0U) != 0x80)  // once for each letter of more bytes
            kept += '_';
    }
    return kept.empty() ? "field" : kept;
}

std::string shortened(std::string name) {
    for (std::size_t i = name.size(); i-- > 1 && name.size() > width;)
        if (std::string_view("aeiouAEIOU").find(name[i]) != std::string_view::npos && name[i - 1] != '_')
            name.erase(i, 1);
    return name.substr(0, width);
}

}  // namespace

std::vector<std::string> short_names(const std::vector<Field>& fields) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    const auto lower = [](std::string text) {
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    };
    std::vector<bool> is_whole;  // these first: none of them gives way to one that was shortened
    for (const Field& field : fields) {
        const bool fits = field.short_name.empty() && field.name.size() <= width && plain(field.name) == field.name;
        is_whole.push_back(fits && taken.insert(lower(field.name)).second);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& field = fields[i];
        if (is_whole[i]) {
            names.push_back(field.name);
            continue;
        }
        const std::string whole = shortened(plain(field.short_name.empty() ? field.name : field.short_name));
        std::string name = whole;
        for (int number = 2; !taken.insert(lower(name)).second; ++number) {
            const std::string ending = std::to_string(number);
            name = whole.substr(0, width - ending.size()) + ending;
        }
        names.push_back(name);
    }
    return names;
}

}  // namespace baken
