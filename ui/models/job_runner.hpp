#pragma once
/// The whole threading policy of the desktop. A job captures values and works on a thread of its own; its answer comes
/// back to the thread of the runner, unless a later job was started or the job was cancelled meanwhile.
///
///     runner.start(say("Jaar plannen", "Planning the year"),
///                  [project](const Work& work) { return with_plan(project, work); },
///                  [this](Project planned) { session_->adopt(std::move(planned)); });

#include <QObject>
#include <QString>

#include "base/work.hpp"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace baken {

enum class JobOutcome { done, cancelled, failed };

/// What a cancelled job leaves. `take_best`: it is asked to stop, and what it has until then is its answer.
enum class OnCancel { drop, take_best };

class JobRunner : public QObject {
    Q_OBJECT

public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;  ///< cancels and waits

    /// Cancels what runs, and starts. `job(const Work&)` gives the value that `done` takes.
    template <class Job, class Done>
    void start(const QString& name, Job job, Done done, OnCancel on_cancel = OnCancel::drop) {
        run(name, on_cancel, [job = std::move(job), done = std::move(done)](const Work& work) mutable -> Answer {
            auto value = std::make_shared<decltype(job(work))>(job(work));
            return [value, done = std::move(done)]() mutable { done(std::move(*value)); };
        });
    }
    void cancel();
    void drop();  ///< cancels, and takes nothing of it

    [[nodiscard]] bool is_busy() const { return is_busy_; }
    [[nodiscard]] QString name() const { return name_; }

signals:
    void started(const QString& name);
    void progressed(const QString& doing, double share);  ///< share below 0: unknown
    /// After the answer was taken in. `message`: what went wrong, for a job that failed.
    void finished(baken::JobOutcome outcome, const QString& message);

private:
    using Answer = std::function<void()>;
    struct Running;

    void run(const QString& name, OnCancel, std::function<Answer(const Work&)> job);
    void finish(quint64 number, JobOutcome outcome, const QString& message, const Answer& answer);
    void forget_ended();

    quint64 number_ = 0;  ///< of the job whose answer counts
    bool is_busy_ = false;
    OnCancel on_cancel_ = OnCancel::drop;
    QString name_;
    std::vector<std::unique_ptr<Running>> running_;
};

}  // namespace baken
