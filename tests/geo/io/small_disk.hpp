#pragma once
/// A disk that is full, for tests of writers.

#include "base/error.hpp"
#include "support/support.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <functional>

namespace baken::test {

inline std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const IoError& error) {
        return error.what();
    }
    return "written";
}

/// What `act` says on a disk on which no file may grow beyond `bytes`: run in a child, for the limit stays with a
/// process.
inline std::string on_a_small_disk(rlim_t bytes, const std::function<void()>& act) {
    std::array<int, 2> ends{};
    REQUIRE(pipe(ends.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &limit);
        const std::string said = refusal(act);
        const bool is_told = write(ends[1], said.data(), said.size()) == static_cast<ssize_t>(said.size());
        _exit(is_told ? 0 : 1);
    }
    close(ends[1]);
    std::string said(4096, ' ');
    const ssize_t got = read(ends[0], said.data(), said.size());
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return said.substr(0, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
}

/// Names in a folder, the hidden ones too, sorted.
inline std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace baken::test
