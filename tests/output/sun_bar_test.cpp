#include "output/briefing_pictures.hpp"
#include "output/sun_bar.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {
constexpr LonLat druten{5.6, 51.88};
}

TEST_CASE("a bar is dark, twilight, light, twilight and dark again, without gaps") {
    const SunBar bar = sun_bar(make_date(2027, 3, 12), 1290, 1410, druten);
    REQUIRE(bar.parts.size() == 5);
    const std::array<SunBar::Light, 5> lights{SunBar::Light::dark, SunBar::Light::twilight, SunBar::Light::day,
                                              SunBar::Light::twilight, SunBar::Light::dark};
    int end = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(bar.parts[i].light == lights[i]);
        CHECK(bar.parts[i].from == end);
        end = bar.parts[i].to;
    }
    CHECK(end == 1440);
}

TEST_CASE("a check past midnight lengthens the bar to the next whole hour, and is still framed") {
    const SunBar bar = sun_bar(make_date(2027, 2, 6), 23 * 60 + 30, 25 * 60 + 30, druten);
    CHECK(bar.until == 26 * 60);
    CHECK(bar.parts.back().to == 26 * 60);
    const std::string picture = sun_bar_picture(bar, 700, 52, Language::nl);
    CHECK(picture.find("controle 23:30\u201301:30") != std::string::npos);
    // The frame: 9 units of margin, and 682 for 26 hours.
    CHECK(picture.find("x=\"625.42\"") != std::string::npos);
    CHECK(picture.find("width=\"52.46\"") != std::string::npos);
}

TEST_CASE("the words name the sun in local time, in summer time as well") {
    CHECK(sun_words(sun_bar(make_date(2027, 6, 21), 600, 720, druten), Language::en).substr(0, 7) == "sun up ");
    const SunBar before = sun_bar(make_date(2027, 3, 27), 600, 720, druten),
                 after = sun_bar(make_date(2027, 3, 28), 600, 720, druten);
    REQUIRE((before.sunset && after.sunset));
    CHECK(std::abs(*after.sunset - *before.sunset - 62) <= 2);
}
