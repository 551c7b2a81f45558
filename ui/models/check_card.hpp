#pragma once
/// One check of the plan as the panel beside the calendar tells it, and the day that it lies in.

#include "model/project.hpp"
#include "output/sun_bar.hpp"
#include "ui/models/plan_prices.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace baken {

struct CheckCard {
    struct Line {
        QString label, text;
    };
    struct Clause {
        QString text;
        int met = 0, required = 0;
        bool is_met = true;
    };
    struct Block {
        QString name;  ///< "avond 21:30–23:30"
        int from = 0;
    };
    CheckId id;
    QString title, subtitle;
    std::vector<Line> lines;
    SunBar sun;
    QString sun_words;  ///< "zon op 07:12, onder 18:31; donker tot 06:39 en vanaf 19:03"
    std::vector<Clause> serves;
    QStringList breaks;  ///< rules that it breaks as it stands
    QString drop_price;  ///< "−3,1 % waarde"
    QStringList drop_breaks;
    QString fixed;  ///< why it cannot be changed; empty: it can
    bool is_locked = false;
    bool is_planned = true;  ///< neither done nor cancelled
    QString reason;
    Date date, first, last;  ///< of the check; of the year
    int start = 0;
    std::vector<Block> blocks;
};

/// Nothing for an unknown check.
[[nodiscard]] std::optional<CheckCard> check_card(const Project&, const PlanBench&, const CheckId&, Speech);

}  // namespace baken
