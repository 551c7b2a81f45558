#include "world.hpp"

#include "calendar/local_time.hpp"
#include "geo/core/sun.hpp"

#include <functional>

using namespace baken;
using namespace baken::test;

namespace {

/// One municipality, two far hotspots, two crews, a plan written by hand that keeps every rule.
struct Bench {
    World world;
    std::vector<Check> checks;

    Bench() {
        const auto here = world.add_municipality("GM0001", "Heumen");
        const auto there = world.add_municipality("GM0002", "Druten");
        world.add_hotspot(here, {0, 0}, 0.8);
        world.add_hotspot(here, {5000, 0}, 0.6);
        world.add_hotspot(there, {20000, 0}, 0.7);
        Settings& settings = world.settings;
        settings.year = 2027;
        settings.rules.checks_per_municipality = 1;
        settings.rules.max_per_municipality = 4;
        settings.rules.dark_days.checks_per_municipality = 1;
        settings.calendar.region_day = make_date(2027, 10, 8);
        settings.locks = {{"heumen", make_date(2027, 3, 12), std::nullopt, std::nullopt, std::nullopt}};
        CrewSettings first, second;
        first.name = "A";
        first.checks_per_week = 1;
        first.weekdays = {1, 2, 3, 4, 5};
        first.away = {{make_date(2027, 6, 1), make_date(2027, 6, 30), "verlof"}};
        second.name = "B";
        second.municipalities = {"GM0002"};
        settings.crews = {first, second};
        world.campaigns = {{"Snelheid", Theme::speed, make_date(2027, 4, 5), make_date(2027, 4, 11), true, ""}};
        world.with_calendar();
        add(0, make_date(2027, 3, 12), 12 * 60, Theme::seatbelt, CheckKind::targeted);
        add(0, make_date(2027, 4, 7), 12 * 60, Theme::speed, CheckKind::targeted).campaign = "Snelheid";
        add(1, make_date(2027, 10, 8), 15 * 60, Theme::general_safety, CheckKind::region_day).partners = "gemeente";
        add(2, make_date(2027, 10, 8), 15 * 60, Theme::general_safety, CheckKind::region_day).partners = "gemeente";
        add(1, make_date(2027, 12, 6), 18 * 60, Theme::lighting, CheckKind::dark_days);
        add(2, make_date(2027, 12, 14), 18 * 60, Theme::lighting, CheckKind::dark_days, 1);
    }

    Check& add(std::size_t hotspot, Date date, int start, Theme theme, CheckKind kind, std::size_t crew = 0) {
        Check check;
        check.id.text = "C" + std::to_string(checks.size());
        check.hotspot = hotspot;
        check.municipality = world.hotspots[hotspot].municipality;
        check.theme = theme;
        check.kind = kind;
        check.crew = crew;
        checks.push_back(check);
        move(checks.back(), date, start, start + 120);
        return checks.back();
    }
    /// Date, hours and what follows from them.
    void move(Check& check, Date date, int start, int end) const {
        check.date = date;
        check.start = start;
        check.end = end;
        check.starts_at = to_utc(date, start);
        check.ends_at = to_utc(date, end);
        check.dark_share = dark_share(check.starts_at, check.ends_at, world.hotspots[check.hotspot].lonlat);
    }
    [[nodiscard]] Certificate certificate() const { return verify_plan(world.input(), checks); }
};

using Ids = std::set<std::string>;

}  // namespace

TEST_CASE("a plan that keeps every rule is certified, each clause with the checks that meet it") {
    const Bench bench;
    const Certificate certificate = bench.certificate();
    CHECK(broken_clauses(certificate) == Ids{});
    CHECK(certificate.ok());
    CHECK(clause(certificate, "quota.GM0001").met == 3);
    CHECK(clause(certificate, "quota.GM0001").required == 1);
    CHECK(clause(certificate, "dark.GM0002").checks == std::vector<CheckId>{{"C5"}});
    CHECK(clause(certificate, "campaign.snelheid").checks == std::vector<CheckId>{{"C1"}});
    CHECK(clause(certificate, "region_day.GM0001").met == 1);
    CHECK(clause(certificate, "lock.1").checks == std::vector<CheckId>{{"C0"}});
    CHECK(clause(certificate, "maximum.GM0001").met == 4);
}

TEST_CASE("each rule that a plan breaks is named, and no other") {
    struct Breach {
        const char* what;
        Ids clauses;
        std::function<void(Bench&)> commit;
    };
    const auto drop = [](std::size_t at) {
        return [at](Bench& b) { b.checks.erase(b.checks.begin() + static_cast<std::ptrdiff_t>(at)); };
    };
    const std::vector<Breach> breaches{
        {"the agreed check is gone", {"lock.1"}, drop(0)},
        {"the campaign's check is gone", {"campaign.snelheid"}, drop(1)},
        {"Heumen misses the region day", {"region_day.GM0001"}, drop(2)},
        {"Druten has nothing but a dark one", {"region_day.GM0002", "quota.GM0002"}, drop(3)},
        {"no dark-days check", {"dark.GM0001"}, drop(4)},
        {"a dark-days check in the light",
         {"dark.GM0001", "darkness"},
         [](Bench& b) { b.move(b.checks[4], make_date(2027, 12, 6), 720, 840); }},
        {"a dark-days check that begins at dusk",
         {"dark.GM0001", "darkness"},
         [](Bench& b) { b.move(b.checks[4], make_date(2027, 12, 6), 16 * 60 + 30, 18 * 60 + 30); }},
        {"a dark-days check on seat belts", {"darkness"}, [](Bench& b) { b.checks[4].theme = Theme::seatbelt; }},
        {"a dark-days check outside the season",
         {"dark.GM0001", "darkness"},
         [](Bench& b) { b.move(b.checks[4], make_date(2027, 9, 14), 22 * 60, 24 * 60); }},
        {"a check on King's Day",
         {"closed_days"},
         [](Bench& b) { b.add(2, make_date(2027, 4, 27), 720, Theme::speed, CheckKind::targeted); }},
        {"five where four are agreed",
         {"maximum.GM0001"},
         [](Bench& b) { b.add(1, make_date(2027, 5, 20), 720, Theme::speed, CheckKind::targeted); }},
        {"three weeks less a day at one site",
         {"revisit"},
         [](Bench& b) {
             b.move(b.checks[1], make_date(2027, 4, 8), 720, 840), b.world.settings.rules.revisit = Days(28);
         }},
        {"one theme twice in a month near each other",
         {"spacing"},
         [](Bench& b) {
             b.world.hotspots[2].at = {6000, 0};
             b.move(b.checks[5], make_date(2027, 12, 30), 18 * 60, 20 * 60);
         }},
        {"six days between checks in a municipality",
         {"gap"},
         [](Bench& b) {
             b.checks.erase(b.checks.begin() + 1);
             b.world.campaigns.clear();
             b.world.with_calendar();
             b.add(1, make_date(2027, 3, 18), 720, Theme::speed, CheckKind::targeted).id.text = "another";
         }},
        {"two checks of a crew on a day",
         {"crew_day", "crew_week"},
         [](Bench& b) { b.add(2, make_date(2027, 4, 7), 18 * 60, Theme::alcohol_drugs, CheckKind::targeted); }},
        {"two checks of a crew in a week of one",
         {"crew_week"},
         [](Bench& b) { b.add(2, make_date(2027, 4, 9), 720, Theme::alcohol_drugs, CheckKind::targeted); }},
        {"a night that runs into the morning",
         {"crew_overlap", "crew_hours"},
         [](Bench& b) {
             b.world.settings.crews[1].from = 0;
             b.world.settings.crews[1].until = 26 * 60;
             b.move(b.checks[5], make_date(2027, 12, 14), 25 * 60, 27 * 60);
             b.world.settings.rules.municipality_gap = Days(0);
             b.world.settings.rules.revisit = Days(0);
             b.add(2, make_date(2027, 12, 15), 60, Theme::speed, CheckKind::targeted, 1);
         }},
        {"a crew on its day off",
         {"crew_days"},
         [](Bench& b) { b.move(b.checks[4], make_date(2027, 12, 11), 18 * 60, 20 * 60); }},
        {"a crew on leave",
         {"crew_days"},
         [](Bench& b) { b.add(2, make_date(2027, 6, 9), 720, Theme::speed, CheckKind::targeted); }},
        {"a check later than its crew",
         {"crew_hours"},
         [](Bench& b) { b.move(b.checks[0], make_date(2027, 3, 12), 25 * 60, 27 * 60); }},
        {"a crew in a municipality that is not its own",
         {"crew_municipalities"},
         [](Bench& b) { b.checks[0].crew = 1; }},
        {"a school zone in the holidays",
         {"school_zone"},
         [](Bench& b) {
             b.world.school_holidays = {{make_date(2027, 5, 1), make_date(2027, 5, 9), "meivakantie"}};
             b.world.with_calendar();
             b.add(2, make_date(2027, 5, 4), 480, Theme::school_zone, CheckKind::targeted);
         }},
        {"a school zone in the evening",
         {"school_zone"},
         [](Bench& b) { b.add(2, make_date(2027, 5, 18), 18 * 60, Theme::school_zone, CheckKind::targeted); }},
        {"a targeted check on the region day",
         {"region_day_only", "region_day.GM0002"},
         [](Bench& b) { b.checks[3].kind = CheckKind::targeted; }},
        {"a region day check on another day",
         {"region_day_only", "region_day.GM0002"},
         [](Bench& b) { b.move(b.checks[3], make_date(2027, 10, 7), 900, 1020); }},
        {"a rejected site", {"sites"}, [](Bench& b) { b.world.hotspots[2].status = "rejected"; }},
        {"a site where nobody can be stopped", {"sites"}, [](Bench& b) { b.world.hotspots[2].enforceable = "no"; }},
        {"a site of another municipality", {"sites_in_place"}, [](Bench& b) { b.world.hotspots[0].municipality = 1; }},
        {"a campaign that is over",
         {"campaign_windows", "campaign.snelheid"},
         [](Bench& b) { b.move(b.checks[1], make_date(2027, 4, 12), 720, 840); }},
        {"a campaign of another theme",
         {"campaign_windows", "campaign.snelheid"},
         [](Bench& b) { b.checks[1].theme = Theme::heavy_traffic; }},
        {"a number twice", {"ids"}, [](Bench& b) { b.checks[5].id = b.checks[4].id; }},
        {"UTC an hour off", {"times"}, [](Bench& b) { b.checks[1].starts_at += std::chrono::hours{1}; }},
        {"an end before the start",
         {"times"},
         [](Bench& b) {
             b.checks[1].end = b.checks[1].start - 10, b.checks[1].ends_at = to_utc(b.checks[1].date, b.checks[1].end),
             b.checks[1].dark_share = 0;
         }},
        {"last year's check",
         {"times", "lock.1"},
         [](Bench& b) { b.move(b.checks[0], make_date(2026, 3, 12), 720, 840); }},
        {"darkness that the sun denies", {"dark_share"}, [](Bench& b) { b.checks[1].dark_share = 0.5; }},
        {"no partners on the region day", {"partners"}, [](Bench& b) { b.checks[2].partners.clear(); }},
        {"a crew that does not exist", {"references", "dark.GM0002"}, [](Bench& b) { b.checks[5].crew = 7; }},
        {"a hotspot that does not exist", {"references", "dark.GM0002"}, [](Bench& b) { b.checks[5].hotspot = 99; }},
    };
    for (const Breach& breach : breaches) {
        Bench bench;
        breach.commit(bench);
        INFO(breach.what);
        CHECK(broken_clauses(bench.certificate()) == breach.clauses);
    }
}

TEST_CASE("a prohibition names the checks that break it") {
    Bench bench;
    bench.add(2, make_date(2027, 4, 9), 720, Theme::alcohol_drugs, CheckKind::targeted);
    const Clause week = clause(bench.certificate(), "crew_week");
    CHECK(week.checks == std::vector<CheckId>{{"C1"}, {"C6"}});
    CHECK(week.met == 2);
}

TEST_CASE("a complaint site without a check is a finding and no failure") {
    Bench bench;
    bench.world.hotspots[1].complainants = 9;
    bench.checks.erase(bench.checks.begin() + 4);
    bench.checks.erase(bench.checks.begin() + 2);
    const Certificate certificate = bench.certificate();
    CHECK(clause(certificate, "complaints.GM0001-H2").met == 0);
    CHECK(clause(certificate, "complaints.GM0001-H2").ok);
}

TEST_CASE("clauses speak the language of the settings") {
    Bench bench;
    CHECK(clause(bench.certificate(), "quota.GM0001").text == "Gemeente Heumen: ten minste 1 controles in 2027.");
    bench.world.settings.language = Language::en;
    CHECK(clause(bench.certificate(), "quota.GM0001").text == "Municipality Heumen: at least 1 checks in 2027.");
}
