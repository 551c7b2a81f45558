#include "geo/io/dxf_text.hpp"

#include "base/text.hpp"
#include "geo/io/csv_text.hpp"
#include "geo/io/row_work.hpp"
#include "geo/io/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double letter_height = 2.5;
constexpr std::size_t longest_text = 250, longest_name = 31;

/// Names of layers, blocks and attributes: capitals, digits and underscores, at most 31.
std::string dxf_name(const std::string& text) {
    std::string name;
    for (const char c : text.substr(0, longest_name)) {
        const bool is_small = c >= 'a' && c <= 'z';
        const bool is_kept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        name += is_small ? static_cast<char>(c - 'a' + 'A') : is_kept ? c : '_';
    }
    return name.empty() ? "_" : name;
}

/// One code point from `at` on, which moves behind it.
std::uint32_t next_letter(const std::string& utf8, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U; };
    const std::uint32_t first = byte(at++);
    if (first < 0xC0) return first;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    std::uint32_t letter = first & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more; ++i) letter = letter << 6U | (byte(at++) & 0x3FU);
    return letter;
}

/// Letters beyond ASCII as \U+XXXX; what the program would take for a sign of its own is spelled so too.
std::string dxf_words(const std::string& text) {
    std::string words;
    const std::string safe = harmless(sheet::clean(text));
    for (std::size_t at = 0; at < safe.size();) {
        std::uint32_t letter = next_letter(safe, at);
        if (letter < ' ') letter = ' ';
        if (letter > 0xFFFF) letter = 0xFFFD;
        const bool is_plain = letter < 0x7F && letter != '^' && letter != '\\' && letter != '%';
        const std::string one =
            is_plain ? std::string(1, static_cast<char>(letter)) : fmt::format("\\U+{:04X}", letter);
        if (words.size() + one.size() > longest_text) break;
        words += one;
    }
    return words;
}

class DxfWriting {
public:
    DxfWriting(const FeatureTable& table, const LayerDrawing& drawing)
        : table_(table), drawing_(drawing), prefix_(dxf_name(table.name)) {
        for (const LookCategory& category : drawing.categories) layers_.push_back(layer_name(category));
        is_attributed_ = table.shape_type == ShapeType::point;
        std::set<std::string> tags;
        for (const Field& field : table.fields) {
            std::string tag = dxf_name(field.name);
            for (int i = 2; !tags.insert(tag).second; ++i)
                tag = fmt::format("{}_{}", dxf_name(field.name).substr(0, 28), i);
            tags_.push_back(tag);
        }
    }

    std::string text(const Work& work) {
        header();
        tables();
        blocks();
        section("ENTITIES");
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            at_row(work, table_, row);
            entity(row);
        }
        pair(0, "ENDSEC");
        pair(0, "EOF");
        return std::move(out_);
    }

private:
    void pair(int code, std::string_view value) { out_ += fmt::format("{:>3}\r\n{}\r\n", code, value); }
    void number(int code, double value) { pair(code, fixed_text(value, 4)); }
    void count(int code, std::size_t value) { pair(code, std::to_string(value)); }
    void point(MapPoint p, int first_code = 10) {
        number(first_code, p.x);
        number(first_code + 10, p.y);
        number(first_code + 20, 0);
    }
    void section(std::string_view name) {
        pair(0, "SECTION");
        pair(2, name);
    }

    [[nodiscard]] std::string layer_name(const LookCategory& category) const {
        return drawing_.field.empty() ? prefix_
                                      : dxf_name(prefix_ + "_" + (category.value.empty() ? "OTHER" : category.value));
    }
    [[nodiscard]] std::string words_layer() const { return dxf_name(prefix_.substr(0, 26) + "_TEXT"); }
    [[nodiscard]] static const std::string& colour_of(const LookCategory& category) {
        return category.mark.fill.empty() ? category.mark.outline : category.mark.fill;
    }

    void header() {
        MapPoint low{1e9, 1e9}, high{-1e9, -1e9};
        const auto reach = [&](MapPoint p) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        };
        for (const Feature& row : table_.rows) each_point(row.shape, reach);
        if (low.x > high.x) low = high = {0, 0};
        section("HEADER");
        pair(9, "$ACADVER");
        pair(1, "AC1009");
        pair(9, "$DWGCODEPAGE");
        pair(3, "ansi_1252");
        pair(9, "$EXTMIN");
        point(low);
        pair(9, "$EXTMAX");
        point(high);
        pair(0, "ENDSEC");
    }

    template <class Use>
    static void each_point(const Shape& shape, const Use& use) {
        if (const auto* at = std::get_if<MapPoint>(&shape)) use(*at);
        if (const auto* lines = std::get_if<MultiLine>(&shape))
            for (const Line& line : *lines) std::for_each(line.begin(), line.end(), use);
        if (const auto* areas = std::get_if<MultiPolygon>(&shape))
            for (const Polygon& area : *areas) std::for_each(area.outer.begin(), area.outer.end(), use);
    }

    void begin_table(std::string_view name, std::size_t entries) {
        pair(0, "TABLE");
        pair(2, name);
        count(70, entries);
    }
    void layer(const std::string& name, int colour, std::string_view line) {
        pair(0, "LAYER");
        pair(2, name);
        count(70, 0);
        pair(62, std::to_string(colour));
        pair(6, line);
    }

    void tables() {
        section("TABLES");
        begin_table("LTYPE", 2);
        line_type("CONTINUOUS", "Solid line", {});
        line_type("DASHED", "__ __ __ __ __", {6, -3});
        pair(0, "ENDTAB");
        begin_table("LAYER", layers_.size() + 2);
        layer("0", 7, "CONTINUOUS");
        std::set<std::string> written;
        for (std::size_t i = 0; i < layers_.size(); ++i)
            if (written.insert(layers_[i]).second)
                layer(layers_[i], dxf_colour(colour_of(drawing_.categories[i])),
                      drawing_.categories[i].mark.shape == "dash" ? "DASHED" : "CONTINUOUS");
        layer(words_layer(), 7, "CONTINUOUS");
        pair(0, "ENDTAB");
        begin_table("STYLE", 1);
        pair(0, "STYLE");
        pair(2, "STANDARD");
        count(70, 0);
        number(40, 0);
        number(41, 1);
        number(50, 0);
        count(71, 0);
        number(42, letter_height);
        pair(3, "txt");
        pair(4, "");
        pair(0, "ENDTAB");
        pair(0, "ENDSEC");
    }

    void line_type(std::string_view name, std::string_view said, const std::vector<double>& parts) {
        pair(0, "LTYPE");
        pair(2, name);
        count(70, 0);
        pair(3, said);
        count(72, 65);
        count(73, parts.size());
        double length = 0;
        for (const double part : parts) length += std::abs(part);
        number(40, length);
        for (const double part : parts) number(49, part);
    }

    /// Two metres across, so that an insert of scale `size / 2` is as large as the look has it.
    void blocks() {
        section("BLOCKS");
        if (is_attributed_)
            for (std::size_t i = 0; i < layers_.size(); ++i) {
                pair(0, "BLOCK");
                pair(8, "0");
                pair(2, layers_[i]);
                count(70, 2);
                point({0, 0});
                pair(3, layers_[i]);
                if (const auto corners = mark_corners(drawing_.categories[i].mark.shape); corners.empty()) {
                    pair(0, "CIRCLE");
                    pair(8, "0");
                    point({0, 0});
                    number(40, 1);
                } else {
                    polyline(corners, "0", true);
                }
                for (std::size_t field = 0; field < tags_.size(); ++field) attribute("ATTDEF", field, "", {0, 0});
                pair(0, "ENDBLK");
                pair(8, "0");
            }
        pair(0, "ENDSEC");
    }

    /// Not shown (70: 1); a definition has a question besides.
    void attribute(std::string_view kind, std::size_t field, const std::string& value, MapPoint at,
                   const std::string& on_layer = "0") {
        pair(0, kind);
        pair(8, on_layer);
        point(at);
        number(40, letter_height);
        pair(1, value);
        if (kind == "ATTDEF") pair(3, tags_[field]);
        pair(2, tags_[field]);
        count(70, 1);
    }

    void polyline(const std::vector<MapPoint>& points, const std::string& on_layer, bool is_closed) {
        const bool repeats_first = is_closed && points.size() > 1 && points.front() == points.back();
        pair(0, "POLYLINE");
        pair(8, on_layer);
        count(66, 1);
        point({0, 0});
        count(70, is_closed ? 1 : 0);
        for (std::size_t i = 0; i < points.size() - (repeats_first ? 1 : 0); ++i) {
            pair(0, "VERTEX");
            pair(8, on_layer);
            point(points[i]);
        }
        pair(0, "SEQEND");
        pair(8, on_layer);
    }

    void insert(std::size_t row, MapPoint at, std::size_t category) {
        const double scale = drawing_.categories[category].mark.size / 2;
        pair(0, "INSERT");
        pair(8, layers_[category]);
        count(66, 1);
        pair(2, layers_[category]);
        point(at);
        for (const int code : {41, 42, 43}) number(code, scale);
        for (std::size_t field = 0; field < tags_.size(); ++field)
            if (const std::string text = text_of(table_.rows[row].values.at(field)); !text.empty())
                attribute("ATTRIB", field, dxf_words(text), at, layers_[category]);
        pair(0, "SEQEND");
        pair(8, layers_[category]);
    }

    void words(std::size_t row, MapPoint at) {
        if (!drawing_.has_labels) return;
        pair(0, "TEXT");
        pair(8, words_layer());
        point(at);
        number(40, letter_height);
        pair(1, dxf_words(drawing_.name_of(row)));
    }

    void entity(std::size_t row) {
        const LookCategory* found = drawing_.category_of(table_, row);
        if (found == nullptr) return;
        const auto category = static_cast<std::size_t>(found - drawing_.categories.data());
        const Shape& shape = table_.rows[row].shape;
        if (const auto* at = std::get_if<MapPoint>(&shape)) {
            insert(row, *at, category);
            // Names of one place stand below each other.
            const double beside = found->mark.size / 2 + 1, lower = names_at_[{at->x, at->y}]++ * 1.6 * letter_height;
            words(row, {at->x + beside, at->y + beside - lower});
        }
        if (const auto* lines = std::get_if<MultiLine>(&shape)) {
            for (const Line& line : *lines) polyline(line, layers_[category], false);
            if (!lines->empty() && !lines->front().empty()) words(row, lines->front()[lines->front().size() / 2]);
        }
        if (const auto* areas = std::get_if<MultiPolygon>(&shape)) {
            for (const Polygon& area : *areas) {
                polyline(area.outer, layers_[category], true);
                for (const Ring& hole : area.holes) polyline(hole, layers_[category], true);
            }
            if (!areas->empty()) words(row, middle_of(areas->front().outer));
        }
    }

    static MapPoint middle_of(const Ring& ring) {
        MapPoint sum{0, 0};
        for (const MapPoint& p : ring) sum = {sum.x + p.x, sum.y + p.y};
        const auto all = static_cast<double>(std::max<std::size_t>(1, ring.size()));
        return {sum.x / all, sum.y / all};
    }

    const FeatureTable& table_;
    const LayerDrawing& drawing_;
    std::string prefix_, out_;
    std::vector<std::string> layers_, tags_;
    std::map<std::pair<double, double>, int> names_at_;
    bool is_attributed_ = false;
};

}  // namespace

std::string dxf_text(const FeatureTable& table, const LayerDrawing& drawing, const Work& work) {
    return DxfWriting(table, drawing).text(work);
}

}  // namespace baken
