#include "ui/models/evaluation_view_model.hpp"

namespace baken {

EvaluationViewModel::EvaluationViewModel(Speech say, QObject* parent) : QObject(parent), say_(say) {
    connect(&runner_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed) emit failed(message);
    });
}

void EvaluationViewModel::show(const Project& project) {
    struct Answer {
        Project project;
        Evaluation evaluation;
    };
    runner_.start(
        say_("Uitslagen wegen", "Weighing the results"),
        [project, language = say_.language()](const Work& work) {
            return Answer{project, evaluated(project, {.language = language}, work)};
        },
        [this](Answer answer) {
            project_ = std::move(answer.project);
            evaluation_ = std::move(answer.evaluation);
            emit changed();
        });
}

}  // namespace baken
