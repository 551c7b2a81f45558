#include "store/journal.hpp"

#include "base/error.hpp"
#include "store/edit_text.hpp"
#include "store/plan_pieces.hpp"
#include "support/sample_project.hpp"
#include "support/support.hpp"

#include <fstream>

using namespace baken;
using namespace baken::test;

namespace {

const std::string sha(64, 'a'), other_sha(64, 'b');

JournalRecord record(std::string words, RecordKind kind = RecordKind::edit, std::string payload = "2:ab") {
    return {.kind = kind,
            .at = UtcTime(std::chrono::seconds(1795557187)),
            .words = std::move(words),
            .payload = std::move(payload)};
}

}  // namespace

TEST_CASE("records come back as they were written, line ends and colons in them too") {
    const TempDir folder;
    const auto file = folder / "p.gpkg.edits";
    Journal journal = Journal::create(file, sha, {record("eerste\nregel: twee")});
    journal.add(record("", RecordKind::undo, "\n\nedit 1 0 0 0\n"));
    journal.add({.kind = RecordKind::saving, .at = {}, .words = {}, .payload = other_sha, .position = 2});
    const JournalContent content = read_journal(file);
    CHECK(content.is_journal);
    CHECK(content.project_sha256 == sha);
    REQUIRE(content.records.size() == 3);
    CHECK(content.records[0].words == "eerste\nregel: twee");
    CHECK(content.records[0].at == UtcTime(std::chrono::seconds(1795557187)));
    CHECK(content.records[1].kind == RecordKind::undo);
    CHECK(content.records[1].payload == "\n\nedit 1 0 0 0\n");
    CHECK(content.records[2].position == 2);
    CHECK(content.size == std::filesystem::file_size(file));
    REQUIRE(records_since(content, sha));
    CHECK(records_since(content, sha)->size() == 2);
    REQUIRE(records_since(content, other_sha));
    CHECK(records_since(content, other_sha)->empty());
    CHECK_FALSE(records_since(content, std::string(64, 'c')));
}

TEST_CASE("a last record that was cut off at any byte is dropped, and the next one stands in its place") {
    const TempDir folder;
    const auto file = folder / "p.gpkg.edits";
    Journal journal = Journal::create(file, sha, {record("eerste")});
    const auto whole = std::filesystem::file_size(file);
    journal.add(record("tweede"));
    const std::string bytes = content_of(file);
    for (std::size_t size = whole; size < bytes.size(); ++size) {
        folder.write("p.gpkg.edits", bytes.substr(0, size));
        const JournalContent content = read_journal(file);
        REQUIRE(content.records.size() == 1);
        REQUIRE(content.size == whole);
        Journal resumed = Journal::resume(file, content);
        resumed.add(record("derde"));
        const JournalContent again = read_journal(file);
        REQUIRE(again.records.size() == 2);
        REQUIRE(again.records[1].words == "derde");
    }
}

TEST_CASE("a record with any byte changed ends the list") {
    const TempDir folder;
    const auto file = folder / "p.gpkg.edits";
    Journal journal = Journal::create(file, sha, {record("eerste")});
    const auto first_ends = std::filesystem::file_size(file);
    journal.add(record("tweede"));
    const auto second_ends = std::filesystem::file_size(file);
    journal.add(record("derde"));
    const std::string bytes = content_of(file);
    for (std::size_t at = first_ends; at < second_ends; ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        folder.write("p.gpkg.edits", changed);
        REQUIRE(read_journal(file).records.size() == 1);
    }
}

TEST_CASE("a cut or changed first line is no journal") {
    const TempDir folder;
    const auto file = folder / "p.gpkg.edits";
    (void)Journal::create(file, sha, {});
    const std::string bytes = content_of(file);
    CHECK(read_journal(file).is_journal);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        folder.write("p.gpkg.edits", bytes.substr(0, size));
        CHECK_FALSE(read_journal(file).is_journal);
    }
}

TEST_CASE("every kind of edit reads back as the same edit") {
    const Project project = sample_project();
    Plan plan = project.plan;
    plan.checks[3].status = CheckStatus::done;
    plan.checks[3].result = CheckResult{.vehicles = 3, .tests = 2, .warnings = 1, .fines = {{"a;b", 4}}, .remark = ""};
    plan.unmet[0].changes = {{"rules.max_per_municipality", "7"}};
    const Date day = make_date(2027, 3, 12);
    const std::vector<Edit> edits{
        ReviewHotspot{.hotspot = {"GM9001-H01"}, .status = "rejected", .enforceable = {}, .remark = "\n;'\" :3:"},
        MoveHotspot{{"GM9001-H01"}, {168000.1, 424000.7}},
        MergeHotspots{.into = {"A"}, .from = {"B"}},
        SplitHotspot{{"A"}},
        MoveCheck{{"C"}, day},
        MoveCheck{{"C"}, day, 1290},
        SwapChecks{{"C"}, {"D"}},
        AddCheck{.hotspot = {"A"},
                 .date = day,
                 .start = 5,
                 .end = 1500,
                 .theme = Theme::lighting,
                 .kind = CheckKind::dark_days,
                 .crew = 1},
        DropCheck{{"C"}},
        LockCheck{{"C"}, false},
        RecordResult{{"C"}, CheckStatus::done, plan.checks[3].result},
        RecordResult{{"C"}, CheckStatus::cancelled, {}},
        ReplacePlan{plan},
        ReplaceSettings{project.settings_text}};
    for (const auto& edit : edits) {
        const std::string text = edit_text(edit);
        const Edit back = edit_from_text(text);
        CHECK(back.index() == edit.index());
        CHECK(edit_text(back) == text);
    }
    const auto moved = std::get<MoveHotspot>(edit_from_text(edit_text(edits[1])));
    CHECK(moved.to == MapPoint{168000.1, 424000.7});
    const Plan read = std::get<ReplacePlan>(edit_from_text(edit_text(edits[12]))).plan;
    CHECK((read.checks == plan.checks));
    CHECK(read.solver.bound == plan.solver.bound);
    CHECK(read.unmet[0].changes == plan.unmet[0].changes);
    const std::string text = edit_text(edits[12]);
    for (std::size_t size = 0; size < text.size(); size += 7)
        CHECK_THROWS_AS(edit_from_text(std::string_view(text).substr(0, size)), InputError);
}

TEST_CASE("the part of a project that edits change reads back whole") {
    Project project = sample_project();
    project.hotspots[0].accident_rows = {1, 5, 7};
    project.hotspots[0].ranks = {1, 2, 1, 4};
    const std::string text = edited_part_text(project);
    const EditedPart part = edited_part_from_text(text);
    CHECK(part.seed == project.seed);
    CHECK(part.settings_text == project.settings_text);
    CHECK((part.plan.checks == project.plan.checks));
    Project again = sample_project();
    again.hotspots = part.hotspots;
    again.plan = part.plan;
    CHECK(edited_part_text(again) == text);
    CHECK(part.hotspots[0].theme_weight == project.hotspots[0].theme_weight);
    CHECK(part.hotspots[0].accident_rows == project.hotspots[0].accident_rows);
    CHECK(part.hotspots[2].dark_share == project.hotspots[2].dark_share);
    CHECK(part.hotspots[5].nearby == project.hotspots[5].nearby);
    CHECK(part.hotspots[5].expected_high == project.hotspots[5].expected_high);
    CHECK(part.hotspots[5].dark_odds == project.hotspots[5].dark_odds);
    CHECK(part.hotspots[5].with_bicycle == project.hotspots[5].with_bicycle);
}

TEST_CASE("a part that was written before hotspots had intervals reads back") {
    const Project project = sample_project();
    Hotspot hotspot = project.hotspots[1];
    hotspot.nearby.clear();
    PieceWriter whole, later, old;
    write_hotspot(whole, hotspot);
    later.real(hotspot.expected_low).real(hotspot.expected_high);
    later.maybe(hotspot.dark_odds, [&](double odds) { later.real(odds); });
    later.whole(hotspot.with_bicycle).whole(hotspot.with_pedestrian).whole(hotspot.with_moped).whole(0);
    REQUIRE(whole.result().ends_with(later.result()));
    old.text(project.settings_text).whole(0).text("7").whole(1);
    PieceWriter plan;
    write_plan(plan, project.plan);
    const EditedPart part = edited_part_from_text(
        old.result() + whole.result().substr(0, whole.result().size() - later.result().size()) + plan.result());
    CHECK(part.settings_text == project.settings_text);
    CHECK(part.seed == 7);
    REQUIRE(part.hotspots.size() == 1);
    CHECK(part.hotspots[0].reason == hotspot.reason);
    CHECK_FALSE(part.hotspots[0].has_interval());
    CHECK((part.plan.checks == project.plan.checks));
}
