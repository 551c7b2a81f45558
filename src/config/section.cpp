#include "config/section.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

std::string described(const DocumentValue& value) {
    struct Words {
        std::string operator()(bool is) const { return is ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return fmt::format("the number {}", number); }
        std::string operator()(double number) const { return fmt::format("the number {}", number_text(number)); }
        std::string operator()(const std::string& text) const { return fmt::format("the text \"{}\"", text); }
        std::string operator()(Date date) const { return fmt::format("the date {}", to_iso(date)); }
        std::string operator()(ClockTime time) const {
            return fmt::format("the time {}", clock_text(time.minute_of_day));
        }
        std::string operator()(const DateAndTime&) const { return "a date with a time"; }
        std::string operator()(const DocumentArray&) const { return "a list"; }
        std::string operator()(const DocumentTable&) const { return "a table"; }
    };
    return std::visit(Words{}, value.is);
}

template <class T>
const T* as(const DocumentValue& value) {
    return std::get_if<T>(&value.is);
}

/// "1500 m", "1.5 km", "1500".
std::optional<double> metres_in(std::string_view text) {
    text = trimmed(text);
    double factor = 1;
    if (text.ends_with("km")) {
        factor = 1000;
        text.remove_suffix(2);
    } else if (text.ends_with("m")) {
        text.remove_suffix(1);
    }
    const auto number = parse_number(text);
    return number ? std::optional<double>(*number * factor) : std::nullopt;
}

std::string label_of(const std::string& path, bool is_one_of_many) {
    if (path.empty()) return "the settings";
    return is_one_of_many ? fmt::format("[[{}]]", path) : fmt::format("[{}]", path);
}

}  // namespace

Section::Section(const DocumentTable& table, TextPlace at, std::string path, std::string file, bool is_one_of_many)
    : table_(&table),
      at_(at),
      path_(std::move(path)),
      file_(std::move(file)),
      label_(label_of(path_, is_one_of_many)) {}

void Section::fail(TextPlace at, const std::string& what) const {
    throw SettingsError(fmt::format("{}:{}:{}: {}", file_, at.line, at.column, what));
}

void Section::fail_at(const std::string& key, const std::string& what) const {
    const DocumentEntry* entry = table_->find(key);
    fail(entry != nullptr ? entry->value.at : at_, what);
}

void Section::fail_missing(const std::string& key, const std::string& next_step) const {
    fail(at_, fmt::format("no key '{}' in {}; {}", key, label_, next_step));
}

void Section::fail_type(const DocumentValue& value, const std::string& key, const std::string& wanted) const {
    fail(value.at, fmt::format("'{}' must be {}, not {}", key, wanted, described(value)));
}

const DocumentValue* Section::ask(const std::string& key) {
    asked_.push_back(key);
    const DocumentEntry* entry = table_->find(key);
    return entry != nullptr ? &entry->value : nullptr;
}

std::vector<std::string> Section::keys() const {
    std::vector<std::string> keys;
    for (const auto& entry : table_->entries) keys.push_back(entry.key);
    return keys;
}

void Section::finish() const {
    const DocumentEntry* first = nullptr;
    for (const auto& entry : table_->entries) {
        const bool is_known = std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end();
        if (!is_known && (first == nullptr || entry.at < first->at)) first = &entry;
    }
    if (first == nullptr) return;
    const auto near = nearest_word(first->key, asked_);
    fail(first->at, fmt::format("unknown key '{}' in {}; {}", first->key, label_,
                                near ? fmt::format("did you mean '{}'?", *near)
                                     : fmt::format("its keys are {}", joined(asked_, ", "))));
}

void Section::check_span(const DocumentValue& value, const std::string& key, double number, Span span,
                         const std::string& unit) const {
    if (number >= span.low && number <= span.high) return;
    fail(value.at, fmt::format("'{}' is {}; it must be between {} and {}{}", key, number_text(number),
                               number_text(span.low), number_text(span.high), unit));
}

std::int64_t Section::integer_of(const DocumentValue& value, const std::string& key, Span span) const {
    const auto* number = as<std::int64_t>(value);
    if (number == nullptr) fail_type(value, key, "a whole number");
    check_span(value, key, static_cast<double>(*number), span, "");
    return *number;
}

const std::string& Section::text_of(const DocumentValue& value, const std::string& key) const {
    const auto* text = as<std::string>(value);
    if (text == nullptr) fail_type(value, key, "a text between quotes");
    if (trimmed(*text).empty()) fail(value.at, fmt::format("'{}' is empty; write something or leave the key out", key));
    return *text;
}

const DocumentArray& Section::array_of(const DocumentValue& value, const std::string& key,
                                       const std::string& of_what) const {
    const auto* array = as<DocumentArray>(value);
    if (array == nullptr) fail_type(value, key, fmt::format("a list of {}, between [ and ]", of_what));
    return *array;
}

std::string Section::one_of(const DocumentValue& value, const std::string& key,
                            const std::vector<std::string>& words) const {
    const std::string& written = text_of(value, key);
    if (std::find(words.begin(), words.end(), written) != words.end()) return written;
    const auto near = nearest_word(written, words);
    fail(value.at, fmt::format("'{}' is '{}', which is none of {}{}", key, written, joined(words, ", "),
                               near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

Date Section::date_of(const DocumentValue& value, const std::string& key) const {
    if (const auto* date = as<Date>(value)) return *date;
    const auto* text = as<std::string>(value);
    if (text == nullptr) fail_type(value, key, "a date such as 2027-10-08");
    if (const auto iso = parse_iso_date(*text)) return *iso;
    if (const auto dutch = parse_dutch_date(*text)) return *dutch;
    fail(value.at, fmt::format("'{}' is '{}', which is no date; write it as 2027-10-08 or \"8-10-2027\"", key, *text));
}

void Section::read(const std::string& key, std::string& value) {
    if (const auto* there = ask(key)) value = text_of(*there, key);
}

void Section::read(const std::string& key, bool& value) {
    const auto* there = ask(key);
    if (there == nullptr) return;
    const bool* is = as<bool>(*there);
    if (is == nullptr) fail_type(*there, key, "true or false");
    value = *is;
}

void Section::read(const std::string& key, int& value, Span span) {
    if (const auto* there = ask(key)) value = static_cast<int>(integer_of(*there, key, span));
}

void Section::read(const std::string& key, Days& value, Span span) { read(key, value.value, span); }

void Section::read(const std::string& key, double& value, Span span) {
    const auto* there = ask(key);
    if (there == nullptr) return;
    double number = 0;
    if (const auto* real = as<double>(*there))
        number = *real;
    else if (const auto* whole = as<std::int64_t>(*there))
        number = static_cast<double>(*whole);
    else
        fail_type(*there, key, "a number");
    if (!std::isfinite(number)) fail(there->at, fmt::format("'{}' is not a finite number; write one", key));
    check_span(*there, key, number, span, "");
    value = number;
}

void Section::read(const std::string& key, Metres& value, Span span) {
    const auto* there = ask(key);
    if (there == nullptr) return;
    if (const auto* text = as<std::string>(*there)) {
        const auto metres = metres_in(*text);
        if (!metres)
            fail(there->at,
                 fmt::format("'{}' is '{}', which is no length; write it as \"1500 m\" or \"1.5 km\"", key, *text));
        check_span(*there, key, *metres, span, " metres");
        value = Metres(*metres);
        return;
    }
    if (as<double>(*there) == nullptr && as<std::int64_t>(*there) == nullptr)
        fail_type(*there, key, "a length such as \"1500 m\"");
    read(key, value.value, span);
}

void Section::read(const std::string& key, std::vector<std::string>& values) {
    const auto* there = ask(key);
    if (there == nullptr) return;
    values.clear();
    for (const auto& element : array_of(*there, key, "texts")) values.push_back(text_of(element, key));
}

void Section::read_clock(const std::string& key, int& minute_of_day) {
    const auto* there = ask(key);
    if (there == nullptr) return;
    if (const auto* time = as<ClockTime>(*there)) {
        minute_of_day = time->minute_of_day;
        return;
    }
    const auto* text = as<std::string>(*there);
    if (text == nullptr) fail_type(*there, key, "a time of day such as \"16:00\"");
    const auto minute = *text == "24:00" ? std::optional<int>(0) : parse_clock(*text);
    if (!minute)
        fail(there->at, fmt::format("'{}' is '{}', which is no time of day; write it as \"16:00\"", key, *text));
    minute_of_day = *minute;
}

void Section::read(const std::string& key, std::optional<Date>& value) {
    if (const auto* there = ask(key)) value = date_of(*there, key);
}

void Section::read(const std::string& key, MonthDay& value) {
    const auto* there = ask(key);
    if (there == nullptr) return;
    const auto* text = as<std::string>(*there);
    if (text == nullptr) fail_type(*there, key, "a day of the year such as \"10-01\" (month-day)");
    const auto day = parse_month_day(*text);
    if (!day)
        fail(there->at,
             fmt::format("'{}' is '{}', which is no day of the year; write 1 October as \"10-01\"", key, *text));
    value = *day;
}

Date Section::required_date(const std::string& key) {
    std::optional<Date> date;
    read(key, date);
    if (!date) fail_missing(key, "write a date such as 2027-10-08");
    return *date;
}

std::string Section::required_text(const std::string& key) {
    std::string text;
    read(key, text);
    if (text.empty()) fail_missing(key, fmt::format("write {} = \"...\"", key));
    return text;
}

std::optional<Section> Section::section(const std::string& key) {
    const auto* there = ask(key);
    if (there == nullptr) return std::nullopt;
    const auto* inner = as<DocumentTable>(*there);
    if (inner == nullptr) fail_type(*there, key, fmt::format("a table, {}", label_of(path_of(key), false)));
    return Section(*inner, there->at, path_of(key), file_);
}

std::vector<Section> Section::sections(const std::string& key) {
    const auto* there = ask(key);
    if (there == nullptr) return {};
    const std::string label = label_of(path_of(key), true);
    if (as<DocumentTable>(*there) != nullptr)
        fail(there->at, fmt::format("'{}' can stand here more than once; write {} with double brackets", key, label));
    std::vector<Section> found;
    for (const auto& element : array_of(*there, key, "tables")) {
        const auto* inner = as<DocumentTable>(element);
        if (inner == nullptr) fail_type(element, key, fmt::format("a list of tables, {}", label));
        found.emplace_back(*inner, element.at, path_of(key), file_, true);
    }
    return found;
}

}  // namespace baken
