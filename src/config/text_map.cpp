#include "config/text_map.hpp"

#include "base/error.hpp"
#include "config/toml_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace baken {

namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

class Mapper {
public:
    explicit Mapper(std::string_view text) : text_(text), in_(text) {
        if (in_.looks_at("\xEF\xBB\xBF")) in_.at = 3;
        map_.sections.push_back({.path = {}, .begin = in_.at, .header = in_.at, .header_end = in_.at, .end = in_.at});
    }

    TextMap mapped() {
        while (true) {
            in_.pass_space();
            if (in_.ended()) return std::move(map_);
            const std::size_t before = in_.at;
            in_.here() == '[' ? read_header() : read_statement();
            if (in_.at == before) return std::move(map_);  // no TOML
        }
    }

private:
    /// The tables in a path that can stand more than once are those that stand last.
    [[nodiscard]] DocumentPath resolved(const DocumentPath& written) const {
        DocumentPath path;
        for (const auto& step : written) {
            path.push_back(step);
            if (const auto found = counts_.find(text_of(path)); found != counts_.end())
                path.back().index = found->second - 1;
        }
        return path;
    }

    [[nodiscard]] std::size_t line_begin(std::size_t at) const {
        while (at > 0 && text_[at - 1] != '\n') --at;
        return at;
    }
    [[nodiscard]] std::size_t with_remarks_above(std::size_t at) const {
        const std::size_t floor = map_.sections.back().end;
        while (at > floor) {
            const std::size_t above = std::max(line_begin(at - 1), floor);
            const auto first = text_.substr(above, at - above).find_first_not_of(" \t");
            if (first == std::string_view::npos || text_[above + first] != '#') break;
            at = above;
        }
        return at;
    }
    void end_line() {
        in_.pass_blanks();
        in_.pass_remark();
        in_.pass_line_end();
    }

    void read_header() {
        const std::size_t header = std::max(line_begin(in_.at), map_.sections.back().end);
        MappedSection section{.begin = with_remarks_above(header), .header = header};
        section.is_element = in_.looks_at("[[");
        in_.at += section.is_element ? 2 : 1;
        DocumentPath written = in_.key();
        in_.pass_blanks();
        in_.at += section.is_element ? 2 : 1;
        if (section.is_element) {
            const PathStep last = written.back();
            written.pop_back();
            section.path = resolved(written);
            section.path.push_back(last);
            section.path.back().index = counts_[text_of(section.path)]++;
        } else {
            section.path = resolved(written);
        }
        end_line();
        section.header_end = section.end = in_.at;
        map_.sections.push_back(std::move(section));
    }

    void read_statement() {
        const std::size_t first = map_.values.size();
        const std::size_t begin = std::max(line_begin(in_.at), map_.sections.back().end);
        read_pair(map_.sections.back().path, false);
        end_line();
        for (std::size_t i = first; i < map_.values.size(); ++i) map_.values[i].lines = {begin, in_.at};
        map_.sections.back().end = in_.at;
    }

    TextSpan read_pair(const DocumentPath& within, bool is_inline) {
        MappedValue value;
        value.is_inline = is_inline;
        value.section = map_.sections.size() - 1;
        value.path = within;
        value.key.begin = in_.at;
        for (auto& step : in_.key()) value.path.push_back(std::move(step));
        value.key.end = in_.at;
        in_.pass_blanks();
        if (in_.here() == '=') ++in_.at;
        in_.pass_blanks();
        const std::size_t place = map_.values.size();
        map_.values.push_back(value);
        read_value(place);
        return {value.key.begin, in_.at};
    }

    /// `place` is kept as an index: the vector grows while the inside is read.
    void read_value(std::size_t place) {
        const std::size_t begin = in_.at;
        const DocumentPath path = map_.values[place].path;
        if (in_.here() == '{') {
            map_.values[place].opens_with = '{';
            read_members(path, place);
        } else if (in_.here() == '[') {
            map_.values[place].opens_with = '[';
            read_elements(path, place);
        } else {
            in_.pass_scalar();
        }
        map_.values[place].value = {begin, in_.at};
    }

    void read_members(const DocumentPath& path, std::size_t place) {
        ++in_.at;
        while (true) {
            in_.pass_space();
            if (in_.ended()) return;
            if (in_.here() == '}') break;
            const std::size_t before = in_.at;
            const TextSpan member = read_pair(path, true);  // before the vector is looked into: it may have grown
            map_.values[place].members.push_back(member);
            in_.pass_space();
            if (in_.here() == ',') ++in_.at;
            if (in_.at == before) return;
        }
        ++in_.at;
    }

    void read_elements(const DocumentPath& path, std::size_t place) {
        ++in_.at;
        while (true) {
            in_.pass_space();
            if (in_.ended()) return;
            if (in_.here() == ']') break;
            const std::size_t before = in_.at;
            read_element(path, place);
            in_.pass_space();
            if (in_.here() == ',') ++in_.at;
            if (in_.at == before) return;
        }
        ++in_.at;
    }

    /// Tables in a list are mapped, as values without a key; lists in a list are passed over.
    void read_element(DocumentPath path, std::size_t place) {
        const std::size_t begin = in_.at;
        const std::size_t number = map_.values[place].elements.size();
        if (path.back().index) {  // a list within a list has no path
            pass_nested();
        } else {
            path.back().index = number;
            map_.values.push_back({.path = std::move(path),
                                   .key = {begin, begin},
                                   .is_inline = true,
                                   .section = map_.sections.size() - 1});
            read_value(map_.values.size() - 1);
        }
        map_.values[place].elements.push_back({begin, in_.at});
    }
    void pass_nested() {
        if (in_.here() != '[' && in_.here() != '{') return in_.pass_scalar();
        int depth = 0;
        do {
            in_.pass_space();
            const char c = in_.here();
            if (c == '"' || c == '\'') {
                in_.pass_string();
                continue;
            }
            if (c == '[' || c == '{') ++depth;
            if (c == ']' || c == '}') --depth;
            ++in_.at;
        } while (depth > 0 && !in_.ended());
    }

    std::string_view text_;
    TomlWalk in_;
    TextMap map_;
    std::map<std::string, std::size_t> counts_;  ///< elements so far of each [[...]]
};

}  // namespace

DocumentPath parse_path(std::string_view dotted) {
    DocumentPath path;
    TomlWalk in(dotted);
    while (true) {
        const DocumentPath steps = in.key();
        path.insert(path.end(), steps.begin(), steps.end());
        if (in.here() != '[') break;
        const std::size_t close = dotted.find(']', in.at);
        const std::string_view digits = dotted.substr(in.at + 1, close - in.at - 1);
        if (close == std::string_view::npos || digits.empty() || digits.size() > 9 ||
            digits.find_first_not_of("0123456789") != std::string_view::npos)
            break;
        path.back().index = std::stoul(std::string(digits));
        in.at = close + 1;
        if (in.here() != '.') break;
        ++in.at;
    }
    const bool has_empty = std::any_of(path.begin(), path.end(), [](const PathStep& step) { return step.key.empty(); });
    if (!in.ended() || has_empty)
        throw SettingsError(fmt::format("'{}' is no key; write it like rules.spacing or crew[0].name", dotted));
    return path;
}

std::string text_of(const DocumentPath& path) {
    std::string text;
    for (const auto& step : path) {
        if (!text.empty()) text += '.';
        text += toml_key(step.key);
        if (step.index) text += fmt::format("[{}]", *step.index);
    }
    return text;
}

std::string toml_key(std::string_view key) {
    const bool is_plain = !key.empty() && std::all_of(key.begin(), key.end(), is_bare);
    return is_plain ? std::string(key) : toml_text(key);
}

std::string toml_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

bool starts_with(const DocumentPath& path, const DocumentPath& beginning) {
    return path.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

const MappedValue* TextMap::find(const DocumentPath& path) const {
    for (const auto& value : values)
        if (value.path == path) return &value;
    return nullptr;
}

const MappedSection* TextMap::section(const DocumentPath& path) const {
    for (const auto& section : sections)
        if (section.path == path) return &section;
    return nullptr;
}

TextMap map_of(std::string_view toml) { return Mapper(toml).mapped(); }

}  // namespace baken
