#include "calendar/calendar.hpp"

#include "base/error.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

std::string why_not(std::string_view text) {
    try {
        (void)parse_campaigns(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST_CASE("campaigns are read from a table") {
    const auto campaigns = parse_campaigns(
        "name,theme,from,to,status,source\n"
        "MONO,distraction,2027-09-06,2027-09-19,unconfirmed,\"pattern of 2023, 2024\"\n"
        "24-uur blauw,general_safety,2027-10-08,2027-10-08,confirmed,\n");
    REQUIRE(campaigns.size() == 2);
    CHECK(campaigns[0].name == "MONO");
    CHECK(campaigns[0].theme == Theme::distraction);
    CHECK(campaigns[0].from == make_date(2027, 9, 6));
    CHECK(campaigns[0].to == make_date(2027, 9, 19));
    CHECK_FALSE(campaigns[0].is_confirmed);
    CHECK(campaigns[0].source == "pattern of 2023, 2024");
    CHECK(campaigns[1].is_confirmed);
}

TEST_CASE("the same table in Dutch, with semicolons, other columns and another order") {
    const auto campaigns = parse_campaigns(
        "\xEF\xBB\xBFstatus;Tot en met;Van;opmerking;Thema;Naam\r\n"
        "Bevestigd;31-1-2027;1-12-2026;let op;Alcohol en drugs;BOB winter\r\n\r\n");
    REQUIRE(campaigns.size() == 1);
    CHECK(campaigns[0].name == "BOB winter");
    CHECK(campaigns[0].theme == Theme::alcohol_drugs);
    CHECK(campaigns[0].from == make_date(2026, 12, 1));
    CHECK(campaigns[0].to == make_date(2027, 1, 31));
    CHECK(campaigns[0].is_confirmed);
    CHECK(campaigns[0].source.empty());
}

TEST_CASE("a campaign that cannot be read says where, what and what next") {
    const std::string header = "name,theme,from,to,status\n";
    CHECK(why_not(header + "a,speed,2027-01-01,2027-01-02,confirmed\n\nb,speed,2027-02-29,2027-03-01,confirmed\n") ==
          "line 4: from is '2027-02-29', which is no date; write it as 2027-10-08 or 8-10-2027");
    CHECK(why_not(header + "a,speed,2027-01-01,,confirmed\n") ==
          "line 2: to is '', which is no date; write it as 2027-10-08 or 8-10-2027");
    CHECK(why_not(header + "a,speeed,2027-01-01,2027-01-02,confirmed\n") ==
          "line 2: theme is 'speeed', which is none of speed, alcohol_drugs, distraction, lighting, school_zone, "
          "seatbelt, "
          "heavy_traffic, general_safety; did you mean 'speed'?");
    CHECK(why_not(header + "a,speed,2027-01-02,2027-01-01,confirmed\n") ==
          "line 2: it ends on 2027-01-01, before it begins on 2027-01-02; exchange the two");
    CHECK(why_not(header + "a,speed,2027-01-01,2027-01-02,maybe\n") ==
          "line 2: status is 'maybe'; write 'confirmed' or 'unconfirmed'");
    CHECK(why_not(header + ",speed,2027-01-01,2027-01-02,confirmed\n") == "line 2: name is empty; write one");
    CHECK(why_not(header + "a,speed,2027-01-01,2027-01-02,confirmed,x\n") ==
          "line 2: 6 fields where the header has 5; put a field that holds the separator between quotes");
    CHECK(why_not(header + "\"a,speed,2027-01-01,2027-01-02,confirmed\n") ==
          "line 2: a quote is opened and never closed; close it or take it away");
    CHECK(why_not(header + "a,speed,2027-01-01,2027-01-02,confirmed\na,seatbelt,2027-01-01,2027-01-02,confirmed\n") ==
          "line 3: 'a' from 2027-01-01 to 2027-01-02 stands here for the second time; keep one row");
    CHECK(why_not("name,from,to,status\n") ==
          "line 1: no column 'theme' (this file has: name, from, to, status); the columns are name, from, to, theme, "
          "status, source");
    CHECK(why_not("name,naam,theme,from,to,status\n") == "line 1: two columns are the column 'name'; keep one");
    CHECK(why_not("") ==
          "the file is empty; its first line must name the columns name, from, to, theme, status, source");
    CHECK(why_not("na\xEFm,theme\n") == "the text is not UTF-8; save the file as 'CSV UTF-8'");
}

TEST_CASE("school holidays are read in the same manner") {
    const auto holidays = parse_school_holidays("vakantie;van;tot en met\nZomervakantie;10-07-2027;22-08-2027\n");
    REQUIRE(holidays.size() == 1);
    CHECK(holidays[0].name == "Zomervakantie");
    CHECK(to_iso(holidays[0].from) == "2027-07-10");
    CHECK(to_iso(holidays[0].to) == "2027-08-22");
    CHECK_THROWS_WITH(parse_school_holidays("name,from,to\nx,2027-13-01,2027-01-01\n"),
                      "line 2: from is '2027-13-01', which is no date; write it as 2027-10-08 or 8-10-2027");
}
