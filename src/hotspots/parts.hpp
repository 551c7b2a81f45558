#pragma once
/// Work that falls apart into parts which do not touch each other, shared among the threads of `Work`.

#include "base/work.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace baken {

/// Calls `body(part)` for every part, each once and by one thread. The first thing thrown is thrown on, after all
/// threads have ended.
template <class Body>
void for_each_part(int parts, const Work& work, Body&& body) {
    const int threads = std::clamp(work.threads, 1, std::max(1, parts));
    std::exception_ptr thrown;
    std::mutex guard;
    const auto run = [&](int offset) {
        try {
            for (int part = offset; part < parts; part += threads) {
                work.check_stop();
                body(part);
            }
        } catch (...) {
            const std::lock_guard lock(guard);
            if (!thrown) thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i) others.emplace_back(run, i);
        run(0);
    }
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace baken
