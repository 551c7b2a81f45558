#include "ui/models/job_runner.hpp"

#include "base/error.hpp"

#include <QMetaObject>

#include <atomic>
#include <chrono>
#include <new>

namespace baken {

struct JobRunner::Running {
    std::jthread thread;
    std::atomic<bool> has_ended = false;
};

namespace {

constexpr auto between_progress = std::chrono::milliseconds(50);

/// What a job left, as outcome and message. The one place where the desktop catches.
template <class Body>
std::pair<JobOutcome, QString> outcome_of(Body&& body) {
    try {
        body();
        return {JobOutcome::done, {}};
    } catch (const Cancelled&) {
        return {JobOutcome::cancelled, {}};
    } catch (const std::bad_alloc&) {
        return {JobOutcome::failed, QStringLiteral("not enough memory for this data")};
    } catch (const std::exception& error) {
        return {JobOutcome::failed, QString::fromUtf8(error.what())};
    }
}

}  // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent) {}

JobRunner::~JobRunner() {
    ++number_;
    for (auto& running : running_) running->thread.request_stop();
    running_.clear();  // joins
}

void JobRunner::run(const QString& name, OnCancel on_cancel, std::function<Answer(const Work&)> job) {
    drop();
    forget_ended();
    const quint64 number = ++number_;
    is_busy_ = true;
    on_cancel_ = on_cancel;
    name_ = name;
    emit started(name);

    running_.push_back(std::make_unique<Running>());
    Running* running = running_.back().get();
    running->thread = std::jthread([this, number, running, job = std::move(job)](const std::stop_token& stop) mutable {
        Work work{.stop = stop, .on_progress = {}, .threads = static_cast<int>(std::thread::hardware_concurrency())};
        work.on_progress = [this, number, last = std::chrono::steady_clock::time_point()](std::string_view doing,
                                                                                          double share) mutable {
            const auto now = std::chrono::steady_clock::now();
            if (now - last < between_progress) return;
            last = now;
            QMetaObject::invokeMethod(
                this,
                [this, number, text = QString::fromUtf8(doing.data(), static_cast<qsizetype>(doing.size())), share] {
                    if (number == number_) emit progressed(text, share);
                },
                Qt::QueuedConnection);
        };
        Answer answer;
        auto [outcome, message] = outcome_of([&] { answer = job(work); });
        job = nullptr;  // what it captured goes on this thread, not on the window's
        QMetaObject::invokeMethod(
            this,
            [this, number, result = outcome, text = message, answer = std::move(answer)] {
                finish(number, result, text, answer);
            },
            Qt::QueuedConnection);
        running->has_ended = true;
    });
}

void JobRunner::finish(quint64 number, JobOutcome outcome, const QString& message, const Answer& answer) {
    if (number != number_) return;
    is_busy_ = false;
    auto [taken, why] = outcome == JobOutcome::done ? outcome_of(answer) : std::pair(outcome, message);
    emit finished(taken, why);
}

void JobRunner::cancel() {
    if (on_cancel_ == OnCancel::drop) return drop();
    for (auto& running : running_) running->thread.request_stop();
}

void JobRunner::drop() {
    if (!is_busy_) return;
    for (auto& running : running_) running->thread.request_stop();
    ++number_;
    is_busy_ = false;
    emit finished(JobOutcome::cancelled, {});
}

void JobRunner::forget_ended() {
    std::erase_if(running_, [](const auto& running) { return running->has_ended.load(); });
}

}  // namespace baken
