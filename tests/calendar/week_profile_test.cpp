#include "calendar/week_profile.hpp"

#include "base/random.hpp"
#include "support/support.hpp"

#include <cmath>
#include <numeric>
#include <vector>

using namespace baken;

namespace {

double minute_of(unsigned weekday, int hour, int minute) { return (weekday - 1) * 1440.0 + hour * 60 + minute; }

double sum(const WeekShares& shares) { return std::accumulate(shares.begin(), shares.end(), 0.0); }

}  // namespace

TEST_CASE("a moment falls in the hour of its weekday") {
    const WeekTime friday = week_time(make_date(2026, 11, 20), 21 * 60 + 59);
    CHECK(aoristic(std::vector{friday})[week_hour(5, 21)] == 1);
    const WeekTime sunday = week_time(make_date(2026, 11, 22), 0);
    CHECK(aoristic(std::vector{sunday})[week_hour(7, 0)] == 1);
    // An end of day that is written as 24:00 is the next day's first hour.
    CHECK(aoristic(std::vector{week_time(make_date(2026, 11, 22), 24 * 60)})[week_hour(1, 0)] == 1);
}

TEST_CASE("an event between two moments is spread over the minutes between them") {
    // A car scratched between Friday 22:30 and Saturday 1:15: 165 minutes.
    const std::vector<WeekTime> one{{.from = minute_of(5, 22, 30), .length = 165}};
    const WeekShares counts = aoristic(one);
    CHECK(counts[week_hour(5, 22)] == Approx(30 / 165.0));
    CHECK(counts[week_hour(5, 23)] == Approx(60 / 165.0));
    CHECK(counts[week_hour(6, 0)] == Approx(60 / 165.0));
    CHECK(counts[week_hour(6, 1)] == Approx(15 / 165.0));
    CHECK(sum(counts) == Approx(1));
    // Over the end of the week.
    const WeekShares round = aoristic(std::vector<WeekTime>{{.from = minute_of(7, 23, 30), .length = 60}});
    CHECK(round[week_hour(7, 23)] == Approx(0.5));
    CHECK(round[week_hour(1, 0)] == Approx(0.5));
}

TEST_CASE("an event that took a week or longer counts in every hour alike") {
    const WeekShares counts =
        aoristic(std::vector<WeekTime>{{.from = 300, .length = 10080}, {.from = 0, .length = 1e6}});
    for (const double count : counts) CHECK(count == Approx(2 / 168.0));
}

TEST_CASE("spreading agrees with counting minute by minute") {
    Rng rng(7);
    std::vector<WeekTime> events;
    WeekShares counted{};
    for (int i = 0; i < 200; ++i) {
        const auto from = static_cast<int>(rng.below(10080)), length = static_cast<int>(1 + rng.below(4000));
        events.push_back({.from = static_cast<double>(from), .length = static_cast<double>(length)});
        for (int m = 0; m < length; ++m) counted[static_cast<std::size_t>((from + m) % 10080 / 60)] += 1.0 / length;
    }
    const WeekShares counts = aoristic(events);
    for (std::size_t h = 0; h < counts.size(); ++h) CHECK(counts[h] == Approx(counted[h]).margin(1e-9));
}

TEST_CASE("an hour lends to its neighbours, round the week") {
    WeekShares counts{};
    counts[week_hour(1, 0)] = 4;
    const WeekShares shares = week_shares(counts, even_week(), 0);
    CHECK(shares[week_hour(1, 0)] == Approx(0.5));
    CHECK(shares[week_hour(1, 1)] == Approx(0.25));
    CHECK(shares[week_hour(7, 23)] == Approx(0.25));
    CHECK(sum(shares) == Approx(1));
}

TEST_CASE("few events lean on the usual, many speak for themselves") {
    WeekShares usual{};
    usual[week_hour(3, 8)] = 1;
    WeekShares counts{};
    CHECK(week_shares(counts, usual)[week_hour(3, 8)] == 1);
    // (n_h + 20 P_h) / (n + 20), and half of n_h goes to the neighbours: (5 / 2 + 0) / 25 and 20 / 25.
    counts[week_hour(6, 23)] = 5;
    CHECK(week_shares(counts, usual)[week_hour(6, 23)] == Approx(0.1));
    CHECK(week_shares(counts, usual)[week_hour(3, 8)] == Approx(0.8));
    CHECK(sum(week_shares(counts, usual)) == Approx(1));
    counts[week_hour(6, 23)] = 2000;
    CHECK(week_shares(counts, usual)[week_hour(6, 23)] == Approx(1000 / 2020.0));
}

TEST_CASE("the part of the week that stands out is named by days and part of the day") {
    WeekShares shares{};
    for (unsigned day = 1; day <= 5; ++day) shares[week_hour(day, 16)] = 0.1;
    shares[week_hour(6, 23)] = 0.3;
    shares[week_hour(7, 3)] = 0.2;
    // The weekend's evenings hold 0.3 in 12 of 168 hours, the afternoons of working days 0.5 in 30.
    const auto busiest = busiest_part(shares);
    REQUIRE(busiest);
    CHECK(busiest->days == DayKind::weekend);
    CHECK(busiest->part == DayPart::evening);
    CHECK(busiest->share == Approx(0.3));
    CHECK(busiest->lift == Approx(0.3 * 168 / 12));
    CHECK(busiest_part(shares, 0.4)->days == DayKind::workdays);
    CHECK_FALSE(busiest_part(shares, 0.6));
}
