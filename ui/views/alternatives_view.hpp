#pragma once
/// Plans side by side: what each is worth, how much it differs, on which days each municipality is visited.
///
///     view->show(list);
///     connect(view, &AlternativesView::taken, this, [this](std::size_t at) { desk.perform(ReplacePlan{list[at].plan});
///     });

#include <QScrollArea>

#include "ui/models/alternative_list.hpp"

class QGridLayout;

namespace baken {

class AlternativesView : public QScrollArea {
    Q_OBJECT

public:
    explicit AlternativesView(Speech, QWidget* parent = nullptr);
    void show(AlternativeList);
    using QWidget::show;
    [[nodiscard]] const AlternativeList& list() const { return list_; }

signals:
    void taken(std::size_t index);  ///< in the list shown

protected:
    void changeEvent(QEvent*) override;

private:
    void build();
    void add_heads(QWidget* page, QGridLayout*);
    void add_rows(QWidget* page, QGridLayout*);

    Speech say_;
    AlternativeList list_;
};

}  // namespace baken
