#include "base/error.hpp"
#include "intake/inspect.hpp"
#include "intake/intake_support.hpp"
#include "intake/measured_values.hpp"
#include "intake/preview.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

SourceSettings measurements_in(const std::filesystem::path& path) {
    return {.kind = SourceKind::measurements, .path = path};
}

Region import_file(const std::string& content, const std::map<std::string, std::string>& columns = {}) {
    const TempDir folder;
    SourceSettings source = measurements_in(folder.write("metingen.csv", content));
    source.columns = columns;
    return import_region(settings_for(write_two_squares(folder), {source}), {});
}

const Measurement& on_street(const Region& region, const std::string& street) {
    const auto found = std::find_if(region.measurements.begin(), region.measurements.end(),
                                    [&](const Measurement& m) { return m.street == street; });
    if (found == region.measurements.end()) FAIL("no measurement on " << street);
    return *found;
}

}  // namespace

TEST_CASE("a municipality's own list of speed measurements is read, counted and told apart") {
    const Region region = import_file(
        "Meetpunt;Datum meting;Straat;Aantal motorvoertuigen;Gemiddelde snelheid;V85 (km/u);% te hard;Limiet;"
        "Opmerking;X;Y\r\n"
        "1;5-3-2026;Dorpsstraat 12;12.345,0;44,2;58,5;62;50;\"buurt klaagt\";185000,5;425000,25\r\n"
        "2;;Laan;900;n.b.;-;12,5;30;;175000;425000\r\n"
        "3;gisteren;Kade;;31;;;30;;175010;425000\r\n"
        "4;6-3-2026;Steeg;100;31;33;8;30;;150000;425000\r\n"
        "5;6-3-2026;Dijk;100;31;33;8;30;;;\r\n");
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.kind == "measurements");
    CHECK(receipt.profile == "generic");
    CHECK(receipt.read == 5);
    CHECK(receipt.placed == 3);
    CHECK(receipt.outside_region == 1);
    CHECK(receipt.rejected == 1);
    CHECK(receipt.is_balanced());
    CHECK(has_note(receipt, "% te hard holds percentages: its numbers go up to 62"));
    CHECK(has_note(receipt, "'gisteren' on line 4"));
    CHECK(has_note(receipt, "not kept, for privacy: Opmerking"));

    REQUIRE(region.measurements.size() == 3);
    const Measurement& first = on_street(region, "Dorpsstraat");
    CHECK(first.at == MapPoint{185000.5, 425000.25});
    CHECK(first.date == make_date(2026, 3, 5));
    CHECK(first.vehicles == 12345);
    CHECK(first.mean_speed == 44.2);
    CHECK(first.v85 == 58.5);
    CHECK(first.share_over == Approx(0.62));
    CHECK(first.speed_limit == 50);
    CHECK(region.municipalities[first.municipality].name == "Oosterdorp");
    const Measurement& second = on_street(region, "Laan");
    CHECK_FALSE(second.date);
    CHECK_FALSE(second.v85);
    CHECK_FALSE(second.mean_speed);
    CHECK(second.share_over == Approx(0.125));
    const Measurement& third = on_street(region, "Kade");
    CHECK_FALSE(third.date);
    CHECK_FALSE(third.share_over);
    CHECK(third.mean_speed == 31);
}

TEST_CASE("a figure that cannot be costs the row, with its line, column and reason") {
    const Region region = import_file(
        "v85,gemiddelde snelheid,overschrijding,limiet,aantal,x,y\n"
        "52,45,20,50,10,185000,425000\n"
        "0,45,20,50,10,185000,425001\n"
        "251,45,20,50,10,185000,425002\n"
        "hard,45,20,50,10,185000,425003\n"
        "52,45,101,50,10,185000,425004\n"
        "52,45,-1,50,10,185000,425005\n"
        "52,45,veel,50,10,185000,425006\n"
        "52,45,20,500,10,185000,425007\n"
        "52,45,20,50,-3,185000,425008\n"
        ",,,50,10,185000,425009\n"
        "40,45,20,50,10,185000,425010\n");
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.read == 11);
    CHECK(receipt.placed == 2);
    CHECK(receipt.rejected == 9);
    CHECK(receipt.is_balanced());
    std::vector<std::string> told;
    for (const auto& row : receipt.rejected_rows)
        told.push_back(std::to_string(row.line) + " " + row.column + ": " + row.reason);
    CHECK(told == std::vector<std::string>{
                      "3 v85: 0 is outside 1 to 250", "4 v85: 251 is outside 1 to 250", "5 v85: 'hard' is not a number",
                      "6 overschrijding: 101 is outside 0 to 100 %", "7 overschrijding: -1 is outside 0 to 100 %",
                      "8 overschrijding: 'veel' is not a number", "9 limiet: 500 is outside 5 to 130",
                      "10 aantal: -3 is outside 0 to 1000000000", "11 : it has no figure of speed"});
    CHECK(has_note(receipt, "1 rows have a V85 below the mean speed"));
}

TEST_CASE("shares are percentages or shares by the numbers of the whole file, whatever the name says") {
    const auto share_of = [](const std::string& rows) {
        const Region region = import_file("% overschrijding,v85,limiet,x,y\n" + rows);
        return *std::min_element(region.measurements.begin(), region.measurements.end(),
                                 [](const auto& a, const auto& b) { return a.at.y < b.at.y; })
                    ->share_over;
    };
    CHECK(share_of("0.35,55,50,185000,425000\n1,70,50,185000,425001\n") == Approx(0.35));  // a sheet's own shares
    CHECK(share_of("0.35,45,50,185000,425000\n35,55,50,185000,425001\n") == Approx(0.0035));
    CHECK(share_of("55.3,56,50,185000,425000\n3,40,50,185000,425001\n") == 0.553);
    CHECK(share_of("35%,45,50,185000,425000\n0.5,55,50,185000,425001\n") == Approx(0.35));
    CHECK(has_note(receipt_of(import_file("% overschrijding,x,y\n0.35,185000,425000\n")),
                   "% overschrijding holds shares from 0 to 1: none of its numbers is above 0.35"));
}

TEST_CASE("numbers come with units, blanks and Dutch commas") {
    CHECK(measured_number("52,4 km/u").value == 52.4);
    CHECK(measured_number("52 km/h").value == 52);
    CHECK(measured_number("1e2").value == 100);
    CHECK(measured_number(" 12 % ").value == 12);
    CHECK(measured_number(" 12 % ").is_percent);
    for (const char* blank : {"", "-", "n.b.", "nvt", "Onbekend"}) CHECK(measured_number(blank).is_blank);
    for (const char* nonsense : {"50-60", "52 mph", "km/u", "vijftig"}) {
        CAPTURE(nonsense);
        CHECK_FALSE(measured_number(nonsense).value);
        CHECK_FALSE(measured_number(nonsense).is_blank);
    }
}

TEST_CASE("the same measurement is read once, and a counter that measured twice is two measurements") {
    const TempDir folder;
    const auto file = [&](const char* name, const std::string& rows) {
        return measurements_in(folder.write(name, "nr;datum;v85;x;y\n" + rows));
    };
    const auto boundaries = write_two_squares(folder);
    const SourceSettings one = file("a.csv",
                                    "7;1-3-2025;58;185000;425000\n7;1-3-2026;52;185000;425000\n"
                                    "8;1-3-2026;52;185000;425000\n");
    const SourceSettings other = file("b.csv", "99;1-3-2025;58;185000;425000\n7;1-3-2025;61;186000;425000\n");
    const Region region = import_region(settings_for(boundaries, {one, other}), {});
    CHECK(receipt_of(region, 0).placed == 2);
    CHECK(receipt_of(region, 0).duplicate == 1);
    CHECK(receipt_of(region, 1).placed == 1);
    CHECK(receipt_of(region, 1).duplicate == 1);
    std::set<std::string> ids;
    for (const auto& measurement : region.measurements) ids.insert(measurement.id);
    CHECK(ids.size() == 3);
    CHECK(std::is_sorted(region.measurements.begin(), region.measurements.end(),
                         [](const auto& a, const auto& b) { return a.id < b.id; }));
}

TEST_CASE("measurements in degrees and as shapes arrive at the same place") {
    const TempDir folder;
    const auto boundaries = write_two_squares(folder);
    const SourceSettings degrees = measurements_in(folder.write("g.csv", "v85,lon,lat\n52,5.8222,51.8126\n"));
    const SourceSettings shapes = measurements_in(folder.write(
        "g.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"v85":52},"geometry":{"type":"Point","coordinates":[5.8222,51.8126]}}]})"));
    for (const auto& source : {degrees, shapes}) {
        const Region region = import_region(settings_for(boundaries, {source}), {});
        REQUIRE(region.measurements.size() == 1);
        CHECK(region.measurements[0].v85 == 52);
        CHECK(region.measurements[0].at.x == Approx(183700).margin(2000));
        CHECK(region.measurements[0].at.y == Approx(425000).margin(2000));
    }
}

TEST_CASE("a file without any figure of speed is refused with what would do") {
    CHECK(message_of<InputError>([] {
              return import_file("nr,limiet,x,y\n1,50,185000,425000\n");
          }).find("no column for v85 (such as 'v85') or share_over (such as 'overschrijding') or mean_speed") !=
          std::string::npos);
    const Region region = import_file("nr,snelheid,x,y\n1,57,185000,425000\n", {{"v85", "snelheid"}});
    CHECK(region.measurements.at(0).v85 == 57);
}

TEST_CASE("a look at a file tells measurements and schools from complaints and accidents") {
    const TempDir folder;
    const auto kind = [&](const char* name, const std::string& content) {
        return inspect_file(folder.write(name, content), {}).kind;
    };
    CHECK(kind("a.csv", "straat;V85;limiet;x;y\nA;52;50;185000;425000\n") == "measurements");
    CHECK(kind("b.csv", "straat;gemiddelde snelheid;max snelheid;x;y\nA;52;50;185000;425000\n") == "measurements");
    CHECK(kind("c.csv", "naam;BRIN;adres;x;y\nDe Regenboog;03XY;Laan 3;185000;425000\n") == "schools");
    CHECK(kind("d.csv", "naam;datum;categorie;x;y\nJan;1-1-2026;Te hard;185000;425000\n") == "complaints");
    CHECK(kind("e.csv", "id;jaar;afloop;limiet;x;y\n1;2024;Letsel;50;185000;425000\n") == "accidents");
    const SourcePreview preview =
        preview_source(measurements_in(folder.write("f.csv", "straat;V85;x;y\nA;52;185000;425000\n")), {});
    CHECK(preview.problem.empty());
    CHECK(preview.fitting == 1);
    CHECK(std::any_of(preview.fields.begin(), preview.fields.end(),
                      [](const FieldChoice& f) { return f.ours == "v85" && f.theirs == "V85"; }));
    const SourcePreview wrong =
        preview_source(measurements_in(folder.write("g.csv", "straat;x;y\nA;185000;425000\n")), {});
    CHECK(wrong.problem.find("no column for v85") != std::string::npos);
}
