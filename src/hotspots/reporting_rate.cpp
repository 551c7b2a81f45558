#include "hotspots/reporting_rate.hpp"

#include "geo/core/point_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>

namespace baken {

namespace {

bool tells(const Complaint& complaint) { return complaint.date && complaint.is_complainant_known; }

/// By day; the point and the theme settle what falls on one day, so that the order of rows is nothing.
std::vector<std::uint32_t> in_order_of_time(const Region& region) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < region.complaints.size(); ++i)
        if (tells(region.complaints[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Complaint &x = region.complaints[a], &y = region.complaints[b];
        return std::tie(x.date, x.at, x.theme) < std::tie(y.date, y.at, y.theme);
    });
    return order;
}

double days_between(Date from, Date to) { return static_cast<double>((to - from).count()); }

struct Rate {
    double again = 0, days = 0;
    void add(const ReportedProblem& problem) {
        again += problem.again;
        days += problem.days;
    }
};

std::string why_not(std::size_t problems, double again, const ReportingOptions& options, Language language) {
    return fmt::format(
        fmt::runtime(
            says(language,
                 "de meldingen zijn niet gecorrigeerd voor meldgedrag: daarvoor zijn minstens {} problemen met "
                 "datum en melder en {} herhaalde meldingen door anderen nodig, en er zijn er {} en {}",
                 "complaints are not corrected for how people report: that takes at least {} problems with "
                 "date and complainant and {} reports of them by others, and there are {} and {}")),
        options.least_problems, options.least_again, problems, again);
}

}  // namespace

std::vector<ReportedProblem> reported_problems(const Region& region, const ReportingOptions& options) {
    const std::vector<std::uint32_t> order = in_order_of_time(region);
    if (order.empty()) return {};
    const Date last = *region.complaints[order.back()].date;
    std::vector<MapPoint> points;
    for (const std::uint32_t i : order) points.push_back(region.complaints[i].at);
    const PointIndex index(points, options.same_place);

    constexpr std::size_t nobody = static_cast<std::size_t>(-1);
    std::vector<std::size_t> begun(order.size(), nobody);  // the problem that a complaint is the first of
    std::vector<ReportedProblem> problems;
    std::vector<std::set<std::string>> people;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Complaint& complaint = region.complaints[order[k]];
        std::size_t same = nobody;
        for (const std::size_t j : index.within(points[k], options.same_place)) {
            if (j >= k || begun[j] == nobody) continue;
            const Complaint& first = region.complaints[order[j]];
            const bool is_open = days_between(*first.date, *complaint.date) <= options.watched.value;
            if (is_open && first.theme == complaint.theme) same = std::min(same, begun[j]);
        }
        if (same == nobody) {
            begun[k] = problems.size();
            const double days = std::min<double>(options.watched.value, days_between(*complaint.date, last));
            problems.push_back({order[k], 0, days});
            people.push_back({complaint.complainant});
        } else if (people[same].insert(complaint.complainant).second) {
            ++problems[same].again;
        }
    }
    return problems;
}

ReportingCorrection reporting_correction(const Region& region, const HotspotSettings& settings, Language language,
                                         const ReportingOptions& options) {
    ReportingCorrection correction;
    if (!settings.complaint_correction || region.complaints.empty()) return correction;
    const std::vector<ReportedProblem> problems = reported_problems(region, options);
    Rate whole;
    std::vector<MapPoint> places;
    for (const ReportedProblem& problem : problems) {
        whole.add(problem);
        places.push_back(region.complaints[problem.first].at);
    }
    if (problems.size() < static_cast<std::size_t>(options.least_problems) || whole.again < options.least_again ||
        !(whole.days > 0)) {
        correction.note = why_not(problems.size(), whole.again, options, language);
        return correction;
    }
    const double usual = whole.again / whole.days;
    const PointIndex index(places, options.around);
    for (const Complaint& complaint : region.complaints) {
        Rate here;
        for (const std::size_t i : index.within(complaint.at, options.around)) here.add(problems[i]);
        const double rate = (here.again + options.borrowed) / (here.days + options.borrowed / usual);
        const double told = -std::expm1(-rate * options.watched.value);  // chance to be told of in that time
        correction.weights.push_back(std::min(options.cap, 1 / told));
    }
    const double mean = std::accumulate(correction.weights.begin(), correction.weights.end(), 0.0) /
                        static_cast<double>(correction.weights.size());
    for (double& weight : correction.weights) weight /= mean;
    return correction;
}

}  // namespace baken
