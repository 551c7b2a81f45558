#pragma once
/// A check added by hand: where, which hours, on what, by whom; with its price and the rules it breaks.

#include <QDialog>

#include "model/edit.hpp"
#include "model/project.hpp"
#include "ui/models/plan_prices.hpp"
#include "ui/models/speech.hpp"

#include <optional>

class QComboBox;
class QDateEdit;
class QPushButton;

namespace baken {

class WordsLabel;

class AddCheckDialog : public QDialog {
    Q_OBJECT

public:
    AddCheckDialog(Speech, const Project&, const PlanBench&, std::uint32_t municipality, Date, QWidget* parent);
    [[nodiscard]] AddCheck edit() const;

private:
    void fill_themes();
    void show_price();

    Speech say_;
    const Project& project_;
    const PlanBench& bench_;
    QDateEdit* day_;
    QComboBox *place_ = nullptr, *hours_ = nullptr, *theme_ = nullptr, *kind_ = nullptr, *crew_ = nullptr;
    WordsLabel* price_;
    QPushButton* add_ = nullptr;
};

/// Nothing when the person thinks better of it.
[[nodiscard]] std::optional<AddCheck> ask_new_check(QWidget* over, const Speech&, const Project&, const PlanBench&,
                                                    std::uint32_t municipality, Date);

}  // namespace baken
