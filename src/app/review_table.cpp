#include "app/review_table.hpp"

#include "base/csv.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "output/look.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 10> columns{"hotspot_id", "municipality", "rank",   "name",        "accidents",
                                                   "complaints", "reason",       "status", "enforceable", "remark"};
constexpr std::size_t errors_told = 20;

template <class... Values>
std::string tell(Language language, std::string_view dutch, std::string_view english, const Values&... values) {
    return fmt::format(fmt::runtime(says(language, dutch, english)), values...);
}

bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 10> starts{"=",  "+",      "-",      "@",      "\t",
                                                      "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

std::string safe(const std::string& text) { return looks_like_formula(text) ? "'" + text : text; }
std::string unsafe(std::string_view text) {
    return std::string(text.starts_with('\'') && looks_like_formula(text.substr(1)) ? text.substr(1) : text);
}

/// A code, or its word in either language.
std::optional<std::string> code_for(const std::string& field, std::string_view written) {
    for (const Language language : {Language::nl, Language::en})
        for (const auto& [code, word] : codes_of("hotspots", field, language))
            if (folded(code) == folded(written) || folded(word) == folded(written)) return code;
    return std::nullopt;
}

std::optional<std::uint32_t> municipality_in(const Project& project, std::string_view written) {
    if (written.empty()) return std::nullopt;
    std::vector<std::string> names;
    const auto& all = project.region->municipalities;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        if (folded(all[i].name) == folded(written) || all[i].code.text == written) return i;
        names.push_back(all[i].name);
    }
    const auto near = nearest_word(std::string(written), names);
    throw SettingsError(tell(
        project.settings.language, "'{}' is geen gemeente van dit project ({}){}",
        "'{}' is no municipality of this project ({}){}", written, joined(names, ", "),
        near ? tell(project.settings.language, "; bedoelt u '{}'?", "; did you mean '{}'?", *near) : std::string()));
}

/// What a person may have made of the bytes: another encoding, another separator, Excel's own first line.
struct Sheet {
    std::string text;
    char separator = ';';
    std::size_t lines_before = 0;
};

Sheet sheet_of(std::string_view bytes) {
    Sheet sheet;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        sheet.text = utf16_to_utf8(bytes.substr(2), bytes.starts_with("\xFE\xFF"));
    else
        sheet.text = is_valid_utf8(bytes) ? std::string(bytes) : windows_1252_to_utf8(bytes);
    if (sheet.text.starts_with(byte_order_mark)) sheet.text.erase(0, byte_order_mark.size());
    if (sheet.text.starts_with("sep=")) {
        const std::size_t end = sheet.text.find('\n');
        sheet.text.erase(0, end == std::string::npos ? sheet.text.size() : end + 1);
        sheet.lines_before = 1;
    }
    const std::string_view heading = std::string_view(sheet.text).substr(0, sheet.text.find('\n'));
    const auto count = [&](char c) { return std::count(heading.begin(), heading.end(), c); };
    for (const char c : {',', '\t'})
        if (count(c) > count(sheet.separator)) sheet.separator = c;
    return sheet;
}

class ReviewReading {
public:
    ReviewReading(const Project& project, std::optional<std::uint32_t> municipality)
        : project_(project), municipality_(municipality) {
        for (const auto& hotspot : project.hotspots) hotspots_.emplace(hotspot.id.text, &hotspot);
    }

    std::vector<ReviewHotspot> read(const Sheet& sheet) {
        CsvReader rows(sheet.text, sheet.separator);
        if (!rows.next()) throw InputError(say("de tabel is leeg", "the table is empty"));
        find_columns(rows.fields());
        while (rows.next()) row(rows, rows.line() + sheet.lines_before);
        if (errors_.empty()) return std::move(reviews_);
        const std::size_t more = errors_.size() - std::min(errors_.size(), errors_told);
        errors_.resize(errors_.size() - more);
        if (more > 0) errors_.push_back(say("en nog {} regels", "and {} more lines", more));
        throw InputError(
            say("de tabel is niet ingelezen; verbeter eerst:\n", "the table was not read; correct first:\n") +
            joined(errors_, "\n"));
    }

private:
    template <class... Values>
    [[nodiscard]] std::string say(std::string_view dutch, std::string_view english, const Values&... values) const {
        return tell(project_.settings.language, dutch, english, values...);
    }

    void find_columns(const std::vector<std::string_view>& heading) {
        for (std::size_t i = 0; i < heading.size(); ++i)
            for (const std::string_view column : columns)
                for (const std::string& name : {std::string(column), alias_of(std::string(column), Language::nl),
                                                alias_of(std::string(column), Language::en)})
                    if (folded(heading[i]) == folded(name)) place_.emplace(column, i);
        for (const char* needed : {"hotspot_id", "status", "enforceable", "remark"})
            if (!place_.contains(needed))
                throw InputError(
                    say("regel 1: er is geen kolom '{}'; laat de eerste regel staan zoals hij is "
                        "weggeschreven",
                        "line 1: there is no column '{}'; leave the first line as it was written",
                        alias_of(needed, project_.settings.language)));
    }

    void row(const CsvReader& rows, std::size_t line) {
        const auto refuse = [&](std::string why) {
            errors_.push_back(say("regel {}: {}", "line {}: {}", line, std::move(why)));
        };
        const auto field = [&](std::string_view column) {
            const std::size_t at = place_.find(column)->second;
            return at < rows.fields().size() ? trimmed(rows.fields()[at]) : std::string_view();
        };
        const auto& fields = rows.fields();
        if (std::all_of(fields.begin(), fields.end(), [](auto f) { return trimmed(f).empty(); })) return;
        if (!rows.is_closed()) return refuse(say("een aanhalingsteken wordt niet gesloten", "a quote is never closed"));

        const std::string id(field("hotspot_id"));
        const auto found = hotspots_.find(id);
        if (found == hotspots_.end())
            return refuse(
                say("'{}' is geen aandachtslocatie van dit project", "'{}' is no hotspot of this project", id));
        const Hotspot& hotspot = *found->second;
        if (municipality_ && hotspot.municipality != *municipality_)
            return refuse(say("{} ligt in een andere gemeente", "{} lies in another municipality", id));
        if (!seen_.insert(id).second) return refuse(say("{} staat er twee keer", "{} is there twice", id));

        ReviewHotspot review{.hotspot = hotspot.id, .status = {}, .enforceable = {}, .remark = {}};
        for (auto [column, now, change] : {std::tuple{"status", &hotspot.status, &review.status},
                                           std::tuple{"enforceable", &hotspot.enforceable, &review.enforceable}}) {
            const auto code = code_for(column, field(column));
            if (!code) {
                refuse(say("'{}' is geen {}; mogelijk zijn: {}", "'{}' is no {}; possible are: {}", field(column),
                           alias_of(column, project_.settings.language), words_of(column)));
                return;
            }
            if (*code != *now) *change = *code;
        }
        const std::string remark = unsafe(field("remark"));
        if (remark != trimmed(hotspot.remark)) review.remark = remark;
        if (review.status == "rejected" && remark.empty())
            return refuse(say("{} is afgewezen zonder opmerking; schrijf waarom",
                              "{} is rejected without a remark; write why", id));
        if (review.status || review.enforceable || review.remark) reviews_.push_back(std::move(review));
    }

    [[nodiscard]] std::string words_of(const std::string& field) const {
        std::vector<std::string> words;
        for (const auto& [code, word] : codes_of("hotspots", field, project_.settings.language)) words.push_back(word);
        return joined(words, ", ");
    }

    const Project& project_;
    std::optional<std::uint32_t> municipality_;
    std::map<std::string, const Hotspot*> hotspots_;
    std::map<std::string, std::size_t, std::less<>> place_;
    std::set<std::string> seen_;
    std::vector<ReviewHotspot> reviews_;
    std::vector<std::string> errors_;
};

}  // namespace

std::string review_table(const Project& project, std::string_view municipality) {
    const auto only = municipality_in(project, municipality);
    const Language language = project.settings.language;
    std::string table(byte_order_mark);
    const auto add_row = [&](const std::vector<std::string>& fields) {
        std::vector<std::string> written;
        for (const auto& field : fields) written.push_back(csv_field(safe(field), ';'));
        table += joined(written, ";") + "\r\n";
    };
    std::vector<std::string> heading;
    for (const std::string_view column : columns) heading.push_back(alias_of(std::string(column), language));
    add_row(heading);
    for (const auto& h : project.hotspots)
        if (!only || h.municipality == *only)
            add_row({h.id.text, project.region->municipalities.at(h.municipality).name, std::to_string(h.rank), h.name,
                     std::to_string(h.accidents), std::to_string(h.complaints), h.reason,
                     code_word("hotspots", "status", h.status, language),
                     code_word("hotspots", "enforceable", h.enforceable, language), h.remark});
    return table;
}

std::vector<ReviewHotspot> reviews_in(const Project& project, std::string_view table, std::string_view municipality) {
    return ReviewReading(project, municipality_in(project, municipality)).read(sheet_of(table));
}

}  // namespace baken
