#pragma once
/// How a stage is run: who may stop it, who hears of its progress, how many threads it may take.
/// The result of a stage never depends on any of these.

#include "base/error.hpp"

#include <functional>
#include <stop_token>
#include <string_view>

namespace baken {

struct Work {
    std::stop_token stop;
    /// Called with what is being done and the share that is done, 0..1 (below 0: unknown). May be empty.
    std::function<void(std::string_view doing, double share)> on_progress;
    int threads = 1;

    void progress(std::string_view doing, double share = -1) const {
        if (on_progress) on_progress(doing, share);
    }
    /// Throws Cancelled when a stop was asked for.
    void check_stop() const {
        if (stop.stop_requested()) throw Cancelled();
    }
};

}  // namespace baken
