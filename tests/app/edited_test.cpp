#include "app/desk_world.hpp"

#include "config/read_settings.hpp"
#include "planning/verify.hpp"
#include "app/plan_bench.hpp"

using namespace baken;
using namespace baken::test;

namespace {

const Project& given() {
    static const Project project = planned_sample();
    return project;
}

const Check& check_of(const Project& project, const CheckId& id) {
    for (const auto& check : project.plan.checks)
        if (check.id == id) return check;
    throw std::runtime_error("no check " + id.text);
}

const Hotspot& hotspot_of(const Project& project, const HotspotId& id) {
    for (const auto& hotspot : project.hotspots)
        if (hotspot.id == id) return hotspot;
    throw std::runtime_error("no hotspot " + id.text);
}

template <class Body>
std::string refusal(Body&& body) {
    try {
        (void)body();
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

/// What must hold after any edit, worked out from the project alone.
void check_sound(const Project& project) {
    const Certificate anew = certified(project);
    REQUIRE(anew.clauses.size() == project.certificate.clauses.size());
    for (std::size_t i = 0; i < anew.clauses.size(); ++i) {
        CHECK(anew.clauses[i].id == project.certificate.clauses[i].id);
        CHECK(anew.clauses[i].met == project.certificate.clauses[i].met);
        CHECK(anew.clauses[i].ok == project.certificate.clauses[i].ok);
    }
    CHECK(project.plan.solver.value == Approx(plan_bench(project).value_of(project.plan.checks)).epsilon(1e-9));
    const Settings read = read_settings(project.settings_text, project.settings.file);
    CHECK(read.locks.size() == project.settings.locks.size());
    CHECK(read.sha256 == project.settings.sha256);
    for (const auto& check : project.plan.checks) {
        REQUIRE(check.hotspot < project.hotspots.size());
        CHECK(project.hotspots[check.hotspot].municipality == check.municipality);
    }
    for (const auto& clause : anew.clauses)
        if (clause.id == "dark_share" || clause.id == "times" || clause.id == "ids" || clause.id == "references")
            CHECK(clause.ok);
}

}  // namespace

TEST_CASE("the sample has what these tests speak of") {
    REQUIRE(given().plan.checks.size() >= 18);
    REQUIRE(given().hotspots.size() >= 12);
    CHECK_FALSE(given().hotspots[0].accident_rows.empty());
    check_sound(given());
}

TEST_CASE("a review changes what it names and nothing else, a rejection says why") {
    const HotspotId id = given().hotspots[3].id;
    const Project next = edited(given(), ReviewHotspot{.hotspot = id, .enforceable = "yes", .remark = "brede berm"});
    CHECK(hotspot_of(next, id).enforceable == "yes");
    CHECK(hotspot_of(next, id).remark == "brede berm");
    CHECK(hotspot_of(next, id).status == hotspot_of(given(), id).status);
    check_sound(next);
    CHECK_FALSE(refusal([&] { return edited(given(), ReviewHotspot{.hotspot = id, .status = "rejected"}); }).empty());
    CHECK_FALSE(refusal([&] { return edited(given(), ReviewHotspot{.hotspot = id, .status = "fine"}); }).empty());
    CHECK_FALSE(refusal([&] { return edited(given(), ReviewHotspot{.hotspot = {"X"}, .remark = "?"}); }).empty());
}

TEST_CASE("rejecting a place with a check is seen in the certificate") {
    const Check& check = given().plan.checks[0];
    const Project next = edited(
        given(), ReviewHotspot{
                     .hotspot = given().hotspots[check.hotspot].id, .status = "rejected", .remark = "geen stopplaats"});
    check_sound(next);
    CHECK(given().certificate.ok());
    CHECK_FALSE(next.certificate.ok());
}

TEST_CASE("a check at a hotspot that goes is at the one that takes over") {
    const Check& check = given().plan.checks[0];
    const Hotspot& from = given().hotspots[check.hotspot];
    const Hotspot* into = nullptr;
    for (const auto& h : given().hotspots)
        if (h.municipality == from.municipality && h.id != from.id) into = &h;
    REQUIRE(into != nullptr);
    Project locked = edited(given(), LockCheck{check.id});
    CHECK(locked.settings.locks.back().site == from.id.text);
    const Project next = edited(locked, MergeHotspots{.into = into->id, .from = from.id});
    check_sound(next);
    CHECK(next.hotspots.size() == given().hotspots.size() - 1);
    CHECK(hotspot_of(next, into->id).accidents == into->accidents + from.accidents);
    for (const auto& before : given().plan.checks) {
        const HotspotId was = given().hotspots[before.hotspot].id;
        CHECK(next.hotspots[check_of(next, before.id).hotspot].id == (was == from.id ? into->id : was));
    }
    CHECK(next.settings.locks.back().site == into->id.text);
    CHECK(check_of(next, check.id).is_locked);
}

TEST_CASE("after a split every check stays at its hotspot") {
    for (const auto& hotspot : given().hotspots) {
        Project next;
        try {
            next = edited(given(), SplitHotspot{hotspot.id});
        } catch (const InputError&) {
            continue;  // one place only
        }
        check_sound(next);
        CHECK(next.hotspots.size() == given().hotspots.size() + 1);
        for (const auto& before : given().plan.checks)
            CHECK(next.hotspots[check_of(next, before.id).hotspot].id == given().hotspots[before.hotspot].id);
        for (const auto& h : next.hotspots) CHECK(h.lonlat.lat > 50);
        return;
    }
    FAIL("no hotspot of the sample can be split");
}

TEST_CASE("a moved hotspot takes the sun of its new place") {
    const Check& check = given().plan.checks[0];
    const Hotspot& hotspot = given().hotspots[check.hotspot];
    const Project next = edited(given(), MoveHotspot{hotspot.id, {hotspot.at.x + 250, hotspot.at.y - 100}});
    check_sound(next);
    CHECK(next.hotspots[check.hotspot].lonlat != hotspot.lonlat);
}

TEST_CASE("a lock stands in the settings as text, and goes from it") {
    const Check& check = given().plan.checks[4];
    const Project locked = edited(given(), LockCheck{check.id, true});
    check_sound(locked);
    REQUIRE(locked.settings.locks.size() == 1);
    const Lock& lock = locked.settings.locks[0];
    CHECK(lock.date == check.date);
    CHECK(lock.theme == check.theme);
    CHECK(lock.start == check.start);
    CHECK(lock.site == given().hotspots[check.hotspot].id.text);
    CHECK(lock.municipality == given().region->municipalities[check.municipality].name);
    CHECK(check_of(locked, check.id).is_locked);
    CHECK(locked.settings_text.find("[[lock]]") != std::string::npos);
    CHECK_FALSE(refusal([&] {
                    return edited(locked, MoveCheck{check.id, check.date + std::chrono::days(9)});
                }).empty());

    const Project twice = edited(locked, LockCheck{check.id, true});
    CHECK(twice.settings.locks.size() == 1);
    const Project free = edited(locked, LockCheck{check.id, false});
    check_sound(free);
    CHECK(free.settings.locks.empty());
    CHECK_FALSE(check_of(free, check.id).is_locked);
}

TEST_CASE("what was done survives a new plan, with its number") {
    const Check done = given().plan.checks[2];
    const CheckResult result{.vehicles = 120, .tests = 0, .warnings = 3, .fines = {{"snelheid", 9}}, .remark = "droog"};
    Project project = edited(given(), RecordResult{done.id, CheckStatus::done, result});
    check_sound(project);
    CHECK(check_of(project, done.id).result == result);
    CHECK(project.settings.locks.size() == 1);

    project.seed += 1;  // another choice among the plans nearly as good
    const Plan again = with_plan(project, {}).plan;
    const Project next = edited(project, ReplacePlan{again});
    check_sound(next);
    const Check& kept = check_of(next, done.id);
    CHECK(kept.status == CheckStatus::done);
    CHECK(kept.result == result);
    CHECK(std::tie(kept.date, kept.hotspot, kept.theme) == std::tie(done.date, done.hotspot, done.theme));
    CHECK(kept.is_locked);
    std::set<std::string> ids;
    for (const auto& check : next.plan.checks) ids.insert(check.id.text);
    CHECK(ids.size() == next.plan.checks.size());

    Plan without = again;
    std::erase_if(without.checks, [&](const Check& c) { return c.date == done.date && c.hotspot == done.hotspot; });
    const Project forced = edited(project, ReplacePlan{without});
    CHECK(check_of(forced, done.id).result == result);
    check_sound(forced);
}

TEST_CASE("a cancelled check meets nothing, and its agreement goes") {
    const Check& check = given().plan.checks[1];
    const Project next =
        edited(edited(given(), LockCheck{check.id}), RecordResult{check.id, CheckStatus::cancelled, {}});
    check_sound(next);
    CHECK(next.settings.locks.empty());
    int before = 0, after = 0;
    for (const auto& clause : given().certificate.clauses) before += clause.id.starts_with("quota.") ? clause.met : 0;
    for (const auto& clause : next.certificate.clauses) after += clause.id.starts_with("quota.") ? clause.met : 0;
    const bool is_quota = check.kind != CheckKind::dark_days;
    CHECK(after == before - (is_quota ? 1 : 0));
    CHECK_FALSE(refusal([&] {
                    return edited(given(), RecordResult{check.id, CheckStatus::cancelled, CheckResult{}});
                }).empty());
}

TEST_CASE("checks moved, swapped, added and dropped leave a sound project") {
    const Check &first = given().plan.checks[3], &second = given().plan.checks[7];
    for (const Edit& edit :
         std::vector<Edit>{MoveCheck{first.id, first.date + std::chrono::days(3)}, SwapChecks{first.id, second.id},
                           AddCheck{.hotspot = given().hotspots[2].id,
                           .date = make_date(2027, 6, 15),
                           .start = 900,
                           .end = 1020,
                           .theme = Theme::speed},
                           DropCheck{second.id}}) {
        const Project next = edited(given(), edit);
        check_sound(next);
        CHECK(told(next) != told(given()));
        CHECK_FALSE(words_of(given(), edit, Language::nl).empty());
        CHECK(words_of(given(), edit, Language::nl) != words_of(given(), edit, Language::en));
    }
}

TEST_CASE("other settings are read at once and keep the plan") {
    std::string text = given().settings_text;
    text.replace(text.find("checks_per_municipality = 3"), 27, "checks_per_municipality = 9");
    const Project next = edited(given(), ReplaceSettings{text});
    check_sound(next);
    CHECK(next.settings.rules.checks_per_municipality == 9);
    CHECK(next.plan.checks.size() == given().plan.checks.size());
    CHECK_FALSE(next.certificate.ok());
    CHECK_THROWS_AS(edited(given(), ReplaceSettings{"year = 'soon'"}), SettingsError);
}

TEST_CASE("a crew that is taken out of the settings leaves its checks to the first") {
    std::string text = given().settings_text;
    text.erase(text.find("[[crew]]\nname = \"Basisteam\""),
               std::string("[[crew]]\nname = \"Basisteam\"\nchecks_per_week = 2\n").size());
    const Project next = edited(given(), ReplaceSettings{text});
    check_sound(next);
    CHECK(next.settings.crews.size() == 1);
    for (const auto& check : next.plan.checks) CHECK(next.settings.crew_name(check.crew) == "Ploeg Oost");
}

TEST_CASE("a plan of other hotspots is refused") {
    Plan plan = given().plan;
    plan.checks[0].hotspot = given().hotspots.size();
    CHECK_FALSE(refusal([&] { return edited(given(), ReplacePlan{plan}); }).empty());
}
