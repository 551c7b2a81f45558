#pragma once
/// The check that is chosen on the calendar: where, when and in what light, which clauses it serves, what it would cost
/// to let it go, and how to change it.
///
///     panel->show(check_card(project, *bench, id, say));     // nothing: an invitation to choose one
///     panel->set_bench(bench, project.plan.checks);          // for the live price of another day

#include <QScrollArea>

#include "ui/models/check_card.hpp"
#include "ui/models/job_runner.hpp"

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace baken {

class SunBarView;

class CheckPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit CheckPanel(Speech, QWidget* parent = nullptr);

    void set_bench(std::shared_ptr<const PlanBench>, std::vector<Check>);
    /// Other checks to swap with, by name; call before show().
    void set_others(std::vector<std::pair<CheckId, QString>>);
    void show(const std::optional<CheckCard>&);
    using QWidget::show;

signals:
    void move_asked(const baken::CheckId& id, baken::Date to, int start);
    void swap_asked(const baken::CheckId& id, const baken::CheckId& with);
    void lock_asked(const baken::CheckId& id, bool is_locked);
    void drop_asked(const baken::CheckId& id);

protected:
    void changeEvent(QEvent*) override;

private:
    void build();
    void build_facts(QVBoxLayout*);
    void build_actions(QVBoxLayout*);
    void fill(const CheckCard&);
    void restyle();
    void price_move();
    void price_swap();
    void show_price(QLabel*, QPushButton*, const PricedChange&);
    [[nodiscard]] Date chosen_day() const;

    Speech say_;
    std::optional<CheckCard> card_;
    std::vector<std::pair<CheckId, QString>> others_;
    std::shared_ptr<const PlanBench> bench_;
    std::shared_ptr<const std::vector<Check>> checks_;
    JobRunner* move_price_;
    JobRunner* swap_price_;
    bool is_filling_ = false;

    QWidget* content_ = nullptr;
    QLabel* empty_ = nullptr;
    QLabel *title_ = nullptr, *subtitle_ = nullptr, *facts_ = nullptr, *sun_words_ = nullptr, *serves_ = nullptr;
    QLabel *breaks_ = nullptr, *reason_ = nullptr, *drop_note_ = nullptr, *move_note_ = nullptr, *swap_note_ = nullptr;
    std::vector<QLabel*> headings_;
    SunBarView* sun_ = nullptr;
    QPushButton *lock_ = nullptr, *drop_ = nullptr, *move_ = nullptr, *swap_ = nullptr;
    QDateEdit* day_ = nullptr;
    QComboBox *block_ = nullptr, *other_ = nullptr;
};

}  // namespace baken
