#pragma once
/// A whole project as a value: six made-up municipalities in a 3 by 2 grid on the RD map, with places, accidents,
/// complaints, roads and a plan. Names are nasty on purpose (quotes, angle brackets, accents): they end in files of
/// many formats.

#include "base/random.hpp"
#include "model/project.hpp"
#include "support/sample_findings.hpp"

#include <algorithm>
#include <string>

namespace baken::test {

inline constexpr std::string_view sample_settings_text = R"(name = "Proefregio <2027> & \"zonen\""
year = 2027
seed = 18446744
language = "nl"

[region]
boundaries = "gemeenten.geojson"

[[source]]
kind = "accidents"
path = "bron.csv"

[rules]
checks_per_municipality = 3

[[crew]]
name = "Basisteam"
checks_per_week = 2

[[crew]]
name = "Ploeg Oost"
)";

namespace sample {

/// Winter time in the months that are named, summer time in the others; the sample keeps away from the days of change,
/// but for the two checks that are placed there with their own offsets.
inline int offset_minutes(Date day) {
    return day < make_date(2027, 3, 28) || day >= make_date(2027, 10, 31) ? 60 : 120;
}

inline UtcTime utc(Date day, int minute, int offset) { return UtcTime(day) + std::chrono::minutes(minute - offset); }

inline Municipality municipality(int column, int row, std::string code, std::string name) {
    const double x = 168000 + column * 9000, y = 424000 + row * 8000;
    // Shared corners are shared points; the bend in each side keeps the map from looking like a chessboard.
    const auto bend = [](double at_x, double at_y) {
        return MapPoint{at_x + 700 * ((static_cast<int>(at_x + at_y) / 500) % 3 - 1), at_y};
    };
    const Ring ring{{x, y},
                    bend(x + 4500, y),
                    {x + 9000, y},
                    bend(x + 9000, y + 4000),
                    {x + 9000, y + 8000},
                    bend(x + 4500, y + 8000),
                    {x, y + 8000},
                    bend(x, y + 4000),
                    {x, y}};
    return {.code = {std::move(code)},
            .name = std::move(name),
            .area = {Polygon{ring, {}}},
            .centre = {5.72 + 0.13 * column, 51.83 + 0.072 * row}};
}

/// Degrees near enough for tests that only ask whether they come through.
inline LonLat lonlat_near(MapPoint at) {
    return {5.38720621 + (at.x - 155000) / 68700.0, 52.15517440 + (at.y - 463000) / 111250.0};
}

inline void add_events(Project& project, Rng& rng) {
    for (std::uint32_t m = 0; m < 6; ++m) {
        const double x = 168000 + (m % 3) * 9000.0, y = 424000 + (m / 3) * 8000.0;
        for (int i = 0; i < 70; ++i) {
            Accident a;
            a.number = std::to_string(20220000000LL + m * 1000 + i);
            a.year = 2022 + i % 3;
            a.outcome = i % 23 == 0 ? Outcome::fatal : i % 5 == 0 ? Outcome::injury : Outcome::damage_only;
            a.link = i % 11 == 0 ? LinkLevel::street : i % 7 == 0 ? LinkLevel::junction : LinkLevel::exact;
            a.location = {i % 7 == 0 ? LocationKind::junction : LocationKind::section, std::to_string(380000000 + i)};
            a.at = {std::round(x + 1000 + rng.uniform() * 7000), std::round(y + 1000 + rng.uniform() * 6000)};
            a.street = "K\u00f6bbesweg";
            a.place = project.region->municipalities[m].name;
            if (i % 4 != 0) a.road_manager = i % 3 == 0 ? RoadManager::province : RoadManager::municipality;
            if (i % 3 != 0) a.speed_limit = i % 2 == 0 ? 50 : 80;
            if (i % 5 != 0) a.is_built_up = i % 2 == 0;
            a.light = i % 4 == 0 ? Light::dark : Light::daylight;
            if (i % 9 == 0) a.has_alcohol = true;
            a.parties = 1 + i % 2;
            a.municipality = m;
            project.region.edit().accidents.push_back(a);
        }
        for (int i = 0; i < 25; ++i) {
            Complaint c;
            c.id = "SIG-" + std::to_string(1000 + m * 100 + i);
            c.at = {std::round(x + 1000 + rng.uniform() * 7000), std::round(y + 1000 + rng.uniform() * 6000)};
            if (i % 6 != 0) c.date = make_date(2026, 1 + i % 12, 3 + i % 20);
            c.theme = i % 3 == 0 ? Theme::lighting : Theme::speed;
            c.category = "Te hard rijden & <racen>";
            c.complainant = "secret-hash-" + std::to_string(i % 10);
            c.is_complainant_known = true;
            c.street = "Geheimstraat 12";
            c.municipality = m;
            project.region.edit().complaints.push_back(c);
        }
        for (int i = 0; i < 4; ++i) {
            RoadSegment road{.id = "6000" + std::to_string(m * 10 + i),
                             .name = "N" + std::to_string(320 + i),
                             .manager = {},
                             .line = {}};
            if (i > 0) {
                road.from_junction = "J" + std::to_string(m * 10 + i);
                road.to_junction = "J" + std::to_string(m * 10 + i + 1);
            }
            if (i < 3)
                road.manager = i == 0   ? RoadManager::province
                               : i == 1 ? RoadManager::municipality
                                        : RoadManager::national;
            for (int step = 0; step <= 9; ++step)
                road.line.push_back(i % 2 == 0 ? MapPoint{x + step * 1000, y + 1500 + i * 1400 + 120 * (step % 3)}
                                               : MapPoint{x + 1800 + i * 1700 + 150 * (step % 3), y + step * 8000 / 9});
            project.region.edit().roads.push_back(std::move(road));
        }
    }
}

/// Two measurements and a school in each municipality, some of it not known.
inline void add_measured(Project& project) {
    Region& region = project.region.edit();
    for (std::uint32_t m = 0; m < 6; ++m) {
        const double x = 168000 + (m % 3) * 9000.0, y = 424000 + (m / 3) * 8000.0;
        const std::string number = std::to_string(m + 1);
        region.measurements.push_back({.id = "M" + number + "-1",
                                       .at = {x + 2100, y + 1620},
                                       .date = make_date(2026, 3, 2 + m),
                                       .vehicles = 4100 + static_cast<int>(m),
                                       .v85 = 52.5 + 3 * m,
                                       .mean_speed = 45.25,
                                       .share_over = 0.12 + 0.1 * m,
                                       .speed_limit = 50,
                                       .street = "C\u00f6bbesweg <N322>",
                                       .municipality = m});
        region.measurements.push_back(
            {.id = "M" + number + "-2", .at = {x + 5200, y + 4420}, .mean_speed = 58, .municipality = m});
        region.schools.push_back({.id = "0" + number + "XY",
                                  .name = "School \"De <Boom>\" " + number,
                                  .at = {x + 2300, y + 1700},
                                  .municipality = m});
    }
}

inline void add_hotspots(Project& project, Rng& rng) {
    static const std::vector<std::string> streets{"Van Heemstraweg", "'t Zand \"Oost\" <N322> & co",
                                                  "Nijmeegsebaan",   "Graafseweg",
                                                  "Rijksstraatweg",  "C\u00f6bbesweg"};
    for (std::uint32_t m = 0; m < 6; ++m) {
        for (int rank = 1; rank <= 6; ++rank) {
            Hotspot h;
            h.id = {project.region->municipalities[m].code.text + "-H0" + std::to_string(rank)};
            h.municipality = m;
            h.rank = rank;
            h.name = streets[static_cast<std::size_t>(rank - 1)] + ", " + project.region->municipalities[m].name;
            h.at = {168000 + (m % 3) * 9000 + 1200 + std::round(rng.uniform() * 6600) + 0.5,
                    424000 + (m / 3) * 8000 + 1000 + std::round(rng.uniform() * 6000) + 0.25};
            h.lonlat = lonlat_near(h.at);
            h.fatal = rank == 1 ? 1 : 0;
            h.injury = 7 - rank;
            h.damage_only = 14 - 2 * rank;
            h.accidents = h.fatal + h.injury + h.damage_only;
            h.accidents_per_year = {h.accidents / 3, h.accidents / 3, h.accidents - 2 * (h.accidents / 3)};
            h.complaints = rank % 2 == 0 ? 8 : 1;
            h.complainants = rank % 2 == 0 ? 6 : 1;
            h.effective_complainants = h.complainants * 0.731;
            h.weighted = 5 * h.fatal + 3 * h.injury + 0.5 * h.damage_only;
            h.expected = h.accidents * 0.83;
            h.expected_low = h.expected * 0.55;
            h.expected_high = h.expected * 1.62;
            h.excess = h.expected - 2.125;
            h.prob_above = 0.97 - 0.1 * rank;
            h.q_value = 0.011 * rank;
            h.score = 1.0 / (rank + 0.3);
            h.rank_best = std::max(1, rank - 1);
            h.rank_worst = rank + 2;
            if (rank != 3) h.dark_share = 0.1 * rank;
            if (rank != 3) h.dark_odds = 0.5 + 0.25 * rank;
            h.with_bicycle = 6 - rank;
            h.with_pedestrian = rank == 1 ? 1 : 0;
            h.with_moped = rank % 3;
            if (rank > 1) h.nearby.push_back({project.region->municipalities[m].code.text + "-H01"});
            if (rank == 6) h.nearby.push_back({project.region->municipalities[m].code.text + "-H02"});
            if (rank != 4) h.alcohol_share = 1.0 / 7;
            h.theme_weight[index_of(Theme::speed)] = 1;
            h.theme_weight[index_of(Theme::lighting)] = 1.0 / (rank + 1);
            if (rank != 5) h.road_manager = rank % 2 == 0 ? RoadManager::province : RoadManager::municipality;
            if (rank != 6) h.speed_limit = rank % 2 == 0 ? 80 : 50;
            if (rank != 2) h.is_built_up = rank % 2 == 1;
            h.length = 120.5 * rank;
            if (rank == 1) {
                h.v85 = 61.5;
                h.share_over = 0.37;
            }
            if (rank < 3) h.school_distance = 180.25 * rank;
            h.quadrant = static_cast<Quadrant>((rank - 1) % 4);
            h.black_spot_norm = rank == 1 ? "6 letsel in 3 jaar" : "";
            h.enforceable = rank == 6 ? "no" : rank == 5 ? "unknown" : "yes";
            h.status = rank == 6 ? "rejected" : "accepted";
            h.remark = rank == 6 ? "geen veilige stopplaats; \"te smal\"" : "";
            h.reason = "Hier gebeurden " + std::to_string(h.accidents) +
                       " ongevallen in drie jaar; de kans dat dit boven het gemiddelde ligt is " +
                       std::to_string(static_cast<int>(h.prob_above * 100)) + " %.";
            project.hotspots.push_back(std::move(h));
        }
    }
}

inline Check check(const Project& project, std::uint32_t m, int number, std::size_t rank, Date date, int start, int end,
                   Theme theme, CheckKind kind) {
    const std::string& code = project.region->municipalities[m].code.text;
    Check c;
    c.id = {code + "-2027-0" + std::to_string(number)};
    c.municipality = m;
    c.hotspot = m * 6 + (rank - 1);
    c.date = date;
    c.start = start;
    c.end = end;
    c.starts_at = utc(date, start, offset_minutes(date));
    c.ends_at = utc(date, end, offset_minutes(date));
    c.theme = theme;
    c.kind = kind;
    c.crew = m % 2;
    c.dark_share = kind == CheckKind::dark_days ? 1 : 0.125;
    c.value = 0.75 + 0.01 * number;
    c.reason = "Meeste gewicht voor dit thema; donker genoeg, en drie weken na de vorige.";
    return c;
}

inline void add_checks(Project& project) {
    auto& checks = project.plan.checks;
    for (std::uint32_t m = 0; m < 6; ++m) {
        const unsigned day = 3 + 3 * m;
        checks.push_back(
            check(project, m, 1, 1, make_date(2027, 2, day), 1290, 1410, Theme::alcohol_drugs, CheckKind::dark_days));
        checks.push_back(
            check(project, m, 2, 2, make_date(2027, 5, day), 900, 1020, Theme::speed, CheckKind::targeted));
        checks.push_back(check(project, m, 3, 1 + m % 4, make_date(2027, 9, day), 420, 540, Theme::school_zone,
                               CheckKind::integrated));
        checks.back().partners = "gemeente";
        checks.push_back(
            check(project, m, 4, 3, make_date(2027, 10, 8), 1080, 1200, Theme::general_safety, CheckKind::region_day));
    }
    checks[0].campaign = "BOB <winter>";
    checks[1].is_locked = true;
    // Past midnight.
    checks[4].start = 23 * 60 + 30;
    checks[4].end = 25 * 60 + 30;
    checks[4].starts_at = utc(checks[4].date, checks[4].start, 60);
    checks[4].ends_at = utc(checks[4].date, checks[4].end, 60);
    // Over the hour that is skipped: 28 March 2027, from 01:30 winter time to 03:30 summer time is one hour.
    Check& spring = checks[5];
    spring.date = make_date(2027, 3, 28);
    spring.start = 90;
    spring.end = 210;
    spring.starts_at = utc(spring.date, 90, 60);
    spring.ends_at = utc(spring.date, 210, 120);
    // Over the hour that comes twice: 31 October 2027, from 01:30 summer time to 03:30 winter time is three hours.
    Check& autumn = checks[6];
    autumn.date = make_date(2027, 10, 31);
    autumn.start = 90;
    autumn.end = 210;
    autumn.starts_at = utc(autumn.date, 90, 120);
    autumn.ends_at = utc(autumn.date, 210, 60);
    std::sort(checks.begin(), checks.end(), [](const Check& a, const Check& b) {
        return std::tie(a.date, a.start, a.municipality) < std::tie(b.date, b.start, b.municipality);
    });
}

inline void add_certificate(Project& project) {
    auto& clauses = project.certificate.clauses;
    for (std::uint32_t m = 0; m < 6; ++m) {
        const Municipality& municipality = project.region->municipalities[m];
        Clause quota{
            "quota." + municipality.code.text, municipality.name + ": 3 gerichte controles in 2027", 3, 0, true, {}};
        Clause dark{"dark." + municipality.code.text,
                    municipality.name + ": 1 controle in het donkere seizoen",
                    1,
                    0,
                    true,
                    {}};
        for (const auto& c : project.plan.checks)
            if (c.municipality == m) (c.kind == CheckKind::dark_days ? dark : quota).checks.push_back(c.id);
        quota.met = static_cast<int>(quota.checks.size());
        dark.met = static_cast<int>(dark.checks.size());
        clauses.push_back(std::move(quota));
        clauses.push_back(std::move(dark));
    }
    clauses.push_back(
        {"campaign.1", "Campagne BOB <winter>: 1 controle in de regio", 1, 1, true, {project.plan.checks[0].id}});
    clauses.push_back({"campaign.2", "Campagne ROADPOL Truck & Bus: 1 controle in de regio", 1, 0, false, {}});
    clauses.push_back({"region_day.GM9001", "Berkendam doet mee aan de 24-uursactie op 2027-10-08.", 1, 1, true, {}});
    clauses.push_back(
        {"complaints.GM9003-H05", "Rijksstraatweg: 6 melders, dus een controle of een reden.", 1, 0, true, {}});
    clauses.push_back({"maximum.GM9001", "Gemeente Berkendam: ten hoogste 6 controles.", 6, 4, true, {}});
    clauses.push_back({"closed_days", "Geen controle op een feestdag of gesloten dag", 0, 0, true, {}});
    clauses.push_back({"spacing", "1500 m tussen controles op \u00e9\u00e9n thema binnen 28 dagen", 0, 0, true, {}});
}

inline void add_receipts(Project& project) {
    Receipt bron;
    bron.source = "bron.csv";
    bron.kind = "accidents";
    bron.profile = "bron-2022";
    bron.sha256 = std::string(64, 'a');
    bron.encoding = "UTF-8";
    bron.crs = "EPSG:28992";
    bron.read = 450;
    bron.placed = 378;
    bron.unplaced = 42;
    bron.rejected = 2;
    bron.duplicate = 1;
    bron.outside_region = 20;
    bron.filtered = 7;
    bron.filtered_by = {{"Rijk", 5}, {"jaar", 2}};
    bron.rejected_rows = {{17, "x_rd", "x_rd is 'abc', not a number"},
                          {99, "", "the row has 3 fields where the header has 40"}};
    bron.columns = {{"verkeersongeval_nummer", 450}, {"zichtafstand", 0}};
    bron.notes = {"31 rows lie in another municipality than they say", "a second note"};
    Receipt signalen;
    signalen.source = "meldingen \"juni\".csv";
    signalen.kind = "complaints";
    signalen.profile = "signalen";
    signalen.sha256 = std::string(64, 'b');
    signalen.encoding = "Windows-1252";
    signalen.crs = "EPSG:4326";
    signalen.operation = "pinned";
    signalen.read = 150;
    signalen.placed = 150;
    project.region.edit().receipts = {bron, signalen};
    project.provenance.inputs = {{bron.source, bron.sha256, bron.read},
                                 {signalen.source, signalen.sha256, signalen.read}};
}

inline void add_findings(Project& project) {
    project.plan.solver = {.status = SolveStatus::within_gap,
                           .best = 20.5,
                           .bound = 20.55,
                           .gap = 0.05 / 20.55,
                           .value = 19.7,
                           .candidates = 48211};
    project.plan.predictability = {
        .plans = 12, .same_place_and_day = 0.21, .most_likely_day = 0.17, .entropy_bits = 5.4};
    project.plan.unmet = {{"campaign.2", "Campagne ROADPOL Truck & Bus krijgt geen controle.",
                           "Ploeg Oost: 3 controles per week in plaats van 2"}};
    project.plan.unvisited = {{"visit.GM9003-H05", "Rijksstraatweg, 't Hof <b>: 6 melders, geen controle.",
                               "De weg is niet als handhaafbaar beoordeeld."}};
    project.foresight =
        Foresight{.learned_from = {2022, 2023}, .tested_on = 2024, .accidents = 97, .caught = 31, .share = 31.0 / 97};
    project.darkness =
        DarknessOdds{.accidents = 420, .in_dark = 31, .in_light = 44, .ratio = 1.37, .low = 0.81, .high = 2.32};
}

}  // namespace sample

inline Project sample_project() {
    Project project;
    project.settings_text = std::string(sample_settings_text);
    project.settings.file = "/home/somebody/plans/proef.toml";
    project.settings.name = "Proefregio <2027> & \"zonen\"";
    project.settings.year = 2027;
    project.settings.seed = 18446744;
    project.settings.sha256 = std::string(64, 'c');
    project.settings.crews = {CrewSettings{.name = "Basisteam"}, CrewSettings{.name = "Ploeg Oost"}};
    project.seed = 18446744073709551557ULL;
    project.campaigns = {
        {"BOB <winter>", Theme::alcohol_drugs, make_date(2026, 12, 1), make_date(2027, 1, 31), true, "seed"},
        {"ROADPOL Truck & Bus", Theme::heavy_traffic, make_date(2027, 5, 8), make_date(2027, 5, 14), false, ""}};
    project.school_holidays = {{make_date(2027, 2, 13), make_date(2027, 2, 21), "Voorjaarsvakantie"}};
    const std::vector<std::string> names{"Berkendam", "Beuningen",         "'t Hof <b>",
                                         "Heumen",    "West Maas en Waal", "S\u00fadwest \"Z\""};
    for (int m = 0; m < 6; ++m)
        project.region.edit().municipalities.push_back(
            sample::municipality(m % 3, m / 3, "GM900" + std::to_string(m + 1), names[static_cast<std::size_t>(m)]));
    project.years = {2022, 2023, 2024};
    Rng rng(7);
    sample::add_events(project, rng);
    sample::add_measured(project);
    sample::add_hotspots(project, rng);
    sample::add_checks(project);
    sample::add_certificate(project);
    sample::add_findings(project);
    project.findings = sample::road_findings(project);
    project.provenance = {.version = "0.1.0",
                          .libraries = "GDAL 3.6.2, PROJ 9.1.1",
                          .operation = "pinned RD to WGS 84",
                          .settings_sha256 = project.settings.sha256,
                          .data_date = "2026-12-22",
                          .inputs = {}};
    sample::add_receipts(project);
    return project;
}

}  // namespace baken::test
