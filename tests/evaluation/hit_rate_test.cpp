#include "evaluation/hit_rate.hpp"
#include "evaluation/progress.hpp"

#include "model/fine_kind.hpp"
#include "support/catch.hpp"

using namespace baken;

namespace {

Check done(Theme theme, CheckResult result) {
    Check check;
    check.theme = theme;
    check.status = CheckStatus::done;
    check.result = std::move(result);
    return check;
}

}  // namespace

TEST_CASE("fines per vehicle and per test, of checks that were done and have a result") {
    std::vector<Check> checks{
        done(Theme::speed, {.vehicles = 148, .fines = {{"snelheid", 14}, {"telefoon", 1}}}),
        done(Theme::alcohol_drugs,
             {.vehicles = 90, .tests = 29, .warnings = 4, .fines = {{"alcohol", 1}, {"gordel", 2}}})};
    checks.push_back(checks[0]);
    checks.back().status = CheckStatus::cancelled;
    checks.push_back(checks[0]);
    checks.back().result.reset();
    const HitRates rates = hit_rates_of(checks);
    CHECK(rates.all.checks == 2);
    CHECK(rates.all.vehicles == 238);
    CHECK(rates.all.fines == 18);
    CHECK(rates.all.warnings == 4);
    REQUIRE(rates.by_theme.size() == 2);
    const HitRate& speed = rates.by_theme[0].rate;
    // Newcombe 1998: 15 of 148.
    CHECK(speed.per_vehicle->interval.low == Approx(0.0624).margin(5e-5));
    CHECK(speed.per_vehicle->interval.high == Approx(0.1605).margin(5e-5));
    CHECK_FALSE(speed.per_test);
    const HitRate& alcohol = rates.by_theme[1].rate;
    CHECK(alcohol.fines_by_test == 1);
    // Newcombe 1998: 1 of 29.
    CHECK(alcohol.per_test->interval.low == Approx(0.0061).margin(5e-5));
    CHECK(alcohol.per_test->interval.high == Approx(0.1718).margin(5e-5));
    CHECK(rates.fines ==
          std::vector<CheckResult::Fines>{{"snelheid", 14}, {"gordel", 2}, {"alcohol", 1}, {"telefoon", 1}});
}

TEST_CASE("checks that differ more than chance lets them widen the interval") {
    // Shares 0.4 and 0.1 around 0.25: chi-square 2 * (15^2 / (0.25 * 0.75 * 100)) = 24 on one degree of freedom.
    const std::vector<Check> checks{done(Theme::speed, {.vehicles = 100, .fines = {{"snelheid", 40}}}),
                                    done(Theme::speed, {.vehicles = 100, .fines = {{"snelheid", 10}}})};
    const HitRate rate = hit_rates_of(checks).all;
    CHECK(rate.spread == Approx(24));
    CHECK(rate.per_vehicle->value == Approx(0.25));
    CHECK(rate.per_vehicle->interval.low < 0.09);
    CHECK(rate.per_vehicle->interval.high > 0.5);
    const std::vector<Check> alike{checks[1], checks[1]};
    CHECK(hit_rates_of(alike).all.spread == 1);
}

TEST_CASE("more fines than vehicles are a rate above one, and nothing seen is no rate") {
    const std::vector<Check> checks{done(Theme::heavy_traffic, {.vehicles = 10, .fines = {{"voertuig", 20}}})};
    const HitRate rate = hit_rates_of(checks).all;
    CHECK(rate.per_vehicle->value == Approx(2));
    CHECK(rate.per_vehicle->interval.low == Approx(1.2217).margin(1e-3));
    const std::vector<Check> empty{done(Theme::speed, {})};
    CHECK_FALSE(hit_rates_of(empty).all.per_vehicle);
    CHECK(hit_rates_of(empty).all.checks == 1);
}

TEST_CASE("progress counts quota and dark days apart, and of those the season that begins this year") {
    Region region;
    region.municipalities = {{.code = {"GM1"}, .name = "A", .area = {}, .centre = {}},
                             {.code = {"GM2"}, .name = "B", .area = {}, .centre = {}}};
    Settings settings;
    settings.year = 2027;
    const auto check = [](std::uint32_t m, CheckKind kind, CheckStatus status, unsigned month) {
        Check c;
        c.municipality = m;
        c.kind = kind;
        c.status = status;
        c.date = make_date(2027, month, 5);
        c.dark_share = kind == CheckKind::dark_days ? 1 : 0;
        return c;
    };
    using enum CheckKind;
    using enum CheckStatus;
    const std::vector<Check> checks{
        check(0, targeted, CheckStatus::done, 2),   check(0, integrated, planned, 5),
        check(0, region_day, cancelled, 10),        check(0, dark_days, CheckStatus::done, 2),
        check(0, dark_days, CheckStatus::done, 11), check(1, dark_days, planned, 12)};
    const auto progress = progress_of(region, settings, checks);
    REQUIRE(progress.size() == 3);
    CHECK(progress[1].quota.required == 3);
    CHECK(progress[1].quota.done == 1);
    CHECK(progress[1].quota.planned == 1);
    CHECK(progress[1].quota.cancelled == 1);
    CHECK(progress[1].quota.missing() == 1);
    CHECK_FALSE(progress[1].quota.is_met());
    CHECK(progress[1].dark_days.done == 1);
    CHECK(progress[1].dark_days.is_met());
    CHECK(progress[2].quota.missing() == 3);
    CHECK(progress[2].dark_days.missing() == 0);
    CHECK(progress[0].quota.required == 6);
    CHECK(progress[0].dark_days.done == 1);
    CHECK(progress[0].dark_days.planned == 1);
}

TEST_CASE("fines are known by their Dutch words, and a kind of one's own is kept") {
    CHECK(fine_name("telefoon", Language::en) == "phone");
    CHECK(fine_name("snorfiets opgevoerd", Language::en) == "snorfiets opgevoerd");
    CHECK(is_found_by_test("Alcohol (art. 8)"));
    CHECK(is_found_by_test("rijden onder invloed"));
    CHECK_FALSE(is_found_by_test("snelheid"));
}
