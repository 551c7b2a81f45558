#include "geo/io/map_look.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace baken {

namespace {

/// A regular polygon, the first corner at the top; a star where every second corner lies further in.
std::vector<MapPoint> around(int corners, double inner = 1) {
    std::vector<MapPoint> all;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, reach = i % 2 == 0 ? 1 : inner;
        all.push_back({reach * std::sin(angle), reach * std::cos(angle)});
    }
    return all;
}

const LookCategory* class_of(const std::vector<LookCategory>& classes, const Value& value) {
    const auto* number = std::get_if<double>(&value);
    const auto found = std::find_if(classes.begin(), classes.end(), [&](const LookCategory& one) {
        return number != nullptr && one.range && one.range->holds(*number);
    });
    return found == classes.end() ? nullptr : &*found;
}

}  // namespace

const LookCategory* LayerDrawing::category_of(const FeatureTable& table, std::size_t row) const {
    if (!categories.empty() && categories.front().range && table.has_field(field))
        return class_of(categories, table.rows.at(row).values[table.field(field)]);
    const std::string value =
        field.empty() || !table.has_field(field) ? "" : text_of(table.rows.at(row).values[table.field(field)]);
    const auto with = [&](const std::string& wanted) {
        const auto found = std::find_if(categories.begin(), categories.end(),
                                        [&](const LookCategory& one) { return one.value == wanted; });
        return found == categories.end() ? nullptr : &*found;
    };
    const LookCategory* own = with(value);
    return own == nullptr ? with("") : own;
}

std::string LayerDrawing::name_of(std::size_t row) const {
    return row < names.size() ? names[row] : std::to_string(row + 1);
}

std::string LayerDrawing::said(const Field& of, const Value& value) const {
    const std::string text = text_of(value);
    const auto found = words.find(of.name);
    if (found != words.end())
        for (const auto& [code, word] : found->second)
            if (code == text) return word;
    return text;
}

std::vector<MapPoint> mark_corners(const std::string& shape) {
    constexpr double golden = 0.381966;  // the inner corners of a pentagram
    if (shape == "circle") return {};
    if (shape == "diamond") return {{0, 1}, {1, 0}, {0, -1}, {-1, 0}};
    if (shape == "triangle") return {{0, 1}, {1, -1}, {-1, -1}};
    if (shape == "pentagon") return around(5);
    if (shape == "hexagon") return around(6);
    if (shape == "star") return around(10, golden);
    return {{-1, 1}, {1, 1}, {1, -1}, {-1, -1}};
}

}  // namespace baken
