#include "hotspots/reason.hpp"

#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;
using namespace baken::test;

namespace {

/// One hotspot in a region whose events are all its own.
struct Told {
    SmallRegion small{2};
    Hotspot hotspot;
    std::optional<Hotspot> neighbour;
    std::vector<int> years{2022, 2023, 2024};

    Told() {
        hotspot.name = "Dorpsstraat, Dorp";
        hotspot.rank = hotspot.rank_best = hotspot.rank_worst = 1;
    }
    void accidents(int fatal, int injury, int damage_only, int dark = 0) {
        hotspot.fatal = fatal;
        hotspot.injury = injury;
        hotspot.damage_only = damage_only;
        hotspot.accidents = fatal + injury + damage_only;
        for (int i = 0; i < hotspot.accidents; ++i) {
            small.add("a", {0, 0}).light = i < dark ? Light::dark : Light::daylight;
            hotspot.accident_rows.push_back(static_cast<std::uint32_t>(i));
        }
    }
    void estimate(double low, double mean, double high, double chance, double excess = 1) {
        hotspot.expected_low = low;
        hotspot.expected = mean;
        hotspot.expected_high = high;
        hotspot.prob_above = chance;
        hotspot.excess = excess;
    }
    void complaints(int count, int people, Theme theme = Theme::speed) {
        for (int i = 0; i < count; ++i) {
            hotspot.complaint_rows.push_back(static_cast<std::uint32_t>(small.region.complaints.size()));
            small.complain({0, 0}, "melder").theme = theme;
        }
        hotspot.complaints += count;
        hotspot.complainants += people;
    }
    [[nodiscard]] std::string in(Language language) const {
        std::vector<Light> lights;
        for (const Accident& accident : small.region.accidents) lights.push_back(accident.light);
        return reason_of(hotspot, {.region = small.region,
                                   .years = years,
                                   .lights = lights,
                                   .neighbour = neighbour ? &*neighbour : nullptr,
                                   .language = language});
    }
};

}  // namespace

TEST_CASE(
    "a busy place tells what happened, who complained, what was measured, how sure it is and what lies next to it") {
    Told told;
    told.accidents(1, 3, 9, 5);
    told.hotspot.with_bicycle = 4;
    told.hotspot.with_pedestrian = 1;  // one of thirteen: not spoken of
    told.hotspot.with_moped = 2;
    told.hotspot.dark_odds = 1.6;
    told.complaints(14, 6);
    told.hotspot.v85 = 64.4;
    told.hotspot.share_over = 0.378;
    told.hotspot.speed_limit = 50;
    told.hotspot.school_distance = 118;
    told.estimate(4.2, 7.3, 11.4, 0.96);
    told.hotspot.rank = 2;
    told.hotspot.rank_worst = 4;
    told.neighbour = Hotspot{.rank = 5, .name = "Wilhelminalaan, Dorp (bij Glazenier)", .at = {0, 258}};
    CHECK(told.in(Language::nl) ==
          "In 2022-2024 gebeurden hier 13 ongevallen, waarvan 1 dodelijk, 3 met letsel, 4 met een fietser, 2 met een "
          "bromfietser en opvallend veel (5) in het donker; 6 melders klaagden samen 14 keer over te hard rijden, de "
          "gemeten V85 is 64 km/u waar 50 mag (38 % rijdt te hard), en op 120 m ligt een school. Los van toeval gaat "
          "het om 4 tot 11 ongevallen, zeer waarschijnlijk meer dan gewoon voor zulke plekken; de plek is nummer 2 van "
          "de gemeente (bij andere wegingen 1 tot 4), en ernaast ligt nummer 5, Wilhelminalaan bij Glazenier (260 m).");
    told.neighbour->name = "Wilhelminalaan, Dorp (near Glazenier)";
    CHECK(told.in(Language::en) ==
          "In 2022-2024, 13 accidents happened here, including 1 fatal, 3 with injury, 4 with a cyclist, 2 with a "
          "moped rider and strikingly many (5) in the dark; 6 people complained 14 times together about speeding, the "
          "measured V85 is 64 km/h where the limit is 50 (38 % drive too fast), and there is a school at 120 m. Chance "
          "aside, that makes 4 to 11 accidents, very probably more than usual for such places; the place is number 2 "
          "in the municipality (1 to 4 under other weightings), and next to it lies number 5, Wilhelminalaan near "
          "Glazenier (260 m).");
}

TEST_CASE("one accident is told as one") {
    Told told;
    told.accidents(0, 1, 0, 1);
    told.hotspot.with_bicycle = 1;
    told.hotspot.dark_odds = 2;  // a single one in the dark is no pattern
    told.estimate(0.1, 0.6, 1.2, 0.55);
    told.years = {2024};
    CHECK(
        told.in(Language::nl) ==
        "In 2024 gebeurde hier 1 ongeval, met letsel en met een fietser. Los van toeval gaat het om hooguit 1 ongeval, "
        "misschien meer dan gewoon voor zulke plekken; de plek is bij elke weging nummer 1 van de gemeente.");
    told.hotspot.with_bicycle = told.hotspot.injury = 0;
    CHECK(told.in(Language::nl).starts_with("In 2024 gebeurde hier 1 ongeval zonder letsel. "));
    told.hotspot.fatal = 1;
    CHECK(told.in(Language::en).starts_with("In 2024, 1 accident happened here, with a fatal outcome. "));
}

TEST_CASE("all and both are called so") {
    Told told;
    told.accidents(0, 2, 0);
    told.hotspot.with_pedestrian = 2;
    told.hotspot.with_bicycle = 1;
    told.estimate(0.6, 1.1, 1.4, 0.85);
    CHECK(told.in(Language::nl)
              .starts_with(
                  "In 2022-2024 gebeurden hier 2 ongevallen, beide met letsel, waarvan 1 met een fietser en beide met "
                  "een voetganger. Los van toeval gaat het om ongeveer 1 ongeval, waarschijnlijk meer"));
    Told none;
    none.accidents(0, 0, 6);
    none.estimate(1.6, 3.1, 5.4, 0.2, -0.5);
    none.hotspot.rank = 7;
    none.hotspot.rank_worst = 9;
    CHECK(none.in(Language::nl) ==
          "In 2022-2024 gebeurden hier 6 ongevallen zonder letsel. Los van toeval gaat het om 2 tot 5 ongevallen, niet "
          "meer dan gewoon voor zulke plekken; de plek is nummer 7 van de gemeente (bij andere wegingen 1 tot 9).");
}

TEST_CASE("a place that is first and no worse than usual says why it is first") {
    Told told;
    told.accidents(0, 3, 11);
    told.estimate(3.3, 6.1, 9.7, 0.35, -0.4);
    told.neighbour = Hotspot{.municipality = 1, .rank = 2, .name = "N322 (hm 142,5), Elders", .at = {300, 320}};
    CHECK(told.in(Language::nl)
              .ends_with(
                  "niet meer dan gewoon voor zulke plekken; toch is de plek bij elke weging nummer 1 van de gemeente, "
                  "omdat hier veel bij elkaar komt, en vlakbij ligt N322 (hm 142,5) in de gemeente Dorp 2 (440 m)."));
    CHECK(told.in(Language::en)
              .ends_with("no more than usual for such places; still the place is number 1 in the municipality under "
                         "every weighting, because a lot comes together here, and close by lies N322 (hm 142,5) in the "
                         "municipality of Dorp 2 (440 m)."));
}

TEST_CASE("a place that people complain of says that it is there for the complaints") {
    Told told;
    told.accidents(0, 0, 2);
    told.complaints(38, 35, Theme::general_safety);
    told.estimate(0.4, 1.2, 2.6, 0.3, -0.2);
    told.hotspot.rank = 5;
    told.hotspot.rank_worst = 6;
    CHECK(told.in(Language::nl) ==
          "In 2022-2024 gebeurden hier 2 ongevallen zonder letsel; 35 melders klaagden samen 38 keer over de "
          "verkeerssituatie. Los van toeval gaat het om hooguit 3 ongevallen, niet meer dan gewoon voor zulke plekken; "
          "toch is de plek nummer 5 van de gemeente (bij andere wegingen 1 tot 6), vanwege de klachten.");
}

TEST_CASE("complaints without accidents come first, and what they are about only where most agree") {
    Told told;
    told.complaints(1, 1, Theme::lighting);
    CHECK(told.in(Language::nl) ==
          "1 melder klaagde over rijden zonder licht; in 2022-2024 is hier geen ongeval geregistreerd. De plek is bij "
          "elke weging nummer 1 van de gemeente.");
    told.complaints(2, 0, Theme::general_safety);
    CHECK(told.in(Language::nl).starts_with("1 melder klaagde 3 keer, vooral over de verkeerssituatie; in 2022-2024"));
    told.years.clear();
    CHECK(told.in(Language::en)
              .starts_with("1 person complained 3 times, mostly about the traffic situation; nothing is known of "
                           "accidents here."));
    Told mixed;
    mixed.complaints(2, 2, Theme::heavy_traffic);
    mixed.complaints(1, 1, Theme::speed);
    CHECK(mixed.in(Language::nl).starts_with("3 melders klaagden, vooral over vrachtverkeer; "));
    mixed.complaints(1, 1, Theme::speed);
    CHECK(mixed.in(Language::nl).starts_with("4 melders klaagden over te hard rijden en vrachtverkeer; "));
    mixed.complaints(1, 1, Theme::school_zone);
    CHECK(mixed.in(Language::en).starts_with("5 people complained, mostly about speeding and lorries; "));
}

TEST_CASE("what was measured within the limit is not called too fast") {
    Told told;
    told.accidents(0, 0, 2);
    told.estimate(0.6, 1.1, 2.4, 0.85);
    told.hotspot.v85 = 48.2;
    told.hotspot.speed_limit = 50;
    CHECK(told.in(Language::nl).find("; de gemeten V85 is 48 km/u, binnen de limiet van 50. ") != std::string::npos);
    told.hotspot.speed_limit.reset();
    CHECK(told.in(Language::nl).find("; de gemeten V85 is 48 km/u. ") != std::string::npos);
}

TEST_CASE("the words for sureness follow the chance") {
    Told told;
    told.accidents(0, 0, 5);
    const auto words = [&](double chance) {
        told.estimate(1, 3, 5, chance);
        const std::string text = told.in(Language::nl);
        const auto from = text.find("ongevallen, ", text.find(". ")) + 12;
        return text.substr(from, text.find(" meer dan gewoon", from) - from);
    };
    CHECK(words(0.995) == "vrijwel zeker");
    CHECK(words(0.96) == "zeer waarschijnlijk");
    CHECK(words(0.8) == "waarschijnlijk");
    CHECK(words(0.79) == "misschien");
    CHECK(words(0.49) == "niet");
}

TEST_CASE("no sentence runs on: two at most, none of them empty") {
    Told told;
    told.accidents(0, 1, 4);
    told.estimate(0.7, 2, 4, 0.9);
    for (const Language language : {Language::nl, Language::en}) {
        const std::string text = told.in(language);
        CHECK(std::count(text.begin(), text.end(), '.') == 2);
        CHECK(text.find("  ") == std::string::npos);
        CHECK(text.find(" ,") == std::string::npos);
    }
}

TEST_CASE("complaints about two things and a school are told in sentences that do not run together") {
    Told told;
    told.accidents(0, 0, 4);
    told.estimate(1, 2, 4, 0.5);
    told.complaints(3, 3, Theme::speed);
    told.complaints(2, 2, Theme::lighting);
    told.complaints(1, 1, Theme::school_zone);
    told.hotspot.school_distance = 146;
    CHECK(told.in(Language::nl)
              .find("; 6 melders klaagden, vooral over te hard rijden en rijden zonder licht, en op 150 m "
                    "ligt een school. ") != std::string::npos);
    CHECK(told.in(Language::nl).find("  ") == std::string::npos);
}
