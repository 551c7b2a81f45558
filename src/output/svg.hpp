#pragma once
/// A vector picture as text, for charts and maps in pages. Texts and attributes are escaped here.
///
///     Svg picture(320, 180, "Ongevallen per jaar");
///     picture.shape("rect", {{"x", svg_number(8)}, {"y", "0"}, {"width", "20"}, {"height", "90"}, {"fill",
///     "#0072b2"}}); picture.text(18, 100, "2024", {{"text-anchor", "middle"}}); page += picture.done();
///
/// Colours stand in attributes, so that programs without style sheets draw them too; a `class` beside them lets a page
/// choose others for the dark.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace baken {

using SvgAttributes = std::vector<std::pair<std::string_view, std::string>>;

/// At most two decimals, without zeros at the end: "12.5", "0", "-3".
[[nodiscard]] std::string svg_number(double);

class Svg {
public:
    /// Size in the picture's own units, which a page scales. The title is what a screen reader says.
    Svg(double width, double height, std::string_view title, std::string_view description = {});

    Svg& shape(std::string_view tag, const SvgAttributes&);
    Svg& text(double x, double y, std::string_view words, const SvgAttributes& = {});
    /// Everything until the matching close() is part of the group; `tip` is shown where the pointer rests on it.
    Svg& open(const SvgAttributes&, std::string_view tip = {});
    Svg& close();
    /// All that was drawn on another picture, in front. Its groups must be closed.
    Svg& add(const Svg&);

    [[nodiscard]] std::string done() const;  ///< <svg ...> to </svg>, in one piece that stands in HTML and in a file

private:
    std::string head_, text_;
    int open_groups_ = 0;
};

}  // namespace baken
