#include "output/calendar_file.hpp"
#include "output/json.hpp"
#include "support/python.hpp"
#include "support/sample_evaluation.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <nlohmann/json.hpp>

using namespace baken;
using namespace baken::test;

namespace {

constexpr const char* validate_plan = R"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
errors = [f"{list(e.path)}: {e.message}" for e in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2])))]
print("\n".join(errors[:10]))
sys.exit(1 if errors else 0)
)";

constexpr const char* read_calendar = R"(
import json, sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
zone = next(c for c in calendar.walk("VTIMEZONE")).to_tz()
utc = lambda moment: zone.localize(moment.replace(tzinfo=None)).astimezone(__import__("datetime").timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
print(json.dumps({str(e["UID"]): [utc(e["DTSTART"].dt), utc(e["DTEND"].dt), str(e["SUMMARY"]), str(e["DTSTART"].params["TZID"])] for e in calendar.walk("VEVENT")}))
)";

}  // namespace

TEST_CASE("plan.json keeps to its schema, and the schema notices what does not") {
    const auto python = python_with("jsonschema");
    if (!python) {
        WARN("SKIPPED: jsonschema for Python is not here (package python3-jsonschema)");
        return;
    }
    const TempDir folder;
    const std::string schema = BAKEN_SOURCE_DIR "/docs/plan.schema.json";
    const auto errors_of = [&](const std::string& text) {
        return run({*python, "-c", validate_plan, schema, folder.write("plan.json", text).string()});
    };
    Project project = sample_project();
    const Ran sample = errors_of(plan_json(project));
    CHECK(sample.out + sample.err == "\n");
    CHECK(sample.exit_code == 0);
    CHECK(errors_of(run_json(project, {"plan.json"})).exit_code == 0);

    project.foresight.reset();
    project.plan = {};
    project.region.edit().receipts.clear();
    CHECK(errors_of(plan_json(project)).exit_code == 0);

    auto changed = nlohmann::json::parse(plan_json(sample_project()));
    changed["plan"]["checks"][0]["theme"] = "snelheid";
    CHECK(errors_of(changed.dump()).exit_code == 1);
    changed = nlohmann::json::parse(plan_json(sample_project()));
    changed["seed"] = 1;
    CHECK(errors_of(changed.dump()).exit_code == 1);
}

TEST_CASE("an evaluation keeps to its schema, and the schema notices what does not") {
    const auto python = python_with("jsonschema");
    if (!python) {
        WARN("SKIPPED: jsonschema for Python is not here (package python3-jsonschema)");
        return;
    }
    const TempDir folder;
    const Project project = sample_project();
    const auto errors_of = [&](const std::string& text) {
        return run({*python, "-c", validate_plan, BAKEN_SOURCE_DIR "/docs/evaluation.schema.json",
                    folder.write("evaluation.json", text).string()});
    };
    const Ran sample = errors_of(evaluation_json(project, sample_evaluation()));
    CHECK(sample.out + sample.err == "\n");
    CHECK(errors_of(evaluation_json(project, {})).exit_code == 0);
    auto changed = nlohmann::json::parse(evaluation_json(project, sample_evaluation()));
    changed["evaluation"]["progress"][0]["quota"].erase("done");
    CHECK(errors_of(changed.dump()).exit_code == 1);
}

TEST_CASE("another reader of calendars sees the same moments") {
    const auto python = python_with("icalendar");
    if (!python) {
        WARN("SKIPPED: icalendar for Python is not here (package python3-icalendar)");
        return;
    }
    const TempDir folder;
    const Project project = sample_project();
    const Ran ran = run({*python, "-c", read_calendar, folder.write("plan.ics", plan_calendar(project)).string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto events = nlohmann::json::parse(ran.out);
    REQUIRE(events.size() == project.plan.checks.size());
    for (const auto& check : project.plan.checks) {
        INFO(check.id.text);
        const auto& event = events.at(check.id.text + "@baken");
        CHECK(event[0] == to_iso(check.starts_at));
        CHECK(event[1] == to_iso(check.ends_at));
        CHECK(event[2].get<std::string>().starts_with(project.hotspots[check.hotspot].name));
        CHECK(event[3] == "Europe/Amsterdam");
    }
}

TEST_CASE("another program sees which checks moved and which are cancelled, and reads campaigns and consultations") {
    const auto python = python_with("icalendar");
    if (!python) {
        WARN("SKIPPED: icalendar for Python is not here (package python3-icalendar)");
        return;
    }
    constexpr const char* read_changes = R"(
import json, sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
assert not calendar.errors, calendar.errors
print(json.dumps({str(e["UID"]): [int(e["SEQUENCE"]), str(e["STATUS"]), len(e.walk("VALARM")), e["DTSTART"].dt.isoformat()[:10]] for e in calendar.walk("VEVENT")}))
)";
    const TempDir folder;
    const auto events_of = [&](const std::string& text) {
        const Ran ran = run({*python, "-c", read_changes, folder.write("c.ics", text).string()});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return nlohmann::json::parse(ran.out);
    };
    Project project = sample_project();
    const std::string first = plan_calendar(project);
    Check& moved = project.plan.checks[0];
    moved.date += std::chrono::days{2};
    moved.starts_at += std::chrono::days{2};
    moved.ends_at += std::chrono::days{2};
    const std::string moved_id = moved.id.text + "@baken", gone = project.plan.checks[1].id.text + "@baken",
                      same = project.plan.checks[2].id.text + "@baken";
    project.plan.checks.erase(project.plan.checks.begin() + 1);
    const auto events = events_of(plan_calendar(project, {first}));
    CHECK(events[moved_id] == nlohmann::json::array({1, "CONFIRMED", 2, to_iso(project.plan.checks[0].date)}));
    CHECK(events[gone][0] == 1);
    CHECK(events[gone][1] == "CANCELLED");
    CHECK(events[gone][2] == 0);
    CHECK(events[same][0] == 0);

    project.settings.calendar.meetings = {{"Overleg", make_date(2027, 4, 6), 600, 660, "Wijchen"}};
    CHECK(events_of(campaign_calendar(project)).size() == project.campaigns.size());
    CHECK(events_of(meeting_calendar(project)).size() == 1);
}
