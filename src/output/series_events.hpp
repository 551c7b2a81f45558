#pragma once
/// The numbers behind the charts of accidents and complaints, as values; the pages and the desktop draw the same ones.
///
///     const EventChoice here{.hotspot = 3};
///     const AccidentYears years = accident_years(project, here);
///     years.rows.back().of(Outcome::fatal);
///
/// Accidents count as the hotspots count them: on the roads of the managers in the settings. What lies on other roads
/// is counted apart and said. Words about a series are in output/series_words.

#include "base/poisson.hpp"
#include "model/project.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// Whose events: a hotspot's, a municipality's, or (neither) the whole region's; and from which years.
struct EventChoice {
    std::optional<std::size_t> hotspot = {};         ///< index into Project::hotspots; comes before the municipality
    std::optional<std::uint32_t> municipality = {};  ///< index into the region's municipalities
    std::optional<int> first_year = {}, last_year = {};  ///< both included
};

/// The accidents and complaints of a choice, in the region's order. They point into the project, which must outlive
/// them. Complaints without a day stay in when no years are asked for.
[[nodiscard]] std::vector<const Accident*> chosen_accidents(const Project&, const EventChoice&);
[[nodiscard]] std::vector<const Complaint*> chosen_complaints(const Project&, const EventChoice&);

/// The events of a project that was opened without its sources are not there, though its hotspots speak of them.
[[nodiscard]] bool has_events(const Project&);

struct AccidentYears {
    struct Row {
        int year = 0;
        std::array<int, 3> by_outcome{};  ///< index: Outcome
        [[nodiscard]] int of(Outcome outcome) const { return by_outcome[static_cast<std::size_t>(outcome)]; }
        [[nodiscard]] int total() const { return by_outcome[0] + by_outcome[1] + by_outcome[2]; }
    };
    std::vector<Row> rows;    ///< every year from the first to the last of the data or the choice, empty years too
    int total = 0;            ///< of the rows
    int on_other_roads = 0;   ///< left out: on roads of managers that the settings do not name
    bool has_sources = true;  ///< false: the project was opened without its events
};
[[nodiscard]] AccidentYears accident_years(const Project&, const EventChoice&);

struct LightCounts {
    std::array<int, 4> counts{};  ///< index: Light
    int total = 0;
    bool has_sources = true;
    [[nodiscard]] int of(Light light) const { return counts[static_cast<std::size_t>(light)]; }
    [[nodiscard]] int known() const { return total - of(Light::unknown); }
    [[nodiscard]] std::optional<double> dark_share() const;  ///< of those known; nothing when none is
};
[[nodiscard]] LightCounts accident_light(const Project&, const EventChoice&);

struct ComplaintMonths {
    struct Row {
        int year = 0;
        unsigned month = 1;
        std::array<int, theme_count> by_theme{};
        int total = 0;
        int complainants = 0;  ///< distinct, within the month
    };
    std::vector<Row> rows;        ///< every month from the first to the last with a complaint, empty months too
    std::optional<Theme> theme;   ///< nothing: of all themes
    int total = 0;                ///< of the rows
    int complainants = 0;         ///< distinct, over all rows
    int without_complainant = 0;  ///< complaints whose source names nobody; told apart by address, day and category
    int undated = 0;              ///< not in the rows
    bool has_sources = true;
};
[[nodiscard]] ComplaintMonths complaint_months(const Project&, const EventChoice&, std::optional<Theme> = {});

/// Accidents per year of each municipality, with the exact 95 % interval of a Poisson mean (Garwood 1936) around each
/// count.
enum class TrendOf { all, injury };  ///< injury: fatal ones included
struct MunicipalityTrend {
    struct Point {
        int year = 0;
        int count = 0;
        Interval range;
    };
    std::uint32_t municipality = 0;
    std::string name;
    std::vector<Point> points;  ///< the same years for every municipality
};
struct AccidentTrend {
    TrendOf of = TrendOf::all;
    std::vector<MunicipalityTrend> rows;  ///< in the region's order
    bool has_sources = true;
};
[[nodiscard]] AccidentTrend accident_trend(const Project&, TrendOf, const EventChoice& = {});

/// Places in the ranking of a municipality under each set of weights.
struct RankRanges {
    struct Row {
        std::size_t hotspot = 0;  ///< index into Project::hotspots
        std::string id, name;
        int rank = 0, best = 0, worst = 0;
        std::vector<int> ranks;  ///< one per set; empty where the project does not hold them
    };
    std::vector<std::string> sets;  ///< names, the one that explains first
    std::vector<Row> rows;          ///< by rank
};
[[nodiscard]] RankRanges rank_ranges(const Project&, std::uint32_t municipality);

}  // namespace baken
