#include "output/svg.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <cmath>

#include <fmt/format.h>

namespace baken {

namespace {

std::string written(const SvgAttributes& attributes) {
    std::string text;
    for (const auto& [name, value] : attributes) text += fmt::format(" {}=\"{}\"", name, xml_escaped(value));
    return text;
}

}  // namespace

std::string svg_number(double value) {
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

Svg::Svg(double width, double height, std::string_view title, std::string_view description)
    : head_(
          fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
                      "role=\"img\" font-family=\"'Liberation Sans','DejaVu Sans',sans-serif\">\n<title>{2}</title>\n",
                      svg_number(width), svg_number(height), xml_escaped(title))) {
    if (!description.empty()) head_ += fmt::format("<desc>{}</desc>\n", xml_escaped(description));
}

Svg& Svg::shape(std::string_view tag, const SvgAttributes& attributes) {
    text_ += fmt::format("<{}{}/>\n", tag, written(attributes));
    return *this;
}

Svg& Svg::text(double x, double y, std::string_view words, const SvgAttributes& attributes) {
    text_ += fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>\n", svg_number(x), svg_number(y), written(attributes),
                         xml_escaped(words));
    return *this;
}

Svg& Svg::open(const SvgAttributes& attributes, std::string_view tip) {
    text_ += fmt::format("<g{}>", written(attributes));
    if (!tip.empty()) text_ += fmt::format("<title>{}</title>", xml_escaped(tip));
    text_ += '\n';
    ++open_groups_;
    return *this;
}

Svg& Svg::close() {
    if (open_groups_ == 0) throw InternalError("a group of a picture is closed that was not opened");
    --open_groups_;
    text_ += "</g>\n";
    return *this;
}

Svg& Svg::add(const Svg& other) {
    if (other.open_groups_ != 0) throw InternalError("a group of a picture that is added is still open");
    text_ += other.text_;
    return *this;
}

std::string Svg::done() const {
    if (open_groups_ != 0) throw InternalError("a group of a picture is still open");
    return head_ + text_ + "</svg>\n";
}

}  // namespace baken
