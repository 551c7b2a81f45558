/// Edits a project at random until it is killed, and says before and after each step what the disk must hold.
///
///     desk_editor PROJECT.gpkg SEED
///
/// A line is "try", "save" (a try too) or "ack", then with tabs between: hash of the state, edits that a recovery must
/// find, words of the last, and the seconds between which the first and the last of them were made.

#include "app/desk_world.hpp"
#include "base/hash.hpp"
#include "base/random.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

#include <unistd.h>

using namespace baken;
using namespace baken::test;

namespace {

long long seconds() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()).time_since_epoch().count();
}

struct Made {
    std::string words, state_before, state_after;
    long long earliest = 0, latest = 0;
};

class Editor {
public:
    Editor(const std::filesystem::path& file, std::uint64_t seed) : desk_(Desk::open(file, {})), rng_(seed) {
        if (desk_.recovery()) desk_.recover(Recovery::take, {});
        desk_.save({});
        state_ = state_of(desk_.project());
        say("ack");
    }

    [[noreturn]] void run() {
        while (true) {
            const auto what = rng_.below(20);
            if (what < 2)
                save();
            else if (what < 4)
                save_beside();
            else if (what < 6 && made_.size() > floor_)
                undo();
            else if (what < 8 && !undone_.empty())
                redo();
            else
                edit();
        }
    }

private:
    static std::string state_of(const Project& project) { return sha256_hex(told(project)); }

    void say(const char* what) const {
        std::string line = std::string(what) + "\t" + state_ + "\t" + std::to_string(made_.size()) + "\t" +
                           (made_.empty() ? "" : made_.back().words);
        long long first_from = 0, first_to = 0, last_from = 0, last_to = 0;
        for (const auto& one : made_) {
            if (first_from == 0) first_from = one.earliest, first_to = one.latest;
            last_from = std::max(last_from, one.earliest);
            last_to = std::max(last_to, one.latest);
        }
        for (const long long second : {first_from, first_to, last_from, last_to}) line += "\t" + std::to_string(second);
        line += "\n";
        if (::write(1, line.data(), line.size()) != static_cast<ssize_t>(line.size())) std::_Exit(3);
    }

    void edit() {
        const Edit edit = any_edit();
        Project next;
        try {
            next = edited(desk_.project(), edit);
        } catch (const Error&) {
            return;
        }
        const long long earliest = seconds();
        made_.push_back(
            {words_of(desk_.project(), edit, Language::nl), state_, state_of(next), earliest, earliest + 30});
        state_ = made_.back().state_after;
        undone_.clear();
        say("try");
        desk_.perform(edit);
        made_.back().latest = seconds();
        if (state_of(desk_.project()) != state_) std::_Exit(4);
        say("ack");
    }

    void undo() {
        undone_.push_back(made_.back());
        made_.pop_back();
        state_ = undone_.back().state_before;
        say("try");
        desk_.undo();
        if (state_of(desk_.project()) != state_) std::_Exit(5);
        say("ack");
    }

    void redo() {
        made_.push_back(undone_.back());
        undone_.pop_back();
        state_ = made_.back().state_after;
        say("try");
        desk_.redo();
        if (state_of(desk_.project()) != state_) std::_Exit(6);
        say("ack");
    }

    void save() {
        made_.clear();
        undone_.clear();
        say("save");
        desk_.save({});
        say("ack");
    }

    /// The file is written on another thread while edits go on.
    void save_beside() {
        const SaveTicket ticket = desk_.begin_save();
        const std::size_t saved = made_.size();
        undone_.clear();
        std::thread writer([&] { Desk::write(ticket, {}); });
        floor_ = saved;
        for (int i = 0; i < 4; ++i)
            if (i == 2 && made_.size() > floor_)
                undo();
            else
                edit();
        writer.join();
        floor_ = 0;
        made_.erase(made_.begin(), made_.begin() + static_cast<std::ptrdiff_t>(saved));
        say("try");
        desk_.finish_save(ticket);
        say("ack");
    }

    [[nodiscard]] Edit any_edit() {
        const Project& project = desk_.project();
        const HotspotId hotspot = project.hotspots[rng_.below(project.hotspots.size())].id;
        const HotspotId other = project.hotspots[rng_.below(project.hotspots.size())].id;
        const Date day = make_date(2027, 1, 1) + std::chrono::days(rng_.below(365));
        const auto number = std::to_string(rng_.below(1000));
        if (project.plan.checks.empty()) return ReviewHotspot{.hotspot = hotspot, .remark = number};
        const CheckId check = project.plan.checks[rng_.below(project.plan.checks.size())].id;
        switch (rng_.below(11)) {
            case 0: return ReviewHotspot{.hotspot = hotspot, .status = "rejected", .remark = "reden " + number};
            case 1: return ReviewHotspot{.hotspot = hotspot, .status = "accepted"};
            case 2: return ReviewHotspot{.hotspot = hotspot, .enforceable = "yes", .remark = number};
            case 3: return MoveCheck{check, day};
            case 4: return LockCheck{check, rng_.below(2) == 0};
            case 5: return AddCheck{.hotspot = hotspot, .date = day, .start = 900, .end = 1020};
            case 6: return DropCheck{check};
            case 7:
                return RecordResult{check, CheckStatus::done,
                                    CheckResult{.vehicles = static_cast<int>(rng_.below(300)), .remark = number}};
            case 8: return SplitHotspot{hotspot};
            case 9: return MergeHotspots{.into = hotspot, .from = other};
            default: {
                Plan plan = project.plan;
                if (!plan.checks.empty()) plan.checks.pop_back();
                return ReplacePlan{std::move(plan)};
            }
        }
    }

    Desk desk_;
    Rng rng_;
    std::string state_;
    std::vector<Made> made_, undone_;  ///< since the last save
    std::size_t floor_ = 0;            ///< of made_, that undo leaves alone while a save is under way
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        Editor(argv[1], std::strtoull(argv[2], nullptr, 10)).run();
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
