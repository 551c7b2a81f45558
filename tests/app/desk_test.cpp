#include "app/desk_world.hpp"

#include "store/journal.hpp"

#include <chrono>
#include <fstream>

using namespace baken;
using namespace baken::test;

namespace fs = std::filesystem;

namespace {

const Work work{};

const Project& given() {
    static const Project project = planned_sample();
    return project;
}

ReviewHotspot remark_on(const Project& project, std::size_t hotspot, std::string text) {
    return {.hotspot = project.hotspots.at(hotspot).id, .status = {}, .enforceable = {}, .remark = std::move(text)};
}

Desk desk_in(const TempDir& folder) { return Desk::create(given(), folder / "proef.gpkg", work); }

template <class Body>
std::string refusal(Body&& body) {
    try {
        body();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a project that was made is on disk, and nothing stands beside it but its lock") {
    const TempDir folder;
    {
        const Desk desk = desk_in(folder);
        CHECK(desk.is_saved());
        CHECK_FALSE(desk.recovery());
        CHECK(fs::exists(folder / "proef.gpkg"));
        CHECK(fs::exists(folder / "proef.gpkg.lock"));
        CHECK(files_in(folder.path()) == 2);
        CHECK(told(desk.project()) == told(given()));
    }
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("an edit is on disk when it returns, and comes back with its time and words") {
    const TempDir folder;
    std::string after, words;
    const auto before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    {
        Desk desk = desk_in(folder);
        desk.perform(remark_on(desk.project(), 0, "eerste"));
        desk.perform(ReviewHotspot{.hotspot = desk.project().hotspots[1].id, .status = "rejected", .remark = "smal"});
        words = desk.undo_words();
        after = told(desk.project());
        CHECK_FALSE(desk.is_saved());
    }
    Desk again = Desk::open(folder / "proef.gpkg", work);
    REQUIRE(again.recovery());
    CHECK(again.recovery()->edits == 2);
    CHECK(again.recovery()->belongs_here);
    CHECK(again.recovery()->last_words == words);
    CHECK(again.recovery()->first >= before);
    CHECK(again.recovery()->last <= before + std::chrono::minutes(2));
    CHECK(told(again.project()) != after);
    CHECK_FALSE(refusal([&] { again.perform(remark_on(again.project(), 2, "te vroeg")); }).empty());
    again.recover(Recovery::take, work);
    CHECK_FALSE(again.recovery());
    CHECK(told(again.project()) == after);
    again.undo();
    again.undo();
    CHECK(told(again.project()) == told(given()));
    CHECK_FALSE(again.can_undo());
}

TEST_CASE("edits that were undone are not found again") {
    const TempDir folder;
    {
        Desk desk = desk_in(folder);
        desk.perform(remark_on(desk.project(), 0, "eerste"));
        desk.perform(remark_on(desk.project(), 1, "tweede"));
        desk.undo();
    }
    {
        Desk desk = Desk::open(folder / "proef.gpkg", work);
        REQUIRE(desk.recovery());
        CHECK(desk.recovery()->edits == 1);
        desk.recover(Recovery::take, work);
        CHECK(desk.project().hotspots[0].remark == "eerste");
        CHECK(desk.project().hotspots[1].remark == given().hotspots[1].remark);
        desk.undo();
    }
    const Desk desk = Desk::open(folder / "proef.gpkg", work);
    CHECK_FALSE(desk.recovery());
    CHECK(told(desk.project()) == told(given()));
}

TEST_CASE("undo and redo go across a save, and a crash after them loses neither") {
    const TempDir folder;
    std::string undone;
    {
        Desk desk = desk_in(folder);
        desk.perform(remark_on(desk.project(), 0, "eerste"));
        const std::string first = told(desk.project());
        desk.perform(remark_on(desk.project(), 0, "tweede"));
        const std::string second = told(desk.project());
        desk.save(work);
        CHECK(desk.is_saved());
        CHECK_FALSE(fs::exists(folder / "proef.gpkg.edits"));
        desk.undo();
        CHECK(told(desk.project()) == first);
        CHECK_FALSE(desk.is_saved());
        desk.redo();
        CHECK(told(desk.project()) == second);
        CHECK(desk.is_saved());
        desk.undo();
        desk.undo();
        undone = told(desk.project());
        CHECK(undone == told(given()));
    }
    Desk desk = Desk::open(folder / "proef.gpkg", work);
    REQUIRE(desk.recovery());
    CHECK(desk.recovery()->edits == 2);
    desk.recover(Recovery::take, work);
    CHECK(told(desk.project()) == undone);
}

TEST_CASE("edits made while the file is written stay, whether the save ends or not") {
    for (const bool is_finished : {true, false}) {
        const TempDir folder;
        std::string after;
        {
            Desk desk = desk_in(folder);
            desk.perform(remark_on(desk.project(), 0, "ervoor"));
            desk.perform(remark_on(desk.project(), 1, "ook ervoor"));
            const SaveTicket ticket = desk.begin_save();
            desk.undo();
            desk.perform(remark_on(desk.project(), 2, "ondertussen"));
            Desk::write(ticket, work);
            desk.perform(remark_on(desk.project(), 3, "nog een"));
            desk.undo();
            if (is_finished) desk.finish_save(ticket);
            CHECK_FALSE(desk.is_saved());
            after = told(desk.project());
        }
        Desk desk = Desk::open(folder / "proef.gpkg", work);
        REQUIRE(desk.recovery());
        CHECK(desk.recovery()->edits == 2);
        desk.recover(Recovery::take, work);
        CHECK(told(desk.project()) == after);
        CHECK(desk.project().hotspots[1].remark == given().hotspots[1].remark);
    }
}

TEST_CASE("a new file with the old journal does nothing twice") {
    const TempDir folder;
    const fs::path file = folder / "proef.gpkg", edits = folder / "proef.gpkg.edits";
    std::string journal, saved;
    {
        Desk desk = desk_in(folder);
        desk.perform(AddCheck{.hotspot = desk.project().hotspots[0].id,  // done twice it would be there twice
                              .date = make_date(2027, 6, 15),
                              .start = 900,
                              .end = 1020});
        const SaveTicket ticket = desk.begin_save();
        Desk::write(ticket, work);
        fs::create_hard_link(edits, folder / "old.edits");  // grows with the journal, is not replaced with it
        desk.finish_save(ticket);
        saved = told(desk.project());
    }
    fs::rename(folder / "old.edits", edits);
    CHECK_FALSE(left_behind(file));
    const Desk desk = Desk::open(file, work);
    CHECK_FALSE(desk.recovery());
    CHECK(told(desk.project()) == saved);
}

TEST_CASE("a journal of another project file is told, kept aside, and never applied") {
    const TempDir folder;
    {
        Desk desk = desk_in(folder);
        desk.perform(remark_on(desk.project(), 0, "van een ander"));
    }
    Project other = given();
    other.hotspots[0].remark = "anders";
    {
        const TempDir elsewhere;
        (void)Desk::create(other, elsewhere / "proef.gpkg", work);
        fs::copy_file(elsewhere / "proef.gpkg", folder / "proef.gpkg", fs::copy_options::overwrite_existing);
    }
    Desk desk = Desk::open(folder / "proef.gpkg", work);
    REQUIRE(desk.recovery());
    CHECK_FALSE(desk.recovery()->belongs_here);
    CHECK(desk.recovery()->edits == 1);
    CHECK_FALSE(refusal([&] { desk.recover(Recovery::take, work); }).empty());
    desk.recover(Recovery::leave, work);
    CHECK(desk.project().hotspots[0].remark == "anders");
    CHECK(fs::exists(folder / "proef.gpkg.edits.kept-1"));
    CHECK_FALSE(fs::exists(folder / "proef.gpkg.edits"));
    desk.perform(remark_on(desk.project(), 0, "verder"));
    CHECK(desk.project().hotspots[0].remark == "verder");
}

TEST_CASE("a file that is no journal is told and kept") {
    const TempDir folder;
    { (void)desk_in(folder); }
    folder.write("proef.gpkg.edits", "something else");
    Desk desk = Desk::open(folder / "proef.gpkg", work);
    REQUIRE(desk.recovery());
    CHECK(desk.recovery()->edits == 0);
    CHECK_FALSE(desk.recovery()->belongs_here);
    desk.recover(Recovery::leave, work);
    CHECK((content_of(folder / "proef.gpkg.edits.kept-1") == "something else"));
}

TEST_CASE("an edit that is refused leaves no trace") {
    const TempDir folder;
    Desk desk = desk_in(folder);
    const std::string before = told(desk.project());
    CHECK_FALSE(refusal([&] { desk.perform(DropCheck{{"none"}}); }).empty());
    CHECK_FALSE(refusal([&] { desk.perform(ReplaceSettings{"year = \"soon\""}); }).empty());
    CHECK(told(desk.project()) == before);
    CHECK_FALSE(desk.can_undo());
    CHECK_FALSE(fs::exists(folder / "proef.gpkg.edits"));
}

TEST_CASE("one writer at a time, and the second is told who") {
    const TempDir folder;
    Desk first = desk_in(folder);
    try {
        (void)Desk::open(folder / "proef.gpkg", work);
        FAIL("a second desk opened the same project");
    } catch (const LockedError& error) {
        CHECK(error.holder().pid > 0);
        CHECK_FALSE(error.holder().host.empty());
        CHECK(std::string(error.what()).find(std::to_string(error.holder().pid)) != std::string::npos);
    }
    {
        const Desk moved = std::move(first);
        CHECK_THROWS_AS(Desk::open(folder / "proef.gpkg", work), LockedError);
    }
    CHECK_NOTHROW(Desk::open(folder / "proef.gpkg", work));
}

TEST_CASE("a lock of a process that is gone is taken over, one of another machine is not") {
    const TempDir folder;
    { (void)desk_in(folder); }
    const std::string host = [&] {
        const Desk desk = Desk::open(folder / "proef.gpkg", work);
        const std::string lock = content_of(folder / "proef.gpkg.lock");
        const std::size_t first = lock.find('\n');
        return lock.substr(first + 1, lock.find('\n', first + 1) - first - 1);
    }();
    folder.write("proef.gpkg.lock", "jan\n" + host + "\n999999999\n");
    CHECK_NOTHROW(Desk::open(folder / "proef.gpkg", work));
    folder.write("proef.gpkg.lock", "jan\nanother-machine\n12\n");
    try {
        (void)Desk::open(folder / "proef.gpkg", work);
        FAIL("a project that is open elsewhere was opened");
    } catch (const LockedError& error) {
        CHECK(error.holder().user == "jan");
        CHECK(error.holder().host == "another-machine");
        CHECK(error.holder().pid == 12);
    }
}

TEST_CASE("five files before the last save are kept, and each opens") {
    const TempDir folder;
    Desk desk = desk_in(folder);
    for (int i = 0; i < 8; ++i) {
        desk.perform(remark_on(desk.project(), 0, "versie " + std::to_string(i)));
        desk.save(work);
    }
    std::vector<fs::path> versions;
    for (const auto& entry : fs::directory_iterator(folder / "versions")) versions.push_back(entry.path());
    std::sort(versions.begin(), versions.end());
    REQUIRE(versions.size() == 5);
    std::set<std::string> remarks;
    for (const auto& version : versions) remarks.insert(saved_project(version, work).hotspots[0].remark);
    CHECK(remarks == std::set<std::string>{"versie 2", "versie 3", "versie 4", "versie 5", "versie 6"});
    CHECK(saved_project(folder / "proef.gpkg", work).hotspots[0].remark == "versie 7");
}

TEST_CASE("another project in place of the open one ends undo") {
    const TempDir folder;
    Desk desk = desk_in(folder);
    desk.perform(remark_on(desk.project(), 0, "van tevoren"));
    Project other = given();
    other.hotspots[0].remark = "opnieuw gezocht";
    desk.replace(other, work);
    CHECK(desk.is_saved());
    CHECK_FALSE(desk.can_undo());
    CHECK(desk.project().hotspots[0].remark == "opnieuw gezocht");
    CHECK_FALSE(fs::exists(folder / "proef.gpkg.edits"));
    CHECK(saved_project(folder / "proef.gpkg", work).hotspots[0].remark == "opnieuw gezocht");
}

TEST_CASE("a save that is stopped leaves file and edits as they were") {
    const TempDir folder;
    Desk desk = desk_in(folder);
    desk.perform(remark_on(desk.project(), 0, "blijft"));
    const std::string bytes = content_of(folder / "proef.gpkg");
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(desk.save({.stop = stop.get_token(), .on_progress = {}, .threads = 1}), Cancelled);
    CHECK((content_of(folder / "proef.gpkg") == bytes));
    CHECK_FALSE(desk.is_saved());
    CHECK(left_behind(folder / "proef.gpkg")->edits == 1);
}
