#pragma once
/// The planning year as the calendar page shows it: a row of tiles per municipality, what lies behind them, and the
/// weeks of the crews.
///
///     board_view->show(plan_board(project, say));

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <QString>

#include <vector>

namespace baken {

struct BoardTile {
    CheckId id;
    std::uint32_t municipality = 0;
    Date date;
    int start = 0, end = 0;
    Theme theme = Theme::general_safety;
    CheckKind kind = CheckKind::targeted;
    CheckStatus status = CheckStatus::planned;
    bool is_locked = false;
    bool breaks_a_rule = false;  ///< it stands in a prohibition that fails
    double dark_share = 0;
    QString day;     ///< "12"
    QString hour;    ///< "21:30"
    QString name;    ///< "vr 12 mrt 21:30–23:30, Van Heemstraweg, Druten"
    QString story;   ///< all there is to tell, as rich text
    QString spoken;  ///< the same as plain text
};

struct BoardCount {
    bool is_asked = false;  ///< the rules ask for it
    int met = 0, required = 0;
    [[nodiscard]] bool is_met() const { return met >= required; }
};

struct BoardRow {
    QString name;
    std::vector<BoardTile> tiles;  ///< by date and hour
    BoardCount quota, dark;
};

/// A campaign or the day of the 24-hour action.
struct BoardBand {
    QString name;
    Date from, to;  ///< included, cut at the year
    Theme theme = Theme::general_safety;
    bool is_confirmed = true;
    bool is_region_day = false;
    QString story;
};

struct BoardStretch {
    Date from, to;  ///< included, cut at the year
    QString name;
};

struct BoardWeek {
    Date from, to;  ///< included, cut at the year
    int number = 0;
    int checks = 0;
    [[nodiscard]] bool is_over(int capacity) const { return checks > capacity; }
};

struct BoardCrew {
    QString name;
    int capacity = 0;  ///< checks a week; those of the 24-hour action are not counted
    std::vector<BoardWeek> weeks;
    std::vector<BoardStretch> away;
};

struct PlanBoard {
    int year = 0;
    Date first, last;
    std::vector<BoardRow> rows;  ///< index = municipality
    std::vector<BoardBand> bands;
    std::vector<BoardStretch> closed, school_holidays, dark_seasons;
    std::vector<BoardCrew> crews;  ///< without those that are there for the 24-hour action only

    [[nodiscard]] int days() const { return static_cast<int>((last - first).count()) + 1; }
    [[nodiscard]] const BoardTile* tile(const CheckId&) const;
};

[[nodiscard]] PlanBoard plan_board(const Project&, Speech);

}  // namespace baken
