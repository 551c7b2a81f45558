#include "intake/rows.hpp"

#include "base/csv.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "intake/sniff.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

std::string_view without_blanks(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

/// Columns without a name get one, and a name that comes twice is told apart, so that each can be pointed at.
std::vector<std::string> named_columns(const std::vector<std::string_view>& header) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::string name(without_blanks(header[i]));
        if (name.empty()) name = fmt::format("column {}", i + 1);
        const auto is_taken = [&](const std::string& n) {
            return std::find(names.begin(), names.end(), n) != names.end();
        };
        for (int again = 2; is_taken(name); ++again) name = fmt::format("{} ({})", without_blanks(header[i]), again);
        names.push_back(std::move(name));
    }
    return names;
}

class TextRows final : public RowSource {
public:
    explicit TextRows(SniffedText file)
        : file_(std::move(file)), reader_(std::string_view(file_.text).substr(file_.header_at), file_.separator) {
        if (!reader_.next()) throw InputError("the file is empty: not even a header row is in it");
        columns_ = named_columns(reader_.fields());
        // Separators at the end of every line make columns that hold nothing and have no name.
        filled_.assign(columns_.size(), 0);
    }

    bool next() override {
        if (!reader_.next()) return false;
        fault_.clear();
        const auto& fields = reader_.fields();
        if (!reader_.is_closed() ||
            (reader_.lines() > 1 && (fields.size() != columns_.size() || reader_.has_stray_text())))
            return keep_one_line();
        if (fields.size() != columns_.size()) check_width();
        if (fault_.empty()) count_filled();
        return true;
    }
    [[nodiscard]] std::string_view field(std::size_t column) const override {
        return without_blanks(reader_.fields()[column]);
    }
    [[nodiscard]] std::size_t line() const override { return reader_.line() + file_.header_line - 1; }
    [[nodiscard]] std::string_view fault() const override { return fault_; }
    [[nodiscard]] std::size_t content_hash() const override {
        return std::hash<std::string_view>{}(without_blanks(reader_.row_text()));
    }
    [[nodiscard]] double share() const override {
        return static_cast<double>(file_.header_at + reader_.position()) / static_cast<double>(file_.text.size());
    }

private:
    /// A row over several lines that does not come out even holds a quote that was never closed.
    bool keep_one_line() {
        reader_.keep_first_line_only();
        fault_ = "a quote is opened and not closed on this line";
        return true;
    }

    /// Empty fields past the last column lose nothing.
    void check_width() {
        const auto& fields = reader_.fields();
        const bool has_surplus = fields.size() > columns_.size();
        const bool is_surplus_empty =
            has_surplus && std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(columns_.size()), fields.end(),
                                       [](std::string_view field) { return without_blanks(field).empty(); });
        if (!is_surplus_empty)
            fault_ = fmt::format("the row has {} fields and the header {}", fields.size(), columns_.size());
    }

    void count_filled() {
        bool has_any = false;
        const auto& fields = reader_.fields();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (without_blanks(fields[i]).empty()) continue;
            ++filled_[i];
            has_any = true;
        }
        if (!has_any) fault_ = "the row is empty";
    }

    SniffedText file_;
    CsvReader reader_;
    std::string fault_;
};

class LayerRows final : public RowSource {
public:
    explicit LayerRows(FeatureTable table) : table_(std::move(table)) {
        for (const auto& field : table_.fields) columns_.push_back(field.name);
        filled_.assign(columns_.size(), 0);
        texts_.resize(columns_.size());
    }

    bool next() override {
        if (taken_ == table_.rows.size()) return false;
        const Feature& row = table_.rows[taken_++];
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            texts_[i] = text_of(row.values[i]);
            if (!without_blanks(texts_[i]).empty()) ++filled_[i];
        }
        return true;
    }
    [[nodiscard]] std::string_view field(std::size_t column) const override { return without_blanks(texts_[column]); }
    [[nodiscard]] std::size_t line() const override { return taken_ + 1; }
    [[nodiscard]] std::string_view fault() const override { return {}; }
    [[nodiscard]] std::optional<MapPoint> place() const override {
        if (const auto* point = std::get_if<MapPoint>(&table_.rows[taken_ - 1].shape)) return *point;
        return std::nullopt;
    }
    [[nodiscard]] std::size_t content_hash() const override {
        std::string all;
        for (const auto& text : texts_) all += text + '\x1F';
        if (const auto at = place()) all += number_text(at->x) + ' ' + number_text(at->y);
        return std::hash<std::string>{}(all);
    }
    [[nodiscard]] bool has_places() const override { return table_.shape_type == ShapeType::point; }
    [[nodiscard]] double share() const override {
        return static_cast<double>(taken_) / static_cast<double>(std::max<std::size_t>(table_.rows.size(), 1));
    }

private:
    FeatureTable table_;
    std::vector<std::string> texts_;
    std::size_t taken_ = 0;
};

/// Lower-case extension without the point and without .gz.
std::string extension_of(const std::filesystem::path& path) {
    std::string extension = folded(path.extension().string());
    if (extension == "gz") extension = folded(path.stem().extension().string());
    return extension;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> formats{{
    {"geojson", "GeoJSON"},
    {"json", "GeoJSON"},
    {"gpkg", "GeoPackage"},
    {"fgb", "FlatGeobuf"},
    {"shp", "ESRI Shapefile"},
    {"kml", "KML"},
    {"kmz", "KML"},
    {"gml", "GML"},
    {"xml", "GML"},
    {"xlsx", "XLSX"},
    {"ods", "ODS"},
}};

}  // namespace

std::vector<ColumnFill> RowSource::fills() const {
    std::vector<ColumnFill> fills;
    for (std::size_t i = 0; i < columns_.size(); ++i) fills.push_back({columns_[i], filled_[i]});
    return fills;
}

std::string format_of(const std::filesystem::path& path) {
    const std::string extension = extension_of(path);
    for (const auto& [name, format] : formats)
        if (name == extension) return std::string(format);
    return "CSV";
}

bool is_text_file(const std::filesystem::path& path) { return format_of(path) == "CSV"; }

OpenedFile open_rows(const std::filesystem::path& path, const RowOptions& asked, const Work& work) {
    OpenedFile file;
    file.format = format_of(path);
    std::string bytes = read_bytes(path);
    file.sha256 = sha256_hex(bytes);
    if (!is_text_file(path)) {
        ReadOptions options;
        if (!asked.crs.empty()) options.crs = asked.crs;
        file.rows = std::make_unique<LayerRows>(read_layer(path, options, work));
        return file;
    }
    SniffedText text = sniff_text(std::move(bytes), asked.encoding);
    file.encoding = text.encoding;
    file.separator = separator_name(text.separator);
    file.notes = text.notes;
    file.rows = std::make_unique<TextRows>(std::move(text));
    return file;
}

}  // namespace baken
