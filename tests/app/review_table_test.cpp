#include "app/review_table.hpp"

#include "app/desk.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

using namespace baken;
using namespace baken::test;

namespace {

std::string refusal(const Project& project, const std::string& table, std::string_view municipality = "") {
    try {
        (void)reviews_in(project, table, municipality);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the table of a project reads back as no change, in both languages and from Windows too") {
    Project project = sample_project();
    project.hotspots[1].remark = "=SOM(A1);\n\"twee\" regels";
    for (const Language language : {Language::nl, Language::en}) {
        project.settings.language = language;
        const std::string table = review_table(project, "");
        CHECK(table.starts_with("\xEF\xBB\xBF"));
        CHECK(reviews_in(project, table, "").empty());
        CHECK(has(table, "'=SOM"));
        CHECK_FALSE(has(table, ";=SOM"));
    }
    project.settings.language = Language::nl;
    const std::string written = review_table(project, "");
    project.settings.language = Language::en;
    CHECK(reviews_in(project, written, "").empty());
}

TEST_CASE("what was filled in comes back as edits, whatever the spreadsheet made of the file") {
    Project project = sample_project();
    const std::string heading = "hotspot_id,status,enforceable,remark\n";
    const auto reviews = reviews_in(project,
                                    "sep=,\n" + heading + "GM9001-H01,Afgewezen,nee,\"te smal, geen berm\"\n\n" +
                                        "GM9001-H02,accepted,yes,\nGM9001-H05,accepted,ja,'-5 graden\n",
                                    "");
    REQUIRE(reviews.size() == 2);  // the second is as it was
    CHECK(reviews[0].hotspot.text == "GM9001-H01");
    CHECK(reviews[0].status == "rejected");
    CHECK(reviews[0].enforceable == "no");
    CHECK(reviews[0].remark == "te smal, geen berm");
    CHECK(reviews[1].hotspot.text == "GM9001-H05");
    CHECK_FALSE(reviews[1].status);
    CHECK(reviews[1].enforceable == "yes");
    CHECK(reviews[1].remark == "-5 graden");
    const auto windows =
        reviews_in(project, "hotspot_id;status;enforceable;remark\r\nGM9001-H02;accepted;yes;caf\xE9\r\n", "");
    REQUIRE(windows.size() == 1);
    CHECK(windows[0].remark == "caf\u00e9");
}

TEST_CASE("wrong rows are named by line, all of them, and nothing is read") {
    const Project project = sample_project();
    const std::string told = refusal(project,
                                     "hotspot_id;status;enforceable;remark\n"
                                     "GM9001-H02;accepted;yes;\n"
                                     "GM9001-H99;accepted;yes;\n"
                                     "GM9001-H03;misschien;yes;\n"
                                     "GM9001-H04;rejected;no;\n"
                                     "GM9001-H02;accepted;yes;\n"
                                     "GM9002-H01;accepted;yes;\n",
                                     "Berkendam");
    for (const char* part :
         {"regel 3: 'GM9001-H99'", "regel 4: 'misschien'", "regel 5: GM9001-H04 is afgewezen",
          "regel 6: GM9001-H02 staat er twee keer", "regel 7: GM9002-H01 ligt in een andere gemeente"})
        CHECK(has(told, part));
    CHECK_FALSE(has(told, "regel 2"));
    CHECK(has(refusal(project, "hotspot_id;status\nGM9001-H02;accepted\n"), "handhaafbaar"));
    CHECK_FALSE(refusal(project, "").empty());
    CHECK_THROWS_AS(review_table(project, "Berkendm"), SettingsError);
}

TEST_CASE("the table of one municipality holds its hotspots only") {
    const Project project = sample_project();
    const std::string table = review_table(project, "GM9002");
    CHECK(has(table, "GM9002-H01"));
    CHECK_FALSE(has(table, "GM9001-H01"));
}
