#include "base/csv.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, char separator = ',') {
    Rows rows;
    CsvReader reader(text, separator);
    while (reader.next()) rows.emplace_back(reader.fields().begin(), reader.fields().end());
    return rows;
}

}  // namespace

TEST_CASE("rows and fields, with and without an end of line at the end") {
    CHECK(rows_of("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(rows_of("a,b\r\n1,2") == Rows{{"a", "b"}, {"1", "2"}});
    CHECK(rows_of("a;b,c\n", ';') == Rows{{"a", "b,c"}});
    CHECK(rows_of("a\tb", '\t') == Rows{{"a", "b"}});
    CHECK(rows_of("") == Rows{});
    CHECK(rows_of("\n\r\n\n") == Rows{});
    CHECK(rows_of("a\n\n\r\nb\n") == Rows{{"a"}, {"b"}});
}

TEST_CASE("empty fields are fields") {
    CHECK(rows_of(",\n") == Rows{{"", ""}});
    CHECK(rows_of("a,,\n,,b") == Rows{{"a", "", ""}, {"", "", "b"}});
    CHECK(rows_of("a,") == Rows{{"a", ""}});
    CHECK(rows_of("\"\"\n") == Rows{{""}});
}

TEST_CASE("quotes hold separators, quotes and ends of line") {
    CHECK(rows_of("\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\nx,y,z") ==
          Rows{{"a,b", "say \"no\"", "two\r\nlines"}, {"x", "y", "z"}});
    CHECK(rows_of("\"\"\"\"\"\"") == Rows{{"\"\""}});
    CHECK(rows_of("5\" pipe,b") == Rows{{"5\" pipe", "b"}});  // a quote inside a bare field is itself
    CHECK(rows_of("\"a\" ,b") == Rows{{"a", "b"}});
}

TEST_CASE("many fields with doubled quotes keep their text") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += (i == 0 ? "" : ",") + csv_field("\"" + std::to_string(i) + "\"");
    const Rows rows = rows_of(text);
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].size() == 200);
    for (std::size_t i = 0; i < 200; ++i) CHECK(rows[0][i] == "\"" + std::to_string(i) + "\"");
}

TEST_CASE("the line on which a row begins") {
    const std::string text = "h\n\"two\nlines\"\n\nb\r\nc\"\nlast";
    CsvReader reader(text, ',');
    std::vector<std::size_t> lines;
    while (reader.next()) lines.push_back(reader.line());
    CHECK(lines == std::vector<std::size_t>{1, 2, 5, 6, 7});
}

TEST_CASE("a quote that is never closed is told") {
    CsvReader reader("a,b\n\"open,c\nd,e\n", ',');
    REQUIRE(reader.next());
    CHECK(reader.is_closed());
    REQUIRE(reader.next());
    CHECK_FALSE(reader.is_closed());
    CHECK(reader.line() == 2);
    CHECK_FALSE(reader.next());
}

TEST_CASE("after a quote that was never closed, only its line can be given up") {
    CsvReader reader("a,b\n\"open,c\nd,e\n", ',');
    reader.next();
    reader.next();
    reader.keep_first_line_only();
    REQUIRE(reader.next());
    CHECK(reader.fields() == std::vector<std::string_view>{"d", "e"});
    CHECK(reader.line() == 3);
}

TEST_CASE("text behind a closing quote is told") {
    CsvReader reader("\"a\" ,b\n\"a\"x,b\nc,d\n", ',');
    reader.next();
    CHECK_FALSE(reader.has_stray_text());
    reader.next();
    CHECK(reader.has_stray_text());
    reader.next();
    CHECK_FALSE(reader.has_stray_text());
}

TEST_CASE("what is written as a field is read back the same, whatever it holds") {
    Rng rng(3);
    const std::string alphabet = "ab,;\"\n\r \t";
    for (int round = 0; round < 2000; ++round) {
        Rows written(1 + rng.below(4), std::vector<std::string>(2 + rng.below(3)));
        std::string text;
        for (auto& row : written) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                for (auto n = rng.below(6); n > 0; --n)
                    row[i] += alphabet[rng.below(static_cast<std::uint32_t>(alphabet.size()))];
                text += (i == 0 ? "" : ";") + csv_field(row[i], ';');
            }
            text += round % 2 == 0 ? "\r\n" : "\n";
        }
        REQUIRE(rows_of(text, ';') == written);
    }
}

TEST_CASE("a field is quoted only where it must be") {
    CHECK(csv_field("plain text") == "plain text");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("a,b", ';') == "a,b");
    CHECK(csv_field("say \"no\"") == "\"say \"\"no\"\"\"");
    CHECK(csv_field("") == "");
}
