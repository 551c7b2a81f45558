#include "hotspots/find.hpp"

#include "base/random.hpp"
#include "hotspots/small_region.hpp"
#include "support/support.hpp"

#include <algorithm>
#include <set>

using namespace baken;
using namespace baken::test;

namespace {

HotspotResult find(const Region& region, HotspotOptions options = {}) {
    options.plan_year = 2027;
    return find_hotspots(region, options, {});
}

/// A region with something of everything, two municipalities, three years.
Region busy_region() {
    Rng rng(99);
    SmallRegion small(2);
    for (int i = 0; i < 600; ++i) {
        const int x = static_cast<int>(rng.below(12)), y = static_cast<int>(rng.below(6));
        Accident& accident = small.add(std::to_string(x) + "-" + std::to_string(y), {x * 170.0, y * 230.0},
                                       2022 + i % 3, rng.chance(0.15) ? Outcome::injury : Outcome::damage_only);
        accident.municipality = x < 6 ? 0 : 1;
        accident.light = rng.chance(0.3) ? Light::dark : rng.chance(0.1) ? Light::unknown : Light::daylight;
        if (rng.chance(0.2)) accident.second_party = Party::bicycle;
        if (rng.chance(0.05)) accident.has_alcohol = true;
        if (rng.chance(0.1)) accident.link = LinkLevel::street;
    }
    for (int i = 0; i < 80; ++i) {
        Complaint& complaint =
            small.complain({rng.uniform(0, 2000), rng.uniform(0, 1200)}, std::to_string(rng.below(30)));
        complaint.municipality = complaint.at.x < 1000 ? 0 : 1;
        complaint.theme = all_themes[rng.below(3)];
    }
    return small.region;
}

std::string text_of(const HotspotResult& result) {
    std::string text;
    for (const Hotspot& h : result.hotspots)
        text += h.id.text + "|" + h.name + "|" + std::to_string(h.at.x) + "|" + std::to_string(h.at.y) + "|" +
                std::to_string(h.expected) + "|" + std::to_string(h.score) + "|" + h.reason + "\n";
    return text;
}

}  // namespace

TEST_CASE("a region without events has no hotspots") {
    const HotspotResult result = find(SmallRegion(2).region);
    CHECK(result.hotspots.empty());
    CHECK(result.years.empty());
    CHECK_FALSE(result.foresight);
    CHECK(find(Region{}).hotspots.empty());
}

TEST_CASE("a municipality without events gets none, and the other its own") {
    SmallRegion small(2);
    small.add("a", {0, 0}).municipality = 1;
    const HotspotResult result = find(small.region);
    REQUIRE(result.hotspots.size() == 1);
    CHECK(result.hotspots[0].id.text == "GM0002-H01");
    CHECK(result.hotspots[0].municipality == 1);
    CHECK(result.hotspots[0].rank == 1);
    CHECK(result.hotspots[0].score == 1);
}

TEST_CASE("figures are those of the events within reach, each event counted once") {
    SmallRegion small;
    small.add_many(4, "a", {0, 0}, 2023);
    small.add("a", {0, 0}, 2024, Outcome::fatal).light = Light::dark;
    small.add("b", {200, 0}, 2024, Outcome::injury).light = Light::unknown;
    small.add("far", {1000, 0}, 2024, Outcome::injury);
    small.add("far", {1000, 0}, 2024).has_alcohol = true;
    small.complain({0, 50}, "anna", "2027-01-01");
    small.complain({0, 60}, "anna", "2027-01-01");
    small.complain({0, 70}, "bert", "2026-01-01");
    const HotspotResult result = find(small.region);
    CHECK(result.years == std::vector<int>{2023, 2024});
    REQUIRE(result.hotspots.size() == 2);
    const Hotspot& first = result.hotspots[0];
    CHECK(first.accidents == 6);
    CHECK(first.fatal == 1);
    CHECK(first.injury == 1);
    CHECK(first.damage_only == 4);
    CHECK(first.accidents_per_year == std::vector<int>{4, 2});
    CHECK(first.complaints == 3);
    CHECK(first.complainants == 2);
    CHECK(first.effective_complainants == Approx(1.5));
    CHECK(first.weighted == Approx(5 + 3 + 4 * 0.5));
    CHECK(first.dark_share.value() == Approx(1 / 5.0));
    CHECK(first.alcohol_share.value() == 0);
    CHECK(result.hotspots[1].alcohol_share.value() == Approx(0.5));
    CHECK(first.length == Approx(std::sqrt(200 * 200.0 + 70 * 70.0)));
    CHECK(first.speed_limit == 50);
    CHECK(first.road_manager == RoadManager::municipality);
    CHECK(first.quadrant == Quadrant::both);
    CHECK(result.hotspots[1].quadrant == Quadrant::neither);
    CHECK(first.expected > 0);
    CHECK(first.expected < 6);
}

TEST_CASE("what the register never says is not known, rather than nought") {
    SmallRegion small;
    Accident& accident = small.add("a", {0, 0});
    accident.light = Light::unknown;
    accident.speed_limit = std::nullopt;
    const HotspotResult result = find(small.region);
    REQUIRE(result.hotspots.size() == 1);
    CHECK_FALSE(result.hotspots[0].dark_share);
    CHECK_FALSE(result.hotspots[0].alcohol_share);
    CHECK_FALSE(result.hotspots[0].speed_limit);
    CHECK(result.hotspots[0].quadrant == Quadrant::neither);  // without complaints nobody kept silent
}

TEST_CASE("complaints alone make hotspots, clustered ones first") {
    SmallRegion small;
    small.complain({5000, 0}, "dirk").street = "Eenzame Weg";
    for (const char* who : {"anna", "bert", "carl"}) small.complain({100, 0}, who).street = "Dorpsstraat";
    const HotspotResult result = find(small.region);
    REQUIRE(result.hotspots.size() == 2);
    CHECK(result.hotspots[0].name == "Dorpsstraat, Dorp 1");
    CHECK(result.hotspots[0].complainants == 3);
    CHECK(result.hotspots[0].quadrant == Quadrant::perceived);
    CHECK(result.hotspots[0].expected == 0);
    CHECK(result.hotspots[0].q_value == 1);
    CHECK(result.hotspots[0].reason ==
          "3 melders klaagden over te hard rijden; van ongevallen is hier niets bekend. De plek is bij elke weging "
          "nummer "
          "1 van de gemeente.");
    CHECK(result.hotspots[1].name == "Eenzame Weg, Dorp 1");
}

TEST_CASE("enough complaints move the choice, and a single one does not") {
    SmallRegion small;
    small.add_many(3, "a", {0, 0});
    small.add_many(2, "b", {3000, 0});
    small.complain({3000, 10}, "anna", "2027-01-01");
    CHECK(find(small.region).hotspots[0].accidents == 3);
    for (int i = 0; i < 30; ++i) small.complain({3000, 10}, "person " + std::to_string(i), "2027-01-01");
    CHECK(find(small.region).hotspots[0].accidents == 2);
}

TEST_CASE("a black spot is one site that meets the norm, not several together") {
    SmallRegion small;
    small.add_many(3, "a", {0, 0}, 2024, Outcome::injury);
    small.add_many(3, "b", {100, 0}, 2023, Outcome::injury);
    CHECK(find(small.region).hotspots[0].black_spot_norm == "3 letsel in 3 jaar (Amsterdam)");
    small.add_many(3, "a", {0, 0}, 2022, Outcome::injury);
    CHECK(find(small.region).hotspots[0].black_spot_norm == "6 letsel in 3 jaar");
    for (Accident& accident : small.region.accidents)
        if (accident.year == 2022) accident.year = 2021;  // outside the three years
    CHECK(find(small.region).hotspots[0].black_spot_norm == "3 letsel in 3 jaar (Amsterdam)");
    small.add("a", {0, 0}, 2024, Outcome::injury);
    CHECK(find(small.region).hotspots[0].black_spot_norm == "4 letsel in 3 jaar (Utrecht, mogelijk)");
    HotspotOptions harder;
    harder.settings.norms = {{"vijf", 5, 3, true}};
    CHECK(find(small.region, harder).hotspots[0].black_spot_norm.empty());
}

TEST_CASE("junctions are named after both streets where two are known, and namesakes are told apart") {
    SmallRegion small;
    small.add_many(3, "a", {0, 0});
    small.add("a", {0, 0}).street = "Dwarsweg";
    small.add_many(2, "b", {5000, 0});
    small.region.accidents.back().street = small.region.accidents[4].street = "Lange Weg";
    small.add("c", {9000, 0}).street = "Lange Weg";
    const auto post = [&](Accident& accident) { accident.location = {LocationKind::hectometre, "N322:1425"}; };
    Accident& on_post = small.add("d", {20000, 0});
    on_post.street = "N322";
    post(on_post);
    small.region.roads.push_back({"1", "Zijstraat", std::nullopt, {{9000, 0}, {9000, 500}}});
    const HotspotResult result = find(small.region);
    REQUIRE(result.hotspots.size() == 4);
    std::set<std::string> names;
    for (const Hotspot& hotspot : result.hotspots) names.insert(hotspot.name);
    CHECK(names == std::set<std::string>{"Kruispunt Straat a - Dwarsweg, Dorp", "Lange Weg, Dorp",
                                         "Kruispunt Lange Weg - Zijstraat, Dorp", "N322 (hm 142,5), Dorp"});
}

TEST_CASE("the reason says how often, how bad, what it is worth and how sure it is") {
    SmallRegion small;
    small.add_many(9, "a", {0, 0}, 2023);
    small.add_many(3, "a", {0, 0}, 2024, Outcome::injury);
    small.add("a", {0, 0}, 2022, Outcome::fatal).light = Light::dark;
    for (int i = 0; i < 60; ++i) small.add("quiet " + std::to_string(i), {1000.0 * (i + 1), 0}, 2022 + i % 3);
    small.complain({0, 10}, "anna");
    small.complain({0, 10}, "anna");
    const HotspotResult dutch = find(small.region);
    CHECK(
        dutch.hotspots[0].reason.starts_with("In 2022-2024 gebeurden hier 13 ongevallen, waarvan 1 dodelijk en 3 met "
                                             "letsel; 1 melder klaagde 2 keer over te "
                                             "hard rijden. Los van toeval gaat het om "));
    CHECK(
        dutch.hotspots[0].reason.ends_with("vrijwel zeker meer dan gewoon voor zulke plekken; de plek is bij elke "
                                           "weging nummer 1 van de gemeente."));
    CHECK(dutch.hotspots[0].q_value < 0.001);
    CHECK(dutch.hotspots[0].prob_above > 0.99);
    const HotspotResult english = find(small.region, {.language = Language::en});
    CHECK(
        english.hotspots[0].reason.starts_with("In 2022-2024, 13 accidents happened here, including 1 fatal and 3 with "
                                               "injury; 1 person complained 2 times about "
                                               "speeding. "));
    CHECK(english.hotspots[0].reason.find("under every weighting") != std::string::npos);
}

TEST_CASE("the interval holds the estimate, and is wider where less is known") {
    SmallRegion small;
    small.add_many(12, "a", {0, 0});
    small.add_many(2, "b", {3000, 0});
    for (int i = 0; i < 40; ++i) small.add("quiet " + std::to_string(i), {1000.0 * (i + 5), 0});
    const HotspotResult result = find(small.region);
    for (const Hotspot& h : result.hotspots) {
        INFO(h.id.text);
        CHECK(h.expected_low > 0);
        CHECK(h.expected_low < h.expected);
        CHECK(h.expected < h.expected_high);
    }
    const auto width = [](const Hotspot& h) { return (h.expected_high - h.expected_low) / h.expected; };
    CHECK(width(result.hotspots[0]) < width(result.hotspots[1]));
}

TEST_CASE("an accident counts once for each group that was in it") {
    SmallRegion small;
    small.add("a", {0, 0}).second_party = Party::bicycle;
    Accident& two = small.add("a", {0, 0});
    two.first_party = two.second_party = Party::bicycle;
    Accident& both = small.add("a", {100, 0});
    both.location.id = "b";
    both.first_party = Party::moped;
    both.second_party = Party::pedestrian;
    small.add("a", {0, 0}).first_party = Party::mobility_scooter;
    const Hotspot hotspot = find(small.region).hotspots.at(0);
    CHECK(hotspot.accidents == 4);
    CHECK(hotspot.with_bicycle == 2);
    CHECK(hotspot.with_pedestrian == 1);
    CHECK(hotspot.with_moped == 1);
}

TEST_CASE("the sun decides what was dark where accidents have times, for share, odds and themes alike") {
    SmallRegion small;
    small.region.municipalities[0].centre = {5.86, 51.84};
    const auto add = [&](const std::string& key, double x, int hour) {
        Accident& accident = small.add(key, {x, 0}, 2023);
        accident.light = Light::unknown;
        accident.date = make_date(2023, 12, 12);
        accident.minute_of_day = hour * 60;
    };
    for (int i = 0; i < 4; ++i) add("a", 0, 22);
    for (int i = 0; i < 4; ++i) add("b", 3000, 12);
    const HotspotResult result = find(small.region);
    REQUIRE(result.hotspots.size() == 2);
    const Hotspot& night = result.hotspots[0].at.x == 0 ? result.hotspots[0] : result.hotspots[1];
    const Hotspot& noon = result.hotspots[0].at.x == 0 ? result.hotspots[1] : result.hotspots[0];
    CHECK(night.dark_share.value() == 1);
    CHECK(noon.dark_share.value() == 0);
    // Half of the region is dark: (4 + 10) / 24 against (0 + 10) / 24.
    CHECK(night.dark_odds.value() == Approx(14 / 10.0));
    CHECK(noon.dark_odds.value() == Approx(10 / 14.0));
    CHECK(night.theme_weight[index_of(Theme::lighting)] > noon.theme_weight[index_of(Theme::lighting)]);
    CHECK_FALSE(result.darkness);  // no hour is both dark and light here
}

TEST_CASE("every hotspot of a busy region keeps the promises of its figures") {
    const Region region = busy_region();
    const HotspotResult result = find(region, {.settings = {.per_municipality = 5}});
    REQUIRE(result.hotspots.size() == 10);
    int accidents = 0, complaints = 0;
    std::set<std::string> names;
    for (std::size_t i = 0; i < result.hotspots.size(); ++i) {
        const Hotspot& h = result.hotspots[i];
        CHECK(h.municipality == i / 5);
        CHECK(h.rank == static_cast<int>(i % 5) + 1);
        CHECK(h.id.text == "GM000" + std::to_string(h.municipality + 1) + "-H0" + std::to_string(h.rank));
        CHECK(h.rank_best <= h.rank);
        CHECK(h.rank_worst >= h.rank);
        CHECK(h.rank_best >= 1);
        CHECK(h.rank_worst <= 5);
        CHECK(h.accidents == h.fatal + h.injury + h.damage_only);
        CHECK(h.score <= (h.rank == 1 ? 1 : result.hotspots[i - 1].score));
        CHECK(h.score > 0);
        CHECK(*std::max_element(h.theme_weight.begin(), h.theme_weight.end()) == 1);
        CHECK(*std::min_element(h.theme_weight.begin(), h.theme_weight.end()) > 0);
        CHECK(h.length <= 500);
        CHECK(h.expected_low < h.expected);
        CHECK(h.expected < h.expected_high);
        CHECK(h.with_bicycle <= h.accidents);
        CHECK((h.reason.find("ernaast ligt") != std::string::npos ||
               h.reason.find("vlakbij ligt") != std::string::npos) == !h.nearby.empty());
        CHECK(h.q_value >= 0);
        CHECK(h.q_value <= 1);
        CHECK(names.insert(std::to_string(h.municipality) + h.name).second);
        accidents += h.accidents;
        complaints += h.complaints;
    }
    const auto counted = std::count_if(region.accidents.begin(), region.accidents.end(),
                                       [](const Accident& a) { return a.link == LinkLevel::exact; });
    CHECK(accidents <= counted);
    CHECK(complaints <= 80);
    REQUIRE(result.foresight);
    CHECK(result.foresight->learned_from == std::vector<int>{2022, 2023});
    CHECK(result.foresight->tested_on == 2024);
    CHECK(result.foresight->share > 0);
}

TEST_CASE("the same region gives the same hotspots, and the order of its events does not matter") {
    Region region = busy_region();
    const std::string once = text_of(find(region));
    CHECK(text_of(find(region)) == once);
    std::reverse(region.accidents.begin(), region.accidents.end());
    CHECK(text_of(find(region)).size() == once.size());
}

TEST_CASE("years of the settings decide which accidents count") {
    SmallRegion small;
    small.add_many(3, "a", {0, 0}, 2022);
    small.add_many(2, "a", {0, 0}, 2024);
    const HotspotResult result = find(small.region, {.settings = {.years = {2024, 2023}}});
    CHECK(result.years == std::vector<int>{2023, 2024});
    REQUIRE(result.hotspots.size() == 1);
    CHECK(result.hotspots[0].accidents_per_year == std::vector<int>{0, 2});
}

TEST_CASE("finding stops when asked, and tells how far it is") {
    std::stop_source stop;
    stop.request_stop();
    Work work;
    work.stop = stop.get_token();
    CHECK_THROWS_AS(find_hotspots(busy_region(), {}, work), Cancelled);
    std::vector<double> shares;
    work = {};
    work.on_progress = [&](std::string_view, double share) { shares.push_back(share); };
    static_cast<void>(find_hotspots(busy_region(), {}, work));
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.back() == 1);
}
