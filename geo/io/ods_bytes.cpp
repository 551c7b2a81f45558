#include "geo/io/workbook_bytes.hpp"

#include "base/text.hpp"
#include "geo/io/row_work.hpp"
#include "geo/io/sheet.hpp"
#include "geo/io/zip_bytes.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view spaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
    "xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
    "xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" office:version=\"1.2\"";

/// Cells of texts are formatted as text ("@"), so that what is typed over them stays a text.
constexpr std::string_view cell_styles =
    R"(<number:date-style style:name="Nday" number:automatic-order="false"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style>
<number:date-style style:name="Nmoment"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style>
<number:text-style style:name="Ntext"><number:text-content/></number:text-style>
<number:boolean-style style:name="Ntruth"><number:boolean/></number:boolean-style>
<style:style style:name="Chead" style:family="table-cell" style:data-style-name="Ntext"><style:table-cell-properties fo:background-color="#1f3a6e" fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold" fo:color="#ffffff"/></style:style>
<style:style style:name="Cday" style:family="table-cell" style:data-style-name="Nday"/>
<style:style style:name="Cmoment" style:family="table-cell" style:data-style-name="Nmoment"/>
<style:style style:name="Ctext" style:family="table-cell" style:data-style-name="Ntext"/>
<style:style style:name="Ctruth" style:family="table-cell" style:data-style-name="Ntruth"/>
)";

/// A line as OpenDocument has it: it keeps one blank of many, and no tab, unless they are elements.
std::string line_xml(std::string_view line) {
    std::string xml;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\t') {
            xml += "<text:tab/>";
        } else if (line[i] != ' ') {
            std::size_t end = line.find_first_of(" \t", i);
            end = std::min(end, line.size());
            xml += xml_escaped(line.substr(i, end - i));
            i = end - 1;
        } else {
            std::size_t end = line.find_first_not_of(' ', i);
            end = std::min(end, line.size());
            const bool is_inside = i > 0 && line[i - 1] != '\t' && end < line.size();
            if (is_inside) xml += " ";  // for readers that know no other blank
            if (const std::size_t more = end - i - (is_inside ? 1 : 0); more > 0)
                xml += fmt::format("<text:s text:c=\"{}\"/>", more);
            i = end - 1;
        }
    }
    return xml;
}

/// Some readers run what begins so, though it stands in a cell that is typed as a text.
std::string not_run(const std::string& text) {
    static constexpr std::array<std::string_view, 3> starts{"of:=", "oooc:=", "msoxl:="};
    std::string lower = text.substr(0, 8);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_formula =
        std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return lower.starts_with(start); });
    return is_formula ? "'" + text : text;
}

std::string paragraphs(const std::string& text) {
    std::string xml;
    for (const std::string& line : split(text, '\n')) xml += "<text:p>" + line_xml(line) + "</text:p>";
    return xml.empty() ? "<text:p/>" : xml;
}

struct CellXml {
    std::string operator()(std::monostate) const { return "<table:table-cell/>"; }
    std::string operator()(const std::string& text) const {
        return "<table:table-cell table:style-name=\"Ctext\" office:value-type=\"string\">" +
               paragraphs(not_run(sheet::clean(text))) + "</table:table-cell>";
    }
    std::string operator()(std::int64_t number) const { return counted(number); }
    std::string operator()(double number) const { return counted(number); }
    std::string operator()(bool truth) const {
        return fmt::format(
            "<table:table-cell table:style-name=\"Ctruth\" office:value-type=\"boolean\" "
            "office:boolean-value=\"{}\"><text:p>{}</text:p></table:table-cell>",
            truth, truth ? "TRUE" : "FALSE");
    }
    std::string operator()(Date date) const {
        return fmt::format(
            "<table:table-cell table:style-name=\"Cday\" office:value-type=\"date\" office:date-value=\"{}\">"
            "<text:p>{:02}-{:02}-{}</text:p></table:table-cell>",
            to_iso(date), day_of_month(date), month_of(date), year_of(date));
    }
    std::string operator()(UtcTime at) const {
        const std::string iso = to_iso(at).substr(0, 19);
        const Date date = std::chrono::floor<std::chrono::days>(at);
        return fmt::format(
            "<table:table-cell table:style-name=\"Cmoment\" office:value-type=\"date\" office:date-value=\"{}\">"
            "<text:p>{:02}-{:02}-{} {}</text:p></table:table-cell>",
            iso, day_of_month(date), month_of(date), year_of(date), iso.substr(11));
    }

private:
    [[nodiscard]] std::string counted(const Value& number) const {
        const std::string text = text_of(number);
        if (!sheet::is_exact(number)) return (*this)(text);
        return fmt::format(
            "<table:table-cell office:value-type=\"float\" "
            "office:value=\"{0}\"><text:p>{0}</text:p></table:table-cell>",
            text);
    }
};

std::string table_xml(const FeatureTable& table, std::size_t number, const Work& work) {
    sheet::require_room(table);
    std::string xml = fmt::format("<table:table table:name=\"{}\">\n", xml_escaped(sheet::sheet_name(table.name)));
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        xml += fmt::format("<table:table-column table:style-name=\"W{}_{}\"/>", number, i);
    xml += "\n<table:table-header-rows><table:table-row>";
    for (const Field& field : table.fields)
        xml += "<table:table-cell table:style-name=\"Chead\" office:value-type=\"string\">" +
               paragraphs(not_run(sheet::heading(field))) + "</table:table-cell>";
    xml += "</table:table-row></table:table-header-rows>\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        at_row(work, table, row);
        xml += "<table:table-row>";
        for (const Value& value : table.rows[row].values) xml += std::visit(CellXml{}, value);
        xml += "</table:table-row>\n";
    }
    return xml + "</table:table>\n";
}

std::string column_styles(const FeatureTable& table, std::size_t number) {
    constexpr double millimetres_per_letter = 2.0;
    std::string xml;
    const std::vector<int> widths = sheet::widths(table);
    for (std::size_t i = 0; i < widths.size(); ++i)
        xml += fmt::format(
            "<style:style style:name=\"W{}_{}\" style:family=\"table-column\"><style:table-column-properties "
            "style:column-width=\"{}mm\"/></style:style>\n",
            number, i, fixed_text(widths[i] * millimetres_per_letter, 1));
    return xml;
}

std::string item(std::string_view name, std::string_view type, std::string_view value) {
    return fmt::format("<config:config-item config:name=\"{}\" config:type=\"{}\">{}</config:config-item>", name, type,
                       value);
}

/// The first row of every sheet stays where it is.
std::string settings_xml(std::span<const FeatureTable> sheets) {
    std::string frozen;
    for (const FeatureTable& table : sheets)
        frozen += fmt::format("<config:config-item-map-entry config:name=\"{}\">",
                              xml_escaped(sheet::sheet_name(table.name))) +
                  item("HorizontalSplitMode", "short", "0") + item("VerticalSplitMode", "short", "2") +
                  item("VerticalSplitPosition", "int", "1") + item("ActiveSplitRange", "short", "2") +
                  item("PositionTop", "int", "0") + item("PositionBottom", "int", "1") +
                  "</config:config-item-map-entry>";
    return fmt::format(
        "{}<office:document-settings {}><office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
        "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>{}"
        "<config:config-item-map-named config:name=\"Tables\">{}</config:config-item-map-named>"
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>",
        head, spaces, item("ViewId", "string", "view1"), frozen);
}

std::string filters_xml(std::span<const FeatureTable> sheets) {
    std::string xml;
    for (std::size_t i = 0; i < sheets.size(); ++i)
        if (!sheets[i].fields.empty())
            xml += fmt::format(
                "<table:database-range table:name=\"filter{}\" table:target-range-address=\"'{}'.A1:'{}'.{}{}\" "
                "table:display-filter-buttons=\"true\"/>",
                i + 1, xml_escaped(sheet::sheet_name(sheets[i].name)), xml_escaped(sheet::sheet_name(sheets[i].name)),
                sheet::column_name(sheets[i].fields.size() - 1), sheets[i].rows.size() + 1);
    return xml.empty() ? "" : "<table:database-ranges>" + xml + "</table:database-ranges>";
}

}  // namespace

std::string ods_bytes(std::span<const FeatureTable> sheets, const Work& work) {
    std::string styles, tables;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        styles += column_styles(sheets[i], i);
        tables += table_xml(sheets[i], i, work);
    }
    const auto entry = [](std::string_view path, std::string_view type) {
        return fmt::format("<manifest:file-entry manifest:full-path=\"{}\" manifest:media-type=\"{}\"/>", path, type);
    };
    return zip_bytes(
        {{"mimetype", std::string(media_type), false},
         {"META-INF/manifest.xml",
          fmt::format("{}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                      "manifest:version=\"1.2\">{}{}{}{}</manifest:manifest>",
                      head, entry("/", media_type), entry("content.xml", "text/xml"), entry("styles.xml", "text/xml"),
                      entry("settings.xml", "text/xml"))},
         {"content.xml",
          fmt::format("{}<office:document-content {}>\n<office:automatic-styles>\n{}{}</office:automatic-styles>\n"
                      "<office:body><office:spreadsheet>\n{}{}</office:spreadsheet></office:body>"
                      "</office:document-content>",
                      head, spaces, cell_styles, styles, tables, filters_xml(sheets))},
         {"styles.xml",
          fmt::format("{}<office:document-styles {}><office:styles/></office:document-styles>", head, spaces)},
         {"settings.xml", settings_xml(sheets)}});
}

}  // namespace baken
