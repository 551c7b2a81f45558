#include "support/support.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

namespace baken::test {

namespace fs = std::filesystem;

fs::path shared(std::string_view relative) { return fs::path(BAKEN_SHARED_DIR) / relative; }
bool has_shared() { return fs::exists(shared("README.md")); }

TempDir::TempDir() {
    std::string pattern = (fs::temp_directory_path() / "baken-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder: " + pattern);
    path_ = pattern;
}

TempDir::~TempDir() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TempDir::write(std::string_view name, std::string_view content) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

namespace {

[[noreturn]] void become(const std::vector<std::string>& command, const RunOptions& options) {
    if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(127);
    if (options.file_size_limit >= 0) {
        const rlimit limit{static_cast<rlim_t>(options.file_size_limit), static_cast<rlim_t>(options.file_size_limit)};
        setrlimit(RLIMIT_FSIZE, &limit);
        signal(SIGXFSZ, SIG_IGN);
    }
    for (const auto& entry : options.environment) putenv(const_cast<char*>(entry.c_str()));
    std::vector<char*> arguments;
    for (const auto& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

}  // namespace

Ran run(const std::vector<std::string>& command, const RunOptions& options) {
    std::array<int, 2> out{}, err{};
    if (pipe(out.data()) != 0 || pipe(err.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) {
        dup2(open("/dev/null", O_RDONLY), 0);
        dup2(out[1], 1);
        dup2(err[1], 2);
        for (const int end : {out[0], out[1], err[0], err[1]}) close(end);
        become(command, options);
    }
    close(out[1]);
    close(err[1]);

    Ran ran;
    const auto begun = std::chrono::steady_clock::now();
    bool is_interrupted = false;
    std::array<pollfd, 2> ends{{{out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        poll(ends.data(), ends.size(), 5);
        const auto passed =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
        if (options.interrupt_after_ms >= 0 && !is_interrupted && passed.count() >= options.interrupt_after_ms) {
            kill(child, SIGINT);
            is_interrupted = true;
        }
        for (auto& end : ends) {
            if (end.fd < 0 || end.revents == 0) continue;
            std::array<char, 65536> buffer{};
            const ssize_t got = read(end.fd, buffer.data(), buffer.size());
            if (got > 0) {
                (end.fd == out[0] ? ran.out : ran.err).append(buffer.data(), static_cast<std::size_t>(got));
            } else {
                close(end.fd);
                end.fd = -1;
            }
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ran;
}

Ran baken(std::vector<std::string> arguments, const RunOptions& options) {
    arguments.insert(arguments.begin(), BAKEN_PROGRAM);
    return run(arguments, options);
}

AsciiMap draw(std::string_view map, Metres step) {
    std::vector<std::string> rows;
    std::istringstream lines{std::string(map)};
    for (std::string line; std::getline(lines, line);) {
        std::string cells;
        for (const char c : line)
            if (c != ' ' && c != '\t') cells += c;
        if (!cells.empty()) rows.push_back(cells);
    }
    AsciiMap drawn;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column] == '.') continue;
            drawn.points.push_back(
                {static_cast<double>(column) * step.value, static_cast<double>(rows.size() - 1 - row) * step.value});
            drawn.letters += rows[row][column];
        }
    }
    return drawn;
}

std::string AsciiMap::groups(const std::vector<int>& labels) const {
    std::map<int, std::set<char>> letters_of;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (labels[i] >= 0) letters_of[labels[i]].insert(letters.at(i));
    std::string text;
    for (const auto& [label, found] : letters_of) {
        if (!text.empty()) text += " | ";
        text.append(found.begin(), found.end());
    }
    return text;
}

}  // namespace baken::test
