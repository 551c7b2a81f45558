#pragma once
/// The bottom of the window: what happened last, what goes on, how far it is, and a way to stop it.

#include <QElapsedTimer>
#include <QWidget>

#include "ui/models/job_runner.hpp"
#include "ui/models/speech.hpp"

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace baken {

class StatusStrip : public QWidget {
    Q_OBJECT

public:
    StatusStrip(Speech, QWidget* parent = nullptr);
    /// Shows the jobs of this runner, and lets them be cancelled.
    void follow(JobRunner&);

    void say(const QString& what_happened);
    void set_standing(const QString& about_the_project);  ///< to the right, always there
    [[nodiscard]] QString said() const;

private:
    void begin(JobRunner&, const QString& name);
    void advance(const QString& doing, double share);
    void end();

    Speech say_;
    QLabel *said_ = nullptr, *standing_ = nullptr, *job_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QTimer* patience_ = nullptr;  ///< a job that ends soon shows no bar
    JobRunner* running_ = nullptr;
};

}  // namespace baken
