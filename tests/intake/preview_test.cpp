#include "intake/preview.hpp"

#include "base/error.hpp"
#include "intake/intake_support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

const FieldChoice& field(const SourcePreview& preview, const std::string& ours) {
    for (const auto& one : preview.fields)
        if (one.ours == ours) return one;
    FAIL("no field " << ours);
    return preview.fields.front();
}

}  // namespace

TEST_CASE("a preview says which column serves for what, and what would be found without the settings") {
    const TempDir folder;
    const auto file = folder.write("m.csv",
                                   "nr;datum;rubriek;links;rechts\n"
                                   "1;2026-01-05;Te hard rijden;185000;425000\n"
                                   "2;2026-01-06;Afval;185100;425100\n"
                                   "3;2026-01-07;Te hard rijden;185200;425200\n"
                                   "kapot\n");
    SourceSettings source = complaints_in(file);
    const SourcePreview blind = preview_source(source, {});
    CHECK(blind.problem.find("no columns of places") != std::string::npos);
    CHECK(field(blind, "x").is_needed);
    CHECK(field(blind, "x").theirs.empty());
    CHECK(blind.rows == 4);
    CHECK(blind.faulty == 1);
    REQUIRE(blind.columns.size() == 5);
    CHECK(blind.columns[3].values == std::vector<std::string>{"185000", "185100", "185200"});

    source.columns = {{"x", "links"}, {"y", "rechts"}};
    source.themes = {{"Afval", "general_safety"}};
    const SourcePreview seen = preview_source(source, {});
    CHECK(seen.problem.empty());
    CHECK(seen.crs == "EPSG:28992");
    CHECK(seen.fitting == 3);
    CHECK(field(seen, "x").theirs == "links");
    CHECK(field(seen, "x").proposed.empty());
    REQUIRE(seen.categories.size() == 2);
    CHECK(seen.categories[0].category == "Te hard rijden");
    CHECK(seen.categories[0].rows == 2);
    CHECK(seen.categories[0].by_rule == Theme::speed);
    CHECK_FALSE(seen.categories[1].by_rule);  // what the rule says, not what was chosen
}

TEST_CASE("a preview says what is wrong with the settings beside all that can be seen") {
    const TempDir folder;
    const auto file = folder.write("m.csv", "id;datum;categorie;lon;lat\n1;2026-01-05;Te hard;5.85;51.85\n");
    SourceSettings source = complaints_in(file);
    source.columns = {{"date", "no such column"}};
    CHECK(preview_source(source, {}).problem.find("no such column") != std::string::npos);
    CHECK(preview_source(source, {}).fitting == 1);
    source.columns.clear();
    source.crs = "EPSG:28992";
    CHECK(preview_source(source, {}).problem.find("leave crs out") != std::string::npos);
    source.crs.clear();
    source.profile = "bron-2022";
    CHECK(preview_source(source, {}).problem.find("is none for complaints") != std::string::npos);
    CHECK(preview_source(accidents_in(file), {}).problem.find("no column for") != std::string::npos);
    source.kind = SourceKind::roads;
    CHECK(preview_source(source, {}).problem == "the file holds no lines: roads are lines");
    CHECK_THROWS_AS(preview_source(complaints_in(folder / "none.csv"), {}), IoError);
}
