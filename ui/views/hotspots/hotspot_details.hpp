#pragma once
/// The right side of the map: one hotspot, why it is one, its figures and charts, and the review of it.

#include <QScrollArea>

#include "model/edit.hpp"
#include "model/project.hpp"
#include "ui/models/speech.hpp"
#include "ui/views/hotspots/filter_bar.hpp"

#include <optional>

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace baken {

class HotspotCharts;
class ReviewForm;
class WordsLabel;

class HotspotDetails : public QScrollArea {
    Q_OBJECT

public:
    HotspotDetails(Speech, QWidget* parent = nullptr);
    void show(const Project&, std::size_t hotspot, YearSpan);
    /// No hotspot is chosen; `why` says how to choose one, or how to find any.
    void show_nothing(const QString& why);
    [[nodiscard]] ReviewForm& review() { return *review_; }

signals:
    void edited(const baken::Edit&);
    void move_asked();
    void year_chosen(int);

protected:
    bool eventFilter(QObject*, QEvent*) override;

private:
    [[nodiscard]] QWidget* make_story();
    void fill_facts(const Project&, const Hotspot&);

    Speech say_;
    QStackedWidget* stack_;
    WordsLabel* nothing_;
    QLabel *rank_, *name_, *place_, *quadrant_;
    WordsLabel* why_;
    QWidget* facts_;
    QGridLayout* fact_rows_;
    HotspotCharts* charts_;
    ReviewForm* review_;
};

}  // namespace baken
