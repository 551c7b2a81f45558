#pragma once
/// The numbers behind the charts of a plan, as values.
///
///     for (const CrewLoad& crew : crew_loads(project)) crew.weeks[14].load();
///     quota_progress(project).front().quota.planned;

#include "model/project.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace baken {

struct CrewWeek {
    IsoWeek week;
    Date monday;
    int planned = 0, done = 0, cancelled = 0;
    int on_region_day = 0;  ///< planned or done on the day of the 24-hour action, outside the capacity as agreed
    int capacity = 0;       ///< checks a week by the settings; 0 in a week without a day on which the crew works
    [[nodiscard]] int load() const { return planned + done; }  ///< against the capacity
    [[nodiscard]] int all() const { return load() + on_region_day; }
};
struct CrewLoad {
    std::size_t crew = 0;  ///< index into the crews
    std::string name;
    std::vector<CrewWeek> weeks;    ///< every ISO week that touches the planning year, 53 or 54
    [[nodiscard]] int all() const;  ///< checks of the year that are not cancelled
    [[nodiscard]] int capacity() const;
    [[nodiscard]] int overfull() const;  ///< weeks with more than the capacity
};
/// One per crew of the settings; where these name none, the one that the planner then takes.
[[nodiscard]] std::vector<CrewLoad> crew_loads(const Project&);

/// What counts towards an agreed number. A check that was cancelled counts towards nothing.
struct Progress {
    int required = 0;
    int planned = 0;  ///< still to come
    int done = 0;
    int cancelled = 0;
    [[nodiscard]] int counted() const { return planned + done; }
    [[nodiscard]] bool is_met() const { return counted() >= required; }
};
struct MunicipalityProgress {
    std::uint32_t municipality = 0;
    std::string name;
    Progress quota;      ///< targeted, integrated and region-day checks in the planning year
    Progress dark_days;  ///< dark-days checks wholly in the dark, in the season that begins in the planning year
};
[[nodiscard]] std::vector<MunicipalityProgress> quota_progress(const Project&);  ///< in the region's order

/// How much of the checks' minutes is dark, by municipality and month of the planning year; cancelled ones left out.
struct DarkMonths {
    struct Cell {
        int checks = 0;
        int minutes = 0;
        double dark_minutes = 0;
        [[nodiscard]] std::optional<double> share() const;  ///< nothing without a check
    };
    struct Row {
        std::uint32_t municipality = 0;
        std::string name;
        std::array<Cell, 12> months{};
        Cell year;
    };
    std::vector<Row> rows;  ///< in the region's order
    Cell all;
};
[[nodiscard]] DarkMonths dark_months(const Project&);

/// How well the plan can be guessed, with the days among which one who guesses would hesitate.
struct Guessing {
    Predictability figures;
    double days_in_doubt = 0;  ///< 2 to the power of the entropy: as many days, equally likely, leave as much doubt
    [[nodiscard]] bool is_known() const { return figures.plans >= 2; }
};
[[nodiscard]] Guessing guessing(const Project&);

}  // namespace baken
