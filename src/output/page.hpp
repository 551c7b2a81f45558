#pragma once
/// What the pages are put together from, in one language and for a screen or for paper. Everything given as plain text
/// is escaped here; what is called markup is taken as it is.
///
///     const PageParts parts(Language::nl, PageFor::screen);
///     std::string body = parts.section("plan", parts.say("Het plan", "The plan"), parts.table(checks));
///     return parts.document(title, name, header, {{"plan", "Het plan"}}, body);

#include "base/language.hpp"
#include "output/chart.hpp"
#include "output/page_table.hpp"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace baken {

[[nodiscard]] std::string escaped(std::string_view);
/// Escaped, with a place to break behind the characters of a long name or hash.
[[nodiscard]] std::string code(std::string_view);

class PageParts {
public:
    PageParts(Language language, PageFor target) : language_(language), target_(target) {}

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] PageFor target() const { return target_; }
    [[nodiscard]] bool is_print() const { return target_ == PageFor::print; }

    [[nodiscard]] std::string say(std::string_view dutch, std::string_view english) const {
        return std::string(says(language_, dutch, english));
    }
    /// A sentence with its figures in the places of {}, in their order; texts among them are markup.
    template <class... Parts>
    [[nodiscard]] std::string sentence(std::string_view dutch, std::string_view english, const Parts&... parts) const {
        return filled(says(language_, dutch, english), {written(parts)...});
    }

    /// A part with its heading. Empty where it has no content. `starts_page`: on paper, on a page of its own.
    [[nodiscard]] std::string section(std::string_view id, std::string_view title, const std::string& content,
                                      bool starts_page = false) const;
    [[nodiscard]] std::string heading(int level, std::string_view title, std::string_view id = {}) const;
    [[nodiscard]] std::string paragraph(const std::string& markup) const;
    [[nodiscard]] std::string lead(const std::string& markup) const;  ///< stays with what follows
    [[nodiscard]] std::string note(const std::string& markup) const;
    [[nodiscard]] std::string list(const std::vector<std::string>& markups) const;

    /// Whether all is well, in words and with a sign.
    [[nodiscard]] std::string verdict(bool is_good, std::string_view words) const;
    /// A figure that is read first.
    struct Tile {
        std::string figure, name;  ///< plain text
        std::string state = {};    ///< plain text, with its sign; empty: none
        bool is_good = true;       ///< of the state
        bool is_neutral = false;   ///< neither good nor bad
    };
    [[nodiscard]] std::string tiles(const std::vector<Tile>&) const;
    [[nodiscard]] std::string table(const PageTable& table) const { return page_table(table, target_); }
    /// Names and what they are; those without content are left out. Plain text, markup.
    [[nodiscard]] std::string facts(const std::vector<std::pair<std::string, std::string>>&) const;
    /// What is wrong, and what would help; markup.
    [[nodiscard]] std::string missed(const std::string& what, const std::string& help) const;

    /// Charts side by side where there is room; on paper two beside each other. They must be drawn with `look()`.
    [[nodiscard]] std::string charts(const std::vector<Chart>&) const;
    [[nodiscard]] ChartLook look(double width = 460) const { return {.width = width, .has_title = is_print()}; }
    /// A picture over the whole width; plain texts.
    [[nodiscard]] std::string picture(const std::string& svg, std::string_view alternative,
                                      std::string_view caption) const;

    using Contents = std::vector<std::pair<std::string, std::string>>;  ///< id, plain title
    /// The whole page. `header` is markup and holds the h1; contents with fewer than two entries are left out.
    [[nodiscard]] std::string document(std::string_view kind, std::string_view name, const std::string& header,
                                       const Contents&, const std::string& body) const;

private:
    template <class Part>
    [[nodiscard]] static std::string written(const Part& part) {
        if constexpr (std::is_integral_v<Part>)
            return std::to_string(part);
        else
            return std::string(part);
    }
    [[nodiscard]] static std::string filled(std::string_view sentence, const std::vector<std::string>& parts);
    [[nodiscard]] std::string chart(const Chart&) const;
    [[nodiscard]] std::string printed_charts(const std::vector<Chart>&) const;
    [[nodiscard]] std::string image(const std::string& svg, const std::string& alternative, double width) const;
    [[nodiscard]] std::string figures(const Chart&) const;

    Language language_;
    PageFor target_;
};

/// Width and height that a picture of output/svg says it has.
struct PictureSize {
    double width = 0, height = 0;
};
[[nodiscard]] PictureSize size_of(const std::string& svg);

}  // namespace baken
