#pragma once
/// The Python that has a module, for tests that let another program judge what was written.

#include "support/support.hpp"

#include <optional>
#include <string>

namespace baken::test {

/// The distribution's own Python first: it is the one that the distribution's modules belong to.
inline std::optional<std::string> python_with(const std::string& module) {
    for (const std::string python : {"/usr/bin/python3", "python3"})
        if (run({python, "-c", "import " + module}, {.environment = {"QT_QPA_PLATFORM=offscreen"}}).exit_code == 0)
            return python;
    return std::nullopt;
}

}  // namespace baken::test
