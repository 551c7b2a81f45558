#include "app/desk_world.hpp"
#include "base/hash.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "store/journal.hpp"

#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace baken;
using namespace baken::test;

namespace fs = std::filesystem;

namespace {

/// A line of desk_editor.
struct Claim {
    bool is_acknowledged = false;
    std::string state, words;
    int edits = 0;
    long long first_from = 0, first_to = 0, last_from = 0, last_to = 0;
};

Claim claim_in(const std::string& line) {
    const auto parts = split(line, '\t');
    REQUIRE(parts.size() == 8);
    const auto number = [&](std::size_t i) { return parse_integer(parts[i]).value(); };
    return {.is_acknowledged = parts[0] == "ack",
            .state = parts[1],
            .words = parts[3],
            .edits = static_cast<int>(number(2)),
            .first_from = number(4),
            .first_to = number(5),
            .last_from = number(6),
            .last_to = number(7)};
}

/// desk_editor with a pipe from it. It may not write files beyond `file_limit` bytes.
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
    region.roads.clear();
    project.plan = {};
    return with_plan(with_hotspots(std::move(project), {}), {});
}

}  // namespace

TEST_CASE("killed at a hundred moments, the desk has every acknowledged edit and tells the truth about it") {
    constexpr int rounds = 100;
    const TempDir folder;
    const fs::path file = folder / "proef.gpkg";
    { (void)Desk::create(small_project(), file, {}); }
    Rng rng(20271124);
    int killed_in_save = 0, acknowledged = 0, found_edits = 0;
    for (int round = 0; round < rounds; ++round) {
        INFO("round " << round);
        RunningEditor editor(file, static_cast<std::uint64_t>(round));
        // Two rounds of three wait for a save to begin; the others for any number of steps.
        const bool in_save = round % 3 != 0;
        const std::size_t steps = 2 + rng.below(30);
        const bool is_running = editor.wait_until([&](const std::vector<std::string>& lines) {
            if (lines.size() < steps) return false;
            const Claim last = claim_in(lines.back());
            return !in_save || (!last.is_acknowledged && last.edits == 0);
        });
        REQUIRE(is_running);
        ::usleep(static_cast<useconds_t>(rng.below(in_save ? 60000 : 3000)));
        editor.kill_now();
        REQUIRE(editor.was_killed());

        const auto lines = editor.lines();
        std::vector<Claim> possible;  // the last that was acknowledged, and what was tried after it
        for (const auto& line : lines) {
            const Claim claim = claim_in(line);
            if (claim.is_acknowledged) possible.clear();
            acknowledged += claim.is_acknowledged ? 1 : 0;
            possible.push_back(claim);
        }
        REQUIRE_FALSE(possible.empty());
        if (possible.size() > 1 && possible.back().edits == 0) ++killed_in_save;

        Desk desk = Desk::open(file, {});
        const std::optional<LostAndFound> found = desk.recovery();
        found_edits += found ? found->edits : 0;
        if (found) desk.recover(Recovery::take, {});
        const std::string state = sha256_hex(told(desk.project()));
        const bool is_true = std::any_of(possible.begin(), possible.end(),
                                         [&](const Claim& claim) { return fits(claim, found, state); });
        if (!is_true) {
            for (const auto& claim : possible)
                UNSCOPED_INFO((claim.is_acknowledged ? "ack " : "try ") << claim.state << " " << claim.edits << " "
                                                                        << claim.words << " last " << claim.last_from
                                                                        << ".." << claim.last_to);
            UNSCOPED_INFO("found " << state << " " << (found ? found->edits : 0) << " "
                                   << (found ? found->last_words : "") << " last "
                                   << (found ? found->last.time_since_epoch().count() : 0));
        }
        REQUIRE(is_true);
    }
    WARN("killed " << rounds << " times, " << killed_in_save << " of them in a save; " << acknowledged
                   << " steps acknowledged, " << found_edits << " edits recovered");
    CHECK(killed_in_save >= 50);
    CHECK(found_edits > 0);
}
