#pragma once
/// Values one after another as text that reads back exactly: "5:Heumen"-like pieces, length first, so that any text may
/// stand in any place.
///
///     PieceWriter out;  out.text("a:b").whole(3).real(0.1);
///     PieceReader in(out.result());  in.text(); in.whole(); in.real();

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baken {

class PieceWriter {
public:
    PieceWriter& text(std::string_view);
    PieceWriter& whole(std::int64_t);
    PieceWriter& real(double);
    PieceWriter& yes(bool is_so) { return whole(is_so ? 1 : 0); }
    PieceWriter& day(Date date) { return whole(date.time_since_epoch().count()); }
    PieceWriter& moment(UtcTime time) { return whole(time.time_since_epoch().count()); }
    /// Whether there is one, and if so what `write(value)` adds.
    template <class T, class Write>
    PieceWriter& maybe(const std::optional<T>& value, Write write) {
        yes(value.has_value());
        if (value) write(*value);
        return *this;
    }
    /// How many, and then each.
    template <class List, class Write>
    PieceWriter& each(const List& list, Write write) {
        whole(static_cast<std::int64_t>(list.size()));
        for (const auto& one : list) write(one);
        return *this;
    }
    [[nodiscard]] const std::string& result() const { return out_; }

private:
    std::string out_;
};

/// Throws InputError where the next piece is not what is asked for.
class PieceReader {
public:
    explicit PieceReader(std::string_view pieces) : rest_(pieces) {}

    [[nodiscard]] std::string text() { return std::string(next()); }
    [[nodiscard]] std::int64_t whole();
    [[nodiscard]] double real();
    [[nodiscard]] int number() { return static_cast<int>(whole()); }
    [[nodiscard]] bool yes() { return whole() != 0; }
    [[nodiscard]] Date day() { return Date(std::chrono::days(whole())); }
    [[nodiscard]] UtcTime moment() { return UtcTime(std::chrono::seconds(whole())); }
    template <class Read>
    [[nodiscard]] auto maybe(Read read) -> std::optional<decltype(read())> {
        if (!yes()) return std::nullopt;
        return read();
    }
    template <class Read>
    void each(Read read) {
        for (std::int64_t count = whole(); count > 0; --count) read();
    }
    /// A value of an enumeration with `count` values.
    template <class Choice>
    [[nodiscard]] Choice choice(std::size_t count) {
        const std::int64_t index = whole();
        if (index < 0 || static_cast<std::size_t>(index) >= count) fail();
        return static_cast<Choice>(index);
    }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    [[nodiscard]] std::string_view next();
    [[noreturn]] static void fail();

    std::string_view rest_;
};

}  // namespace baken
