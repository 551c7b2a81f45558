#include "geo/io/all_formats.hpp"
#include "support/formula_payloads.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

bool has_libreoffice() { return run({"soffice", "--version"}).exit_code == 0; }

/// What LibreOffice makes of a workbook when it has opened and worked it out: the whole of it as one text of XML.
std::string opened_by_libreoffice(const std::filesystem::path& file, const TempDir& dir) {
    const std::filesystem::path out = dir / ("out-" + file.extension().string().substr(1));
    const Ran ran = run({"soffice", "-env:UserInstallation=file://" + (dir / "profile").string(), "--headless",
                         "--convert-to", "fods", "--outdir", out.string(), file.string()});
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit_code == 0);
    return content_of(out / (file.stem().string() + ".fods"));
}

std::size_t count_of(const std::string& text, const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

/// A cell that counts, so that the search for such cells is known to find one.
constexpr const char* with_a_formula =
    R"(<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="a">
<table:table-row><table:table-cell table:formula="of:=1+1"/></table:table-row></table:table></office:spreadsheet></office:body></office:document>)";

}  // namespace

TEST_CASE("LibreOffice finds no formula in a hundred texts that try to be one") {
    if (!has_libreoffice()) {
        WARN("SKIPPED: LibreOffice is not here (package libreoffice-calc-nogui)");
        return;
    }
    const TempDir dir;
    CHECK(count_of(opened_by_libreoffice(dir.write("control.fods", with_a_formula), dir), "table:formula=") == 1);

    FeatureTable table{.name = "aanval",
                       .fields = {{"nr", FieldType::integer}, {"tekst", FieldType::text}, {"=1+1", FieldType::text}},
                       .rows = {}};
    std::int64_t number = 0;
    for (const std::string& payload : formula_payloads())
        table.rows.push_back({{number++, payload, payload + "\n="}, {}});
    for (const LayerFormat format : {LayerFormat::xlsx, LayerFormat::ods}) {
        INFO(code_of(format));
        const auto file = dir / ("aanval" + std::string(extension_of(format)));
        (void)write_vector(table, file, {.format = format}, {});
        const std::string seen = opened_by_libreoffice(file, dir);
        CHECK(count_of(seen, "table:formula=") == 0);
        CHECK(count_of(seen, "office:value-type=\"float\"") == 100);
        CHECK(count_of(seen, "office:value-type=\"string\"") >= 200);
        CHECK(count_of(seen, "cmd|") >= 40);
        CHECK(count_of(seen, "xlink:href=\"http://example.invalid") == 0);
    }
}

TEST_CASE("LibreOffice sees numbers as numbers, days as days and texts as texts") {
    if (!has_libreoffice()) {
        WARN("SKIPPED: LibreOffice is not here (package libreoffice-calc-nogui)");
        return;
    }
    const TempDir dir;
    const LayerDrawing drawing = drawn();
    for (const LayerFormat format : {LayerFormat::xlsx, LayerFormat::ods}) {
        INFO(code_of(format));
        const auto file = dir / ("plekken" + std::string(extension_of(format)));
        (void)write_vector(every_value(), file, {.format = format, .drawing = &drawing, .language = Language::nl}, {});
        const std::string seen = opened_by_libreoffice(file, dir);
        CHECK(count_of(seen, "office:value-type=\"float\"") == 2 + 3 + 2 * 3);
        CHECK(count_of(seen, "office:boolean-value=\"true\"") == 1);
        CHECK(count_of(seen, "office:boolean-value=\"false\"") == 1);
        CHECK(seen.find("office:date-value=\"2027-03-09\"") != std::string::npos);
        CHECK(seen.find("office:date-value=\"1999-12-31\"") != std::string::npos);
        CHECK(seen.find("office:date-value=\"2027-03-09T21:30:03") != std::string::npos);
        CHECK(seen.find("office:value=\"181473.558\"") != std::string::npos);
        CHECK(seen.find("<text:p>007</text:p>") != std::string::npos);
        CHECK(seen.find("<text:p>09-03-2027</text:p>") != std::string::npos);
        CHECK(seen.find("K\u00f6bbesweg; &quot;oost&quot;, &apos;t Zand &lt;N322&gt; &amp; co") != std::string::npos);
        CHECK(seen.find("table:name=\"uitleg\"") != std::string::npos);
        if (format == LayerFormat::ods) CHECK(seen.find("table:display-filter-buttons=\"true\"") != std::string::npos);
    }
}
