#include "app/desk_world.hpp"
#include "base/hash.hpp"
#include "base/random.hpp"
#include "base/text.hpp"

#include <array>
#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace baken;
using namespace baken::test;

namespace fs = std::filesystem;

namespace {

/// A line of desk_editor.
struct Claim {
    bool is_acknowledged = false, is_save = false;
    std::string state, words;
    int edits = 0;
    long long first_from = 0, first_to = 0, last_from = 0, last_to = 0;
};

Claim claim_in(const std::string& line) {
    const auto parts = split(line, '\t');
    REQUIRE(parts.size() == 8);
    const auto number = [&](std::size_t i) { return parse_integer(parts[i]).value(); };
    return {.is_acknowledged = parts[0] == "ack",
            .is_save = parts[0] == "save",
            .state = parts[1],
            .words = parts[3],
            .edits = static_cast<int>(number(2)),
            .first_from = number(4),
            .first_to = number(5),
            .last_from = number(6),
            .last_to = number(7)};
}

/// desk_editor with a pipe from it.
class RunningEditor {
public:
    RunningEditor(const fs::path& project, std::uint64_t seed) {
        std::array<int, 2> ends{};
        REQUIRE(pipe(ends.data()) == 0);
        child_ = fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            dup2(ends[1], 1);
            close(ends[0]);
            close(ends[1]);
            execl(BAKEN_DESK_EDITOR, "desk_editor", project.c_str(), std::to_string(seed).c_str(), nullptr);
            _exit(127);
        }
        close(ends[1]);
        out_ = ends[0];
    }
    ~RunningEditor() {
        if (child_ > 0) kill_now();
        close(out_);
    }
    RunningEditor(const RunningEditor&) = delete;
    RunningEditor& operator=(const RunningEditor&) = delete;

    /// Reads until `is_time` holds of what was said so far, or the editor ended.
    template <class IsTime>
    bool wait_until(IsTime&& is_time) {
        while (!is_time(lines()))
            if (!read_some()) return false;
        return true;
    }
    void kill_now() {
        kill(child_, SIGKILL);
        while (read_some()) {
        }
        waitpid(child_, &status_, 0);
        child_ = -1;
    }
    [[nodiscard]] long pid() const { return child_; }
    [[nodiscard]] bool was_killed() const { return WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL; }
    /// The whole lines so far.
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> all = split(said_, '\n');
        all.pop_back();
        return all;
    }

private:
    bool read_some() {
        std::array<char, 65536> buffer{};
        const ssize_t got = read(out_, buffer.data(), buffer.size());
        if (got <= 0) return false;
        said_.append(buffer.data(), static_cast<std::size_t>(got));
        return true;
    }

    pid_t child_ = -1;
    int out_ = -1, status_ = 0;
    std::string said_;
};

bool fits(const Claim& claim, const std::optional<LostAndFound>& found, const std::string& state) {
    if (claim.state != state) return false;
    if (!found) return claim.edits == 0;
    const auto between = [](UtcTime time, long long from, long long to) {
        const long long at = time.time_since_epoch().count();
        return from <= at && at <= to;
    };
    return found->belongs_here && found->edits == claim.edits && found->last_words == claim.words &&
           between(found->first, claim.first_from, claim.first_to) &&
           between(found->last, claim.last_from, claim.last_to);
}

/// A region of two municipalities: each round opens it four times.
Project small_project() {
    Project project = planned_sample();
    Region& region = project.region.edit();
    region.municipalities.resize(2);
    std::erase_if(region.accidents, [](const Accident& a) { return a.municipality > 1; });
    std::erase_if(region.complaints, [](const Complaint& c) { return c.municipality > 1; });
    std::erase_if(region.measurements, [](const Measurement& m) { return m.municipality > 1; });
    std::erase_if(region.schools, [](const School& s) { return s.municipality > 1; });
    region.roads.clear();
    project.findings = Findings{};
    project.plan = {};
    return with_plan(with_hotspots(std::move(project), {}), {});
}

}  // namespace

namespace {

enum class Moment { any, in_a_save };

struct Tally {
    int killed_in_save = 0, acknowledged = 0, found_edits = 0;
};

/// Lets an editor work, kills it, and holds what the next one finds against what was said.
void kill_once(const fs::path& file, std::uint64_t seed, Moment moment, Rng& rng, Tally& tally) {
    RunningEditor editor(file, seed);
    const std::size_t steps = 2 + rng.below(30);
    const bool is_running = editor.wait_until([&](const std::vector<std::string>& lines) {
        return lines.size() >= steps && (moment == Moment::any || claim_in(lines.back()).is_save);
    });
    REQUIRE(is_running);
    ::usleep(static_cast<useconds_t>(rng.below(moment == Moment::any ? 3000 : 25000)));
    editor.kill_now();
    REQUIRE(editor.was_killed());

    std::vector<Claim> possible;  // the last that was acknowledged, and what was tried after it
    for (const auto& line : editor.lines()) {
        const Claim claim = claim_in(line);
        if (claim.is_acknowledged) possible.clear();
        tally.acknowledged += claim.is_acknowledged ? 1 : 0;
        possible.push_back(claim);
    }
    REQUIRE_FALSE(possible.empty());
    tally.killed_in_save += possible.back().is_save ? 1 : 0;

    Desk desk = Desk::open(file, {});
    const std::optional<LostAndFound> found = desk.recovery();
    tally.found_edits += found ? found->edits : 0;
    if (found) desk.recover(Recovery::take, {});
    const std::string state = sha256_hex(told(desk.project()));
    const bool is_true =
        std::any_of(possible.begin(), possible.end(), [&](const Claim& claim) { return fits(claim, found, state); });
    if (!is_true) {
        for (const auto& claim : possible)
            UNSCOPED_INFO((claim.is_acknowledged ? "ack " : "try ")
                          << claim.state << " " << claim.edits << " " << claim.words << " last " << claim.last_from
                          << ".." << claim.last_to);
        UNSCOPED_INFO("found " << state << " " << (found ? found->edits : 0) << " " << (found ? found->last_words : "")
                               << " last " << (found ? found->last.time_since_epoch().count() : 0));
    }
    REQUIRE(is_true);
}

fs::path project_in(const TempDir& folder) {
    const fs::path file = folder / "proef.gpkg";
    (void)Desk::create(small_project(), file, {});
    return file;
}

}  // namespace

TEST_CASE("killed at fifty moments of editing, the desk has every acknowledged edit and tells the truth about it") {
    const TempDir folder;
    const fs::path file = project_in(folder);
    Rng rng(20271124);
    Tally tally;
    for (std::uint64_t round = 0; round < 50; ++round) {
        INFO("round " << round);
        kill_once(file, round, Moment::any, rng, tally);
    }
    CHECK(tally.acknowledged > 100);
    CHECK(tally.found_edits > 0);
}

TEST_CASE("killed in the middle of fifty saves, the desk has every acknowledged edit and tells the truth about it") {
    const TempDir folder;
    const fs::path file = project_in(folder);
    Rng rng(20271125);
    Tally tally;
    for (std::uint64_t round = 0; tally.killed_in_save < 50; ++round) {
        INFO("round " << round);
        REQUIRE(round < 200);
        kill_once(file, 1000 + round, Moment::in_a_save, rng, tally);
    }
    CHECK(tally.found_edits > 0);
    // What the killed ones left half-written is cleared away by the next.
    { (void)Desk::open(file, {}); }
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        const std::string name = entry.path().filename().string();
        CHECK((name == "proef.gpkg" || name == "versions" || name == "proef.gpkg.edits"));
    }
}

TEST_CASE("two processes: the second is told who holds the project, and has it as soon as that one is gone") {
    const TempDir folder;
    const fs::path file = project_in(folder);
    RunningEditor editor(file, 1);
    REQUIRE(editor.wait_until([](const auto& lines) { return lines.size() > 3; }));
    try {
        (void)Desk::open(file, {});
        FAIL("opened by two at once");
    } catch (const LockedError& error) {
        CHECK(error.holder().pid == editor.pid());
    }
    const Ran review = baken::test::baken({"review", file.string(), "--import", "none.csv"});
    CHECK(review.exit_code == 6);
    CHECK(review.err.find(std::to_string(editor.pid())) != std::string::npos);
    editor.kill_now();
    CHECK_NOTHROW(Desk::open(file, {}));
}

namespace {

/// Runs `body` in a process whose files may not grow beyond `bytes`, as on a full disk; gives its exit code.
template <class Body>
int with_full_disk(long long bytes, Body&& body) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit limit{static_cast<rlim_t>(bytes), static_cast<rlim_t>(bytes)};
        setrlimit(RLIMIT_FSIZE, &limit);
        signal(SIGXFSZ, SIG_IGN);
        int code = 99;
        try {
            code = body();
        } catch (...) {
        }
        _exit(code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("on a full disk an edit is refused whole, and those before it stay") {
    const TempDir folder;
    const fs::path file = project_in(folder);
    for (const long long room : {150, 700, 1000, 2500, 4096}) {
        INFO(room << " bytes");
        Desk desk = Desk::open(file, {});
        if (desk.recovery()) desk.recover(Recovery::take, {});
        desk.save({});
        const HotspotId id = desk.project().hotspots[0].id;
        // The child edits on with the parent's desk: it holds the lock for both.
        const int done = with_full_disk(room, [&] {
            for (int i = 0; i < 90; ++i) {
                const std::string before = told(desk.project());
                try {
                    desk.perform(ReviewHotspot{.hotspot = id, .remark = std::string(100, 'x') + std::to_string(i)});
                } catch (const IoError&) {
                    if (told(desk.project()) != before || !left_behind(file) != (i == 0)) return 98;
                    try {  // a shorter one may fit, and follows the last that did
                        desk.perform(ReviewHotspot{.hotspot = id, .remark = "k"});
                        return i + 1;
                    } catch (const IoError&) {
                        return i;
                    }
                }
            }
            return 97;
        });
        REQUIRE(done < 90);
        const auto found = left_behind(file);
        CHECK((found ? found->edits : 0) == done);
    }
}

TEST_CASE("on a full disk a save is refused whole") {
    const TempDir folder;
    const fs::path file = project_in(folder);
    Desk desk = Desk::open(file, {});
    desk.perform(ReviewHotspot{.hotspot = desk.project().hotspots[0].id, .remark = "blijft"});
    const std::string bytes = content_of(file);
    const auto size = static_cast<long long>(bytes.size());
    for (const long long room : {0LL, 5000LL, size / 4, size / 2, size - 4096}) {
        INFO(room << " bytes");
        const int code = with_full_disk(room, [&] {
            try {
                desk.save({});
                return 1;
            } catch (const IoError&) {
                return desk.is_saved() ? 2 : 0;
            }
        });
        CHECK(code == 0);
        CHECK((content_of(file) == bytes));
        CHECK(left_behind(file)->edits == 1);
    }
}

TEST_CASE("a project in a folder where nothing may be written opens, and says so when it is edited") {
    const TempDir folder;
    const fs::path file = project_in(folder);
    fs::permissions(folder.path(),
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    const int code = with_full_disk(1 << 30, [&] {
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 3;  // root may write anywhere
        Desk desk = Desk::open(file, {});
        const std::string before = told(desk.project());
        const auto is_refused = [](auto&& body) {
            try {
                body();
            } catch (const IoError&) {
                return true;
            }
            return false;
        };
        if (!is_refused([&] { desk.perform(DropCheck{desk.project().plan.checks[0].id}); })) return 4;
        if (!is_refused([&] { desk.save({}); })) return 5;
        return told(desk.project()) == before ? 0 : 6;
    });
    CHECK(code == 0);
    fs::permissions(folder.path(), fs::perms::owner_all);
}
