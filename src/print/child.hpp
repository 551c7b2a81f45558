#pragma once
/// A program that runs beside us, in a process group of its own, so that it can be ended with all that it started.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace baken {

class Child {
public:
    /// Starts it, with UTC as its time zone and nothing to read; what it says goes into `log`, and what it puts aside
    /// for itself into `scratch`. Throws IoError that names the program when it cannot start.
    Child(const std::vector<std::string>& command, const std::filesystem::path& log,
          const std::filesystem::path& scratch);
    ~Child();  ///< ends it
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Its exit code when it has ended, 128 + the signal where one ended it; nothing while it runs.
    std::optional<int> ended();
    /// Asks it and its group to end, and makes them where they do not in half a second.
    void end();

private:
    int pid_ = -1;
    std::optional<int> exit_code_;
};

}  // namespace baken
