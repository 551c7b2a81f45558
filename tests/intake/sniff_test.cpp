#include "base/error.hpp"
#include "intake/intake_support.hpp"
#include "intake/sniff.hpp"

#include <vector>

using namespace baken;
using namespace baken::test;

namespace {

std::string utf16(const std::string& ascii, bool is_big) {
    std::string out;
    for (const char c : ascii) {
        if (is_big) out += '\0';
        out += c;
        if (!is_big) out += '\0';
    }
    return out;
}

}  // namespace

TEST_CASE("the encoding is told from the bytes") {
    CHECK(sniff_text("a;b\n1;2\n").encoding == "UTF-8");
    CHECK(sniff_text("\xEF\xBB\xBF"
                     "a;b\n1;2\n")
              .encoding == "UTF-8 with BOM");
    CHECK(sniff_text("\xEF\xBB\xBF"
                     "a;b\n1;2\n")
              .text == "a;b\n1;2\n");
    CHECK(sniff_text("a;b\n1;R\xFBnwei\n").encoding == "Windows-1252");
    CHECK(sniff_text("a;b\n1;R\xFBnwei\n").text == "a;b\n1;R\xC3\xBBnwei\n");
    CHECK(sniff_text("\xFF\xFE" + utf16("a;b\n1;2\n", false)).encoding == "UTF-16");
    CHECK(sniff_text("\xFE\xFF" + utf16("a;b\n1;2\n", true)).text == "a;b\n1;2\n");
    CHECK(sniff_text(utf16("a;b\n1;2\n", false)).text == "a;b\n1;2\n");
    CHECK(sniff_text(utf16("a;b\n1;2\n", true)).text == "a;b\n1;2\n");
}

TEST_CASE("a file pasted together of two encodings keeps the names of both") {
    const SniffedText file = sniff_text(
        "straat;n\nR\xFBnwei;1\nK\xC3\xB6"
        "bbesweg;2\n");
    CHECK(file.text ==
          "straat;n\nR\xC3\xBBnwei;1\nK\xC3\xB6"
          "bbesweg;2\n");
    CHECK(file.notes.size() == 1);
}

TEST_CASE("the separator is told by counting, and sep= settles it") {
    CHECK(sniff_text("id;x;y\n1;193970,02;420604,01\n2;179076,3;423640,1\n").separator == ';');
    CHECK(sniff_text("id,x,y\n1,193970.02,420604.01\n").separator == ',');
    CHECK(sniff_text("id\tx\ty\n1\t193970,02\t420604,01\n").separator == '\t');
    CHECK(sniff_text("id|x|y\n1|2|3\n").separator == '|');
    CHECK(sniff_text("id,categorie,plaats\n1,\"te hard; erg\",a;b;c;d\n2,\"a;b;c\",x;y;z;u\n").separator == ',');
    CHECK(sniff_text("id;datum;plaats\n").separator == ';');
    const SniffedText told = sniff_text("sep=,\r\nid,naam;iets\r\n1,a\r\n");
    CHECK(told.separator == ',');
    CHECK(told.header_line == 2);
    CHECK(told.text.substr(told.header_at, 3) == "id,");
    CHECK(sniff_text("sep=\t\nid\tx\n1\t2\n").separator == '\t');
    CHECK(separator_name('\t') == "tab");
}

TEST_CASE("titles above the header are passed over, a wide or narrow header is not") {
    const SniffedText titled = sniff_text("Meldingen 2024\n\nid;x;y\n1;2;3\n4;5;6\n");
    CHECK(titled.header_line == 3);
    CHECK(titled.text.substr(titled.header_at, 5).find("id;x") != std::string::npos);
    CHECK(titled.notes.size() == 1);
    CHECK(sniff_text("id;x;y\n1;2;3;\n4;5;6;\n7;8;9;\n").header_line == 1);
}

TEST_CASE("what is no text is refused with what it is") {
    CHECK(message_of<InputError>([] { return sniff_text(std::string("PK\x03\x04") + "abc"); }).find("workbook") !=
          std::string::npos);
    CHECK(message_of<InputError>([] { return sniff_text("%PDF-1.7 ..."); }).find("PDF") != std::string::npos);
    CHECK(message_of<InputError>([] { return sniff_text("SQLite format 3"); }).find("GeoPackage") != std::string::npos);
    CHECK(message_of<InputError>([] { return sniff_text(std::string("a;b\0c", 5)); }).find("no text") !=
          std::string::npos);
    std::string junk;
    for (int i = 0; i < 4000; ++i) junk += static_cast<char>(1 + i * 7919 % 255);
    CHECK(message_of<InputError>([&] { return sniff_text(junk); }).find("no text") != std::string::npos);
}

TEST_CASE("an encoding that is asked for is taken at its word") {
    // "Café" as DOS wrote it: by its bytes it could be Windows-1252 just as well.
    const std::string dos = "naam;plaats\nCaf\x82;Zuid-Scharwoude\n";
    CHECK(sniff_text(dos).text.find("Caf\xE2\x80\x9A") != std::string::npos);  // guessed, and wrong
    CHECK(sniff_text(dos, "CP850").text.find("Caf\xC3\xA9;") != std::string::npos);
    CHECK(sniff_text(dos, "CP850").encoding == "CP850");
    CHECK(sniff_text("naam;x\nCaf\xE9;1\n", "Windows-1252").text.find("Caf\xC3\xA9;") != std::string::npos);
    // UTF-8 that was written twice is repaired by nobody; who asks for Windows-1252 gets it.
    CHECK(sniff_text("naam;x\nCaf\xC3\xA9;1\n", "Windows-1252").text.find("Caf\xC3\x83\xC2\xA9") != std::string::npos);
    CHECK(sniff_text("\xEF\xBB\xBFnaam;x\nCaf\xC3\xA9;1\n", "UTF-8").text.starts_with("naam;x\nCaf\xC3\xA9"));
    const auto refusal = [](const std::string& bytes, const std::string& encoding) {
        return message_of<SettingsError>([&] { return sniff_text(bytes, encoding); });
    };
    CHECK(
        refusal("naam;x\nCaf\xC3\xA9;1\nCaf\xE9;1\n", "UTF-8").starts_with("encoding = \"UTF-8\", but line 3 is not"));
    CHECK(refusal("naam;x\na;1\n", "UTF-16").find("but the file is UTF-8") != std::string::npos);
}
