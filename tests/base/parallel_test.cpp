#include "base/parallel.hpp"

#include "support/support.hpp"

#include <memory>

using namespace baken;

TEST_CASE("pieces are the whole, each once, by any number of threads") {
    for (const std::size_t count : {0, 1, 7, 64, 1000})
        for (const std::size_t piece : {1, 3, 64, 5000})
            for (const int threads : {0, 1, 2, 5}) {
                INFO(count << " in pieces of " << piece << " by " << threads);
                std::vector<int> seen(count, 0);
                std::atomic<bool> is_small = true;
                Work work;
                work.threads = threads;
                in_pieces(count, piece, work, [&](std::size_t first, std::size_t last) {
                    if (last - first > piece || last <= first) is_small = false;
                    for (std::size_t i = first; i < last; ++i) ++seen[i];
                });
                CHECK(is_small);
                CHECK(std::count(seen.begin(), seen.end(), 1) == static_cast<std::ptrdiff_t>(count));
            }
}

TEST_CASE("every thread has what it made to itself") {
    Work work;
    work.threads = 4;
    std::mutex adding;
    std::size_t total = 0, makers = 0;
    struct Sum {
        std::size_t& total;
        std::mutex& adding;
        std::size_t mine = 0;
        ~Sum() {
            const std::lock_guard hold(adding);
            total += mine;
        }
    };
    in_pieces_by(10'000, 10, work, "", [&] {
        {
            const std::lock_guard hold(adding);
            ++makers;
        }
        return [sum = std::make_unique<Sum>(total, adding)](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) sum->mine += i;
        };
    });
    CHECK(total == 10'000 * 9'999 / 2);
    CHECK(makers == 4);
}

TEST_CASE("what a piece throws, and a stop, come out after all threads have ended") {
    for (const int threads : {1, 3}) {
        Work work;
        work.threads = threads;
        std::atomic<int> running = 0;
        const auto fails = [&] {
            in_pieces(1000, 1, work, [&](std::size_t first, std::size_t) {
                ++running;
                if (first == 500) {
                    --running;
                    throw InputError("row 500");
                }
                --running;
            });
        };
        CHECK_THROWS_WITH(fails(), "row 500");
        CHECK(running == 0);

        std::stop_source stop;
        work.stop = stop.get_token();
        std::atomic<int> done = 0;
        const auto stops = [&] {
            in_pieces(1000, 1, work, [&](std::size_t, std::size_t) {
                if (++done == 10) stop.request_stop();
            });
        };
        CHECK_THROWS_AS(stops(), Cancelled);
        CHECK(done < 10 + threads);
    }
}

TEST_CASE("progress is told by the caller's thread and never falls") {
    Work work;
    work.threads = 3;
    const auto caller = std::this_thread::get_id();
    std::vector<double> told;
    bool is_callers = true;
    work.on_progress = [&](std::string_view doing, double share) {
        is_callers = is_callers && doing == "rows" && std::this_thread::get_id() == caller;
        told.push_back(share);
    };
    in_pieces_by(5000, 1, work, "rows", [] { return [](std::size_t, std::size_t) {}; });
    CHECK(is_callers);
    CHECK(std::is_sorted(told.begin(), told.end()));
    for (const double share : told) CHECK((share >= 0 && share < 1));
}
