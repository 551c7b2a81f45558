#pragma once
/// The evaluation of the project that is open, worked out off the window's thread whenever the project changes.
///
///     connect(&model, &EvaluationViewModel::changed, this, [this] { view_->show(model.project(), model.evaluation());
///     }); model.show(project);

#include <QObject>

#include "app/evaluate_project.hpp"
#include "ui/models/job_runner.hpp"
#include "ui/models/speech.hpp"

namespace baken {

class EvaluationViewModel : public QObject {
    Q_OBJECT

public:
    explicit EvaluationViewModel(Speech, QObject* parent = nullptr);

    void show(const Project&);
    [[nodiscard]] const Project& project() const { return project_; }  ///< that was evaluated
    [[nodiscard]] const Evaluation& evaluation() const { return evaluation_; }
    [[nodiscard]] bool is_busy() const { return runner_.is_busy(); }

signals:
    void changed();
    void failed(const QString& message);

private:
    Speech say_;
    Project project_;
    Evaluation evaluation_;
    JobRunner runner_;
};

}  // namespace baken
