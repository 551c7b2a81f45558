#include "output/workbook.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "geo/io/partial_file.hpp"
#include "output/sheet_layout.hpp"
#include "output/workbook_sheets.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <map>

#include <fmt/format.h>
#include <xlsxwriter.h>

namespace baken {

namespace {

constexpr std::size_t longest_text = 32'000;  ///< bytes; a cell of Excel holds 32,767 characters
constexpr lxw_color_t ink = 0x1D2127, accent = 0x1F3A6E, head_fill = 0xE6EBF4, line = 0xD9DCE2;

struct TonePaint {
    lxw_color_t fill, letters;
};
constexpr TonePaint paint_of(Tone tone) {
    switch (tone) {
        case Tone::good: return {0xE3F3EE, 0x00543F};
        case Tone::attention: return {0xFBE9E7, 0x8F1A15};
        case Tone::quiet: break;
    }
    return {0xF0F1F3, 0x565D68};
}

/// The library takes what it is given for UTF-8 and ends at a zero; Excel reads "_x0041_" as the letter it names.
std::string cell_text(std::string text) {
    if (!is_valid_utf8(text)) text = windows_1252_to_utf8(text);
    std::erase(text, '\0');
    if (text.size() > longest_text) {
        std::size_t end = longest_text;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        text = text.substr(0, end) + "\u2026";
    }
    for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        const auto is_hex = [&](std::size_t i) {
            return i < text.size() && std::isxdigit(static_cast<unsigned char>(text[i])) != 0;
        };
        if (is_hex(at + 2) && is_hex(at + 3) && is_hex(at + 4) && is_hex(at + 5) && at + 6 < text.size() &&
            text[at + 6] == '_')
            text.replace(at, 1, "_x005F_");
    }
    return text;
}

/// "&" is a command in heads and feet, which hold at most 255 characters.
std::string page_text(const std::string& text) {
    constexpr std::size_t most = 80;
    std::string shown = cell_text(text);
    if (shown.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U) --end;
        shown = shown.substr(0, end) + "\u2026";
    }
    return replaced(shown, "&", "&&");
}

bool is_text(CellFormat format) {
    return format == CellFormat::text || format == CellFormat::wrapped || format == CellFormat::free;
}

class Writer {
public:
    Writer(const Workbook& book, const std::filesystem::path& file)
        : book_(book), folder_(file.parent_path().empty() ? "." : file.parent_path().string()) {
        // Pieces of the plan lie beside it for a moment, and not in a folder that all may read.
        lxw_workbook_options options{};
        options.tmpdir = folder_.data();
        out_ = workbook_new_opt(file.c_str(), &options);
        if (out_ == nullptr) throw IoError(file.string() + ": no memory to write a workbook");
    }
    ~Writer() {
        if (out_ != nullptr) lxw_workbook_free(out_);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write() {
        describe();
        for (const Sheet& sheet : book_.sheets) add(sheet);
        const lxw_error error = workbook_close(out_);
        out_ = nullptr;
        if (error != LXW_NO_ERROR)
            throw IoError(fmt::format("the workbook cannot be written ({})", lxw_strerror(error)));
    }

private:
    static void require(lxw_error error) {
        if (error != LXW_NO_ERROR) throw InternalError(fmt::format("workbook: {}", lxw_strerror(error)));
    }

    void describe() {
        std::string title = cell_text(book_.title), company = "Baken", comment = cell_text(book_.note);
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = company.data();
        properties.comments = comment.data();
        properties.created = static_cast<std::time_t>(book_.stamp.time_since_epoch().count());
        require(workbook_set_properties(out_, &properties));
    }

    lxw_format* base() {
        lxw_format* format = workbook_add_format(out_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_font_color(format, ink);
        return format;
    }

    static void as_number(lxw_format* format, const char* pattern) {
        format_set_num_format(format, pattern);
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);
    }

    /// Days as the language writes them; the reader's own settings put the marks in numbers.
    lxw_format* format_of(CellFormat wanted, bool is_total) {
        lxw_format*& format = formats_[{wanted, is_total}];
        if (format != nullptr) return format;
        format = base();
        switch (wanted) {
            case CellFormat::text:
            case CellFormat::free: format_set_indent(format, 1); break;
            case CellFormat::wrapped:
                format_set_text_wrap(format);
                format_set_indent(format, 1);
                break;
            case CellFormat::whole: as_number(format, "#,##0"); break;
            case CellFormat::tenths: as_number(format, "#,##0.0"); break;
            case CellFormat::share: as_number(format, "0%"); break;
            case CellFormat::day:
                format_set_num_format(format,
                                      says(book_.language, "[$-413]ddd dd-mm-yyyy", "[$-809]ddd dd mmm yyyy").data());
                format_set_align(format, LXW_ALIGN_LEFT);
                format_set_indent(format, 1);
                break;
            case CellFormat::clock:
                format_set_num_format(format, "hh:mm");
                format_set_align(format, LXW_ALIGN_CENTER);
                break;
        }
        if (is_total) {
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            format_set_top_color(format, accent);
        } else {
            format_set_bottom(format, LXW_BORDER_HAIR);
            format_set_bottom_color(format, line);
        }
        return format;
    }

    lxw_format* head_format(CellFormat below) {
        lxw_format*& format = heads_[below];
        if (format != nullptr) return format;
        format = workbook_add_format(out_);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        const bool is_number = below == CellFormat::whole || below == CellFormat::tenths || below == CellFormat::share;
        if (below == CellFormat::clock) format_set_align(format, LXW_ALIGN_CENTER);
        if (is_number) format_set_align(format, LXW_ALIGN_RIGHT);
        if (is_number || below == CellFormat::day || is_text(below)) format_set_indent(format, 1);
        format_set_font_color(format, accent);
        format_set_bg_color(format, head_fill);
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, accent);
        return format;
    }

    lxw_format* label_format() {
        if (label_ != nullptr) return label_;
        label_ = workbook_add_format(out_);
        format_set_bold(label_);
        format_set_font_color(label_, accent);
        format_set_align(label_, LXW_ALIGN_VERTICAL_TOP);
        return label_;
    }

    lxw_format* tone_format(Tone tone) {
        lxw_format*& format = tones_[tone];
        if (format != nullptr) return format;
        format = workbook_add_format(out_);
        const TonePaint paint = paint_of(tone);
        format_set_bg_color(format, paint.fill);
        format_set_font_color(format, paint.letters);
        return format;
    }

    static void put(lxw_worksheet* to, lxw_row_t row, lxw_col_t column, const SheetCell& cell, lxw_format* format) {
        if (std::holds_alternative<std::monostate>(cell)) {
            require(worksheet_write_blank(to, row, column, format));
        } else if (const auto* text = std::get_if<std::string>(&cell)) {
            require(worksheet_write_string(to, row, column, cell_text(*text).c_str(), format));
        } else if (const auto* count = std::get_if<std::int64_t>(&cell)) {
            require(worksheet_write_number(to, row, column, static_cast<double>(*count), format));
        } else if (const auto* number = std::get_if<double>(&cell)) {
            // A workbook has no cell for what is not a number.
            if (std::isfinite(*number))
                require(worksheet_write_number(to, row, column, *number, format));
            else
                require(worksheet_write_blank(to, row, column, format));
        } else if (const auto* day = std::get_if<Date>(&cell)) {
            constexpr Date day_zero = std::chrono::sys_days{std::chrono::year{1899} / 12 / 30};
            require(worksheet_write_number(to, row, column, static_cast<double>((*day - day_zero).count()), format));
        } else if (const auto* time = std::get_if<ClockTime>(&cell)) {
            const int minute = ((time->minute % 1440) + 1440) % 1440;
            require(worksheet_write_number(to, row, column, minute / 1440.0, format));
        }
    }

    void add(const Sheet& sheet) {
        lxw_worksheet* to = workbook_add_worksheet(out_, sheet.name.c_str());
        if (to == nullptr) throw InternalError("workbook: no sheet can be named '" + sheet.name + "'");
        const auto last_column = static_cast<lxw_col_t>(sheet.columns.size() - 1);
        const std::vector<double> widths = widths_of(sheet);
        for (lxw_col_t c = 0; c <= last_column; ++c) {
            require(worksheet_set_column(to, c, c, widths[c], nullptr));
            put(to, 0, c, sheet.columns[c].heading, head_format(sheet.columns[c].format));
        }
        require(worksheet_set_row(to, 0, head_height(sheet, widths), nullptr));
        lxw_row_t row = 0;
        for (const auto& cells : sheet.rows) {
            ++row;
            require(worksheet_set_row(to, row, height_of(sheet, cells, widths), nullptr));
            for (lxw_col_t c = 0; c <= last_column; ++c)
                put(to, row, c, cells.at(c), format_of(sheet.columns[c].format, false));
        }
        require(worksheet_autofilter(to, 0, 0, std::max<lxw_row_t>(row, 1), last_column));
        if (row > 0) mark(to, sheet, row);
        if (!sheet.totals.empty()) {
            ++row;
            for (lxw_col_t c = 0; c <= last_column; ++c)
                put(to, row, c, sheet.totals.at(c), format_of(sheet.columns[c].format, true));
        }
        if (!sheet.facts.empty()) ++row;
        for (const SheetFact& fact : sheet.facts) {
            ++row;
            put(to, row, 0, fact.label, label_format());
            put(to, row, 1, fact.value, fact_format());
        }
        set_up_page(to, sheet, row, last_printed(sheet));
    }

    /// A fact runs on over the empty cells to its right.
    lxw_format* fact_format() {
        if (fact_ == nullptr) fact_ = base();
        return fact_;
    }

    void mark(lxw_worksheet* to, const Sheet& sheet, lxw_row_t last_row) {
        for (lxw_col_t c = 0; c < sheet.columns.size(); ++c)
            for (const SheetMark& mark : sheet.columns[c].marks) {
                std::string word = mark.word;
                lxw_conditional_format rule{};
                rule.type = LXW_CONDITIONAL_TYPE_TEXT;
                rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
                rule.value_string = word.data();
                rule.format = tone_format(mark.tone);
                rule.stop_if_true = LXW_TRUE;
                require(worksheet_conditional_format_range(to, 1, c, last_row, c, &rule));
            }
    }

    static lxw_col_t last_printed(const Sheet& sheet) {
        std::size_t printed = 1;
        while (printed < sheet.columns.size() && sheet.columns[printed].is_printed) ++printed;
        return static_cast<lxw_col_t>(printed - 1);
    }

    void set_up_page(lxw_worksheet* to, const Sheet& sheet, lxw_row_t last_row, lxw_col_t last_column) const {
        constexpr std::uint8_t a4 = 9;
        worksheet_freeze_panes(to, 1, 0);
        worksheet_set_landscape(to);
        worksheet_set_paper(to, a4);
        worksheet_fit_to_pages(to, 1, 0);
        worksheet_set_margins(to, 0.4, 0.4, 0.75, 0.65);
        worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
        require(worksheet_repeat_rows(to, 0, 0));
        require(worksheet_print_area(to, 0, 0, last_row, last_column));
        const std::string head = "&L&B" + page_text(book_.title) + "&R" + page_text(sheet.name);
        const std::string foot = fmt::format("&L&8{}&R&8{} &P {} &N", page_text(book_.note),
                                             says(book_.language, "pagina", "page"), says(book_.language, "van", "of"));
        require(worksheet_set_header(to, head.c_str()));
        require(worksheet_set_footer(to, foot.c_str()));
    }

    const Workbook& book_;
    std::string folder_;
    lxw_workbook* out_ = nullptr;
    lxw_format *label_ = nullptr, *fact_ = nullptr;
    std::map<CellFormat, lxw_format*> heads_;
    std::map<std::pair<CellFormat, bool>, lxw_format*> formats_;
    std::map<Tone, lxw_format*> tones_;
};

}  // namespace

Workbook workbook_of(const Project& project) {
    const Language language = project.settings.language;
    const Provenance& from = project.provenance;
    std::string note = "Baken " + from.version;
    if (!from.data_date.empty())
        note += fmt::format(", {} {}", says(language, "gegevens tot en met", "data up to"), from.data_date);
    std::vector<Sheet> sheets{plan_sheet(project), hotspots_sheet(project)};
    if (!project.findings->stretches.empty()) sheets.push_back(stretches_sheet(project));
    for (auto* sheet : {quota_sheet, load_sheet, sources_sheet}) sheets.push_back(sheet(project));
    return {.title = project.settings.name,
            .note = std::move(note),
            .language = language,
            .stamp = make_date(project.settings.year, 1, 1),
            .sheets = std::move(sheets)};
}

void write_workbook(const Workbook& book, const std::filesystem::path& path, Overwrite overwrite) {
    PartialFile part(path, overwrite);
    with_context(path.string(), [&] { Writer(book, part.path()).write(); });
    part.finish();
}

}  // namespace baken
