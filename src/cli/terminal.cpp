#include "cli/terminal.hpp"

#include "cli/exit_code.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

#include <fmt/format.h>

namespace baken {

namespace {

using Clock = std::chrono::steady_clock;

/// Set from the signal handler, seen by the watching thread: a stop token may not be touched in a handler.
volatile std::sig_atomic_t signals_seen = 0;

extern "C" void on_signal(int) {
    signals_seen = signals_seen + 1;
    if (signals_seen > 1) _exit(exit_code::interrupted);
}

}  // namespace

struct Terminal::Inside {
    std::stop_source stop;
    std::mutex line;
    Clock::time_point shown{};
    std::string doing;
    bool has_line = false;
    const bool is_terminal = isatty(STDERR_FILENO) != 0;
    std::jthread watcher;

    void clear_line() {
        if (!has_line) return;
        std::fputs("\r\033[K", stderr);
        has_line = false;
    }

    void show(std::string_view what, double share) {
        const std::lock_guard guard(line);
        const auto now = Clock::now();
        if (what == doing && now - shown < std::chrono::milliseconds(100)) return;
        shown = now;
        doing = what;
        std::string text(what);
        if (share >= 0) {
            constexpr int width = 24;
            const int full = static_cast<int>(std::clamp(share, 0.0, 1.0) * width);
            text = fmt::format("{:<24} [{}{}] {:3.0f} %", what, std::string(full, '#'), std::string(width - full, '.'),
                               std::clamp(share, 0.0, 1.0) * 100);
        }
        fmt::print(stderr, "\r\033[K{}", text);
        std::fflush(stderr);
        has_line = true;
    }
};

Terminal::Terminal() : inside_(std::make_unique<Inside>()) {
    struct sigaction action {};
    action.sa_handler = on_signal;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a failed write with a message, not a death
    inside_->watcher = std::jthread([inside = inside_.get()](const std::stop_token& done) {
        while (!done.stop_requested()) {
            if (signals_seen > 0) {
                inside->stop.request_stop();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
}

Terminal::~Terminal() { inside_->clear_line(); }

void Terminal::result(std::string_view text) {
    inside_->clear_line();
    const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!is_written || std::fflush(stdout) != 0)
        throw IoError("cannot write the result to stdout: it is full or closed");
}

void Terminal::message(std::string_view text) {
    if (options.is_quiet) return;
    inside_->clear_line();
    fmt::print(stderr, "{}\n", text);
}

void Terminal::error(std::string_view text) {
    inside_->clear_line();
    fmt::print(stderr, "baken: {}\n", text);
}

bool Terminal::has_colour() const {
    const char* no_colour = std::getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) != 0 && (no_colour == nullptr || *no_colour == '\0');
}

Work Terminal::work(int threads) {
    Work work{.stop = inside_->stop.get_token(), .on_progress = {}, .threads = threads};
    if (inside_->is_terminal && !options.is_quiet)
        work.on_progress = [inside = inside_.get()](std::string_view doing, double share) {
            inside->show(doing, share);
        };
    return work;
}

Language environment_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("nl") ? Language::nl : Language::en;
    }
    return Language::en;
}

}  // namespace baken
