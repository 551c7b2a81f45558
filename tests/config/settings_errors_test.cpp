#include "config/read_settings.hpp"

#include "base/error.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

/// What is wrong with these lines, which follow the three lines of the least settings: the first is line 4.
std::string wrong(const std::string& lines) {
    try {
        (void)read_settings("year = 2027\n[region]\nboundaries = \"gemeenten.geojson\"\n" + lines, "file.toml");
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "nothing";
}

/// The same for a whole text.
std::string all_wrong(const std::string& text) {
    try {
        (void)read_settings(text, "file.toml");
    } catch (const SettingsError& error) {
        return error.what();
    }
    return "nothing";
}

const std::string region_line = "[region]\nboundaries = \"g.gpkg\"\n";
constexpr const char* themes =
    "speed, alcohol_drugs, distraction, lighting, school_zone, seatbelt, heavy_traffic, general_safety";

}  // namespace

TEST_CASE("an unknown key is named with its place and its nearest neighbour") {
    CHECK(wrong("[rules]\nrevisit_days = 21\n  cheks_per_municipality = 3\n") ==
          "file.toml:6:3: unknown key 'cheks_per_municipality' in [rules]; did you mean 'checks_per_municipality'?");
    CHECK(wrong("[calender]\nholidays = \"nl\"\n") ==
          "file.toml:4:2: unknown key 'calender' in the settings; did you mean 'calendar'?");
    CHECK(wrong("[rules]\ndark_days = { frm = \"10-01\" }\n") ==
          "file.toml:5:15: unknown key 'frm' in [rules.dark_days]; did you mean 'from'?");
    CHECK(wrong("[[crew]]\nname = \"A\"\naway = [{ from = 2027-01-01, why = \"x\" }]\n") ==
          "file.toml:6:30: unknown key 'why' in [[crew.away]]; its keys are from, to, reason");
    CHECK(wrong("[[hotspots.norms]]\nname = \"n\"\naccidents = 5\nyers = 3\n") ==
          "file.toml:7:1: unknown key 'yers' in [[hotspots.norms]]; did you mean 'years'?");
    CHECK(wrong("[[lock]]\nmunicipality = \"a\"\ndate = 2027-01-01\nthema = \"speed\"\n") ==
          "file.toml:7:1: unknown key 'thema' in [[lock]]; did you mean 'theme'?");
    CHECK(wrong("[[source]]\nkind = \"roads\"\npath = \"a\"\nprofiel = \"auto\"\n") ==
          "file.toml:7:1: unknown key 'profiel' in [[source]]; did you mean 'profile'?");
}

TEST_CASE("text that is not TOML is refused with its place") {
    CHECK(wrong("[rules]\nspacing = \n").rfind("file.toml:5:", 0) == 0);
    CHECK(wrong("[rules]\nspacing = \n").find("this is not TOML") != std::string::npos);
    CHECK(wrong("[rules]\nrevisit_days = 1\nrevisit_days = 2\n").rfind("file.toml:6:", 0) == 0);
    CHECK(all_wrong("name = \"caf\xE9\"\n").rfind("file.toml:1:", 0) == 0);
    CHECK(wrong("[calendar]\nregion_day = 2027-02-30\n").rfind("file.toml:5:", 0) == 0);
}

TEST_CASE("what must be there is asked for") {
    CHECK(all_wrong(region_line) ==
          "file.toml:1:1: no key 'year' in the settings; write the year to plan, year = 2027");
    CHECK(all_wrong("year = 2027\n") ==
          "file.toml:1:1: no key 'region' in the settings; write [region] with boundaries = \"gemeenten.geojson\"");
    CHECK(all_wrong("year = 2027\n[region]\n") ==
          "file.toml:2:1: no key 'boundaries' in [region]; write boundaries = \"...\"");
    CHECK(wrong("[[source]]\nkind = \"accidents\"\n") ==
          "file.toml:4:1: no key 'path' in [[source]]; write path = \"...\"");
    CHECK(wrong("[[source]]\npath = \"a.csv\"\n") ==
          "file.toml:4:1: no key 'kind' in [[source]]; write kind = \"accidents\", \"complaints\", \"measurements\", "
          "\"schools\", \"roads\" or "
          "\"basemap\"");
    CHECK(wrong("[[crew]]\n") == "file.toml:4:1: no key 'name' in [[crew]]; write name = \"...\"");
    CHECK(wrong("[[lock]]\nmunicipality = \"a\"\n") ==
          "file.toml:4:1: no key 'date' in [[lock]]; write a date such as 2027-10-08");
    CHECK(wrong("[[source]]\nkind = \"roads\"\npath = \"\"\n") ==
          "file.toml:6:8: 'path' is empty; write something or leave the key out");
}

TEST_CASE("a value of the wrong type says what it is and what it must be") {
    CHECK(all_wrong("year = \"2027\"\n") == "file.toml:1:8: 'year' must be a whole number, not the text \"2027\"");
    CHECK(all_wrong("year = 2027.5\n") == "file.toml:1:8: 'year' must be a whole number, not the number 2027.5");
    CHECK(all_wrong("year = 2027\nname = 5\n") ==
          "file.toml:2:8: 'name' must be a text between quotes, not the number 5");
    CHECK(wrong("[[crew]]\nname = \"A\"\nweekdays = \"ma\"\n") ==
          "file.toml:6:12: 'weekdays' must be a list of days such as \"ma\" or \"mon\", between [ and ], not the text "
          "\"ma\"");
    CHECK(wrong("[rules]\ndark_days = 3\n") ==
          "file.toml:5:13: 'dark_days' must be a table, [rules.dark_days], not the number 3");
    CHECK(wrong("[rules]\nspacing = true\n") ==
          "file.toml:5:11: 'spacing' must be a length such as \"1500 m\", not true");
    CHECK(wrong("[hotspots]\ncomplaint_weight = \"half\"\n") ==
          "file.toml:5:20: 'complaint_weight' must be a number, not the text \"half\"");
    CHECK(wrong("[hotspots]\nnetwork_bandwidth = \"wide\"\n") ==
          "file.toml:5:21: 'network_bandwidth' is 'wide', which is no length; write it as \"1500 m\" or \"1.5 km\"");
    CHECK(wrong("[source]\nkind = \"roads\"\n") ==
          "file.toml:4:1: 'source' can stand here more than once; write [[source]] with double brackets");
    CHECK(wrong("[calendar]\nregion_day = 2027-10-08T12:00:00Z\n") ==
          "file.toml:5:14: 'region_day' must be a date such as 2027-10-08, not a date with a time");
    CHECK(wrong("[[hotspots.norms]]\nname = \"n\"\naccidents = 5\ninjury_only = 1\n") ==
          "file.toml:7:15: 'injury_only' must be true or false, not the number 1");
    CHECK(wrong("[calendar]\nclosed = [3]\n") ==
          "file.toml:5:11: 'closed' must be a list of tables, [[calendar.closed]], not the number 3");
}

TEST_CASE("a value that cannot be is refused with its bounds") {
    CHECK(all_wrong("year = 1995\n" + region_line) ==
          "file.toml:1:8: 'year' is 1995; it must be between 1996 and 2100");
    CHECK(all_wrong("year = 2101\n" + region_line) ==
          "file.toml:1:8: 'year' is 2101; it must be between 1996 and 2100");
    CHECK(all_wrong("year = 2027\nseed = -1\n" + region_line)
              .rfind("file.toml:2:8: 'seed' is -1; it must be between 0 and ", 0) == 0);
    CHECK(wrong("[rules]\nchecks_per_municipality = -1\n") ==
          "file.toml:5:27: 'checks_per_municipality' is -1; it must be between 0 and 1000");
    CHECK(wrong("[privacy]\nk = 2\n") == "file.toml:5:5: 'k' is 2; it must be between 3 and 10");
    CHECK(wrong("[privacy]\nk = 11\n") == "file.toml:5:5: 'k' is 11; it must be between 3 and 10");
    CHECK(wrong("[rules]\nunpredictability = 0.6\n") ==
          "file.toml:5:20: 'unpredictability' is 0.6; it must be between 0 and 0.5");
    CHECK(wrong("[rules]\nunpredictability = nan\n") ==
          "file.toml:5:20: 'unpredictability' is not a finite number; write one");
    CHECK(wrong("[rules]\nspacing = \"-5 m\"\n") ==
          "file.toml:5:11: 'spacing' is -5; it must be between 0 and 100000 metres");
    CHECK(wrong("[rules]\nspacing = \"far\"\n") ==
          "file.toml:5:11: 'spacing' is 'far', which is no length; write it as \"1500 m\" or \"1.5 km\"");
    CHECK(wrong("[hotspots]\nyears = [2022, 2022]\n") == "file.toml:5:16: 'years' names a year twice; keep one");
    CHECK(wrong("[[hotspots.weight_sets]]\nname = \"a\"\nfatal = -5\n") ==
          "file.toml:6:9: 'fatal' is -5; it must be between 0 and 1000000");
    CHECK(wrong("[[hotspots.weight_sets]]\nname = \"a\"\n") ==
          "file.toml:4:1: the weight set 'a' weighs nothing; give fatal, injury or damage_only a weight above 0");
    CHECK(wrong("[hotspots]\nroad_managers = []\n") ==
          "file.toml:5:17: 'road_managers' is empty, and then no road counts; name one or leave the key out");
}

TEST_CASE("dates and times must exist and be in order") {
    CHECK(wrong("[calendar]\nregion_day = \"30-02-2027\"\n") ==
          "file.toml:5:14: 'region_day' is '30-02-2027', which is no date; write it as 2027-10-08 or \"8-10-2027\"");
    CHECK(wrong("[calendar]\nregion_day = 2026-10-08\n") ==
          "file.toml:5:14: 'region_day' is 2026-10-08, which is not in 2027; choose a day of that year");
    CHECK(wrong("[[lock]]\nmunicipality = \"a\"\ndate = \"2028-01-01\"\n") ==
          "file.toml:6:8: 'date' is 2028-01-01, which is not in 2027; choose a day of that year");
    CHECK(wrong("[calendar]\nclosed = [{ from = 2027-05-03, to = 2027-05-01 }]\n") ==
          "file.toml:5:37: 'to' is 2027-05-01, before 'from' (2027-05-03); exchange the two");
    CHECK(wrong("[rules]\ndark_days = { from = \"31-10\" }\n") ==
          "file.toml:5:22: 'from' is '31-10', which is no day of the year; write 1 October as \"10-01\"");
    CHECK(wrong("[[crew]]\nname = \"A\"\nfrom = \"25:00\"\n") ==
          "file.toml:6:8: 'from' is '25:00', which is no time of day; write it as \"16:00\"");
    CHECK(wrong("[calendar]\nblocks = [{ name = \"a\", from = \"08:00\", until = \"08:00\" }]\n") ==
          "file.toml:5:49: the block ends when it begins; move one of the two");
    CHECK(wrong("[calendar]\nblocks = []\n") ==
          "file.toml:5:10: 'blocks' is empty, and then no check can be placed; write one or leave the key out");
}

TEST_CASE("an unknown word is answered with the words there are") {
    CHECK(all_wrong("year = 2027\nlanguage = \"fy\"\n" + region_line) ==
          "file.toml:2:12: 'language' is 'fy', which is none of nl, en");
    CHECK(wrong("[[source]]\nkind = \"accident\"\npath = \"a\"\n") ==
          "file.toml:5:8: 'kind' is 'accident', which is none of accidents, complaints, measurements, schools, roads, "
          "basemap; did you mean "
          "'accidents'?");
    CHECK(wrong("[[source]]\nkind = \"accidents\"\npath = \"a\"\nprofile = \"bron2022\"\n") ==
          "file.toml:7:11: 'profile' is 'bron2022', which is none of auto, bron-2022, signalen, generic; did you mean "
          "'bron-2022'?");
    CHECK(wrong("[[source]]\nkind = \"complaints\"\npath = \"a\"\nthemes = { lawaai = \"noise\" }\n") ==
          std::string("file.toml:7:21: 'lawaai' is 'noise', which is none of ") + themes + ", none");
    CHECK(wrong("[[lock]]\nmunicipality = \"a\"\ndate = 2027-01-01\ntheme = \"speeding\"\n") ==
          std::string("file.toml:7:9: 'theme' is 'speeding', which is none of ") + themes);
    CHECK(wrong("[hotspots]\nroad_managers = [\"Gemeente\", \"Province\"]\n") ==
          "file.toml:5:30: 'road_managers' is 'Province', which is none of Gemeente, Provincie, Waterschap, Rijk, "
          "Overig; did "
          "you mean 'Provincie'?");
    CHECK(wrong("[calendar]\nholidays = \"be\"\n") == "file.toml:5:12: 'holidays' is 'be', which is none of nl, none");
    CHECK(wrong("[[crew]]\nname = \"A\"\nweekdays = [\"ma\", \"dinsd\"]\n") ==
          "file.toml:6:19: 'weekdays' has 'dinsd', which is no day; write ma di wo do vr za zo, or mon tue wed thu fri "
          "sat sun");
}

TEST_CASE("municipalities of crews and locks belong to the region") {
    const std::string two = "municipalities = [\"Heumen\", \"Wijchen\"]\n";
    CHECK(wrong(two + "[[lock]]\nmunicipality = \"Wychen\"\ndate = 2027-01-02\n") ==
          "file.toml:6:16: 'Wychen' is not one of the region's municipalities (Heumen, Wijchen); did you mean "
          "'Wijchen'?");
    CHECK(wrong(two + "[[crew]]\nname = \"A\"\nmunicipalities = [\"heumen\", \"Druten\"]\n") ==
          "file.toml:7:29: 'Druten' is not one of the region's municipalities (Heumen, Wijchen)");
    CHECK(wrong("municipalities = [\"Heumen\", \"HEUMEN\"]\n") ==
          "file.toml:4:18: 'municipalities' names 'HEUMEN' twice; keep one");
}

TEST_CASE("names that tell things apart are given once") {
    CHECK(wrong("[[crew]]\nname = \"A\"\n[[crew]]\nname = \"A\"\n") ==
          "file.toml:7:8: the name 'A' is taken; choose another");
    CHECK(
        wrong(
            "[[hotspots.weight_sets]]\nname = \"a\"\nfatal = 1\n[[hotspots.weight_sets]]\nname = \"a\"\nfatal = 2\n") ==
        "file.toml:8:8: the name 'a' is taken; choose another");
}

TEST_CASE("no text makes the reader crash or throw anything else") {
    const std::string settings =
        "year = 2027\nseed = 5\n[region]\nboundaries = \"g\"\n[rules]\nspacing = \"1 km\"\ndark_days = { from = "
        "\"10-01\" }\n"
        "[[crew]]\nname = \"A\"\naway = [{ from = 2027-01-01 }]\n[calendar]\nregion_day = 2027-10-08\n";
    int refused = 0;
    for (std::size_t cut = 0; cut < settings.size(); ++cut)
        for (const char instead : {'\0', '[', '"', '=', '9', '\n'}) {
            std::string broken = settings;
            broken[cut] = instead;
            try {
                (void)read_settings(broken, "file.toml");
                (void)read_settings(settings.substr(0, cut), "file.toml");
            } catch (const SettingsError&) {
                ++refused;
            }
        }
    CHECK(refused > 900);
}

TEST_CASE("a base map is a file or a server, with the keys of that one") {
    const std::string start = "[[source]]\nkind = \"basemap\"\n";
    CHECK(wrong(start) ==
          "file.toml:5:8: a base map is a file or a server; write either path = \"luchtfoto.tif\" or url = "
          "\"https://...\"");
    CHECK(wrong(start + "path = \"a.tif\"\nurl = \"https://a\"\n").rfind("file.toml:7:7: a base map is a file or", 0) ==
          0);
    CHECK(wrong(start + "url = \"ftp://a\"\n") ==
          "file.toml:6:7: 'ftp://a' is no address of a map server; it begins with https:// or http://");
    CHECK(wrong(start + "url = \"https://a\"\ntimeout_seconds = 0\n").find("timeout_seconds") != std::string::npos);
    CHECK(wrong(start + "path = \"a.tif\"\nproxy = \"p:1\"\n").find("unknown key 'proxy'") != std::string::npos);
    CHECK(wrong(start + "url = \"https://a\"\nprofile = \"auto\"\n").find("unknown key 'profile'") !=
          std::string::npos);
    CHECK(wrong("[[source]]\nkind = \"roads\"\npath = \"a\"\nurl = \"https://a\"\n").find("unknown key 'url'") !=
          std::string::npos);
}
