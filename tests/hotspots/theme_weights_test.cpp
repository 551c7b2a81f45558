#include "hotspots/theme_weights.hpp"

#include "support/support.hpp"

#include <algorithm>

using namespace baken;

namespace {

Accident between(Party first, Party second, Light light = Light::daylight, bool has_alcohol = false) {
    Accident accident;
    accident.first_party = first;
    accident.second_party = second;
    accident.parties = second == Party::none ? 1 : 2;
    accident.light = light;
    accident.is_built_up = true;
    if (has_alcohol) accident.has_alcohol = true;
    return accident;
}

/// Twenty of each kind.
std::vector<Accident> mixed() {
    std::vector<Accident> all;
    for (int i = 0; i < 20; ++i) {
        all.push_back(between(Party::car, Party::car));
        all.push_back(between(Party::car, Party::object));
        all.push_back(between(Party::car, Party::bicycle, Light::dark));
        all.push_back(between(Party::bicycle, Party::car));
        all.push_back(between(Party::lorry, Party::car));
        all.push_back(between(Party::car, Party::none, Light::dark, true));
    }
    return all;
}

ThemeSigns signs_of(const std::vector<Accident>& accidents) {
    ThemeSigns signs;
    for (const Accident& accident : accidents) signs.add(accident);
    return signs;
}

Theme strongest(const std::vector<Accident>& accidents, std::optional<int> limit = 50) {
    const auto weights = theme_weights(signs_of(accidents), signs_of(mixed()), true, limit);
    return all_themes[static_cast<std::size_t>(std::max_element(weights.begin(), weights.end()) - weights.begin())];
}

}  // namespace

TEST_CASE("the theme follows what happens more here than in the region") {
    CHECK(strongest(std::vector<Accident>(30, between(Party::car, Party::object))) == Theme::speed);
    CHECK(strongest(std::vector<Accident>(30, between(Party::car, Party::none, Light::dark, true))) ==
          Theme::alcohol_drugs);
    CHECK(strongest(std::vector<Accident>(30, between(Party::car, Party::bicycle, Light::dark))) == Theme::lighting);
    CHECK(strongest(std::vector<Accident>(30, between(Party::car, Party::bicycle))) == Theme::school_zone);
    CHECK(strongest(std::vector<Accident>(30, between(Party::car, Party::car))) == Theme::distraction);
    CHECK(strongest(std::vector<Accident>(30, between(Party::lorry, Party::bus))) == Theme::heavy_traffic);
    CHECK(strongest(std::vector<Accident>(30, between(Party::car, Party::bicycle)), 80) != Theme::school_zone);
}

TEST_CASE("one event does not make a theme, and a place as usual has no outspoken one") {
    const ThemeSigns region = signs_of(mixed());
    const auto usual = theme_weights(region, region, true, 50);
    for (const Theme theme :
         {Theme::speed, Theme::alcohol_drugs, Theme::distraction, Theme::lighting, Theme::heavy_traffic})
        CHECK(usual[index_of(theme)] == Approx(usual[index_of(Theme::general_safety)]));
    const auto one = theme_weights(signs_of({between(Party::lorry, Party::bus)}), region, true, 50);
    CHECK(one[index_of(Theme::heavy_traffic)] < 1.3 * one[index_of(Theme::general_safety)]);
}

TEST_CASE("complaints make a theme where accidents say nothing") {
    ThemeSigns here, region;
    for (const Theme theme : all_themes) {
        Complaint complaint;
        complaint.theme = theme;
        for (int i = 0; i < 10; ++i) region.add(complaint, 1);
        if (theme == Theme::speed)
            for (int i = 0; i < 10; ++i) here.add(complaint, 1);
    }
    const auto weights = theme_weights(here, region, std::nullopt, std::nullopt);
    CHECK(weights[index_of(Theme::speed)] == 1);
    CHECK(weights[index_of(Theme::seatbelt)] < weights[index_of(Theme::general_safety)]);
}

TEST_CASE("without any data every theme has a weight and the general one leads") {
    const auto weights = theme_weights({}, {}, std::nullopt, std::nullopt);
    CHECK(weights[index_of(Theme::general_safety)] == 1);
    CHECK(weights[index_of(Theme::speed)] == Approx(0.5));
    CHECK(*std::min_element(weights.begin(), weights.end()) > 0);
}
