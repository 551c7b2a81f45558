#include "ui/models/job_runner.hpp"

#include "support/catch.hpp"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace baken;

namespace {

/// Runs until it is stopped, as a long calculation that asks often enough.
int endless(const Work& work) {
    for (;;) work.check_stop();
}

}  // namespace

TEST_CASE("a job's answer arrives on the thread of the runner, and then the runner says so") {
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    QThread* where = nullptr;
    int answer = 0;
    runner.start(
        "sum", [](const Work&) { return 40 + 2; },
        [&](int value) {
            answer = value;
            where = QThread::currentThread();
        });
    CHECK(runner.is_busy());
    REQUIRE(finished.wait(5000));
    CHECK(answer == 42);
    CHECK(where == QThread::currentThread());
    CHECK(finished[0][0].value<JobOutcome>() == JobOutcome::done);
    CHECK_FALSE(runner.is_busy());
}

TEST_CASE("an error of a job becomes a message, and so does one of taking its answer in") {
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    runner.start(
        "bad", [](const Work&) -> int { throw InputError("no layer named 'acc'"); }, [](int) {});
    REQUIRE(finished.wait(5000));
    CHECK(finished[0][0].value<JobOutcome>() == JobOutcome::failed);
    CHECK(finished[0][1].toString() == "no layer named 'acc'");

    runner.start(
        "worse", [](const Work&) { return 1; }, [](int) { throw IoError("disk full"); });
    REQUIRE(finished.wait(5000));
    CHECK(finished[1][1].toString() == "disk full");
}

TEST_CASE("a cancelled job says so at once and its answer is dropped") {
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    bool was_taken = false;
    runner.start("long", endless, [&](int) { was_taken = true; });
    runner.cancel();
    CHECK(finished.count() == 1);
    CHECK(finished[0][0].value<JobOutcome>() == JobOutcome::cancelled);
    CHECK_FALSE(runner.is_busy());
    QTest::qWait(50);
    CHECK_FALSE(was_taken);
}

TEST_CASE("a job that is started over another drops the answer of the other") {
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::vector<int> answers;
    // The first one does not listen: it ends, but too late to count.
    runner.start(
        "deaf",
        [](const Work&) {
            QThread::msleep(60);
            return 1;
        },
        [&](int value) { answers.push_back(value); });
    runner.start(
        "next", [](const Work&) { return 2; }, [&](int value) { answers.push_back(value); });
    QTest::qWait(200);
    CHECK(answers == std::vector<int>{2});
}

TEST_CASE("a job that keeps its best gives what it has when it is cancelled, and nothing when it is dropped") {
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    std::vector<int> answers;
    const auto best_so_far = [](const Work& work) {
        int best = 0;
        while (!work.stop.stop_requested()) best = 7;
        return best;
    };
    const auto take = [&](int value) { answers.push_back(value); };
    runner.start("long", best_so_far, take, OnCancel::take_best);
    QTest::qWait(20);
    runner.cancel();
    REQUIRE(finished.wait(5000));
    CHECK(finished[0][0].value<JobOutcome>() == JobOutcome::done);
    CHECK(answers == std::vector<int>{7});

    runner.start("long", best_so_far, take, OnCancel::take_best);
    runner.drop();
    QTest::qWait(50);
    CHECK(answers.size() == 1);
}

TEST_CASE("a runner that goes away stops its job and waits for it") {
    std::atomic<bool> was_stopped = false;
    {
        JobRunner runner;
        runner.start(
            "long",
            [&](const Work& work) {
                while (!work.stop.stop_requested()) QThread::msleep(1);
                was_stopped = true;
                return 0;
            },
            [](int) {});
        QTest::qWait(20);
    }
    CHECK(was_stopped);
}

TEST_CASE("progress is told on the thread of the runner") {
    JobRunner runner;
    QSignalSpy progressed(&runner, &JobRunner::progressed);
    QSignalSpy finished(&runner, &JobRunner::finished);
    runner.start(
        "steps",
        [](const Work& work) {
            work.progress("reading", 0.25);
            return 0;
        },
        [](int) {});
    REQUIRE(finished.wait(5000));
    REQUIRE(progressed.count() == 1);
    CHECK(progressed[0][0].toString() == "reading");
    CHECK(progressed[0][1].toDouble() == 0.25);
}
