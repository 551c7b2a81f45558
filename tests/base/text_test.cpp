#include "base/text.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <limits>

using namespace baken;

TEST_CASE("blanks are taken off the ends and nowhere else") {
    CHECK(trimmed(" \t a b \r\n") == "a b");
    CHECK(trimmed("") == "");
    CHECK(trimmed(" \n ") == "");
}

TEST_CASE("splitting, joining and replacing") {
    CHECK(split("a,,b", ',') == std::vector<std::string>{"a", "", "b"});
    CHECK(split("", ',') == std::vector<std::string>{""});
    CHECK(split(",", ',') == std::vector<std::string>{"", ""});
    CHECK(joined({"a", "b"}, ", ") == "a, b");
    CHECK(joined({}, ", ") == "");
    CHECK(replaced("aaa", "a", "aa") == "aaaaaa");
    CHECK(replaced("abc", "b", "") == "ac");
    CHECK(replaced("abc", "", "x") == "abc");
}

TEST_CASE("UTF-8 is told from what is not") {
    for (const char* good :
         {"", "abc", "Rûnwei", "\xE2\x82\xAC", "\xF0\x9F\x9A\xB2", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80"})
        CHECK(is_valid_utf8(good));
    for (const char* bad : {"\x80", "\xC3", "R\xFBnwei", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF",
                            "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xFF", "\xE2\x82", "\xE2\x28\xAC"})
        CHECK_FALSE(is_valid_utf8(bad));
}

TEST_CASE("Windows-1252 becomes UTF-8") {
    CHECK(windows_1252_to_utf8("R\xFBnwei \x80 \x93q\x94") == "Rûnwei € “q”");
    CHECK(windows_1252_to_utf8("\x81") == "\xEF\xBF\xBD");
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK(is_valid_utf8(windows_1252_to_utf8(all)));
}

TEST_CASE("UTF-16 becomes UTF-8, either end first") {
    CHECK(utf16_to_utf8(std::string("R\0\xFB\0", 4), false) == "Rû");
    CHECK(utf16_to_utf8(std::string("\0R\0\xFB", 4), true) == "Rû");
    CHECK(utf16_to_utf8("\x3D\xD8\xB2\xDE", false) == "\xF0\x9F\x9A\xB2");  // a surrogate pair: a bicycle
    CHECK(utf16_to_utf8(std::string("\x3D\xD8"
                                    "a\0",
                                    4),
                        false) ==
          "\xEF\xBF\xBD"
          "a");  // half a pair
    CHECK(utf16_to_utf8("\x3D\xD8", false) == "\xEF\xBF\xBD");
    CHECK(utf16_to_utf8(std::string("a\0b", 3), false) == "a");  // an odd byte at the end
}

TEST_CASE("names are compared without case, accents and signs") {
    CHECK(folded("Bergen (NH.)") == "bergennh");
    CHECK(folded("Bergen (NH)") == "bergennh");
    CHECK(folded("'s-Gravenhage") == "sgravenhage");
    CHECK(folded("Súdwest-Fryslân") == "sudwestfryslan");
    CHECK(folded("Su\xCC\x81"
                 "dwest") == "sudwest");  // the accent as a sign of its own
    CHECK(folded("ÀÉÎÕÜÇÑ àéîõüçñ ÿ") == "aeioucnaeioucny");
    CHECK(folded("R\xFBn") == "rn");  // not UTF-8: the byte is dropped
    CHECK(folded("") == "");
}

TEST_CASE("the nearest word is offered, and none when none is near") {
    const std::vector<std::string> names{"Beuningen", "Druten", "Heumen", "Wijchen"};
    CHECK(nearest_word("Buningen", names) == "Beuningen");
    CHECK(nearest_word("wychen", names) == "Wijchen");
    CHECK(nearest_word("DRUTEN ", names) == "Druten");
    CHECK_FALSE(nearest_word("Amsterdam", names));
    CHECK_FALSE(nearest_word("anything", {}));
}

TEST_CASE("numbers as Dutch and English files write them") {
    const auto check = [](const char* text, double value) {
        INFO(text);
        REQUIRE(parse_number(text));
        CHECK(*parse_number(text) == value);
    };
    check("1234.5", 1234.5);
    check("1234,5", 1234.5);
    check("1.234,5", 1234.5);
    check("1.234.567,25", 1234567.25);
    check("-3", -3);
    check("+3", 3);
    check("1e-3", 1e-3);
    check(" 42 ", 42);
    check(",5", 0.5);
    check("-,5", -0.5);
    check("1,234", 1.234);
    check("1.234", 1.234);  // a lone point is a decimal point
    check("0", 0);
    for (const char* wrong : {"",     " ",     ".",     ",",     "-",       "+",       "+-5",      "--5",   "abc",
                              "12a",  "12a,5", "1,2,3", "1.2.3", "1,234.5", "12.34,5", "1.2345,6", "1 234", "inf",
                              "-inf", "nan",   "NaN",   "0x10",  "1e400",   "1e",      "€5",       "1,5,"}) {
        INFO(wrong);
        CHECK_FALSE(parse_number(wrong));
    }
}

TEST_CASE("whole numbers") {
    CHECK(parse_integer("12345678901") == 12345678901LL);
    CHECK(parse_integer(" -7 ") == -7);
    CHECK(parse_integer("+7") == 7);
    CHECK(parse_integer("007") == 7);
    for (const char* wrong : {"", "7.0", "7,0", "abc", "99999999999999999999", "7 8", "+-7", "+"})
        CHECK_FALSE(parse_integer(wrong));
}

TEST_CASE("numbers are written so that they read back the same") {
    CHECK(number_text(0.1) == "0.1");
    CHECK(number_text(5) == "5");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(1.0 / 3) == "0.3333333333333333");
    Rng rng(9);
    for (int i = 0; i < 2000; ++i) {
        const double value = (rng.uniform() - 0.5) * std::pow(10.0, rng.uniform(-12, 12));
        REQUIRE(parse_number(number_text(value)) == value);
    }
}

TEST_CASE("fixed decimals, with a point or a comma, and never minus nothing") {
    CHECK(fixed_text(3.14159, 2) == "3.14");
    CHECK(fixed_text(1234.5, 1, true) == "1234,5");
    CHECK(fixed_text(-0.004, 2) == "0.00");
    CHECK(fixed_text(-0.4, 0) == "0");
    CHECK(fixed_text(-1.25, 1) == "-1.2");
    CHECK(fixed_text(7, 0) == "7");
}

TEST_CASE("text is safe inside XML and HTML") {
    CHECK(xml_escaped("<a href=\"x\">&'</a>") == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
    CHECK(xml_escaped(std::string("a\0b\x01"
                                  "c\nd\te",
                                  9)) == "abc\nd\te");
    CHECK(xml_escaped("Rûnwei") == "Rûnwei");
}
