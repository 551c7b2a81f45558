#pragma once
/// One check of the plan as the panel beside the calendar tells it, and the day that it lies in.

#include "model/project.hpp"
#include "ui/models/plan_prices.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace baken {

/// Dark, twilight and day over a local day and, for a check past midnight, the next morning.
struct SunBar {
    enum class Light { dark, twilight, day };
    struct Part {
        int from = 0, to = 0;  ///< minutes of the day
        Light light = Light::day;
    };
    int until = 1440;  ///< minute at which the bar ends
    std::vector<Part> parts;
    int check_from = 0, check_to = 0;
    QString words;  ///< "zon op 07:12, onder 18:31, donker vanaf 19:03"
};

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

[[nodiscard]] SunBar sun_bar(Date, int start, int end, LonLat, Speech);

}  // namespace baken
