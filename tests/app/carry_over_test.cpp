#include "app/carry_over.hpp"

#include "support/sample_project.hpp"
#include "support/support.hpp"

using namespace baken;

namespace {

/// What a new search finds: the first five of each municipality, unreviewed, the first two of them changed places.
std::vector<Hotspot> found_again(const Project& project) {
    std::vector<Hotspot> found;
    for (Hotspot hotspot : project.hotspots) {
        if (hotspot.rank == 6) continue;
        if (hotspot.rank <= 2) hotspot.rank = 3 - hotspot.rank;
        hotspot.id.text = hotspot.id.text.substr(0, hotspot.id.text.size() - 1) + std::to_string(hotspot.rank);
        hotspot.status = "proposed";
        hotspot.enforceable = "unknown";
        hotspot.remark = "";
        found.push_back(hotspot);
    }
    return found;
}

}  // namespace

TEST_CASE("a review follows its place to another rank") {
    Project project = test::sample_project();
    project.hotspots[0].remark = "let op de bocht";
    const auto now = with_reviews_of(project, found_again(project));
    REQUIRE(now.size() == 30);
    CHECK(now[1].at == project.hotspots[0].at);
    CHECK(now[1].rank == 2);
    CHECK(now[1].remark == "let op de bocht");
    CHECK(now[1].status == "accepted");
    CHECK(now[0].at == project.hotspots[1].at);
}

TEST_CASE("a place where a check was done stays, one where none was goes, and the plan points to the right places") {
    Project project = test::sample_project();
    Check& check = project.plan.checks[0];
    check.hotspot = 5;  // the sixth of the first municipality, which is not found again
    check.municipality = 0;
    check.status = CheckStatus::done;
    const auto now = with_reviews_of(project, found_again(project));
    REQUIRE(now.size() == 31);
    CHECK(now[5].at == project.hotspots[5].at);
    CHECK(now[5].rank == 6);
    CHECK(now[5].accident_rows.empty());

    const Plan plan = plan_carried_over(project, now);
    std::size_t gone = 0;
    for (const Check& old : project.plan.checks) {
        const auto same =
            std::find_if(plan.checks.begin(), plan.checks.end(), [&](const Check& one) { return one.id == old.id; });
        if (same == plan.checks.end()) {
            ++gone;
            CHECK(project.hotspots[old.hotspot].rank == 6);
            continue;
        }
        CHECK(now.at(same->hotspot).at == project.hotspots[old.hotspot].at);
    }
    CHECK(plan.checks.size() + gone == project.plan.checks.size());
    CHECK(plan.checks[0].status == CheckStatus::done);
}

TEST_CASE("the first search has nothing to carry over") {
    Project project = test::sample_project();
    const auto found = found_again(project);
    project.hotspots.clear();
    project.plan.checks.clear();
    const auto now = with_reviews_of(project, found);
    CHECK(now.size() == found.size());
    CHECK(now[0].status == "proposed");
}
