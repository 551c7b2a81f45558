#pragma once
/// What many tests need: the real data, temporary folders, running the program, drawn points.

#include "geo/core/point.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace baken::test {

/// Path in the folder of real data.
std::filesystem::path shared(std::string_view relative);
bool has_shared();

/// In a test that needs the real data: leaves the test as skipped where they are absent.
#define BAKEN_NEEDS_SHARED()                                                      \
    if (!baken::test::has_shared()) {                                             \
        WARN("SKIPPED: the real data are not here (" << BAKEN_SHARED_DIR << ")"); \
        return;                                                                   \
    }

/// A folder of its own that goes when the test ends.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    /// Writes a file into the folder and gives its path.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path path_;
};

std::string content_of(const std::filesystem::path&);

struct Ran {
    int exit_code = -1;  ///< 128 + signal when killed
    std::string out;
    std::string err;
};
struct RunOptions {
    std::filesystem::path folder = {};          ///< to run in; empty: here
    long long file_size_limit = -1;             ///< bytes a file may grow to, as on a full disk; -1: none
    int interrupt_after_ms = -1;                ///< sends SIGINT after this time; -1: never
    std::vector<std::string> environment = {};  ///< "NAME=value", added
};
/// Runs a program and waits for it.
Ran run(const std::vector<std::string>& command, const RunOptions& = {});
/// Runs `baken` with these arguments.
Ran baken(std::vector<std::string> arguments, const RunOptions& = {});

/// Points drawn as text: each letter is a point, each cell `step` wide and high, the first line the highest row; a dot
/// or a blank is nothing. Blanks between cells are passed over.
struct AsciiMap {
    std::vector<MapPoint> points;
    std::string letters;
    /// The letters by label, noise left out, each group once: labels {0,0,1} over "aab" -> "aa | b" written as "a | b".
    [[nodiscard]] std::string groups(const std::vector<int>& labels) const;
};
AsciiMap draw(std::string_view map, Metres step);

}  // namespace baken::test
