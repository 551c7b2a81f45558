#include "base/error.hpp"
#include "intake/intake_support.hpp"

#include <set>

using namespace baken;
using namespace baken::test;

namespace {

Region import_file(const std::string& content, const std::map<std::string, std::string>& columns = {},
                   const std::map<std::string, std::string>& themes = {}) {
    const TempDir folder;
    SourceSettings source = complaints_in(folder.write("klachten.csv", content));
    source.columns = columns;
    source.themes = themes;
    return import_region(settings_for(write_two_squares(folder), {source}), {});
}

}  // namespace

TEST_CASE("complaints of a municipality's own make are read, counted and told apart") {
    const Region region = import_file(
        "Nr;Datum;Tijd;Categorie;Melder;E-mail;Adres;Omschrijving;X;Y\r\n"
        "1;5-3-2026;21:30;Te hard rijden;Jan;jan@x.nl;Dorpsstraat 12;\"Ze rijden hier; te hard\";185000,5;425000,25\r\n"
        "2;6-3-2026;;Te hard rijden;Jan;jan@x.nl;Dorpsstraat 12;;185000,5;425000,25\r\n"
        "3;6-3-2026;;Hondenpoep;Piet;;Dorpsstraat 14;;185000;425000\r\n"
        "4;6-3-2026;;Foutparkeren;;;Laan 3;;175000;425000\r\n"
        "4;6-3-2026;;Foutparkeren;;;Laan 3;;175000;425000\r\n"
        "5;31-2-2026;;Foutparkeren;;;Laan 3;;175000;425000\r\n"
        "6;1-3-2026;;Foutparkeren;;;Laan 3;;150000;425000\r\n"
        "7;1-3-2026;;Foutparkeren;;;Laan 3;;;\r\n"
        "8;1-3-2026;;Foutparkeren\r\n");
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.profile == "generic");
    CHECK(receipt.read == 9);
    CHECK(receipt.placed == 4);
    CHECK(receipt.filtered == 1);
    CHECK(receipt.filtered_by.at("Hondenpoep") == 1);
    CHECK(receipt.duplicate == 1);
    CHECK(receipt.outside_region == 1);
    CHECK(receipt.rejected == 2);
    CHECK(receipt.rejected_rows[1].line == 10);
    CHECK(receipt.rejected_rows[1].reason.find("4 fields") != std::string::npos);
    CHECK(receipt.is_balanced());
    CHECK(has_note(receipt, "'31-2-2026' on line 7"));
    CHECK(has_note(receipt, "not kept, for privacy: Melder, E-mail, Omschrijving"));

    REQUIRE(region.complaints.size() == 4);
    CHECK(region.complaints[0].theme == Theme::speed);
    CHECK(region.complaints[0].date == make_date(2026, 3, 5));
    CHECK(region.complaints[0].minute_of_day == 21 * 60 + 30);
    CHECK(region.complaints[0].street == "Dorpsstraat");
    CHECK(region.complaints[0].at == MapPoint{185000.5, 425000.25});
    CHECK(region.complaints[0].complainant == "m1");
    CHECK(region.complaints[1].complainant == "m1");
    CHECK(region.complaints[0].is_complainant_known);
    CHECK_FALSE(region.complaints[2].is_complainant_known);
    CHECK(region.complaints[2].complainant == "Laan 3|2026-03-06|Foutparkeren");
    CHECK_FALSE(region.complaints[3].date);
}

TEST_CASE("one reporter in two sources is one, and equal numbers of two systems are two complaints") {
    const TempDir folder;
    const auto first = folder.write(
        "a.csv", "id;categorie;email;x;y\n1;Te hard;a@x.nl;185000;425000\n2;Te hard;b@x.nl;185000;425000\n");
    const auto second = folder.write(
        "b.csv", "id;categorie;melder;x;y\n1;Parkeren;B@X.nl;185000;425000\n2;Te hard;b@x.nl;185000;425000\n");
    const Region region =
        import_region(settings_for(write_two_squares(folder), {complaints_in(first), complaints_in(second)}), {});
    REQUIRE(region.complaints.size() == 3);
    std::set<std::string> who;
    for (const auto& complaint : region.complaints) who.insert(complaint.complainant);
    CHECK(who == std::set<std::string>{"m1", "m2"});
    CHECK(receipt_of(region, 1).duplicate == 1);
}

TEST_CASE("swapped axes are turned back and noted") {
    const Region region = import_file(
        "id,created_at,category,subcategory,lat,lng\n1,2026-03-05T22:30:00+00:00,Verkeer,Te hard "
        "rijden,5.8200,51.8200\n"
        "2,2026-03-05T23:30:00Z,Verkeer,Te hard rijden,5.8210,51.8200\n");
    REQUIRE(region.complaints.size() == 2);
    CHECK(receipt_of(region).profile == "signalen");
    CHECK(has_note(receipt_of(region), "axes were swapped"));
    CHECK(region.complaints[0].date == make_date(2026, 3, 5));
    CHECK(region.complaints[0].minute_of_day == 23 * 60 + 30);
    CHECK(region.complaints[1].date == make_date(2026, 3, 6));
    CHECK(region.complaints[1].minute_of_day == 30);
}

TEST_CASE("columns and themes of the settings go first") {
    const Region region = import_file("a;b;c;d\n1;Lawaai;185000;425000\n2;Te hard;185000;425000\n",
                                      {{"category", "b"}, {"x", "c"}, {"y", "d"}},
                                      {{"lawaai", "speed"}, {"Te hard", "none"}, {"Nooit", "speed"}});
    REQUIRE(region.complaints.size() == 1);
    CHECK(region.complaints[0].theme == Theme::speed);
    CHECK(receipt_of(region).filtered_by.at("Te hard") == 1);
    CHECK(has_note(receipt_of(region), "Nooit"));
    CHECK(message_of<SettingsError>([] {
              return import_file("a;b\n1;2\n", {{"x", "nergens"}});
          }).find("it has: a, b") != std::string::npos);
}

TEST_CASE("dates with the month first are noted, because others may have been misread") {
    const Region region =
        import_file("id;datum;categorie;x;y\n1;03/25/2026;Te hard;185000;425000\n2;03/04/2026;Te hard;185000;425000\n");
    CHECK(region.complaints.size() == 2);
    CHECK(has_note(receipt_of(region), "1 dates have the month before the day"));
}

TEST_CASE("a file of which no category is about traffic is not passed over in silence") {
    const Region region = import_file("id;soort;x;y\n1;Melding;185000;425000\n2;Klacht;185000;425000\n");
    CHECK(region.complaints.empty());
    CHECK(receipt_of(region).filtered == 2);
    CHECK(has_note(receipt_of(region), "no category of this file is about traffic"));
}

TEST_CASE("complaints without categories count as general safety, and say so") {
    const Region region = import_file("id;x;y\n1;185000;425000\n");
    REQUIRE(region.complaints.size() == 1);
    CHECK(region.complaints[0].theme == Theme::general_safety);
    CHECK(has_note(receipt_of(region), "no column of categories"));
}

TEST_CASE("a quote that is never closed costs one line and not the rest of the file") {
    const Region region = import_file(
        "id;categorie;x;y\n1;Te hard;185000;425000\n2;\"Te hard;185000;425000\n3;Te hard;185000;425000\n4;\"Te "
        "\"\"hard\"\"\";185000;425000\n");
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.read == 4);
    CHECK(receipt.placed == 3);
    REQUIRE(receipt.rejected_rows.size() == 1);
    CHECK(receipt.rejected_rows[0].line == 3);
    CHECK(receipt.rejected_rows[0].reason.find("quote") != std::string::npos);
}

TEST_CASE("a line break inside quotes is content") {
    const Region region =
        import_file("id;categorie;omschrijving;x;y\n1;Te hard;\"eerste\ntweede\";185000;425000\n2;Te hard;;1;2\n");
    CHECK(receipt_of(region).placed == 1);
    REQUIRE(receipt_of(region).rejected_rows.size() == 1);
    CHECK(receipt_of(region).rejected_rows[0].line == 4);
}
