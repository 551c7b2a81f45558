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

namespace {

Check check_on(std::string id, std::size_t hotspot, int day, Theme theme = Theme::speed) {
    Check check;
    check.id = {std::move(id)};
    check.hotspot = hotspot;
    check.date = make_date(2027, 3, static_cast<unsigned>(day));
    check.start = 18 * 60;
    check.theme = theme;
    return check;
}

/// "2@5 3@9": the number of each check and its day, by date.
std::string told(const std::vector<Check>& checks) {
    std::string text;
    for (const Check& check : checks)
        text += (text.empty() ? "" : " ") + check.id.text.substr(check.id.text.rfind('-') + 1) + "@" +
                std::to_string(day_of_month(check.date));
    return text;
}

}  // namespace

TEST_CASE("a check keeps its number in a new plan, however the days around it are filled") {
    const std::vector<Check> before{check_on("GM1-2027-01", 0, 5), check_on("GM1-2027-02", 1, 12)};
    // Numbered by date, as the planner does: a new check comes first.
    const std::vector<Check> after{check_on("GM1-2027-01", 2, 2), check_on("GM1-2027-02", 0, 5),
                                   check_on("GM1-2027-03", 1, 12)};
    CHECK(told(checks_carried_over(before, after)) == "04@2 01@5 02@12");
}

TEST_CASE("a check that moves to another day at its place is still itself, one that is gone leaves its number unused") {
    const std::vector<Check> before{check_on("GM1-2027-01", 0, 5), check_on("GM1-2027-02", 1, 12),
                                    check_on("GM1-2027-03", 2, 20)};
    const std::vector<Check> after{check_on("GM1-2027-01", 1, 14), check_on("GM1-2027-02", 3, 20)};
    CHECK(told(checks_carried_over(before, after)) == "02@14 04@20");
}

TEST_CASE("of two checks at one place the nearer day is the same one") {
    const std::vector<Check> before{check_on("GM1-2027-01", 0, 5), check_on("GM1-2027-02", 0, 25)};
    const std::vector<Check> after{check_on("GM1-2027-01", 0, 22), check_on("GM1-2027-02", 0, 28)};
    CHECK(told(checks_carried_over(before, after)) == "02@22 01@28");
}

TEST_CASE("a check that was done does not move with the plan") {
    std::vector<Check> before{check_on("GM1-2027-01", 0, 5)};
    before[0].status = CheckStatus::done;
    before[0].result = CheckResult{.vehicles = 3, .tests = 0, .warnings = 0, .fines = {}, .remark = ""};
    const auto after = checks_carried_over(before, {check_on("GM1-2027-01", 0, 9)});
    CHECK(told(after) == "01@5 02@9");
    CHECK(after[0].status == CheckStatus::done);
    CHECK(after[0].result == before[0].result);
    CHECK(after[1].status == CheckStatus::planned);
}
