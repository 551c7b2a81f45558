#include "output/series_events.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace baken {

namespace {

bool is_within(int year, const EventChoice& choice) {
    return (!choice.first_year || year >= *choice.first_year) && (!choice.last_year || year <= *choice.last_year);
}

bool is_on_roads_of(const Accident& accident, const HotspotSettings& settings) {
    const auto& ours = settings.road_managers;
    return !accident.road_manager || std::find(ours.begin(), ours.end(), *accident.road_manager) != ours.end();
}

bool is_here(std::uint32_t municipality, const EventChoice& choice) {
    return !choice.municipality || *choice.municipality == municipality;
}

/// The years that rows are made for: those asked for, else those of the analysis (a hotspot) or of the data.
struct Span {
    int first = std::numeric_limits<int>::max(), last = std::numeric_limits<int>::min();
    void take(int year) {
        first = std::min(first, year);
        last = std::max(last, year);
    }
    [[nodiscard]] bool empty() const { return last < first; }
};

Span years_of(const Project& project, const EventChoice& choice) {
    Span span;
    if (choice.hotspot && !project.years.empty()) {
        for (const int year : project.years)
            if (is_within(year, choice)) span.take(year);
        return span;
    }
    for (const Accident& accident : project.region->accidents)
        if (is_within(accident.year, choice)) span.take(accident.year);
    return span;
}

}  // namespace

bool has_events(const Project& project) {
    return !project.region->accidents.empty() || !project.region->complaints.empty() || project.hotspots.empty();
}

std::vector<const Accident*> chosen_accidents(const Project& project, const EventChoice& choice) {
    const auto& all = project.region->accidents;
    std::vector<const Accident*> chosen;
    if (choice.hotspot) {
        if (*choice.hotspot >= project.hotspots.size()) return chosen;
        for (const std::uint32_t row : project.hotspots[*choice.hotspot].accident_rows)
            if (row < all.size() && is_within(all[row].year, choice)) chosen.push_back(&all[row]);
        return chosen;
    }
    for (const Accident& accident : all)
        if (is_here(accident.municipality, choice) && is_within(accident.year, choice) &&
            is_on_roads_of(accident, project.settings.hotspots))
            chosen.push_back(&accident);
    return chosen;
}

std::vector<const Complaint*> chosen_complaints(const Project& project, const EventChoice& choice) {
    const auto& all = project.region->complaints;
    const bool asks_years = choice.first_year || choice.last_year;
    const auto fits = [&](const Complaint& complaint) {
        return complaint.date ? is_within(year_of(*complaint.date), choice) : !asks_years;
    };
    std::vector<const Complaint*> chosen;
    if (choice.hotspot) {
        if (*choice.hotspot >= project.hotspots.size()) return chosen;
        for (const std::uint32_t row : project.hotspots[*choice.hotspot].complaint_rows)
            if (row < all.size() && fits(all[row])) chosen.push_back(&all[row]);
        return chosen;
    }
    for (const Complaint& complaint : all)
        if (is_here(complaint.municipality, choice) && fits(complaint)) chosen.push_back(&complaint);
    return chosen;
}

AccidentYears accident_years(const Project& project, const EventChoice& choice) {
    AccidentYears series;
    series.has_sources = has_events(project);
    const Span span = years_of(project, choice);
    if (span.empty()) return series;
    for (int year = span.first; year <= span.last; ++year) series.rows.push_back({year, {}});
    for (const Accident* accident : chosen_accidents(project, choice)) {
        if (accident->year < span.first || accident->year > span.last) continue;
        auto& row = series.rows[static_cast<std::size_t>(accident->year - span.first)];
        ++row.by_outcome[static_cast<std::size_t>(accident->outcome)];
        ++series.total;
    }
    if (!choice.hotspot)
        for (const Accident& accident : project.region->accidents)
            series.on_other_roads += is_here(accident.municipality, choice) && is_within(accident.year, choice) &&
                                             !is_on_roads_of(accident, project.settings.hotspots)
                                         ? 1
                                         : 0;
    return series;
}

std::optional<double> LightCounts::dark_share() const {
    if (known() == 0) return {};
    return static_cast<double>(of(Light::dark)) / known();
}

LightCounts accident_light(const Project& project, const EventChoice& choice) {
    LightCounts series;
    series.has_sources = has_events(project);
    for (const Accident* accident : chosen_accidents(project, choice)) {
        ++series.counts[static_cast<std::size_t>(accident->light)];
        ++series.total;
    }
    return series;
}

ComplaintMonths complaint_months(const Project& project, const EventChoice& choice, std::optional<Theme> theme) {
    ComplaintMonths series;
    series.theme = theme;
    series.has_sources = has_events(project);
    std::map<int, std::vector<const Complaint*>> by_month;  // months since the year 0
    std::set<std::string> everybody;
    for (const Complaint* complaint : chosen_complaints(project, choice)) {
        if (theme && complaint->theme != *theme) continue;
        if (!complaint->date) {
            ++series.undated;
            continue;
        }
        by_month[year_of(*complaint->date) * 12 + static_cast<int>(month_of(*complaint->date)) - 1].push_back(
            complaint);
        everybody.insert(complaint->complainant);
        series.without_complainant += complaint->is_complainant_known ? 0 : 1;
        ++series.total;
    }
    series.complainants = static_cast<int>(everybody.size());
    if (by_month.empty()) return series;
    for (int month = by_month.begin()->first; month <= by_month.rbegin()->first; ++month) {
        ComplaintMonths::Row row{.year = month / 12, .month = static_cast<unsigned>(month % 12) + 1};
        std::set<std::string> voices;
        if (const auto found = by_month.find(month); found != by_month.end())
            for (const Complaint* complaint : found->second) {
                ++row.by_theme[index_of(complaint->theme)];
                ++row.total;
                voices.insert(complaint->complainant);
            }
        row.complainants = static_cast<int>(voices.size());
        series.rows.push_back(row);
    }
    return series;
}

AccidentTrend accident_trend(const Project& project, TrendOf of, const EventChoice& choice) {
    AccidentTrend trend{.of = of, .rows = {}, .has_sources = has_events(project)};
    const EventChoice everywhere{.first_year = choice.first_year, .last_year = choice.last_year};
    const Span span = years_of(project, everywhere);
    if (span.empty()) return trend;
    const auto& municipalities = project.region->municipalities;
    for (std::uint32_t m = 0; m < municipalities.size(); ++m) {
        MunicipalityTrend row{.municipality = m, .name = municipalities[m].name, .points = {}};
        for (int year = span.first; year <= span.last; ++year) row.points.push_back({.year = year});
        trend.rows.push_back(std::move(row));
    }
    for (const Accident* accident : chosen_accidents(project, everywhere)) {
        if (accident->municipality >= trend.rows.size()) continue;
        if (of == TrendOf::injury && accident->outcome == Outcome::damage_only) continue;
        ++trend.rows[accident->municipality].points[static_cast<std::size_t>(accident->year - span.first)].count;
    }
    std::erase_if(trend.rows, [&](const auto& row) { return !is_here(row.municipality, choice); });
    for (auto& row : trend.rows)
        for (auto& point : row.points) point.range = poisson_interval(point.count);
    return trend;
}

RankRanges rank_ranges(const Project& project, std::uint32_t municipality) {
    RankRanges series;
    for (const WeightSet& set : project.settings.hotspots.weight_sets) series.sets.push_back(set.name);
    for (std::size_t i = 0; i < project.hotspots.size(); ++i) {
        const Hotspot& hotspot = project.hotspots[i];
        if (hotspot.municipality != municipality) continue;
        RankRanges::Row row{.hotspot = i,
                            .id = hotspot.id.text,
                            .name = hotspot.name,
                            .rank = hotspot.rank,
                            .best = hotspot.rank_best,
                            .worst = hotspot.rank_worst,
                            .ranks = {}};
        if (hotspot.ranks.size() == series.sets.size()) row.ranks = hotspot.ranks;
        series.rows.push_back(std::move(row));
    }
    std::sort(series.rows.begin(), series.rows.end(),
              [](const auto& a, const auto& b) { return std::tie(a.rank, a.id) < std::tie(b.rank, b.id); });
    return series;
}

}  // namespace baken
