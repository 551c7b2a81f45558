#include "output/charts_places.hpp"

#include "base/text.hpp"
#include "output/chart_plot.hpp"
#include "output/series_words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double row_height = 22;

/// Each set of weights has a shape of its own; the disc with a number is the rank that counts.
void mark(Plot& plot, std::size_t set, double x, double y) {
    const SvgAttributes look = painted(Tone::surface, Tone::complainant, 1.5);
    const auto polygon = [&](const std::string& points) {
        SvgAttributes all{{"points", points}};
        all.insert(all.end(), look.begin(), look.end());
        plot.picture().shape("polygon", all);
    };
    constexpr double r = 4.5;
    switch (set % 4) {
        case 1: plot.picture().shape("rect", box(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, look)); break;
        case 2:
            polygon(fmt::format("{},{} {},{} {},{}", svg_number(x), svg_number(y - r), svg_number(x + r),
                                svg_number(y + r - 1), svg_number(x - r), svg_number(y + r - 1)));
            break;
        case 3:
            polygon(fmt::format("{},{} {},{} {},{} {},{}", svg_number(x), svg_number(y - r - 1), svg_number(x + r + 1),
                                svg_number(y), svg_number(x), svg_number(y + r + 1), svg_number(x - r - 1),
                                svg_number(y)));
            break;
        default:
            plot.picture().shape("circle", painted(Tone::surface, Tone::complainant, 1.5,
                                                   {{"cx", svg_number(x)}, {"cy", svg_number(y)}, {"r", "4"}}));
    }
}

void rank_disc(Plot& plot, int rank, double x, double y) {
    plot.picture().shape("circle",
                         painted(Tone::complainant, {{"cx", svg_number(x)}, {"cy", svg_number(y)}, {"r", "8"}}));
    plot.label(x, y + 4, std::to_string(rank), "middle", Tone::on_dark_step, writing::small, true);
}

void key(Plot& plot, const RankRanges& series, Language language) {
    double x = 0;
    const double y = plot.bottom() + 30;
    const auto named = [&](const std::string& name) {
        plot.label(x + 17, y, name, "start", Tone::text, writing::small);
        x += 17 + text_width(name, writing::small) + 18;
    };
    plot.picture().shape(
        "circle", painted(Tone::complainant, {{"cx", svg_number(x + 6)}, {"cy", svg_number(y - 4)}, {"r", "6"}}));
    named(std::string(says(language, "in dit plan", "in this plan")));
    for (std::size_t set = 0; set < series.sets.size(); ++set) {
        mark(plot, set, x + 6, y - 4);
        named(weight_set_name(series.sets[set], language));
    }
}

}  // namespace

std::string weight_set_name(const std::string& set, Language language) {
    if (set == "injury") return std::string(says(language, "alleen letsel", "injury only"));
    return language == Language::nl ? replaced(set, ".", ",") : set;
}

Chart ranks_chart(const RankRanges& series, Language language, const ChartLook& look) {
    Chart chart{
        .title = std::string(says(language, "Plaats in de rangorde bij andere gewichten", "Rank under other weights")),
        .instead = instead_of(series, language)};
    chart.figures.head = {std::string(says(language, "aandachtslocatie", "hotspot")),
                          std::string(says(language, "rang", "rank")), std::string(says(language, "beste", "best")),
                          std::string(says(language, "slechtste", "worst"))};
    for (const auto& set : series.sets) chart.figures.head.push_back(weight_set_name(set, language));
    bool has_sets = false;
    int last = 1;
    for (const auto& row : series.rows) {
        std::vector<std::string> cells{row.name, std::to_string(row.rank), std::to_string(row.best),
                                       std::to_string(row.worst)};
        for (std::size_t i = 0; i < series.sets.size(); ++i)
            cells.push_back(row.ranks.empty() ? "" : std::to_string(row.ranks[i]));
        chart.figures.rows.push_back(std::move(cells));
        has_sets = has_sets || !row.ranks.empty();
        last = std::max({last, row.rank, row.worst});
    }
    if (!chart.instead.empty()) return chart;
    chart.note = note_on(series, language);

    const double names = std::min(200.0, look.width * 0.42);
    Plot plot(look, row_height * static_cast<double>(series.rows.size()), chart,
              {.left = names, .top = 22, .right = 12, .bottom = has_sets ? 38.0 : 6.0});
    const auto x = [&](int rank) {
        return plot.left() + 10 + (plot.width() - 10) * (rank - 1) / std::max(1, last - 1);
    };
    const int every = std::max(1, (last + 9) / 10);
    for (int rank = 1; rank <= last; rank += every) {
        plot.label(x(rank), plot.top() - 7, std::to_string(rank), "middle", Tone::soft, writing::small);
        plot.picture().shape("line", drawn(Tone::line, 1,
                                           {{"x1", svg_number(x(rank))},
                                            {"x2", svg_number(x(rank))},
                                            {"y1", svg_number(plot.top())},
                                            {"y2", svg_number(plot.bottom())}}));
    }
    for (std::size_t i = 0; i < series.rows.size(); ++i) {
        const auto& row = series.rows[i];
        const double y = plot.top() + row_height * (static_cast<double>(i) + 0.5);
        plot.picture().open({}, fmt::format("{}: {} ({}\u2013{})", row.name, row.rank, row.best, row.worst));
        plot.label(0, y + 4, fitted(row.name, names - 8, writing::label), "start", Tone::text);
        plot.picture().shape("line", drawn(Tone::complainant, 1.5,
                                           {{"x1", svg_number(x(row.best))},
                                            {"x2", svg_number(x(row.worst))},
                                            {"y1", svg_number(y)},
                                            {"y2", svg_number(y)}}));
        for (std::size_t set = row.ranks.size(); set-- > 0;) mark(plot, set, x(row.ranks[set]), y);
        rank_disc(plot, row.rank, x(row.rank), y);
        plot.picture().close();
    }
    if (has_sets) key(plot, series, language);
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
