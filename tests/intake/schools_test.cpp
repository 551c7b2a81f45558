#include "base/error.hpp"
#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

Region import_file(const std::string& content) {
    const TempDir folder;
    const SourceSettings source{.kind = SourceKind::schools, .path = folder.write("scholen.csv", content)};
    return import_region(settings_for(write_two_squares(folder), {source}), {});
}

}  // namespace

TEST_CASE("schools are read, counted and told apart, and their people are not kept") {
    const Region region = import_file(
        "Naam;BRIN;Adres;Contactpersoon;X;Y\r\n"
        "De Regenboog;03XY;Laan 3;Mevr. De Vries;185000;425000\r\n"
        "De  regenboog;03XY;Laan 3;;185000;425000\r\n"
        "De Regenboog, locatie Noord;03XY;Kade 1;;185900;425000\r\n"
        ";04AB;Kade 2;;185000;425000\r\n"
        "Ver weg;05CD;Kade 2;;150000;425000\r\n"
        "Nergens;06EF;Kade 2;;;\r\n"
        "Het Westen;;Kade 2;;175000;425000\r\n");
    const Receipt& receipt = receipt_of(region);
    CHECK(receipt.kind == "schools");
    CHECK(receipt.read == 7);
    CHECK(receipt.placed == 3);
    CHECK(receipt.duplicate == 1);
    CHECK(receipt.outside_region == 1);
    REQUIRE(receipt.rejected_rows.size() == 2);
    CHECK(receipt.rejected_rows[0].line == 5);
    CHECK(receipt.rejected_rows[0].reason == "it has no name");
    CHECK(receipt.rejected_rows[1].reason == "it has no coordinates");
    CHECK(receipt.is_balanced());
    CHECK(has_note(receipt, "not kept, for privacy: Contactpersoon"));
    CHECK_FALSE(has_note(receipt, "Naam"));

    REQUIRE(region.schools.size() == 3);
    CHECK(region.schools[0].id == "03XY");
    CHECK(region.schools[0].name == "De Regenboog");
    CHECK(region.schools[0].at == MapPoint{185000, 425000});
    CHECK(region.schools[1].id == "03XY-s1-0000004");
    CHECK(region.municipalities[region.schools[2].municipality].name == "Westerdorp (NH)");
}

TEST_CASE("a list of schools without names is refused, and so is a profile of accidents") {
    CHECK_THROWS_AS(import_file("plaats;x;y\nA;185000;425000\n"), InputError);
    const TempDir folder;
    SourceSettings source{.kind = SourceKind::schools, .path = folder.write("s.csv", "naam;x;y\nA;185000;425000\n")};
    source.profile = "bron-2022";
    CHECK(message_of<SettingsError>([&] {
              return import_region(settings_for(write_two_squares(folder), {source}), {});
          }).find("is none for schools; it can be: auto, generic") != std::string::npos);
}
