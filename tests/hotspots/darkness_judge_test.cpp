// The common odds ratio against R's mantelhaen.test (package stats) on hours whose counts are made by hand.
#include "hotspots/darkness.hpp"

#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>

using namespace baken;
using namespace baken::test;

namespace {

/// What R prints for a script on one line; empty where there is no R.
std::string said_by_r(const std::string& script) {
    std::string said;
    FILE* pipe = popen(("Rscript --vanilla -e '" + script + "' 2>/dev/null").c_str(), "r");
    if (pipe == nullptr) return said;
    std::array<char, 256> part{};
    while (fgets(part.data(), static_cast<int>(part.size()), pipe) != nullptr) said += part.data();
    return pclose(pipe) == 0 ? said : std::string();
}

}  // namespace

TEST_CASE("the ratio over several hours is the common odds ratio of R") {
    if (said_by_r("cat(1)") != "1") {
        WARN("SKIPPED: no Rscript here");
        return;
    }
    // Dark at 18, 20 and 22 hours in December, light at 18 and 20 in June; noon is light on both days. At 22:00 in June
    // it is neither throughout, so that hour compares nothing.
    SmallRegion small;
    small.region.municipalities[0].centre = {5.86, 51.84};
    const Date winter = make_date(2023, 12, 12), summer = make_date(2023, 6, 13);
    const auto many = [&](int count, Date day, int hour) {
        for (int i = 0; i < count; ++i) {
            Accident& accident = small.add("a", {0, 0}, 2023);
            accident.date = day;
            accident.minute_of_day = hour * 60 + i % 60;
        }
    };
    many(16, winter, 18);
    many(9, summer, 18);
    many(7, winter, 20);
    many(11, summer, 20);
    many(5, winter, 22);
    many(4, summer, 22);
    many(13, winter, 12);
    many(21, summer, 12);
    std::vector<std::uint32_t> rows(small.region.accidents.size());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto odds = darkness_odds(small.region, rows);
    REQUIRE(odds);
    const std::string said = said_by_r(
        "t <- array(c(16, 13, 9, 21, 7, 13, 11, 21), c(2, 2, 2)); "
        "cat(format(mantelhaen.test(t, correct = FALSE)$estimate, digits = 15))");
    CHECK(odds->ratio == Approx(std::strtod(said.c_str(), nullptr)).epsilon(1e-9));
    CHECK(odds->in_dark == 23);
    CHECK(odds->in_light == 20);
}
