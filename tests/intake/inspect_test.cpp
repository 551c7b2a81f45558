#include "base/error.hpp"
#include "intake/inspect.hpp"
#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

bool warns(const Inspection& inspection, const std::string& part) {
    for (const auto& warning : inspection.warnings)
        if (warning.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a look at complaints proposes how to read them and tells what will happen") {
    const TempDir folder;
    const Inspection found =
        inspect_file(folder.write("k.csv",
                                  "sep=;\nNr;Datum;Categorie;Melder;Breedtegraad;Lengtegraad;Leeg\n1;5-3-2026;Te "
                                  "hard;Jan;5,82;51,82;\n1;gisteren;Hond;;5,83;51,82;\n3;6-3-2026\n"),
                     {});
    CHECK(found.format == "CSV");
    CHECK(found.encoding == "UTF-8");
    CHECK(found.separator == ";");
    CHECK(found.profile == "generic");
    CHECK(found.rows == 3);
    CHECK(found.columns.size() == 7);
    CHECK(found.first_rows.size() == 2);
    CHECK(found.mapping.at("x") == "Lengtegraad");
    CHECK(found.mapping.at("id") == "Nr");
    CHECK(found.mapping.at("complainant") == "Melder");
    CHECK(found.crs.find("EPSG:4326") == 0);
    CHECK(warns(found, "axes were swapped"));
    CHECK(warns(found, "1 rows cannot be used as they stand; line 5"));
    CHECK(warns(found, "'gisteren' on line 4"));
    CHECK(warns(found, "1 rows repeat a number"));
    CHECK(warns(found, "1 of 2 rows have a category about traffic"));
    CHECK(warns(found, "nothing in them: Leeg"));
    CHECK(warns(found, "not kept, for privacy: Melder"));
    CHECK(warns(found, "kind = \"complaints\""));
}

TEST_CASE("a look at accidents, boundaries and strange files") {
    const TempDir folder;
    const Inspection accidents = inspect_file(
        folder.write(
            "b.csv",
            "verkeersongeval_nummer,jaar_ongeval,verkeersongeval_afloop,x_rd,y_rd\n1,2022,Letsel,185000,425000\n"),
        {});
    CHECK(accidents.profile == "bron-2022");
    CHECK(accidents.crs.find("EPSG:28992 (RD New)") == 0);
    CHECK(warns(accidents, "no dates and hours"));
    const Inspection boundaries = inspect_file(write_two_squares(folder), {});
    CHECK(boundaries.format == "GeoJSON");
    CHECK(boundaries.mapping.at("name") == "statnaam");
    CHECK(boundaries.rows == 2);
    CHECK(warns(boundaries, "[region]"));
    const Inspection strange = inspect_file(folder.write("s.csv", "a,b\n1,2\n"), {});
    CHECK(strange.profile == "none");
    CHECK(warns(strange, "no columns of places"));
    CHECK_THROWS_AS(inspect_file(folder / "weg.csv", {}), IoError);
    CHECK(message_of<InputError>([&] { return inspect_file(folder.write("leeg.csv", ""), {}); }).find("leeg.csv") !=
          std::string::npos);
}
