#pragma once
/// Rows of a surface by several threads.

#include "base/work.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace baken {

/// Calls `make()` once per thread and what it gives for each of that thread's rows; the first thing thrown is thrown
/// on. Empty `doing`: says nothing of the progress.
template <class Make>
void for_each_row_by(int rows, const Work& work, std::string_view doing, Make&& make) {
    const int threads = std::clamp(work.threads, 1, std::max(1, rows));
    std::exception_ptr thrown;
    std::mutex guard;
    const auto run = [&](int offset) {
        try {
            auto body = make();
            for (int row = offset; row < rows; row += threads) {
                work.check_stop();
                body(row);
                if (offset == 0 && !doing.empty()) work.progress(doing, static_cast<double>(row) / rows);
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

template <class Body>
void for_each_row(int rows, const Work& work, std::string_view doing, Body&& body) {
    for_each_row_by(rows, work, doing, [&] { return [&](int row) { body(row); }; });
}

}  // namespace baken
