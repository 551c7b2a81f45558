#pragma once
/// Work over 0 .. count - 1 in pieces, by as many threads as `Work` allows. What a piece does must not depend on the
/// others.
///
///     in_pieces(points.size(), 4096, work, [&](std::size_t first, std::size_t last) { ... });
///     in_pieces_by(rows, 1, work, "density", [&] {          // once per thread: what its pieces share
///         return [&, buffer = std::vector<double>(columns)](std::size_t row, std::size_t) mutable { ... };
///     });

#include "base/work.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

namespace baken {

/// Calls what `make()` gives, one for every thread, with `(first, last)` for pieces of at most `piece` that together
/// are the whole. What any of them throws, and a stop that was asked for, is thrown here when all threads are done.
/// Progress is told from the caller's thread; with an empty `doing` there is none.
template <class Make>
void in_pieces_by(std::size_t count, std::size_t piece, const Work& work, std::string_view doing, Make&& make) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto run = [&](bool tells) {
        try {
            auto body = make();
            for (std::size_t first; (first = next.fetch_add(piece)) < count;) {
                work.check_stop();
                body(first, std::min(first + piece, count));
                if (tells) work.progress(doing, static_cast<double>(first) / static_cast<double>(count));
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
            others.emplace_back(run, false);
        run(!doing.empty());
    }
    if (failure) std::rethrow_exception(failure);
}

/// The same with one body for all threads.
template <class Body>
void in_pieces(std::size_t count, std::size_t piece, const Work& work, Body&& body) {
    in_pieces_by(count, piece, work, "",
                 [&] { return [&](std::size_t first, std::size_t last) { body(first, last); }; });
}

}  // namespace baken
