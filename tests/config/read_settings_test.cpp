#include "config/read_settings.hpp"

#include "support/support.hpp"

using namespace baken;

namespace {

constexpr std::string_view least = "year = 2027\n[region]\nboundaries = \"gemeenten.geojson\"\n";

Settings read(const std::string& text, const std::filesystem::path& file = "plan.toml") {
    return read_settings(text, file);
}

constexpr std::string_view full = R"(
name = "Tweestromenland 2027"
year = 2027
seed = 2027
language = "en"

[region]
boundaries = "grenzen/gemeenten.geojson"
name_column = "statnaam"
code_column = "statcode"
municipalities = ["Berg en Dal", "Heumen"]

[[source]]
kind = "accidents"
path = "bron.csv"
profile = "bron-2022"
crs = "EPSG:28992"

[[source]]
kind = "complaints"
path = "/data/klachten.csv"
profile = "generic"
columns = { x = "X-coördinaat", y = "Y-coördinaat", date = "datum" }
themes = { "Te hard rijden" = "speed", "Losliggende tegel" = "none" }

[[source]]
kind = "roads"
path = "wegen.geojson"

[hotspots]
years = [2024, 2022, 2023]
per_municipality = 8
reach = "0.3 km"
complaint_clusters = "hdbscan"
complaint_reach = 120
complaint_core = 4
complaint_half_life_days = 200
complaint_weight = 0.5
network_bandwidth = "0.3 km"
lixel = 25
network_kernel = "continuous"
road_managers = ["Gemeente", "Overig"]

[[hotspots.weight_sets]]
name = "zwaar"
fatal = 10
injury = 2.5

[[hotspots.norms]]
name = "provincie"
accidents = 6
years = 4
injury_only = false

[rules]
checks_per_municipality = 4
max_per_municipality = 9
dark_days = { from = "11-01", to = "02-28", checks_per_municipality = 2 }
checks_per_campaign = 2
complainants_for_a_visit = 7
revisit_days = 30
spacing = "1.2 km"
spacing_days = 14
municipality_gap_days = 5
unpredictability = 0.1

[[crew]]
name = "Basisteam"
checks_per_week = 3
weekdays = ["vr", "mon", "Zaterdag"]
from = "16:00"
until = "02:00"
municipalities = ["heumen"]
away = [{ from = 2027-07-20, to = "23-7-2027", reason = "Vierdaagse" }, { from = 2027-09-01 }]

[[crew]]
name = "Motoren"
from = 07:30:00
until = "24:00"

[calendar]
campaigns = "campagnes.csv"
school_holidays = "schoolvakanties.csv"
holidays = "none"
region_day = "2027-10-08"
closed = [{ from = 2027-12-31, reason = "oudjaarsdag" }]
meetings = [{ name = "Regionaal overleg", date = 2027-04-06, from = "13:30", place = "Wijchen" }]
blocks = [{ name = "avond", from = "20:00", until = "22:00" }, { name = "nacht", from = "23:30", until = "01:30" }]

[[lock]]
municipality = "Heumen"
date = 2027-03-12
site = "Rijksweg"
theme = "lighting"
start = "21:30"

[[lock]]
municipality = "Berg en Dal"
date = "12-4-2027"
)";

}  // namespace

TEST_CASE("two lines are settings: everything else has a default") {
    const Settings settings = read(std::string(least), "werk/Tweestromenland 2027.toml");
    CHECK(settings.name == "Tweestromenland 2027");
    CHECK(settings.year == 2027);
    CHECK_FALSE(settings.seed.has_value());
    CHECK(settings.language == Language::nl);
    CHECK(settings.region.boundaries == std::filesystem::path("werk/gemeenten.geojson"));
    CHECK(settings.region.municipalities.empty());
    CHECK(settings.sources.empty());
    CHECK(settings.rules.checks_per_municipality == 3);
    CHECK(settings.rules.dark_days.from == MonthDay{10, 1});
    CHECK(settings.rules.dark_days.to == MonthDay{3, 31});
    CHECK(settings.calendar.blocks.size() == 6);
    REQUIRE(settings.crews.size() == 1);
    CHECK(settings.crews[0].checks_per_week == 2);
    CHECK(settings.hotspots.weight_sets.size() == 4);
}

TEST_CASE("every key of [region] and [[source]] arrives") {
    const Settings settings = read(std::string(full), "/plannen/2027/plan.toml");
    CHECK(settings.file == "/plannen/2027/plan.toml");
    CHECK(settings.name == "Tweestromenland 2027");
    CHECK(settings.seed == 2027U);
    CHECK(settings.language == Language::en);
    CHECK(settings.region.boundaries == std::filesystem::path("/plannen/2027/grenzen/gemeenten.geojson"));
    CHECK(settings.region.name_column == "statnaam");
    CHECK(settings.region.code_column == "statcode");
    CHECK(settings.region.municipalities == std::vector<std::string>{"Berg en Dal", "Heumen"});

    REQUIRE(settings.sources.size() == 3);
    CHECK(settings.sources[0].kind == SourceKind::accidents);
    CHECK(settings.sources[0].path == std::filesystem::path("/plannen/2027/bron.csv"));
    CHECK(settings.sources[0].profile == "bron-2022");
    CHECK(settings.sources[0].crs == "EPSG:28992");
    CHECK(settings.sources[1].kind == SourceKind::complaints);
    CHECK(settings.sources[1].path == std::filesystem::path("/data/klachten.csv"));
    CHECK(settings.sources[1].columns ==
          std::map<std::string, std::string>{{"x", "X-coördinaat"}, {"y", "Y-coördinaat"}, {"date", "datum"}});
    CHECK(settings.sources[1].themes ==
          std::map<std::string, std::string>{{"Te hard rijden", "speed"}, {"Losliggende tegel", "none"}});
    CHECK(settings.sources[2].kind == SourceKind::roads);
    CHECK(settings.sources[2].profile == "auto");
}

TEST_CASE("measurements and schools are sources, and their keys of [hotspots] arrive") {
    const std::string head = "year = 2027\n[region]\nboundaries = \"g\"\n";
    const Settings plain = read(head, "/plannen/plan.toml");
    CHECK(plain.hotspots.measurement_weight == 0.2);
    CHECK_FALSE(plain.hotspots.complaint_correction);
    CHECK(plain.hotspots.norms.size() == 4);
    const Settings settings = read(head +
                                       "[hotspots]\nmeasurement_weight = 0.3\ncomplaint_correction = true\n"
                                       "[[source]]\nkind = \"measurements\"\npath = \"m.csv\"\ncolumns = { v85 = "
                                       "\"snelheid\" }\n[[source]]\nkind = \"schools\"\npath = \"s.csv\"\n",
                                   "/plannen/plan.toml");
    CHECK(settings.hotspots.measurement_weight == 0.3);
    CHECK(settings.hotspots.complaint_correction);
    REQUIRE(settings.sources.size() == 2);
    CHECK(settings.sources[0].kind == SourceKind::measurements);
    CHECK(settings.sources[0].columns == std::map<std::string, std::string>{{"v85", "snelheid"}});
    CHECK(settings.sources[1].kind == SourceKind::schools);
    CHECK(settings.sources[1].path == std::filesystem::path("/plannen/s.csv"));
}

TEST_CASE("every key of a base map arrives") {
    const Settings settings = read(
        "year = 2027\n[region]\nboundaries = \"g\"\n"
        "[[source]]\nkind = \"basemap\"\npath = \"lucht.png\"\ncrs = \"EPSG:3857\"\nlayer = \"zomer\"\n"
        "[[source]]\nkind = \"basemap\"\nurl = \"https://kaart.example/wmts\"\nlayer = \"grijs\"\n"
        "proxy = \"proxy.example:8080\"\ntimeout_seconds = 4\ncache = \"tegels\"\n",
        "/plannen/2027/plan.toml");
    REQUIRE(settings.sources.size() == 2);
    const SourceSettings &file = settings.sources[0], &server = settings.sources[1];
    CHECK(file.kind == SourceKind::basemap);
    CHECK(file.path == std::filesystem::path("/plannen/2027/lucht.png"));
    CHECK(file.crs == "EPSG:3857");
    CHECK(file.layer == "zomer");
    CHECK(file.url.empty());
    CHECK(server.kind == SourceKind::basemap);
    CHECK(server.url == "https://kaart.example/wmts");
    CHECK(server.path.empty());
    CHECK(server.layer == "grijs");
    CHECK(server.proxy == "proxy.example:8080");
    CHECK(server.timeout_seconds == 4);
    CHECK(server.cache == std::filesystem::path("/plannen/2027/tegels"));
}

TEST_CASE("the width along roads can be left to the data") {
    const std::string text = "year = 2027\n[region]\nboundaries = \"a.geojson\"\n[hotspots]\n";
    CHECK(read(text).hotspots.network_bandwidth == 250_m);
    CHECK_FALSE(read(text + "network_bandwidth = \"auto\"\n").hotspots.network_bandwidth);
}

TEST_CASE("every key of [hotspots] and [rules] arrives") {
    const Settings settings = read(std::string(full));
    const HotspotSettings& hotspots = settings.hotspots;
    CHECK(hotspots.years == std::vector<int>{2022, 2023, 2024});
    CHECK(hotspots.per_municipality == 8);
    CHECK(hotspots.reach.value == Approx(300));
    CHECK(hotspots.complaint_clusters == ComplaintClusters::hdbscan);
    CHECK(hotspots.complaint_reach == 120_m);
    CHECK(hotspots.complaint_core == 4);
    CHECK(hotspots.complaint_half_life == 200_days);
    CHECK(hotspots.complaint_weight == 0.5);
    REQUIRE(hotspots.network_bandwidth);
    CHECK(hotspots.network_bandwidth->value == Approx(300));
    CHECK(hotspots.lixel == 25_m);
    CHECK(hotspots.network_kernel == NetworkKernel::continuous);
    CHECK(hotspots.road_managers == std::vector<RoadManager>{RoadManager::municipality, RoadManager::other});
    REQUIRE(hotspots.weight_sets.size() == 1);
    CHECK(hotspots.weight_sets[0].name == "zwaar");
    CHECK(hotspots.weight_sets[0].fatal == 10);
    CHECK(hotspots.weight_sets[0].injury == 2.5);
    CHECK(hotspots.weight_sets[0].damage_only == 0);
    REQUIRE(hotspots.norms.size() == 1);
    CHECK(hotspots.norms[0].accidents == 6);
    CHECK(hotspots.norms[0].years == 4);
    CHECK_FALSE(hotspots.norms[0].injury_only);

    const Rules& rules = settings.rules;
    CHECK(rules.checks_per_municipality == 4);
    CHECK(rules.max_per_municipality == 9);
    CHECK(rules.dark_days.from == MonthDay{11, 1});
    CHECK(rules.dark_days.to == MonthDay{2, 28});
    CHECK(rules.dark_days.checks_per_municipality == 2);
    CHECK(rules.checks_per_campaign == 2);
    CHECK(rules.complainants_for_a_visit == 7);
    CHECK(rules.revisit == 30_days);
    CHECK(rules.spacing.value == Approx(1200));
    CHECK(rules.spacing_days == 14_days);
    CHECK(rules.municipality_gap == 5_days);
    CHECK(rules.unpredictability == 0.1);
}

TEST_CASE("the k of [privacy] arrives, and is 5 where nothing is said") {
    CHECK(read(std::string(least)).privacy.k == 5);
    for (const int k : {3, 10})
        CHECK(read(std::string(least) + "[privacy]\nk = " + std::to_string(k) + "\n").privacy.k == k);
}

TEST_CASE("every key of [[crew]], [calendar] and [[lock]] arrives") {
    const Settings settings = read(std::string(full), "/plannen/plan.toml");
    REQUIRE(settings.crews.size() == 2);
    const CrewSettings& crew = settings.crews[0];
    CHECK(crew.name == "Basisteam");
    CHECK(crew.checks_per_week == 3);
    CHECK(crew.weekdays == std::vector<unsigned>{1, 5, 6});
    CHECK(crew.from == 16 * 60);
    CHECK(crew.until == 26 * 60);  // 02:00 the next day
    CHECK(crew.municipalities == std::vector<std::string>{"heumen"});
    REQUIRE(crew.away.size() == 2);
    CHECK(to_iso(crew.away[0].from) == "2027-07-20");
    CHECK(to_iso(crew.away[0].to) == "2027-07-23");
    CHECK(crew.away[0].reason == "Vierdaagse");
    CHECK(to_iso(crew.away[1].to) == "2027-09-01");
    CHECK(settings.crews[1].from == 7 * 60 + 30);
    CHECK(settings.crews[1].until == 24 * 60);

    const CalendarSettings& calendar = settings.calendar;
    CHECK(calendar.campaigns == std::filesystem::path("/plannen/campagnes.csv"));
    CHECK(calendar.school_holidays == std::filesystem::path("/plannen/schoolvakanties.csv"));
    CHECK(calendar.holidays == "none");
    CHECK(calendar.region_day == make_date(2027, 10, 8));
    REQUIRE(calendar.meetings.size() == 1);
    CHECK(calendar.meetings[0].name == "Regionaal overleg");
    CHECK(calendar.meetings[0].date == make_date(2027, 4, 6));
    CHECK(calendar.meetings[0].from == 13 * 60 + 30);
    CHECK(calendar.meetings[0].until == 14 * 60 + 30);
    CHECK(calendar.meetings[0].place == "Wijchen");
    REQUIRE(calendar.closed.size() == 1);
    CHECK(calendar.closed[0].reason == "oudjaarsdag");
    REQUIRE(calendar.blocks.size() == 2);
    CHECK(calendar.blocks[0].from == 20 * 60);
    CHECK(calendar.blocks[1].from == 23 * 60 + 30);
    CHECK(calendar.blocks[1].until == 25 * 60 + 30);

    REQUIRE(settings.locks.size() == 2);
    CHECK(settings.locks[0].municipality == "Heumen");
    CHECK(to_iso(settings.locks[0].date) == "2027-03-12");
    CHECK(settings.locks[0].site == std::string("Rijksweg"));
    CHECK(settings.locks[0].theme == Theme::lighting);
    CHECK(settings.locks[0].start == 21 * 60 + 30);
    CHECK(to_iso(settings.locks[1].date) == "2027-04-12");
    CHECK_FALSE(settings.locks[1].site.has_value());
    CHECK_FALSE(settings.locks[1].theme.has_value());
    CHECK_FALSE(settings.locks[1].start.has_value());
}

TEST_CASE("road managers may stand with the rules") {
    const Settings settings = read(std::string(least) + "[rules]\nroad_managers = [\"Rijk\"]\n");
    CHECK(settings.hotspots.road_managers == std::vector<RoadManager>{RoadManager::national});
}

TEST_CASE("the maximum makes room for a larger quota") {
    CHECK(read(std::string(least)).rules.max_per_municipality == 6);
    CHECK(read(std::string(least) + "[rules]\nchecks_per_municipality = 12\n").rules.max_per_municipality == 14);
}

TEST_CASE("a byte order mark and Windows line ends are no hindrance") {
    const Settings settings = read("\xEF\xBB\xBFyear = 2027\r\n[region]\r\nboundaries = \"a.gpkg\"\r\n");
    CHECK(settings.year == 2027);
}

TEST_CASE("the hash says nothing about the seed, and everything about the rest") {
    const std::string one = read("seed = 1\n" + std::string(least)).sha256;
    CHECK(one.size() == 64);
    CHECK(one == read("seed = 2\n" + std::string(least)).sha256);
    CHECK(one == read(std::string(least)).sha256);
    CHECK(
        one ==
        read("# a remark\nyear   = 2027\n\n[region]\n  boundaries = 'gemeenten.geojson'\n", "elsewhere/b.toml").sha256);
    CHECK(one != read("year = 2028\n[region]\nboundaries = \"gemeenten.geojson\"\n").sha256);
    CHECK(one != read(std::string(least) + "[rules]\nrevisit_days = 21\n").sha256);
    CHECK(read(std::string(least) + "[[lock]]\nmunicipality = \"a\"\ndate = 2027-01-02\n").sha256 !=
          read(std::string(least) + "[[lock]]\nmunicipality = \"a\"\ndate = 2027-01-03\n").sha256);
}

TEST_CASE("a quote inside a text cannot make two settings look the same") {
    const std::string head = "[region]\nboundaries = \"g\"\n";
    CHECK(read("year=2027\nname = 'a\",\"b'\n" + head).sha256 != read("year=2027\nname = 'a,b'\n" + head).sha256);
}
