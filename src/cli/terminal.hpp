#pragma once
/// The screen: results on stdout, progress and messages on stderr, a moving line only on a terminal.

#include "base/language.hpp"
#include "base/work.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace baken {

class Terminal {
public:
    struct Options {
        bool is_quiet = false;
        Language language = Language::en;
    };
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    Options options;

    void result(std::string_view text);     ///< to stdout as it is; throws IoError when stdout is full or closed
    void message(std::string_view text);    ///< a line to stderr, unless quiet
    void error(std::string_view text);      ///< "baken: text" to stderr, always
    [[nodiscard]] bool has_colour() const;  ///< stdout is a terminal and NO_COLOR is not set

    /// Work that shows its progress here and stops on SIGINT and SIGTERM. A second signal ends the program at once.
    [[nodiscard]] Work work(int threads);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The language of the environment: Dutch when LC_ALL, LC_MESSAGES or LANG begins with "nl".
[[nodiscard]] Language environment_language();

}  // namespace baken
