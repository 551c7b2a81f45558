#pragma once
/// Other people's programs beside ours in one table, so that a ratio comes from one run on one machine.
///
///     const bench::Measured ours = bench::measure("ours", [&] { labels = cluster_events(points, options, {}); });
///     ours.figures = {{"clusters", 15345}, {"noise", 433708}};
///     bench::print_ours(ours);
///     const bench::Scratch scratch;                                        // a folder that goes
///     bench::write_doubles(scratch / "points.bin", {x0, y0, x1, y1, ...}); // what a peer reads
///     bench::print_peer(bench::run_peer("sklearn_dbscan.py", {scratch / "points.bin", "100", "10"}), ours);
///
/// A peer is a script in tests/bench/peers: `.py` runs with Debian's python3, `.R` with Rscript, anything else by
/// itself. It reads its input, takes the time of its kernel only, with the data in memory, and prints one line of
/// `name=value` words:
///
///     peer=scikit-learn_1.2.1 seconds=7.66 clusters=15345 noise=433708
///
/// `peer` (an underscore is shown as a blank) and `seconds` are taken out, the rest are figures to compare with ours of
/// the same name. A script whose package is not there prints `absent=python3-sklearn` (the Debian package) and nothing
/// else.

#include "bench/memory.hpp"

#include <fmt/format.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace baken::bench {

using Figures = std::map<std::string, double>;

struct Measured {
    std::string name;
    double seconds = 0;
    double megabytes = 0;  ///< peak of the process, what was held before included; 0: not known
    Figures figures = {};
    std::string absent = {};  ///< why there is nothing to show: a package, or what went wrong
};

/// Median of `times` runs, the peak of all.
template <class Body>
Measured measure(std::string name, Body&& body, int times = 5) {
    std::vector<double> seconds;
    forget_peak_memory();
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        body();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return {.name = std::move(name), .seconds = seconds[seconds.size() / 2], .megabytes = peak_megabytes()};
}

/// A folder for what peers read and write; it goes with the value.
class Scratch {
public:
    Scratch() {
        std::string pattern = (std::filesystem::temp_directory_path() / "baken-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a temporary folder");
        folder_ = pattern;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string operator/(std::string_view name) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

/// Raw doubles of this machine: numpy.fromfile(path) and R's readBin(path, "double", n) read them.
inline void write_doubles(const std::string& path, std::span<const double> values) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(values.data()), static_cast<std::streamsize>(values.size_bytes()));
    if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

namespace inside {

inline std::string quoted(const std::string& argument) {
    std::string text = "'";
    for (const char c : argument) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

/// What a peer's line says; throws where it is none.
inline Measured parsed(const std::string& line) {
    Measured peer;
    bool has_seconds = false;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find_first_of(" \n", at), line.size());
        const std::string word = line.substr(at, end - at);
        at = end + 1;
        const std::size_t equals = word.find('=');
        if (word.empty() || equals == std::string::npos) continue;
        const std::string key = word.substr(0, equals), value = word.substr(equals + 1);
        if (key == "absent")
            peer.absent = "absent (package " + value + ")";
        else if (key == "peer")
            std::replace_copy(value.begin(), value.end(), std::back_inserter(peer.name), '_', ' ');
        else if (key == "seconds")
            peer.seconds = std::stod(value), has_seconds = true;
        else
            peer.figures[key] = std::stod(value);
    }
    if (peer.absent.empty() && !has_seconds) throw std::runtime_error("it printed no seconds");
    return peer;
}

inline std::string written(double value) {
    return value == std::floor(value) && std::abs(value) < 1e15 ? fmt::format("{:.0f}", value)
                                                                : fmt::format("{:.6g}", value);
}

inline std::string memory(const Measured& one) {
    return one.megabytes > 0 ? fmt::format(" {:>6.0f} MB", one.megabytes) : fmt::format(" {:>9}", "");
}

struct ShellRun {
    std::string out;
    int exit_code = -1;
    double megabytes = 0;  ///< of the largest process below
};

inline ShellRun run_shell(const std::string& command) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("cannot make a pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    ShellRun ran;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        ran.out.append(buffer, static_cast<std::size_t>(got));
    ::close(ends[0]);
    int status = 0;
    rusage used{};
    if (child > 0 && ::wait4(child, &status, 0, &used) == child && WIFEXITED(status))
        ran.exit_code = WEXITSTATUS(status);
    ran.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
    return ran;
}

}  // namespace inside

/// Runs a script of tests/bench/peers. What goes wrong becomes `absent`, so that one peer does not end a benchmark. A
/// peer that takes longer than the limit is ended.
inline Measured run_peer(const std::string& script, const std::vector<std::string>& arguments,
                         int limit_seconds = 300) {
    const std::filesystem::path path = std::filesystem::path(BAKEN_PEERS_DIR) / script;
    std::string command = fmt::format("timeout {} ", limit_seconds);
    if (path.extension() == ".py") command += "/usr/bin/python3 ";  // the one that Debian's packages are for
    if (path.extension() == ".R") command += "Rscript --vanilla ";
    command += inside::quoted(path.string());
    for (const auto& argument : arguments) command += " " + inside::quoted(argument);
    Measured failed{.name = script};
    const auto [out, code, megabytes] = inside::run_shell(command);
    if (code == 124) return failed.absent = fmt::format("ended after {} s", limit_seconds), failed;
    if (code == 127) return failed.absent = "absent (its interpreter is not installed)", failed;
    if (code != 0) return failed.absent = fmt::format("failed with code {}", code), failed;
    try {
        Measured peer = inside::parsed(out);
        if (peer.name.empty()) peer.name = script;
        if (path.extension() != ".sh") peer.megabytes = megabytes;  // a server's memory is not its client's
        return peer;
    } catch (const std::exception& error) {
        return failed.absent = fmt::format("not understood: {}", error.what()), failed;
    }
}

inline void print_ours(const Measured& ours) {
    fmt::print("  {:<28} {:>9.3f} s {:>7}{}", ours.name, ours.seconds, "", inside::memory(ours));
    for (const auto& [name, value] : ours.figures) fmt::print("  {} {}", name, inside::written(value));
    fmt::print("\n");
    std::fflush(stdout);
}

/// A row with how many times as long the peer took, and each of its figures: `=` where ours is the same within
/// `tolerance` (a share of ours), else `!` and ours.
inline void print_peer(const Measured& peer, const Measured& ours, double tolerance = 0) {
    if (!peer.absent.empty()) {
        fmt::print("  {:<28} {}\n", peer.name, peer.absent);
        return;
    }
    fmt::print("  {:<28} {:>9.3f} s {:>6.1f}x{}", peer.name, peer.seconds, peer.seconds / ours.seconds,
               inside::memory(peer));
    for (const auto& [name, value] : peer.figures) {
        fmt::print("  {} {}", name, inside::written(value));
        const auto of_ours = ours.figures.find(name);
        if (of_ours == ours.figures.end()) continue;
        const bool is_same = std::abs(value - of_ours->second) <= tolerance * std::abs(of_ours->second);
        fmt::print("{}", is_same ? std::string(" =") : " ! ours " + inside::written(of_ours->second));
    }
    fmt::print("\n");
    std::fflush(stdout);
}

}  // namespace baken::bench
