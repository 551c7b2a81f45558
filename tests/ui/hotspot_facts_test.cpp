#include "ui/models/hotspot_facts.hpp"

#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <algorithm>

using namespace baken;

namespace {

/// The value behind a label; empty where the label is not there.
QString fact(const Project& project, const Hotspot& hotspot, const Speech& say, const QString& label) {
    for (const Fact& fact : facts_of(project, hotspot, say))
        if (fact.label == label) return fact.value;
    return {};
}

}  // namespace

TEST_CASE("the facts of a hotspot say how sure they are, who was in it and what lies near") {
    Project project = test::sample_project();
    Hotspot& hotspot = project.hotspots[5];
    project.hotspots[0].at = {hotspot.at.x + 300, hotspot.at.y};
    project.hotspots[1].at = {hotspot.at.x, hotspot.at.y - 444};
    hotspot.expected = 6;
    hotspot.expected_low = 2.44;
    hotspot.expected_high = 10.06;
    hotspot.with_bicycle = 3;
    hotspot.with_pedestrian = 0;
    hotspot.with_moped = 1;
    hotspot.dark_share = 0.42;
    hotspot.dark_odds = 1.6;
    const Speech dutch(Language::nl), english(Language::en);
    CHECK(fact(project, hotspot, dutch, "onzekerheid") == "2,4 tot 10,1 ongevallen");
    CHECK(fact(project, hotspot, dutch, "betrokken") == "3 met een fietser, 1 met een brom- of snorfietser");
    CHECK(fact(project, hotspot, dutch, "in het donker").endsWith(", vaker dan in de regio"));
    CHECK(fact(project, hotspot, dutch, "dichtbij") ==
          QString::fromStdString("nummer 1, " + project.hotspots[0].name + " (300 m); nummer 2, " +
                                 project.hotspots[1].name + " (440 m)"));
    CHECK(fact(project, hotspot, english, "uncertainty") == "2.4 to 10.1 accidents");
    CHECK(fact(project, hotspot, english, "involved") == "3 with a cyclist, 1 with a moped rider");

    // Of an earlier version, or with nothing to say: no fact, rather than a nought.
    hotspot.expected_low = hotspot.expected_high = 0;
    hotspot.with_bicycle = hotspot.with_moped = 0;
    hotspot.nearby = {{"GM9001-H99"}};
    hotspot.dark_odds.reset();
    for (const char* label : {"onzekerheid", "betrokken", "dichtbij"})
        CHECK(fact(project, hotspot, dutch, label).isEmpty());
    CHECK_FALSE(fact(project, hotspot, dutch, "in het donker").contains("regio"));
}
