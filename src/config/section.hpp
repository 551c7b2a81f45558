#pragma once
/// A table of the settings that is asked for its keys one by one. What nobody asked for is unknown:
///
///     Section rules = *settings.section("rules");
///     rules.read("revisit_days", settings.revisit, {0, 366});
///     rules.finish();       // throws on the first key that was not asked for

#include "base/quantity.hpp"
#include "config/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace baken {

struct Span {
    double low = 0, high = 0;  ///< both included
};

class Section {
public:
    /// `path` is the table's own, "hotspots.norms"; empty for the whole of the settings. The table outlives the
    /// section.
    Section(const DocumentTable& table, TextPlace at, std::string path, std::string file, bool is_one_of_many = false);

    /// Each leaves `value` alone where the key is absent, and throws SettingsError where it is no such thing.
    void read(const std::string& key, std::string& value);
    void read(const std::string& key, bool& value);
    void read(const std::string& key, int& value, Span);
    void read(const std::string& key, double& value, Span);
    void read(const std::string& key, Days& value, Span);
    void read(const std::string& key, Metres& value, Span);  ///< 1500, "1500 m" or "1.5 km"
    void read(const std::string& key, std::vector<std::string>& values);
    void read_clock(const std::string& key, int& minute_of_day);    ///< "16:00" or a TOML time
    void read(const std::string& key, std::optional<Date>& value);  ///< a TOML date, or a text in ISO or Dutch
    void read(const std::string& key, MonthDay& value);             ///< "10-01"

    [[nodiscard]] Date required_date(const std::string& key);
    [[nodiscard]] std::string required_text(const std::string& key);

    /// The value itself, counted as asked for; nullptr where the key is absent.
    const DocumentValue* ask(const std::string& key);
    /// The table under this key, `key = {...}` or [label.key]; nothing where it is absent.
    [[nodiscard]] std::optional<Section> section(const std::string& key);
    /// The tables under this key, [[key]].
    [[nodiscard]] std::vector<Section> sections(const std::string& key);

    /// Which of `words` stands there; says which there are where it is none of them.
    [[nodiscard]] std::string one_of(const DocumentValue&, const std::string& key,
                                     const std::vector<std::string>& words) const;
    [[nodiscard]] const std::string& text_of(const DocumentValue&, const std::string& key) const;
    [[nodiscard]] const DocumentArray& array_of(const DocumentValue&, const std::string& key,
                                                const std::string& of_what) const;
    [[nodiscard]] std::int64_t integer_of(const DocumentValue&, const std::string& key, Span) const;

    [[noreturn]] void fail(TextPlace, const std::string& what) const;
    [[noreturn]] void fail_at(const std::string& key,
                              const std::string& what) const;  ///< at its value, or at the section
    [[noreturn]] void fail_missing(const std::string& key, const std::string& next_step) const;
    void finish() const;

    [[nodiscard]] bool has(const std::string& key) const { return table_->find(key) != nullptr; }
    [[nodiscard]] TextPlace at() const { return at_; }
    [[nodiscard]] std::vector<std::string> keys() const;

private:
    [[noreturn]] void fail_type(const DocumentValue&, const std::string& key, const std::string& wanted) const;
    [[nodiscard]] Date date_of(const DocumentValue&, const std::string& key) const;
    void check_span(const DocumentValue&, const std::string& key, double number, Span, const std::string& unit) const;
    [[nodiscard]] std::string path_of(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

    const DocumentTable* table_;
    TextPlace at_;
    std::string path_, file_;
    std::string label_;  ///< as the text has it: "[rules]", "[[crew]]"
    std::vector<std::string> asked_;
};

}  // namespace baken
