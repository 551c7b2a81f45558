#include "output/charts_calendar.hpp"

#include "output/chart_plot.hpp"
#include "output/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr double tile = 20, lane = 24, band = 15, pad = 5;
constexpr std::array kinds{CheckKind::targeted, CheckKind::integrated, CheckKind::region_day, CheckKind::dark_days};

/// Days of the year laid out from left to right.
class YearAxis {
public:
    YearAxis(int year, double left, double right) : first_(make_date(year, 1, 1)), left_(left) {
        const auto days = (make_date(year, 12, 31) - first_).count() + 1;
        per_day_ = (right - left) / static_cast<double>(days);
        right_ = right;
    }
    [[nodiscard]] double at(Date day) const {
        return std::clamp(left_ + per_day_ * static_cast<double>((day - first_).count()), left_, right_);
    }
    [[nodiscard]] double middle(Date day) const { return at(day) + per_day_ / 2; }

private:
    Date first_;
    double left_ = 0, right_ = 0, per_day_ = 1;
};

struct Placed {
    const Check* check;
    double x;
    std::size_t lane;
};

/// Tiles that would cover each other stand under each other.
std::vector<Placed> placed(const Project& project, std::uint32_t municipality, const YearAxis& axis, double right) {
    std::vector<Placed> tiles;
    std::vector<double> ends;
    for (const Check& check : project.plan.checks) {
        if (check.municipality != municipality || year_of(check.date) != project.settings.year) continue;
        const double x = std::min(axis.middle(check.date) - tile / 2, right - tile);
        std::size_t at = 0;
        while (at < ends.size() && ends[at] > x) ++at;
        if (at == ends.size()) ends.push_back(0);
        ends[at] = x + tile + 2;
        tiles.push_back({&check, x, at});
    }
    return tiles;
}

/// The kind by its shape, its outline and its colour; a cancelled one crossed out.
void draw_tile(Plot& plot, CheckKind kind, double x, double y, std::string_view day) {
    switch (kind) {
        case CheckKind::targeted:
            plot.picture().shape("rect", box(x, y, tile, tile, painted(Tone::surface, Tone::check, 2, {{"rx", "3"}})));
            break;
        case CheckKind::integrated:
            plot.picture().shape("rect", box(x, y, tile, tile, painted(Tone::check, Tone::check, 2, {{"rx", "3"}})));
            break;
        case CheckKind::region_day:
            plot.picture().shape("circle", painted(Tone::surface, Tone::text, 2,
                                                   {{"cx", svg_number(x + tile / 2)},
                                                    {"cy", svg_number(y + tile / 2)},
                                                    {"r", svg_number(tile / 2)}}));
            break;
        case CheckKind::dark_days:
            plot.picture().shape("rect", box(x, y, tile, tile, painted(Tone::dark, Tone::dark, 2, {{"rx", "10"}})));
            break;
    }
    const Tone words = kind == CheckKind::integrated  ? Tone::on_mark
                       : kind == CheckKind::dark_days ? Tone::on_dark_step
                                                      : Tone::text;
    plot.label(x + tile / 2, y + tile / 2 + 4, day, "middle", words, writing::small, true);
}

std::string tip_of(const Project& project, const Check& check) {
    const Language language = project.settings.language;
    return fmt::format("{} {}, {}, {}", day_text(check.date, language), window_text(check),
                       project.hotspots.at(check.hotspot).name, name_of(check.theme, language));
}

void season(Plot& plot, const Project& project, const YearAxis& axis) {
    const DarkDaysRule& rule = project.settings.rules.dark_days;
    const int year = project.settings.year;
    const Date from = make_date(year, rule.from.month, rule.from.day);
    const Date after = make_date(year, rule.to.month, rule.to.day) + std::chrono::days{1};
    const auto shade = [&](double x1, double x2) {
        if (x2 > x1) plot.picture().shape("rect", box(x1, plot.top(), x2 - x1, plot.height(), painted(Tone::raised)));
    };
    if (rule.to < rule.from) {
        shade(plot.left(), axis.at(after));
        shade(axis.at(from), plot.right());
    } else {
        shade(axis.at(from), axis.at(after));
    }
}

/// Campaigns of the year, in as few rows as they fit; each lane ends where its last band and name do.
struct Band {
    const Campaign* campaign;
    double from, to;
    std::size_t lane;
    std::string name;
};
std::vector<Band> bands_of(const Project& project, const YearAxis& axis, double right) {
    std::vector<Band> bands;
    std::vector<double> ends;
    for (const Campaign& campaign : project.campaigns) {
        const Date first = make_date(project.settings.year, 1, 1), last = make_date(project.settings.year, 12, 31);
        if (!campaign.is_confirmed || campaign.to < first || campaign.from > last) continue;
        const double from = axis.at(campaign.from), to = axis.at(campaign.to + std::chrono::days{1});
        const std::string name = fitted(campaign.name, right - from - 6, writing::small - 1);
        std::size_t at = 0;
        while (at < ends.size() && ends[at] > from) ++at;
        if (at == ends.size()) ends.push_back(0);
        ends[at] = std::max(to, from + text_width(name, writing::small - 1) + 6) + 4;
        bands.push_back({&campaign, from, to, at, name});
    }
    return bands;
}

void months(Plot& plot, const YearAxis& axis, int year, Language language) {
    for (unsigned month = 1; month <= 12; ++month) {
        const double x = axis.at(make_date(year, month, 1));
        const double next = month == 12 ? plot.right() : axis.at(make_date(year, month + 1, 1));
        plot.label((x + next) / 2, plot.top() - 8, short_month(month, language), "middle");
        plot.picture().shape("line", drawn(Tone::line, 1,
                                           {{"x1", svg_number(x)},
                                            {"x2", svg_number(x)},
                                            {"y1", svg_number(plot.top() - 18)},
                                            {"y2", svg_number(plot.bottom())}}));
    }
}

void key(Plot& plot, Language language) {
    double x = plot.left();
    const double y = plot.bottom() + 12;
    for (const CheckKind kind : kinds) {
        draw_tile(plot, kind, x, y, {});
        const auto words = name_of(kind, language);
        plot.label(x + tile + 6, y + 14, words, "start", Tone::text);
        x += tile + 6 + text_width(words, writing::label) + 18;
    }
    plot.picture().shape("rect", box(x, y, tile, tile, painted(Tone::raised, Tone::line, 1)));
    plot.label(x + tile + 6, y + 14, says(language, "donkere seizoen", "dark season"), "start", Tone::text);
}

}  // namespace

Chart calendar_chart(const Project& project, const ChartLook& look) {
    const Language language = project.settings.language;
    const int year = project.settings.year;
    Chart chart{
        .title = fmt::format(fmt::runtime(says(language, "Het jaar {}: controles per gemeente (dag van de maand)",
                                               "The year {}: checks per municipality (day of the month)")),
                             year),
        .is_wide = true};
    if (project.plan.checks.empty())
        chart.instead = says(language, "Er zijn nog geen controles gepland.", "No checks are planned yet.");
    const auto& municipalities = project.region->municipalities;
    chart.figures.head = {std::string(says(language, "gemeente", "municipality")),
                          std::string(says(language, "controles", "checks"))};
    double longest = 60;
    for (std::uint32_t m = 0; m < municipalities.size(); ++m) {
        std::string days;
        for (const Check& check : project.plan.checks)
            if (check.municipality == m && check.status != CheckStatus::cancelled)
                days += (days.empty() ? "" : ", ") + short_day_text(check.date, language);
        chart.figures.rows.push_back({municipalities[m].name, days});
        longest = std::max(longest, text_width(municipalities[m].name, writing::label));
    }
    if (!chart.instead.empty()) return chart;

    chart.note =
        says(language, "Van de campagnes staan de bevestigde erin.", "Of the campaigns the confirmed ones are shown.");
    const double names = std::min(longest + 14, look.width * 0.2);
    const YearAxis axis(year, names, look.width - 2);
    std::vector<std::vector<Placed>> rows;
    std::vector<double> heights;
    double height = 0;
    const std::vector<Band> bands = bands_of(project, axis, look.width - 2);
    std::size_t band_rows = 0;
    for (const Band& each : bands) band_rows = std::max(band_rows, each.lane + 1);
    const double above = band_rows > 0 ? band * static_cast<double>(band_rows) + 8 : 0;
    for (std::uint32_t m = 0; m < municipalities.size(); ++m) {
        rows.push_back(placed(project, m, axis, look.width - 2));
        std::size_t lanes = 1;
        for (const Placed& each : rows.back()) lanes = std::max(lanes, each.lane + 1);
        heights.push_back(lane * static_cast<double>(lanes) + 2 * pad);
        height += heights.back();
    }
    Plot plot(look, above + height, chart, {.left = names, .top = 24, .right = 2, .bottom = 40});
    season(plot, project, axis);
    months(plot, axis, year, language);
    for (const Band& each : bands) {
        const double y = plot.top() + 4 + band * static_cast<double>(each.lane);
        plot.bar(each.from, y, std::max(2.0, each.to - each.from), band - 2, painted(Tone::step1),
                 fmt::format("{}: {} \u2013 {}", each.campaign->name, day_text(each.campaign->from, language),
                             day_text(each.campaign->to, language)));
        plot.label(each.from + 3, y + 10, each.name, "start", Tone::on_light_step, writing::small - 1);
    }
    if (band_rows > 0) plot.label(0, plot.top() + 15, says(language, "campagnes", "campaigns"), "start", Tone::soft);
    double y = plot.top() + above;
    for (std::size_t m = 0; m < rows.size(); ++m) {
        plot.picture().shape(
            "line",
            drawn(Tone::line, 1,
                  {{"x1", "0"}, {"x2", svg_number(plot.right())}, {"y1", svg_number(y)}, {"y2", svg_number(y)}}));
        plot.label(0, y + pad + 14, fitted(municipalities[m].name, names - 6, writing::label), "start", Tone::text);
        for (const Placed& each : rows[m]) {
            const double top = y + pad + 1 + lane * static_cast<double>(each.lane);
            plot.picture().open({}, tip_of(project, *each.check));
            draw_tile(plot, each.check->kind, each.x, top, std::to_string(day_of_month(each.check->date)));
            if (each.check->status == CheckStatus::cancelled)
                plot.picture().shape("line", drawn(Tone::bad, 2,
                                                   {{"x1", svg_number(each.x)},
                                                    {"x2", svg_number(each.x + tile)},
                                                    {"y1", svg_number(top + tile)},
                                                    {"y2", svg_number(top)}}));
            plot.picture().close();
        }
        y += heights[m];
    }
    key(plot, language);
    chart.svg = plot.done();
    return chart;
}

}  // namespace baken
