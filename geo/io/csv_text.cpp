#include "geo/io/csv_text.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "geo/io/to_ogr.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_geometry.h>

namespace baken {

namespace {

struct FreeText {
    void operator()(char* text) const { CPLFree(text); }
};

std::string wkt_of(const Shape& shape) {
    const auto geometry = to_ogr(shape);
    if (!geometry) return "";
    char* raw = nullptr;
    if (geometry->exportToWkt(&raw, wkbVariantIso) != OGRERR_NONE) return "";
    const std::unique_ptr<char, FreeText> text(raw);
    return text ? text.get() : "";
}

/// How one reader wants it.
struct Dialect {
    char separator = ',';
    bool is_dutch = false;

    [[nodiscard]] std::string number(double value) const {
        std::string text = text_of(Value(value));
        if (is_dutch) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }
    [[nodiscard]] std::string text(const Value& value) const {
        if (const auto* real = std::get_if<double>(&value)) return number(*real);
        if (!is_dutch) return text_of(value);
        if (const auto* day = std::get_if<Date>(&value))
            return fmt::format("{:02}-{:02}-{}", day_of_month(*day), month_of(*day), year_of(*day));
        if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "ja" : "nee";
        if (const auto* words = std::get_if<std::string>(&value)) return harmless(*words);
        return text_of(value);
    }
    [[nodiscard]] std::string heading(const Field& field) const {
        return is_dutch ? harmless(field.alias.empty() ? field.name : field.alias) : field.name;
    }
};

class Writing {
public:
    Writing(const FeatureTable& table, Dialect dialect)
        : table_(table),
          dialect_(dialect),
          has_point_(table.shape_type == ShapeType::point && !table.has_field("x") && !table.has_field("y")),
          has_wkt_(table.shape_type == ShapeType::line || table.shape_type == ShapeType::area) {}

    std::string text(const Work& work) {
        if (dialect_.is_dutch) text_ = "\xEF\xBB\xBF";
        for (const Field& field : table_.fields) add(dialect_.heading(field));
        if (has_point_) {
            add("x");
            add("y");
        }
        if (has_wkt_) add("wkt");
        end_row();
        for (std::size_t row = 0; row < table_.rows.size(); ++row) {
            if (row % 1024 == 0) {
                work.check_stop();
                work.progress("writing " + table_.name,
                              static_cast<double>(row) / static_cast<double>(table_.rows.size()));
            }
            add_row(table_.rows[row]);
        }
        return std::move(text_);
    }

private:
    void add_row(const Feature& row) {
        for (const Value& value : row.values) add(dialect_.text(value));
        if (has_point_) {
            const auto* point = std::get_if<MapPoint>(&row.shape);
            add(point == nullptr ? "" : dialect_.number(point->x));
            add(point == nullptr ? "" : dialect_.number(point->y));
        }
        if (has_wkt_) add(wkt_of(row.shape));
        end_row();
    }
    void add(const std::string& field) {
        if (!is_first_) text_ += dialect_.separator;
        is_first_ = false;
        text_ += csv_field(field, dialect_.separator);
    }
    void end_row() {
        text_ += "\r\n";
        is_first_ = true;
    }

    const FeatureTable& table_;
    Dialect dialect_;
    bool has_point_, has_wkt_, is_first_ = true;
    std::string text_;
};

}  // namespace

std::string harmless(const std::string& text) {
    // NUL ends a text for some readers and is passed over by others.
    std::string_view rest = text;
    while (!rest.empty() && static_cast<unsigned char>(rest.front()) <= ' ') rest.remove_prefix(1);
    const bool begins_with_control = !text.empty() && static_cast<unsigned char>(text.front()) < ' ';
    static constexpr std::array<std::string_view, 11> starts{
        "=",    "+",      "-",      "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0",
        "of:=", "oooc:=", "msoxl:="};
    std::string lower(rest.substr(0, 8));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_formula =
        std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return lower.starts_with(start); });
    return begins_with_control || is_formula ? "'" + text : text;
}

std::string csv_text(const FeatureTable& table, const Work& work) { return Writing(table, {}).text(work); }
std::string dutch_csv_text(const FeatureTable& table, const Work& work) {
    return Writing(table, {.separator = ';', .is_dutch = true}).text(work);
}

}  // namespace baken
