#include "hotspots/reporting_rate.hpp"

#include "base/random.hpp"
#include "hotspots/find.hpp"
#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <cmath>

using namespace baken;
using namespace baken::test;

namespace {

const Date begin = make_date(2026, 1, 1);

Complaint& complain_on(SmallRegion& small, int day, MapPoint at, const std::string& who, Theme theme = Theme::speed) {
    Complaint& complaint = small.complain(at, who);
    complaint.date = begin + std::chrono::days(day);
    complaint.theme = theme;
    return complaint;
}

HotspotSettings asked() {
    HotspotSettings settings;
    settings.complaint_correction = true;
    return settings;
}

/// Problems on a grid of 250 m that all begin on the first day and are told of at the given rate until day 180, each
/// time by somebody else. How many were told of at all.
int tell(SmallRegion& small, Rng& rng, double west, double per_day, int problems) {
    int told = 0;
    for (int i = 0; i < problems; ++i) {
        const MapPoint at{west + 250 * (i % 20), 1000 + 250.0 * (i / 20)};
        bool is_told = false;
        for (double day = -std::log1p(-rng.uniform()) / per_day; day < 180;
             day += -std::log1p(-rng.uniform()) / per_day) {
            complain_on(small, static_cast<int>(day), at, "p" + std::to_string(small.region.complaints.size()));
            is_told = true;
        }
        told += is_told ? 1 : 0;
    }
    return told;
}

}  // namespace

TEST_CASE("a problem is told of again by others near it, on its theme and in its time, each of them once") {
    SmallRegion small;
    complain_on(small, 0, {0, 0}, "a");
    complain_on(small, 3, {100, 0}, "b");
    complain_on(small, 4, {0, 0}, "b");
    complain_on(small, 5, {0, 0}, "a");
    complain_on(small, 6, {0, 0}, "c", Theme::lighting);
    complain_on(small, 7, {101, 0}, "d");
    complain_on(small, 180, {0, 0}, "e");
    complain_on(small, 181, {0, 0}, "f");
    complain_on(small, 200, {0, 0}, "g").date.reset();
    complain_on(small, 200, {0, 0}, "h").is_complainant_known = false;
    const auto problems = reported_problems(small.region, {});
    REQUIRE(problems.size() == 4);
    CHECK(problems[0].again == 2);  // b and e; d and g are of nothing that is open to them
    CHECK(problems[0].days == 180);
    CHECK(problems[1].again == 0);
    CHECK(small.region.complaints[problems[1].first].complainant == "c");
    CHECK(problems[1].days == 175);
    CHECK(small.region.complaints[problems[2].first].complainant == "d");
    CHECK(small.region.complaints[problems[3].first].complainant == "f");
    CHECK(problems[3].days == 0);
}

TEST_CASE("what is told of less for its people's sake counts up to what is there") {
    SmallRegion small;
    Rng rng(11);
    const double often = 1.0 / 60, seldom = 1.0 / 240;
    const int told_often = tell(small, rng, 0, often, 400), told_seldom = tell(small, rng, 50'000, seldom, 400);
    // The truth: as many problems on both sides, of which these shares are told of.
    CHECK(told_often / 400.0 == Approx(1 - std::exp(-180 * often)).margin(0.03));
    CHECK(told_seldom / 400.0 == Approx(1 - std::exp(-180 * seldom)).margin(0.06));
    const ReportingCorrection correction = reporting_correction(small.region, asked(), Language::en);
    REQUIRE(correction.weights.size() == small.region.complaints.size());
    CHECK(correction.note.empty());
    double problems_often = 0, problems_seldom = 0, sum = 0;
    for (const ReportedProblem& problem : reported_problems(small.region, {})) {
        const bool is_west = small.region.complaints[problem.first].at.x < 25'000;
        (is_west ? problems_often : problems_seldom) += correction.weights[problem.first];
    }
    for (const double weight : correction.weights) sum += weight;
    CHECK(told_seldom < 0.65 * told_often);
    CHECK(problems_seldom / problems_often == Approx(1).margin(0.15));
    CHECK(sum == Approx(static_cast<double>(small.region.complaints.size())));  // it moves weight and makes none
    const auto [least, most] = std::minmax_element(correction.weights.begin(), correction.weights.end());
    CHECK(*most / *least <= 3);
}

TEST_CASE("no complaint weighs more than three times another, however silent its people are") {
    SmallRegion small;
    Rng rng(5);
    (void)tell(small, rng, 0, 1.0 / 5, 100);
    for (int i = 0; i < 400; ++i)
        complain_on(small, 0, {50'000 + 120.0 * (i % 20), 1000 + 120.0 * (i / 20)}, "q" + std::to_string(i));
    const auto weights = reporting_correction(small.region, asked(), Language::en).weights;
    const auto [least, most] = std::minmax_element(weights.begin(), weights.end());
    CHECK(*most / *least == Approx(3).epsilon(0.01));
}

TEST_CASE("the correction is not made unasked, and says why where the data do not carry it") {
    SmallRegion small;
    small.add_many(3, "a", {0, 0});
    for (int i = 0; i < 60; ++i) complain_on(small, i, {300.0 * i, 0}, "p" + std::to_string(i));
    CHECK(reporting_correction(small.region, {}, Language::en).weights.empty());
    CHECK(reporting_correction(small.region, {}, Language::en).note.empty());
    const ReportingCorrection none = reporting_correction(small.region, asked(), Language::en);
    CHECK(none.weights.empty());
    CHECK(none.note.find("and there are 60 and 0") != std::string::npos);
    const HotspotResult result = find_hotspots(small.region, {.settings = asked(), .plan_year = 2027}, {});
    REQUIRE(result.notes.size() == 1);
    CHECK(result.notes[0].find("niet gecorrigeerd") != std::string::npos);
    CHECK(find_hotspots(small.region, {.plan_year = 2027}, {}).notes.empty());
}

TEST_CASE("the correction moves the choice to where people report late") {
    SmallRegion small;
    Rng rng(3);
    (void)tell(small, rng, 0, 1.0 / 20, 100);
    for (int i = 0; i < 60; ++i) complain_on(small, 90, {50'000 + 250.0 * i, 1000}, "q" + std::to_string(i));
    // Four people on either side, in a cluster of their own.
    for (int i = 0; i < 4; ++i) {
        complain_on(small, 100, {2000, 9000}, "west" + std::to_string(i), Theme::distraction);
        complain_on(small, 100, {52'000, 1900}, "east" + std::to_string(i), Theme::distraction);
    }
    const auto weight_east = [&](const HotspotSettings& settings) {
        const auto correction = reporting_correction(small.region, settings, Language::en);
        const auto west = correction.weights.empty() ? 1 : correction.weights[small.region.complaints.size() - 2];
        return correction.weights.empty() ? 1 : correction.weights.back() / west;
    };
    CHECK(weight_east({}) == 1);
    CHECK(weight_east(asked()) > 1);
}

TEST_CASE("neither the order of complaints nor a shift of the map changes the weights") {
    SmallRegion small;
    Rng rng(8);
    (void)tell(small, rng, 0, 1.0 / 60, 60);
    const auto first = reporting_correction(small.region, asked(), Language::en).weights;
    SmallRegion other = small;
    std::reverse(other.region.complaints.begin(), other.region.complaints.end());
    for (auto& complaint : other.region.complaints) complaint.at = {complaint.at.x + 64'000, complaint.at.y + 32'000};
    const auto second = reporting_correction(other.region, asked(), Language::en).weights;
    REQUIRE(first.size() == second.size());
    REQUIRE_FALSE(first.empty());
    for (std::size_t i = 0; i < first.size(); ++i)
        CHECK(first[i] == Approx(second[first.size() - 1 - i]).epsilon(1e-12));
}
