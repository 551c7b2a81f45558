#pragma once
/// The evaluation as a page to read from top to bottom: progress, hit rates, trends, before and after.

#include <QScrollArea>

#include "ui/models/evaluation_lines.hpp"

class QBoxLayout;
class QComboBox;
class QLabel;

namespace baken {

class ProgressChart;
class RateChart;

class EvaluationView : public QScrollArea {
    Q_OBJECT

public:
    explicit EvaluationView(Speech, QWidget* parent = nullptr);

    void show_evaluation(const Project&, const Evaluation&);
    void say_instead(const QString& sentence);  ///< in place of the evaluation
    [[nodiscard]] QString as_text() const;      ///< all that stands there, for the clipboard

protected:
    void changeEvent(QEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    QLabel* heading(const QString& text);
    QLabel* soft(const QString& text = {});
    void show_rates();
    void show_trends();
    void show_comparisons();
    void fit();
    void restyle();

    Speech say_;
    Project project_;
    Evaluation evaluation_;

    QWidget* page_;
    QBoxLayout* top_;
    int trend_columns_ = 1;
    QLabel *instead_, *no_rates_, *notes_;
    ProgressChart* progress_;
    RateChart* rates_;
    QComboBox *group_, *per_, *counted_;
    QWidget *trends_, *comparisons_;
    std::vector<QLabel*> headings_, soft_;
};

}  // namespace baken
