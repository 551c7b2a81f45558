#pragma once
/// Work over a range in pieces, by as many threads as `Work` allows. What a piece does must not depend on the others.

#include "base/work.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace baken {

/// Calls `body(first, last)` for pieces of at most `piece` that together are 0..count. What a body throws, and a stop
/// that was asked for, is thrown here when all threads are done.
template <class Body>
void in_pieces(std::size_t count, std::size_t piece, const Work& work, Body&& body) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto run = [&] {
        try {
            for (std::size_t first; (first = next.fetch_add(piece)) < count;) {
                work.check_stop();
                body(first, std::min(first + piece, count));
            }
        } catch (...) {
            const std::lock_guard hold(failing);
            if (!failure) failure = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t pieces = (count + piece - 1) / piece;
        for (std::size_t i = 1; i < std::min(pieces, static_cast<std::size_t>(std::max(work.threads, 1))); ++i)
            others.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace baken
