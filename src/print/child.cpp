#include "print/child.hpp"

#include "base/error.hpp"

#include <chrono>
#include <string_view>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace baken {

namespace {

using namespace std::chrono_literals;

std::vector<std::string> environment_with(const std::filesystem::path& scratch) {
    std::vector<std::string> all{"TZ=UTC", "TMPDIR=" + scratch.string()};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view one = *entry;
        if (!one.starts_with("TZ=") && !one.starts_with("TMPDIR=")) all.emplace_back(one);
    }
    return all;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

Child::Child(const std::vector<std::string>& command, const std::filesystem::path& log,
             const std::filesystem::path& scratch) {
    std::vector<std::string> words = command, environment = environment_with(scratch);
    const auto arguments = pointers_to(words), variables = pointers_to(environment);

    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    const int failure =
        posix_spawnp(&pid_, command.front().c_str(), &actions, &attributes, arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (failure != 0) {
        pid_ = -1;
        throw IoError("cannot start " + command.front() + ": " +
                      std::error_code(failure, std::generic_category()).message());
    }
}

Child::~Child() { end(); }

std::optional<int> Child::ended() {
    if (exit_code_ || pid_ < 0) return exit_code_;
    int status = 0;
    const pid_t found = waitpid(pid_, &status, WNOHANG);
    if (found == 0) return std::nullopt;
    exit_code_ = found < 0 ? 1 : WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return exit_code_;
}

void Child::end() {
    if (pid_ < 0) return;
    if (!ended()) {
        kill(-pid_, SIGTERM);
        for (int i = 0; i < 25 && !ended(); ++i) std::this_thread::sleep_for(20ms);
    }
    // The first process may be gone before those that it started.
    kill(-pid_, SIGKILL);
    for (int i = 0; i < 250 && !ended(); ++i) std::this_thread::sleep_for(20ms);
    pid_ = -1;
}

}  // namespace baken
