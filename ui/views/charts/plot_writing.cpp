// Where the words and numbers of a plot stand.

#include "ui/views/charts/ink.hpp"
#include "ui/views/charts/plot_view.hpp"

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

/// The least k so that every k-th of these labels leaves room to the next.
std::size_t least_stride(const std::vector<QRectF>& boxes, double room) {
    for (const std::size_t stride : {1U, 2U, 3U, 4U, 5U, 6U, 10U, 12U, 24U}) {
        bool fits = true;
        for (std::size_t i = stride; i < boxes.size(); i += stride)
            fits = fits && boxes[i].left() >= boxes[i - stride].right() + room;
        if (fits) return stride;
    }
    return 24;
}

}  // namespace

void PlotView::write_axis(const QFontMetricsF& metrics) {
    const QColor soft = Look::of(palette()).soft;
    for (double tick = 0; tick <= axis_.top + axis_.step / 2; tick += axis_.step) {
        const QString text = say_.whole(std::llround(tick));
        const double wide = metrics.horizontalAdvance(text);
        writings_.push_back(
            {QRectF(area_.left() - gap_1 - wide, height_of(tick) - metrics.height() / 2, wide, metrics.height()), text,
             soft});
    }
}

void PlotView::write_places(const QFontMetricsF& metrics) {
    const QColor soft = Look::of(palette()).soft;
    double y = area_.bottom() + 3;
    const auto write = [&](const std::vector<QRectF>& boxes, const std::vector<QString>& texts, double room,
                           std::size_t kept) {
        const std::size_t stride = least_stride(boxes, room);
        for (std::size_t i = kept % stride; i < boxes.size(); i += stride)
            if (boxes[i].left() >= -0.5 && boxes[i].right() <= width() + 0.5)
                writings_.push_back({boxes[i], texts[i], soft});
    };
    std::vector<QRectF> boxes;
    std::vector<QString> texts;
    for (std::size_t i = 0; i < data_.places.size(); ++i) {
        if (data_.places[i].isEmpty()) continue;
        const double wide = metrics.horizontalAdvance(data_.places[i]);
        boxes.emplace_back(middle_of(i) - wide / 2, y, wide, metrics.height());
        texts.push_back(data_.places[i]);
    }
    write(boxes, texts, gap_2, static_cast<std::size_t>(std::max(0, data_.first_label)));
    if (!boxes.empty()) y += metrics.height();

    boxes.clear();
    texts.clear();
    for (std::size_t g = 0; g < data_.groups.size(); ++g) {
        const double from = area_.left() + data_.groups[g].first * slot_ + (data_.groups[g].first > 0 ? 2 : 0);
        const double to = g + 1 < data_.groups.size() ? area_.left() + data_.groups[g + 1].first * slot_ : width();
        const double wide = metrics.horizontalAdvance(data_.groups[g].text);
        const double after = g + 2 < data_.groups.size() ? data_.groups[g + 2].first - data_.groups[g + 1].first
                                                         : static_cast<double>(data_.places.size());
        // A scrap at the beginning goes without its word, so that the whole ones keep theirs.
        if (g == 0 && data_.groups.size() > 1 && wide > to - from && 2 * data_.groups[1].first < after) continue;
        boxes.emplace_back(from, y, wide, metrics.height());
        texts.push_back(data_.groups[g].text);
    }
    write(boxes, texts, gap_1, 0);
}

void PlotView::write_numbers(const QFontMetricsF& metrics) {
    const Look look = Look::of(palette());
    std::vector<Writing> totals;
    bool all_fit = true;
    for (std::size_t i = 0; i < data_.places.size(); ++i) {
        double sum = 0, lowest = area_.bottom() - metrics.height() / 2;
        for (const PlotBars& layer : data_.bars) {
            const double low = height_of(sum), high = height_of(sum + layer.values[i]);
            sum += layer.values[i];
            if (layer.values[i] <= 0 || data_.numbers != PlotNumbers::parts || data_.bars.size() < 2) continue;
            const QString text = say_.whole(std::llround(layer.values[i]));
            const double wide = metrics.horizontalAdvance(text);
            double middle = (low + high) / 2;
            if (low - high >= metrics.height() - 2 && wide + 2 <= bar_) {
                writings_.push_back(
                    {QRectF(middle_of(i) - wide / 2, middle - metrics.height() / 2, wide, metrics.height()), text,
                     ink_on(look.*layer.colour, look), true});
            } else if (wide + 4 <= slot_ - bar_) {
                // A layer too thin for its number has it at the bar's right, above that of the layer below.
                middle = std::min(middle, lowest);
                lowest = middle - metrics.height() * 0.85;
                writings_.push_back(
                    {QRectF(middle_of(i) + bar_ / 2 + 2, middle - metrics.height() / 2, wide, metrics.height()), text,
                     look.text, true});
            }
        }
        double reach = sum;
        if (data_.bars.empty())
            for (const PlotLine& line : data_.lines) sum = reach = std::max(reach, line.values[i].value_or(0));
        if (!data_.ranges.empty()) reach = std::max(reach, data_.ranges[i].high);
        const QString text = say_.whole(std::llround(sum));
        const double wide = metrics.horizontalAdvance(text);
        all_fit = all_fit && wide + 2 <= slot_;
        totals.push_back({QRectF(middle_of(i) - wide / 2, height_of(reach) - metrics.height(), wide, metrics.height()),
                          text, look.text, true});
    }
    if (all_fit) writings_.insert(writings_.end(), totals.begin(), totals.end());
}

void PlotView::write_names(const QFontMetricsF& metrics) {
    const Look look = Look::of(palette());
    struct Name {
        double at;
        QString text;
        QColor colour;
        bool is_line;
    };
    std::vector<Name> names;
    const std::size_t last = data_.places.size() - 1;
    double sum = 0;
    for (const PlotBars& layer : data_.bars) {
        if (layer.name.isEmpty()) continue;
        names.push_back({height_of(sum + layer.values[last] / 2), layer.name, look.*layer.colour, false});
        sum += layer.values[last];
    }
    for (const PlotLine& line : data_.lines)
        if (!line.name.isEmpty())
            names.push_back({height_of(line.values[last].value_or(0)), line.name, look.*line.colour, true});
    if (!data_.limits.empty() && !data_.limit_name.isEmpty())
        names.push_back({height_of(data_.limits[last]), data_.limit_name, look.text, true});
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.at > b.at; });
    // Upward from the axis, each at least a line above the one below; then down again where the top is passed.
    double floor = area_.bottom() - metrics.height() / 2 + 2;
    for (Name& name : names) {
        name.at = std::min(name.at, floor);
        floor = name.at - metrics.height();
    }
    double ceiling = metrics.height() / 2;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->at = std::max(name->at, ceiling);
        ceiling = name->at + metrics.height();
    }
    const double mark = std::round(metrics.height() / 2);
    for (const Name& name : names) {
        const double x = area_.right() + gap_2;
        swatches_.push_back({QRectF(x, std::round(name.at - mark / 2), mark, mark), name.colour, name.is_line});
        writings_.push_back({QRectF(x + mark + gap_1, name.at - metrics.height() / 2,
                                    metrics.horizontalAdvance(name.text), metrics.height()),
                             name.text, look.text});
    }
}

void PlotView::write_key(const QFontMetricsF& metrics) {
    const Look look = Look::of(palette());
    const double mark = std::round(metrics.height() / 2);
    double x = 0, y = 0;
    const auto write = [&](const QString& text, const QColor& colour, bool is_line) {
        if (text.isEmpty()) return;
        const double wide = mark + gap_1 + metrics.horizontalAdvance(text);
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += metrics.height();
        }
        swatches_.push_back({QRectF(x, y + std::round((metrics.height() - mark) / 2), mark, mark), colour, is_line});
        writings_.push_back({QRectF(x + mark + gap_1, y, wide - mark - gap_1, metrics.height()), text, look.text});
        x += wide + gap_3;
    };
    for (const PlotBars& layer : data_.bars) write(layer.name, look.*layer.colour, false);
    for (const PlotLine& line : data_.lines) write(line.name, look.*line.colour, true);
    if (!data_.limits.empty()) write(data_.limit_name, look.text, true);
    key_height_ = y + metrics.height() + gap_1;
}

}  // namespace baken
