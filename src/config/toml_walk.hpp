#pragma once
/// Walks over TOML character by character: keys are read, values are passed over. Inside of the text map.

#include "base/text.hpp"
#include "config/text_map.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace baken {

class TomlWalk {
public:
    explicit TomlWalk(std::string_view text) : text_(text) {}

    [[nodiscard]] bool ended() const { return at >= text_.size(); }
    [[nodiscard]] char here() const { return ended() ? '\0' : text_[at]; }
    [[nodiscard]] bool looks_at(std::string_view what) const { return text_.substr(at, what.size()) == what; }

    void pass_blanks() {
        while (!ended() && is_blank(here())) ++at;
    }
    void pass_remark() {
        if (here() != '#') return;
        while (!ended() && !is_line_end(here())) ++at;
    }
    void pass_line_end() {
        if (here() == '\r') ++at;
        if (here() == '\n') ++at;
    }
    void pass_space() {  ///< blanks, remarks and line ends
        for (std::size_t before = at + 1; before != at;) {
            before = at;
            pass_blanks();
            pass_remark();
            pass_line_end();
        }
    }

    std::string quoted_key() {
        const char quote = here();
        std::string key;
        for (++at; !ended() && here() != quote; ++at) {
            if (quote == '"' && here() == '\\')
                escape(key);
            else
                key += here();
        }
        if (!ended()) ++at;
        return key;
    }
    DocumentPath key() {
        DocumentPath path;
        while (true) {
            pass_blanks();
            PathStep step;
            if (here() == '"' || here() == '\'')
                step.key = quoted_key();
            else
                while (!ended() && (is_bare(here()) || static_cast<unsigned char>(here()) >= 0x80))
                    step.key += text_[at++];
            path.push_back(std::move(step));
            const std::size_t after = at;
            pass_blanks();
            if (here() != '.') {
                at = after;
                return path;
            }
            ++at;
        }
    }

    void pass_string() {
        const char quote = here();
        const std::string fence(3, quote);
        if (!looks_at(fence)) {
            for (++at; !ended() && here() != quote && !is_line_end(here()); ++at)
                if (quote == '"' && here() == '\\') ++at;
            if (!ended()) ++at;
            return;
        }
        for (at += 3; !ended() && !looks_at(fence); ++at)
            if (quote == '"' && here() == '\\') ++at;
        at = std::min(at + 3, text_.size());
        for (int extra = 0; extra < 2 && here() == quote; ++extra) ++at;  // quotes that are part of the text
    }
    void pass_scalar() {
        if (here() == '"' || here() == '\'') return pass_string();
        while (!ended() && !is_line_end(here()) && std::string_view(",]}#").find(here()) == std::string_view::npos)
            ++at;
        while (at > 0 && is_blank(text_[at - 1])) --at;
    }

    std::size_t at = 0;

private:
    static bool is_blank(char c) { return c == ' ' || c == '\t'; }
    static bool is_line_end(char c) { return c == '\n' || c == '\r'; }
    static bool is_bare(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    void escape(std::string& key) {
        ++at;
        static const std::map<char, char> plain{{'b', '\b'}, {'t', '\t'}, {'n', '\n'}, {'f', '\f'}, {'r', '\r'}};
        if (here() == 'u' || here() == 'U') {
            const std::size_t digits = here() == 'u' ? 4 : 8;
            append_utf8(key, static_cast<std::uint32_t>(
                                 std::stoul("0" + std::string(text_.substr(at + 1, digits)), nullptr, 16)));
            at += digits;
        } else if (const auto found = plain.find(here()); found != plain.end()) {
            key += found->second;
        } else {
            key += here();
        }
    }

    std::string_view text_;
};

}  // namespace baken
