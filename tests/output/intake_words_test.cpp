#include "output/intake_words.hpp"

#include "base/text.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace baken;
using namespace baken::test;

TEST_CASE("a sentence of intake is told in Dutch with what it speaks of") {
    const auto nl = [](std::string_view english) { return intake_words(english, Language::nl); };
    CHECK(nl("it has no coordinates") == "er zijn geen coördinaten");
    CHECK(nl("'abc' is no year") == "‘abc’ is geen jaar");
    CHECK(nl("'is no year' is no year") == "‘is no year’ is geen jaar");
    CHECK(nl("number 5 was on line 12 with other content") == "nummer 5 stond met een andere inhoud op regel 12");
    CHECK(nl("12, 5 lies outside the Netherlands; the axes of this row look swapped") ==
          "12, 5 ligt buiten Nederland; de assen van deze rij lijken omgewisseld");
    CHECK(nl("3 rows cannot be used as they stand; line 4: the row is empty") ==
          "3 rijen zijn niet bruikbaar zoals ze zijn; regel 4: de rij is leeg");
    CHECK(nl("looking at a.csv: this is no text: it is a picture") ==
          "a.csv bekijken: dit is geen tekst: het is een plaatje");
    CHECK(nl("a sentence of somebody else") == "a sentence of somebody else");
    CHECK(intake_words("it has no coordinates", Language::en) == "it has no coordinates");
}

TEST_CASE("every sentence is found by its own pattern, and nothing it speaks of is lost") {
    for (const auto& [english, dutch] : intake_sentences()) {
        CAPTURE(std::string(english));
        std::string said(english), expected(dutch);
        int hole = 0;
        for (std::size_t at = 0; at < said.size(); ++at)
            for (const std::string mark : {"{}", "{s}"})
                if (said.compare(at, mark.size(), mark) == 0) {
                    const std::string word = "W" + std::to_string(hole++) + "w";
                    said.replace(at, mark.size(), word);
                    const auto there = std::min(expected.find("{}"), expected.find("{s}"));
                    REQUIRE(there != std::string::npos);
                    expected.replace(there, expected[there + 1] == 's' ? 3 : 2, word);
                }
        CHECK(expected.find("{}") == std::string::npos);
        CHECK(intake_words(said, Language::nl) == expected);
    }
}
