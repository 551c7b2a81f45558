#include "base/csv.hpp"
#include "base/text.hpp"
#include "intake/intake_support.hpp"

#include <array>

using namespace baken;
using namespace baken::test;

namespace {

enum class Encoding { utf8, bom, windows_1252, utf16 };
constexpr std::array encodings{Encoding::utf8, Encoding::bom, Encoding::windows_1252, Encoding::utf16};

/// Text of Latin letters in another encoding; `text` is Latin-1, one byte a letter.
std::string encoded(const std::string& text, Encoding encoding) {
    switch (encoding) {
        case Encoding::windows_1252: return text;
        case Encoding::bom: return "\xEF\xBB\xBF" + windows_1252_to_utf8(text);
        case Encoding::utf16: {
            std::string out = "\xFF\xFE";
            for (const char c : text) {
                out += c;
                out += '\0';
            }
            return out;
        }
        default: return windows_1252_to_utf8(text);
    }
}

std::string quoted_if_needed(const std::string& field, char separator) { return csv_field(field, separator); }

struct Dialect {
    Encoding encoding = Encoding::utf8;
    char separator = ';';
    bool has_decimal_comma = true;
    int date_form = 0;
    bool has_separator_line = false;
    bool has_crlf = true;
};

std::string date_text(int form, int day) {
    std::string two = day < 10 ? "0" : "";
    two += std::to_string(day);
    switch (form) {
        case 0: return two + "-03-2026";
        case 1: return std::to_string(day).append("/3/2026 14:05");
        case 2: return "2026-03-" + two;
        default: return "202603" + two;
    }
}

/// Nine complaints: seven about traffic with a place, one about dogs, one without a place.
std::string content(const Dialect& dialect) {
    const std::string end = dialect.has_crlf ? "\r\n" : "\n", s(1, dialect.separator);
    const std::string point = dialect.has_decimal_comma ? "," : ".";
    std::string text = dialect.has_separator_line ? "sep=" + s + end : "";
    text += "Meldingsnummer" + s + "Datum" + s + "Categorie" + s + "Straat" + s + "X-co\xF6rdinaat" + s +
            "Y-co\xF6rdinaat" + end;
    for (int i = 1; i <= 9; ++i) {
        const std::string x =
            i == 9 ? "" : quoted_if_needed("18500" + std::to_string(i) + point + "25", dialect.separator);
        const std::string y = i == 9 ? "" : quoted_if_needed("425000" + point + "75", dialect.separator);
        text += "00" + std::to_string(i) + s + date_text(dialect.date_form, i) + s +
                (i == 8 ? "Hond" : "Te hard rijden") + s + "R\xFBnwei" + s + x + s + y + end;
    }
    return text;
}

}  // namespace

TEST_CASE("every dialect of Dutch separated text gives the same seven complaints") {
    const TempDir folder;
    const auto boundaries = write_two_squares(folder);
    int combinations = 0;
    for (const Encoding encoding : encodings)
        for (const char separator : {';', ',', '\t'})
            for (const bool has_decimal_comma : {true, false})
                for (int date_form = 0; date_form < 4; ++date_form)
                    for (const bool has_separator_line : {true, false}) {
                        const Dialect dialect{encoding,  separator,          has_decimal_comma,
                                              date_form, has_separator_line, date_form % 2 == 0};
                        const auto file = folder.write("klachten.csv", encoded(content(dialect), encoding));
                        INFO("encoding " << static_cast<int>(encoding) << " separator " << separator << " comma "
                                         << has_decimal_comma << " date " << date_form
                                         << " sep= " << has_separator_line);
                        const Region region = import_region(settings_for(boundaries, {complaints_in(file)}), {});
                        const Receipt& receipt = receipt_of(region);
                        REQUIRE(receipt.read == 9);
                        REQUIRE(receipt.placed == 7);
                        REQUIRE(receipt.filtered == 1);
                        REQUIRE(receipt.rejected == 1);
                        REQUIRE(receipt.rejected_rows[0].line == (has_separator_line ? 11U : 10U));
                        REQUIRE(region.complaints.size() == 7);
                        for (int i = 0; i < 7; ++i) {
                            const Complaint& complaint = region.complaints[static_cast<std::size_t>(i)];
                            REQUIRE(complaint.id == "00" + std::to_string(i + 1));
                            REQUIRE(complaint.at == MapPoint{185001.25 + i, 425000.75});
                            REQUIRE(complaint.date == make_date(2026, 3, static_cast<unsigned>(i) + 1));
                            REQUIRE(complaint.minute_of_day ==
                                    (date_form == 1 ? std::optional<int>(14 * 60 + 5) : std::nullopt));
                            REQUIRE(complaint.street == "R\xC3\xBBnwei");
                        }
                        ++combinations;
                    }
    CHECK(combinations == 192);
}
