#include "synth/synth.hpp"

#include "base/csv.hpp"
#include "base/text.hpp"
#include "geo/io/crs.hpp"
#include "support/support.hpp"
#include "synth/facts.hpp"

#include <chrono>
#include <map>
#include <set>

using namespace baken;

namespace {

using Files = std::map<std::string, std::string>;

const Files& demo() {
    static const Files files = synthetic_region({}, {});
    return files;
}

struct Sheet {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    [[nodiscard]] std::size_t column(const std::string& name) const {
        return static_cast<std::size_t>(std::find(columns.begin(), columns.end(), name) - columns.begin());
    }
    [[nodiscard]] const std::string& at(std::size_t row, const std::string& name) const {
        return rows[row].at(column(name));
    }
    /// Rows by the value of a column.
    [[nodiscard]] std::map<std::string, int> counts(const std::string& name) const {
        std::map<std::string, int> counts;
        for (std::size_t i = 0; i < rows.size(); ++i) ++counts[at(i, name)];
        return counts;
    }
};

Sheet sheet(const std::string& text, char separator = ',') {
    Sheet sheet;
    CsvReader reader(text, separator);
    REQUIRE(reader.next());
    sheet.columns.assign(reader.fields().begin(), reader.fields().end());
    while (reader.next()) {
        REQUIRE(reader.is_closed());
        REQUIRE(reader.fields().size() == sheet.columns.size());
        sheet.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    return sheet;
}

const Sheet& accidents() {
    static const Sheet rows = sheet(demo().at("ongevallen.csv"));
    return rows;
}

double share(const Sheet& rows, const std::string& column, const std::string& value) {
    return rows.counts(column)[value] / static_cast<double>(rows.rows.size());
}

MapPoint point_of(const Sheet& rows, std::size_t row) {
    return {parse_number(rows.at(row, "x_rd")).value(), parse_number(rows.at(row, "y_rd")).value()};
}

std::string key_of(const Sheet& rows, std::size_t row) {
    if (!rows.at(row, "junctie_id").empty()) return "J" + rows.at(row, "junctie_id");
    if (!rows.at(row, "wegvak_id").empty()) return "W" + rows.at(row, "wegvak_id");
    return "H" + rows.at(row, "straatnaam") + rows.at(row, "hectometer");
}

}  // namespace

TEST_CASE("the demo region is nine files that say what they are") {
    std::set<std::string> names;
    for (const auto& [name, content] : demo()) {
        names.insert(name);
        CHECK_FALSE(content.empty());
        CHECK(content.find('@') == std::string::npos);
    }
    CHECK(names == std::set<std::string>{"gemeenten.geojson", "wegen.geojson", "ongevallen.csv", "meldingen.csv",
                                         "klachten.csv", "snelheidsmetingen.csv", "scholen.csv", "campagnes.csv",
                                         "schoolvakanties.csv", "baken.toml", "LEESMIJ.txt"});
    CHECK(demo().at("LEESMIJ.txt").find("VERZONNEN") == 0);
    CHECK(demo().at("LEESMIJ.txt").find("SYNTHETIC DATA") != std::string::npos);
    CHECK(demo().at("gemeenten.geojson").find("synthetic and schematic") != std::string::npos);
    CHECK(demo().at("wegen.geojson").find("synthetic and schematic") != std::string::npos);
    CHECK(demo().at("baken.toml").find("verzonnen") != std::string::npos);
}

TEST_CASE("the same seed makes the same files, another seed others") {
    const Files again = synthetic_region({}, {});
    CHECK((again == demo()));
    const Files other = synthetic_region({.seed = 1}, {});
    for (const char* name : {"ongevallen.csv", "meldingen.csv", "klachten.csv", "snelheidsmetingen.csv", "scholen.csv",
                             "wegen.geojson", "baken.toml"})
        CHECK((other.at(name) != demo().at(name)));
    for (const char* name : {"gemeenten.geojson", "campagnes.csv", "schoolvakanties.csv"})
        CHECK((other.at(name) == demo().at(name)));
}

TEST_CASE("more complaints leave the accidents as they are") {
    const Files more = synthetic_region({.complaints = 1800}, {});
    CHECK((more.at("ongevallen.csv") == demo().at("ongevallen.csv")));
    CHECK(sheet(more.at("meldingen.csv")).rows.size() == 1200);
}

TEST_CASE("accidents stand in the register's own layout") {
    CHECK(accidents().columns == register_columns());
    CHECK(accidents().columns.size() == 39);
    CHECK(accidents().rows.size() == 3000);
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < accidents().rows.size(); ++i) {
        numbers.insert(accidents().at(i, "verkeersongeval_nummer"));
        CHECK(accidents().at(i, "verkeersongeval_nummer").size() == 11);
        CHECK(accidents().at(i, "verkeersongeval_nummer").rfind(accidents().at(i, "jaar_ongeval"), 0) == 0);
        const int places = (accidents().at(i, "junctie_id").empty() ? 0 : 1) +
                           (accidents().at(i, "wegvak_id").empty() ? 0 : 1) +
                           (accidents().at(i, "hectometer").empty() ? 0 : 1);
        CHECK(places == 1);
        CHECK(accidents().at(i, "straatnaam").size() <= 24);
        CHECK(accidents().at(i, "dienstnaam").empty() == (accidents().at(i, "wegbeheerder") != "Rijk"));
    }
    CHECK(numbers.size() == 3000);
}

TEST_CASE("accidents are spread as in a rural region") {
    const Sheet& rows = accidents();
    CHECK(share(rows, "verkeersongeval_afloop", "Letsel") == Approx(0.093).margin(0.025));
    CHECK(share(rows, "verkeersongeval_afloop", "Dodelijk") == Approx(0.006).margin(0.005));
    CHECK(share(rows, "niveau_koppelen", "Ongeval gekoppeld op straat niveau.") == Approx(0.152).margin(0.03));
    CHECK(share(rows, "niveau_koppelen", "Ongeval gekoppeld op kruispuntniveau.") == Approx(0.04).margin(0.025));
    CHECK(rows.counts("niveau_koppelen").size() <= 4);
    CHECK(share(rows, "wegbeheerder", "Rijk") == Approx(0.281).margin(0.04));
    CHECK(share(rows, "wegbeheerder", "Provincie") == Approx(0.315).margin(0.04));
    CHECK(share(rows, "wegsituatie", "") == Approx(0.407).margin(0.03));
    CHECK(share(rows, "aard_ongeval", "Onbekend") == Approx(0.485).margin(0.04));
    CHECK(share(rows, "lichtgesteldheid", "Duisternis") == Approx(0.208).margin(0.03));
    CHECK(share(rows, "indicatie_alcohol", "Ja") == Approx(0.018).margin(0.008));
    CHECK(share(rows, "zichtafstand", "") == 1);
    const std::map<std::string, int> years = rows.counts("jaar_ongeval");
    REQUIRE(years.size() == 3);
    CHECK(years.begin()->first == "2022");
    for (const auto& [year, count] : years) CHECK(count == Approx(1000).margin(100));
    CHECK(rows.counts("gemeente").size() == 6);
    for (const auto& [name, count] : rows.counts("gemeente")) CHECK(count > 100);
}

TEST_CASE("each location has one point, in the municipality that it names") {
    const Facts facts = read_facts();
    const Sheet& rows = accidents();
    std::map<std::string, MapPoint> point_by_key;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const MapPoint at = point_of(rows, i);
        CHECK(point_by_key.emplace(key_of(rows, i), at).first->second == at);
        const auto owner = facts.municipality_at(at);
        REQUIRE(owner.has_value());
        CHECK(facts.municipalities[*owner].name == rows.at(i, "gemeente"));
    }
}

TEST_CASE("accidents gather at few places, as real ones do") {
    const Sheet& rows = accidents();
    std::map<std::string, int> by_key;
    for (std::size_t i = 0; i < rows.rows.size(); ++i)
        if (rows.at(i, "wegbeheerder") != "Rijk") ++by_key[key_of(rows, i)];
    std::vector<int> counts;
    int all = 0;
    for (const auto& [key, count] : by_key) {
        counts.push_back(count);
        all += count;
    }
    std::sort(counts.rbegin(), counts.rend());
    int in_the_first_twentieth = 0;
    for (std::size_t i = 0; i < counts.size() / 20; ++i) in_the_first_twentieth += counts[i];
    CHECK(counts.size() > 700);
    CHECK(in_the_first_twentieth > all / 5);
    CHECK(counts.front() < 40);
}

TEST_CASE("reports look like an export of a reporting system") {
    const Sheet rows = sheet(demo().at("meldingen.csv"));
    CHECK(joined(rows.columns, ",") ==
          "id,created_at,resolved_date,days_open,category,subcategory,category_slug,subcategory_slug,wijk,address,lat,"
          "lng");
    CHECK(rows.rows.size() == 600);
    CHECK(rows.counts("id").size() == 600);
    CHECK(rows.counts("category").size() >= 5);
    const Facts facts = read_facts();
    const Projector to_map("EPSG:4326");
    std::string previous;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const auto at =
            to_map.forward(parse_number(rows.at(i, "lng")).value(), parse_number(rows.at(i, "lat")).value());
        REQUIRE(at.has_value());
        CHECK(facts.municipality_at(*at).has_value());
        const std::string& created = rows.at(i, "created_at");
        const auto moment = parse_moment(created);
        REQUIRE(moment.has_value());
        CHECK(moment->utc_offset_minutes == 0);
        CHECK(moment->day <= make_date(2026, 10, 31));
        CHECK(moment->day > make_date(2024, 10, 30));
        CHECK(previous.substr(0, 19) <= created.substr(0, 19));
        CHECK(to_iso(moment->day + std::chrono::days{parse_integer(rows.at(i, "days_open")).value()}) ==
              rows.at(i, "resolved_date"));
        previous = created;
    }
}

TEST_CASE("complaints look like a Dutch spreadsheet in Windows-1252") {
    const std::string& bytes = demo().at("klachten.csv");
    CHECK_FALSE(is_valid_utf8(bytes));
    const std::string text = windows_1252_to_utf8(bytes);
    CHECK(text.find("één keer") != std::string::npos);
    const Sheet rows = sheet(text, ';');
    CHECK(rows.rows.size() == 300);
    const Facts facts = read_facts();
    int tireless = 0;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        CHECK(parse_dutch_date(rows.at(i, "datum")).has_value());
        CHECK(parse_clock(rows.at(i, "tijd")).has_value());
        CHECK(rows.at(i, "x").find(',') != std::string::npos);
        const MapPoint at{parse_number(rows.at(i, "x")).value(), parse_number(rows.at(i, "y")).value()};
        CHECK(facts.municipality_at(at).has_value());
        CHECK(rows.at(i, "melder").rfind("VERZONNEN-", 0) == 0);
        tireless += rows.at(i, "melder") == "VERZONNEN-00000" ? 1 : 0;
    }
    CHECK(tireless == 15);
    CHECK(rows.counts("categorie").size() == 8);
}

TEST_CASE("measured speeds hang together as those of free traffic do, and are too high where it goes wrong") {
    const Sheet rows = sheet(demo().at("snelheidsmetingen.csv"), ';');
    REQUIRE(rows.rows.size() == 60);
    int above = 0;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        INFO(rows.at(i, "meting"));
        const auto number = [&](const char* name) { return parse_number(rows.at(i, name)).value(); };
        const double limit = number("limiet"), mean = number("gemiddelde snelheid"), v85 = number("V85"),
                     over = number("% te hard");
        CHECK(mean > limit / 2);
        CHECK(v85 > mean);
        CHECK(v85 < 2 * limit);
        CHECK((over >= 0 && over <= 100));
        // By what a V85 is: above the limit where more than 15 % drive faster. The figures are rounded.
        if (v85 > limit + 0.2) CHECK(over > 14.9);
        if (v85 < limit - 0.2) CHECK(over < 15.1);
        CHECK(parse_dutch_date(rows.at(i, "datum")).has_value());
        above += v85 > limit ? 1 : 0;
    }
    CHECK(above > 20);
    CHECK(above < 55);
}

TEST_CASE("schools stand in their villages, the larger the more, and have numbers that no school has") {
    const Facts facts = read_facts();
    const Sheet rows = sheet(demo().at("scholen.csv"), ';');
    CHECK(rows.rows.size() > 40);
    std::map<std::string, int> of_village = rows.counts("plaats");
    CHECK(of_village["Wijchen"] > of_village["Beek"]);
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        CHECK(rows.at(i, "brin").rfind("99", 0) == 0);
        CHECK(numbers.insert(rows.at(i, "brin")).second);
        const MapPoint at{parse_number(rows.at(i, "x")).value(), parse_number(rows.at(i, "y")).value()};
        CHECK(facts.municipality_at(at).has_value());
    }
}

TEST_CASE("campaigns and settings follow the year") {
    const Files files = synthetic_region({.year = 2029, .accidents = 10, .complaints = 9}, {});
    CHECK(files.at("campagnes.csv").find("2027") == std::string::npos);
    CHECK(files.at("campagnes.csv").find("24-uur blauw,general_safety,2029-10-12,2029-10-12,confirmed") !=
          std::string::npos);
    CHECK(files.at("baken.toml").find("region_day = \"2029-10-12\"") != std::string::npos);
    CHECK(files.at("baken.toml").find("years = [2024, 2025, 2026]") != std::string::npos);
    CHECK(demo().at("baken.toml").find("region_day = \"2027-10-08\"") != std::string::npos);
    CHECK(demo().at("campagnes.csv") == std::string(fact_text("campaigns/2027.csv")));
}

TEST_CASE("no accidents and no complaints are still a region") {
    const Files files = synthetic_region({.accidents = 0, .complaints = 0}, {});
    CHECK(sheet(files.at("ongevallen.csv")).rows.empty());
    CHECK(sheet(files.at("meldingen.csv")).rows.empty());
}

TEST_CASE("a stop is heard") {
    std::stop_source source;
    source.request_stop();
    CHECK_THROWS_AS(synthetic_region({}, {.stop = source.get_token()}), Cancelled);
}
