#include "base/error.hpp"
#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

const std::string header =
    "verkeersongeval_nummer,jaar_ongeval,verkeersongeval_afloop,niveau_koppelen,junctie_id,wegvak_id,hectometer,"
    "straatnaam,wegbeheerder,gemeente,x_rd,y_rd\n";
const std::string exact = "Ongeval exact gekoppeld op wegvak of junctie aan BN.";
const std::string street_level = "Ongeval gekoppeld op straat niveau.";
const std::string town_level = "Ongeval gekoppeld op gemeente niveau.";

Region import_rows(const std::string& rows, const std::string& head = header) {
    const TempDir folder;
    return import_region(settings_for(write_two_squares(folder), {accidents_in(folder.write("bron.csv", head + rows))}),
                         {});
}

}  // namespace

TEST_CASE("each accident ends where it belongs and the receipt balances") {
    const Region region = import_rows(
        "20220000001,2022,Letsel," + exact + ",101,,,Dorpsstraat,Gemeente,Oosterdorp,185000,425000\n" +  // placed
        "20220000002,2022,Dodelijk," + exact + ",,202,,Laan,Provincie,westerdorp nh,175000,425000\n" +   // placed
        "20220000003,2023,Letsel," + street_level + ",,203,,Laan,Gemeente,Oosterdorp,185100,425000\n" +  // unplaced
        "20220000004,2023,Letsel," + town_level + ",,,,,Gemeente,Oosterdorp,,\n" +            // unplaced, no place
        "20220000005,2023,Letsel," + exact + ",,,12,A1,Rijk,Elders,185000,425000\n" +         // outside by name
        "20220000006,2023,Letsel," + exact + ",,,12,Rijksweg A1,Rijk,,175500,425000\n" +      // by area
        "20220000007,2023,Letsel," + exact + ",,,12,A1,Rijk,,200000,425000\n" +               // outside by area
        "20220000008,2023,Letsel," + exact + ",,208,,Laan,Rijk,Oosterdorp,,\n" +              // rejected: no place
        "20220000009,2023,Letsel," + exact + ",,208,,Laan,Rijk,Oosterdorp,5,6\n" +            // rejected: far off
        ",2023,Letsel," + exact + ",,208,,Laan,Rijk,Oosterdorp,185000,425000\n" +             // rejected: number
        "20220000010,,Letsel," + exact + ",,208,,Laan,Rijk,Oosterdorp,185000,425000\n" +      // rejected: year
        "20220000011,2023,Blikje," + exact + ",,208,,Laan,Rijk,Oosterdorp,185000,425000\n" +  // rejected: outcome
        "20220000001,2022,Letsel," + exact + ",101,,,Dorpsstraat,Gemeente,Oosterdorp,185000,425000\n" +  // duplicate
        "20220000001,2022,Letsel," + exact +
        ",101,,,Dorpsstraat,Gemeente,Oosterdorp,185999,425000\n" +  // other content
        "20220000012,2023,Letsel," + exact +
        ",,212,,Laan,Gemeente,Westerdorp,185000,425000\n");  // placed, lies elsewhere
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.read == 15);
    CHECK(receipt.placed == 4);
    CHECK(receipt.unplaced == 2);
    CHECK(receipt.outside_region == 2);
    CHECK(receipt.rejected == 6);
    CHECK(receipt.duplicate == 1);
    CHECK(receipt.is_balanced());
    REQUIRE(receipt.rejected_rows.size() == 6);
    CHECK(receipt.rejected_rows[0].line == 9);
    CHECK(receipt.rejected_rows[0].column == "x_rd");
    CHECK(receipt.rejected_rows[2].column == "verkeersongeval_nummer");
    CHECK(receipt.rejected_rows[4].reason.find("Blikje") != std::string::npos);
    CHECK(receipt.rejected_rows[5].reason.find("line 2") != std::string::npos);
    CHECK(has_note(receipt, "1 rows lie in another area"));
    CHECK(has_note(receipt, "Elders (1)"));

    REQUIRE(region.accidents.size() == 6);
    CHECK(region.municipalities[region.accidents[0].municipality].name == "Oosterdorp");
    CHECK(region.accidents[0].location == LocationKey{LocationKind::junction, "101"});
    CHECK(region.accidents[1].location == LocationKey{LocationKind::section, "202"});
    CHECK(region.municipalities[region.accidents[1].municipality].name == "Westerdorp (NH)");
    CHECK(region.accidents[4].number == "20220000006");
    CHECK(region.accidents[4].location == LocationKey{LocationKind::hectometre, "Rijksweg A1:12"});
    CHECK(region.accidents[4].road_manager == RoadManager::national);
}

TEST_CASE("a police copy's dates and hours are read") {
    const Region region = import_rows(
        "1,2023,Letsel,5-3-2023,21:30,185000,425000\n2,2023,Letsel,,,185000,425000\n3,,Letsel,20230611,0715,185000,"
        "425000\n",
        "verkeersongeval_nummer,jaar_ongeval,verkeersongeval_afloop,datum_ongeval,tijdstip,x_rd,y_rd\n");
    REQUIRE(region.accidents.size() == 3);
    CHECK(region.accidents[0].date == make_date(2023, 3, 5));
    CHECK(region.accidents[0].minute_of_day == 21 * 60 + 30);
    CHECK_FALSE(region.accidents[1].date);
    CHECK_FALSE(region.accidents[1].minute_of_day);
    CHECK(region.accidents[2].year == 2023);
    CHECK(has_note(receipt_of(region), "2 of 3 accidents have a date"));
}

TEST_CASE(
    "accidents with a column of well-known text are placed, and get a key from their point where the file has none") {
    const Region region = import_rows("1;2023;Letsel;POINT (185000.4 425000.2)\n2;2023;Letsel;POINT EMPTY\n",
                                      "verkeersongeval_nummer;jaar_ongeval;verkeersongeval_afloop;shape\n");
    REQUIRE(region.accidents.size() == 1);
    CHECK(region.accidents[0].location == LocationKey{LocationKind::point, "185000:425000"});
    CHECK(receipt_of(region).rejected == 1);
}

TEST_CASE(
    "numbers that a sheet rounded are no numbers: a register's rows are refused, others are told apart by their line") {
    CHECK(message_of<InputError>([] {
              return import_rows("2.00512E+12;2023;Letsel;185000;425000\n",
                                 "verkeersongeval_nummer;jaar_ongeval;verkeersongeval_afloop;x_rd;y_rd\n");
          }).find("rounded by a sheet") != std::string::npos);
    const Region region = import_rows("2.00512E+12;2023;Letsel;185000;425000\n2.00512E+12;2023;Letsel;185001;425000\n",
                                      "Accident_Index;jaar;ernst;x;y\n");
    CHECK(region.accidents.size() == 2);
}

TEST_CASE("a second source with the same accidents adds none") {
    const TempDir folder;
    const auto first =
        folder.write("2022.csv", header + "1,2022,Letsel," + exact + ",101,,,Laan,Gemeente,Oosterdorp,185000,425000\n");
    const auto second = folder.write(
        "2022_2023.csv", header + "1,2022,Letsel," + exact + ",101,,,Laan,Gemeente,Oosterdorp,185000,425000\n" +
                             "2,2023,Letsel," + exact + ",101,,,Laan,Gemeente,Oosterdorp,185000,425000\n");
    const Region region =
        import_region(settings_for(write_two_squares(folder), {accidents_in(first), accidents_in(second)}), {});
    CHECK(region.accidents.size() == 2);
    CHECK(receipt_of(region, 1).duplicate == 1);
}

TEST_CASE("two systems of somebody's own may give out the same numbers") {
    const TempDir folder;
    const auto first =
        folder.write("a.csv", "id;jaar;ernst;x;y\n1;2023;letsel;185000;425000\n2;2023;letsel;185000;425000\n");
    const auto second =
        folder.write("b.csv", "id;jaar;ernst;x;y\n1;2023;dood;185000;425000\n2;2023;letsel;185000;425000\n");
    const auto third = folder.write("c.csv", "jaar;ernst;x;y\n2023;dood;185000;425000\n");
    const auto fourth = folder.write("d.csv", "jaar;ernst;x;y\n2022;dood;185000;425000\n");
    const Region region = import_region(
        settings_for(write_two_squares(folder),
                     {accidents_in(first), accidents_in(second), accidents_in(third), accidents_in(fourth)}),
        {});
    CHECK(region.accidents.size() == 5);
    CHECK(receipt_of(region, 1).duplicate == 1);
}

TEST_CASE("a municipality that was joined from others is settled by area among them") {
    const TempDir folder;
    const auto boundaries = folder.write(
        "oud.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
        {"type":"Feature","properties":{"naam":"Landerd","code":"1685"},"geometry":{"type":"Polygon","coordinates":[[[170000,420000],[180000,420000],[180000,430000],[170000,430000],[170000,420000]]]}},
        {"type":"Feature","properties":{"naam":"Uden","code":"856"},"geometry":{"type":"Polygon","coordinates":[[[180000,420000],[190000,420000],[190000,430000],[180000,430000],[180000,420000]]]}}]})");
    const auto file =
        folder.write("bron.csv", header + "1,2022,Letsel," + exact + ",101,,,Laan,Gemeente,Maashorst,185000,425000\n" +
                                     "2,2022,Letsel," + exact + ",101,,,Laan,Gemeente,Maashorst,169990,425000\n");
    const Region region = import_region(settings_for(boundaries, {accidents_in(file)}), {});
    REQUIRE(region.accidents.size() == 2);
    CHECK(region.municipalities[region.accidents[0].municipality].name == "Uden");
    CHECK(region.municipalities[region.accidents[1].municipality].name == "Landerd");
    CHECK(region.municipalities[0].code.text == "GM1685");
    CHECK(region.municipalities[1].code.text == "GM0856");
}

TEST_CASE("accidents of a layer with shapes come from its own points, in whatever CRS the file says") {
    const TempDir folder;
    const std::string properties = R"("verkeersongeval_nummer":"2023000000)";
    const std::string rest =
        R"(","jaar_ongeval":2023,"verkeersongeval_afloop":"Letsel","wegvak_id":348286006,"gemeente":"Oosterdorp")";
    const auto file =
        folder.write("ongevallen.geojson",
                     R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{)" + properties + "1" +
                         rest + R"(},"geometry":{"type":"Point","coordinates":[5.82,51.82]}},)" +
                         R"({"type":"Feature","properties":{)" + properties + "2" + rest + R"(},"geometry":null}]})");
    const Region region = import_region(settings_for(write_two_squares(folder), {accidents_in(file)}), {});
    REQUIRE(region.accidents.size() == 1);
    CHECK(region.accidents[0].location == LocationKey{LocationKind::section, "348286006"});
    CHECK(region.accidents[0].at.x == Approx(184800).margin(300));
    CHECK(region.accidents[0].at.y == Approx(425800).margin(300));
    CHECK(receipt_of(region).rejected == 1);
    CHECK(receipt_of(region).profile == "bron-2022");
}
