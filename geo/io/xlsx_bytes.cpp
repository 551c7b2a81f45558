#include "geo/io/workbook_bytes.hpp"

#include "base/text.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/row_work.hpp"
#include "geo/io/sheet.hpp"
#include "geo/io/zip_bytes.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view packages = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The cell formats of styles.xml, in its order.
enum Style { plain, headed, day, moment, words, quoted_words, truth };

/// Excel shows the words of its own language for a truth, LibreOffice those of format 166. 49 is "text": what is typed
/// over such a cell stays a text. `quotePrefix` keeps it one in Excel when it is edited.
constexpr std::string_view styles_xml =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="3"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/><numFmt numFmtId="165" formatCode="dd\-mm\-yyyy\ hh:mm:ss"/><numFmt numFmtId="166" formatCode="&quot;TRUE&quot;;&quot;TRUE&quot;;&quot;FALSE&quot;"/></numFmts>
<fonts count="2"><font><sz val="10"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3A6E"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="7">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>
<xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>)";

/// Every text stands once, and cells name it by its number.
class SharedTexts {
public:
    std::size_t number_of(const std::string& text) {
        ++uses_;
        const auto [at, is_new] = numbers_.try_emplace(text, numbers_.size());
        if (is_new) items_ += "<si><t xml:space=\"preserve\">" + escaped(text) + "</t></si>\n";
        return at->second;
    }
    [[nodiscard]] std::string xml() const {
        return fmt::format("{}<sst xmlns=\"{}\" count=\"{}\" uniqueCount=\"{}\">{}</sst>", head, main_space, uses_,
                           numbers_.size(), items_);
    }

private:
    /// "_x0041_" would be read as an A.
    static std::string escaped(const std::string& text) { return replaced(xml_escaped(text), "_x", "_x005F_x"); }

    std::map<std::string, std::size_t> numbers_;
    std::string items_;
    std::size_t uses_ = 0;
};

/// Days since 30 December 1899, as workbooks count.
double serial_of(Date date) { return static_cast<double>((date - make_date(1899, 12, 30)).count()); }

class Cells {
public:
    explicit Cells(SharedTexts& texts) : texts_(texts) {}

    void begin_row(std::size_t row) {
        row_ = row;
        column_ = 0;
        xml_ += fmt::format("<row r=\"{}\">", row + 1);
    }
    void end_row() { xml_ += "</row>\n"; }
    void heading(const std::string& text) { cell(headed, "s", std::to_string(texts_.number_of(text))); }
    void operator()(std::monostate) { ++column_; }
    void operator()(const std::string& text) {
        const std::string kept = sheet::clean(text);
        cell(harmless(kept) == kept ? words : quoted_words, "s", std::to_string(texts_.number_of(kept)));
    }
    void operator()(std::int64_t number) { counted(number); }
    void operator()(double number) { counted(number); }
    void operator()(bool yes) { cell(truth, "b", yes ? "1" : "0"); }
    void operator()(Date date) { cell(day, "n", number_text(serial_of(date))); }
    void operator()(UtcTime at) {
        const Date date = std::chrono::floor<std::chrono::days>(at);
        cell(moment, "n", number_text(serial_of(date) + static_cast<double>((at - date).count()) / 86400));
    }
    [[nodiscard]] const std::string& xml() const { return xml_; }

private:
    void counted(Value number) {
        if (sheet::is_exact(number))
            cell(plain, "n", text_of(number));
        else
            (*this)(text_of(number));
    }
    void cell(Style style, std::string_view type, const std::string& value) {
        xml_ += fmt::format("<c r=\"{}{}\" s=\"{}\" t=\"{}\"><v>{}</v></c>", sheet::column_name(column_++), row_ + 1,
                            static_cast<int>(style), type, value);
    }

    SharedTexts& texts_;
    std::string xml_;
    std::size_t row_ = 0, column_ = 0;
};

std::string last_cell(const FeatureTable& table, std::string_view fixed = "") {
    return fmt::format("{0}{1}{0}{2}", fixed, sheet::column_name(std::max<std::size_t>(table.fields.size(), 1) - 1),
                       table.rows.size() + 1);
}

std::string sheet_xml(const FeatureTable& table, bool is_first, SharedTexts& texts, const Work& work) {
    sheet::require_room(table);
    const std::string last = last_cell(table);
    std::string columns;
    const std::vector<int> widths = sheet::widths(table);
    for (std::size_t i = 0; i < widths.size(); ++i)
        columns += fmt::format("<col min=\"{0}\" max=\"{0}\" width=\"{1}\" customWidth=\"1\"/>", i + 1, widths[i]);
    Cells cells(texts);
    cells.begin_row(0);
    for (const Field& field : table.fields) cells.heading(sheet::heading(field));
    cells.end_row();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        at_row(work, table, row);
        cells.begin_row(row + 1);
        for (const Value& value : table.rows[row].values) std::visit(cells, value);
        cells.end_row();
    }
    return fmt::format(
        "{}<worksheet xmlns=\"{}\">\n<dimension ref=\"A1:{}\"/>\n<sheetViews><sheetView workbookViewId=\"0\"{}>"
        "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>\n"
        "<cols>{}</cols>\n<sheetData>\n{}</sheetData>\n<autoFilter ref=\"A1:{}\"/>\n</worksheet>",
        head, main_space, last, is_first ? " tabSelected=\"1\"" : "", columns, cells.xml(), last);
}

}  // namespace

std::string xlsx_bytes(std::span<const FeatureTable> sheets, const Work& work) {
    SharedTexts texts;
    std::vector<NamedBytes> parts;
    std::string overrides, listed, links, filters;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string file = fmt::format("worksheets/sheet{}.xml", i + 1);
        parts.push_back({"xl/" + file, sheet_xml(sheets[i], i == 0, texts, work)});
        overrides += fmt::format(
            "<Override PartName=\"/xl/{}\" "
            "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\n",
            file);
        listed += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"rId{}\"/>",
                              xml_escaped(sheet::sheet_name(sheets[i].name)), i + 1, i + 1);
        links +=
            fmt::format("<Relationship Id=\"rId{}\" Type=\"{}/worksheet\" Target=\"{}\"/>", i + 1, relations, file);
    }
    const std::size_t next = sheets.size() + 1;
    links += fmt::format(
        "<Relationship Id=\"rId{0}\" Type=\"{2}/styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"rId{1}\" Type=\"{2}/sharedStrings\" Target=\"sharedStrings.xml\"/>",
        next, next + 1, relations);
    std::vector<NamedBytes> files{
        {"[Content_Types].xml",
         fmt::format("{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
                     "<Default Extension=\"rels\" "
                     "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
                     "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
                     "<Override PartName=\"/xl/workbook.xml\" "
                     "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\n"
                     "<Override PartName=\"/xl/styles.xml\" "
                     "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\n"
                     "<Override PartName=\"/xl/sharedStrings.xml\" "
                     "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>\n"
                     "{}</Types>",
                     head, overrides)},
        {"_rels/.rels",
         fmt::format("{}<Relationships xmlns=\"{}\"><Relationship Id=\"rId1\" Type=\"{}/officeDocument\" "
                     "Target=\"xl/workbook.xml\"/></Relationships>",
                     head, packages, relations)},
        {"xl/workbook.xml",
         fmt::format(
             "{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets>{}</sheets><definedNames>{}</definedNames></workbook>",
             head, main_space, relations, listed, filters)},
        {"xl/_rels/workbook.xml.rels",
         fmt::format("{}<Relationships xmlns=\"{}\">{}</Relationships>", head, packages, links)},
        {"xl/styles.xml", std::string(head) + std::string(styles_xml)},
        {"xl/sharedStrings.xml", texts.xml()}};
    for (NamedBytes& part : parts) files.push_back(std::move(part));
    return zip_bytes(files);
}

}  // namespace baken
