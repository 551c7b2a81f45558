#include "evaluation/before_after.hpp"

#include "evaluation/intervals.hpp"
#include "evaluation/power.hpp"
#include "evaluation/trend.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace baken {

namespace {

/// Time after against time before, while there are no accidents of after: as if one year were.
constexpr double one_year = 1;
constexpr double level = 0.05;

struct Counts {
    int before = 0, after = 0;
    int after_at_known = 0;  ///< at locations that the expectation was made for
};

bool is_among(int year, const std::vector<int>& years) { return std::binary_search(years.begin(), years.end(), year); }

bool is_on_our_roads(const Accident& accident, const HotspotSettings& settings) {
    const auto& ours = settings.road_managers;
    return !accident.road_manager || std::find(ours.begin(), ours.end(), *accident.road_manager) != ours.end();
}

bool has_place(const Accident& accident) {
    return accident.link == LinkLevel::exact || accident.link == LinkLevel::junction;
}

/// Which hotspot an accident belongs to, whenever it happened.
class Catchments {
public:
    explicit Catchments(const Project& project)
        : hotspots_(project.hotspots), reach_(project.settings.hotspots.reach.value) {
        const auto& accidents = project.region->accidents;
        in_municipality_.resize(project.region->municipalities.size());
        for (std::size_t h = 0; h < hotspots_.size(); ++h) {
            in_municipality_.at(hotspots_[h].municipality).push_back(h);
            for (const std::uint32_t row : hotspots_[h].accident_rows)
                if (row < accidents.size()) known_.emplace(key_of(accidents[row]), h);
        }
    }
    struct Answer {
        std::optional<std::size_t> hotspot;
        bool is_known = false;  ///< by its location, not by its distance
    };
    [[nodiscard]] Answer of(const Accident& accident) const {
        if (const auto found = known_.find(key_of(accident)); found != known_.end()) return {found->second, true};
        Answer answer;
        double nearest = reach_ * reach_;
        for (const std::size_t h : in_municipality_.at(accident.municipality))
            if (const double away = squared_distance(hotspots_[h].at, accident.at); away <= nearest) {
                if (answer.hotspot && away == nearest) continue;
                nearest = away;
                answer.hotspot = h;
            }
        return answer;
    }

private:
    using Key = std::tuple<std::uint32_t, LocationKey>;
    static Key key_of(const Accident& accident) { return {accident.municipality, accident.location}; }

    const std::vector<Hotspot>& hotspots_;
    double reach_;
    std::vector<std::vector<std::size_t>> in_municipality_;
    std::map<Key, std::size_t> known_;
};

/// Whether the register names the locations of this hotspot, so that the same ones can be counted again later.
bool has_named_locations(const Project& project, const Hotspot& hotspot) {
    const auto& accidents = project.region->accidents;
    return !hotspot.accident_rows.empty() &&
           std::all_of(hotspot.accident_rows.begin(), hotspot.accident_rows.end(), [&](std::uint32_t row) {
               return row < accidents.size() && accidents[row].location.kind != LocationKind::point;
           });
}

struct Expectation {
    double before = 0;
    int seen_after = 0;
    bool is_known = true;
};

/// Both comparisons must say so, and in the same direction. Places that were chosen for their accidents fall by
/// themselves: without an expectation no fall is believed, but a rise is.
bool is_beyond_chance(const BeforeAfter& found) {
    const auto side = [](const std::optional<Ratio>& ratio) {
        if (!ratio || ratio->p_value >= level) return 0;
        return ratio->estimate.value < 1 ? -1 : 1;
    };
    const int rest = side(found.against_rest);
    if (rest == 0) return false;
    return found.against_expected ? side(found.against_expected) == rest : rest > 0;
}

BeforeAfter judged(BeforeAfter found, const Expectation& expectation, const Periods& periods) {
    if (expectation.is_known) found.expected_before = expectation.before;
    const bool has_after = !periods.after.empty();
    if (has_after)
        found.against_rest = odds_ratio({.before = found.before,
                                         .after = found.after,
                                         .rest_before = found.rest_before,
                                         .rest_after = found.rest_after});
    if (has_after && expectation.is_known && expectation.before > 0 && found.rest_before > 0 && found.rest_after > 0) {
        const double growth = static_cast<double>(found.rest_after) / found.rest_before;
        const double expected = expectation.before * growth;
        // The share of the variance that shrinking takes away is not kept: it is taken as large as it can be.
        const double relative = 1 / expectation.before + 1.0 / found.rest_before + 1.0 / found.rest_after;
        found.against_expected = ratio_to_expected(expectation.seen_after, expected, relative * expected * expected);
    }
    const double years_before = std::max<double>(1, static_cast<double>(periods.before.size()));
    const double years_after = has_after ? static_cast<double>(periods.after.size()) : one_year;
    const double level_before = expectation.is_known ? expectation.before : found.before;
    found.smallest_visible = smallest_visible_fall(level_before, years_after / years_before);
    found.is_distinguishable = is_beyond_chance(found);
    return found;
}

}  // namespace

Periods periods_of(const Project& project) {
    Periods periods;
    for (const int year : complete_years(*project.region)) {
        if (year >= project.settings.year)
            periods.after.push_back(year);
        else if (is_among(year, project.years))
            periods.before.push_back(year);
    }
    return periods;
}

std::vector<BeforeAfter> before_after_of(const Project& project, const Periods& periods, const Work& work) {
    std::vector<int> done(project.hotspots.size(), 0);
    for (const Check& check : project.plan.checks)
        if (check.status == CheckStatus::done && check.hotspot < done.size()) ++done[check.hotspot];
    if (std::all_of(done.begin(), done.end(), [](int checks) { return checks == 0; })) return {};

    const Catchments catchments(project);
    std::vector<Counts> counts(project.hotspots.size());
    Counts rest;
    std::size_t row = 0;
    for (const Accident& accident : project.region->accidents) {
        if (++row % 4096 == 0) work.check_stop();
        const bool is_before = is_among(accident.year, periods.before);
        if (!is_before && !is_among(accident.year, periods.after)) continue;
        if (!has_place(accident) || !is_on_our_roads(accident, project.settings.hotspots)) continue;
        const auto [hotspot, is_known] = catchments.of(accident);
        Counts& here = hotspot && done[*hotspot] > 0 ? counts[*hotspot] : rest;
        ++(is_before ? here.before : here.after);
        if (!is_before && is_known) ++here.after_at_known;
    }

    BeforeAfter all;
    Expectation of_all{.is_known = periods.before == project.years};
    std::vector<BeforeAfter> each;
    for (std::size_t h = 0; h < done.size(); ++h) {
        if (done[h] == 0) continue;
        work.check_stop();
        const Hotspot& hotspot = project.hotspots[h];
        const BeforeAfter here{.hotspot = h,
                               .places = 1,
                               .checks = done[h],
                               .before = counts[h].before,
                               .after = counts[h].after,
                               .rest_before = rest.before,
                               .rest_after = rest.after};
        const Expectation expectation{
            .before = hotspot.expected,
            .seen_after = counts[h].after_at_known,
            .is_known = periods.before == project.years && has_named_locations(project, hotspot)};
        each.push_back(judged(here, expectation, periods));
        ++all.places;
        all.checks += here.checks;
        all.before += here.before;
        all.after += here.after;
        of_all.before += expectation.before;
        of_all.seen_after += expectation.seen_after;
        // A place of complaints alone has neither an expectation nor known locations: it adds to neither side.
        if (!hotspot.accident_rows.empty() || hotspot.accidents > 0) of_all.is_known &= expectation.is_known;
    }
    all.rest_before = rest.before;
    all.rest_after = rest.after;
    std::vector<BeforeAfter> found{judged(all, of_all, periods)};
    std::move(each.begin(), each.end(), std::back_inserter(found));
    return found;
}

}  // namespace baken
