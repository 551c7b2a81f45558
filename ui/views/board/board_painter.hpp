#pragma once
/// Draws the board: what lies behind the checks, the checks, what hangs at the pointer, and the edges that do not
/// scroll.

#include "ui/models/plan_board.hpp"
#include "ui/models/plan_prices.hpp"
#include "ui/views/board/board_layout.hpp"
#include "ui/views/look.hpp"

#include <QFont>
#include <QPointF>
#include <QSize>

#include <optional>
#include <vector>

class QPainter;

namespace baken {

/// A check that is on its way to another day, by pointer or keys.
struct BoardCarry {
    CheckId id;
    BoardBox box;
    int from_day = 0, to_day = 0;
    std::vector<PricedChange> days;  ///< empty: not worked out yet
    std::optional<CheckId> swap_with;
    std::optional<PricedChange> swap;  ///< its price, once it is worked out
    QPointF pointer;                   ///< on the viewport; where the price is written

    /// What letting go here would cost; nothing while it is being worked out.
    [[nodiscard]] const PricedChange* price() const;
    [[nodiscard]] bool is_moved() const { return swap_with.has_value() || to_day != from_day; }
};

/// What the person is doing with the board.
struct BoardHand {
    bool has_focus = false;
    std::optional<CheckId> focused, hovered;
    std::optional<BoardCarry> carry;
    QString message;  ///< why something was impossible
    QPointF message_at;
};

class BoardPainter {
public:
    BoardPainter(QPainter&, const PlanBoard&, const BoardLayout&, const Look&, Speech, const QFont&, QSize viewport,
                 QPointF scroll);
    // In this order. The caller keeps the two pictures that take long, while the hand moves over them.
    void paint_still();                                       ///< everything but the checks
    void paint_under(const BoardHand&);                       ///< the days where a carried check could go
    void paint_tiles(const std::optional<CheckId>& carried);  ///< the checks, nothing around them
    void paint_over(const BoardHand&);                        ///< marks, the carried check, the note at the pointer

private:
    void clip_to_days();
    void paint_price(const BoardCarry&);
    void paint_background();
    void paint_row_lines();
    void paint_stretches();
    void paint_months();
    void paint_bands();
    void paint_days_of(const BoardCarry&);
    void paint_marks(const BoardHand&);
    void paint_tile(const BoardTile&, const QRectF&, bool is_hovered, double opacity);
    void paint_focus(const QRectF&);
    void paint_carried(const BoardCarry&);
    void paint_crews();
    void paint_weeks();
    void paint_names();
    void paint_counts();
    void paint_count(const BoardCount&, const QRectF&);
    void paint_bubble(QPointF at, const QString& heading, const QString& price, const QString& because, DayVerdict);

    [[nodiscard]] QRectF days_rect(Date from, Date to) const;  ///< content x, whole height of the rows
    [[nodiscard]] int day_of(Date day) const { return static_cast<int>((day - board_.first).count()); }

    QPainter& p_;
    const PlanBoard& board_;
    const BoardLayout& layout_;
    const Look& look_;
    Speech say_;
    QFont body_, small_, bold_;
    QSize viewport_;
    QPointF scroll_;
};

/// The sign of a verdict, besides its colour.
void draw_verdict(QPainter&, const QRectF& square, DayVerdict, const Look&);

}  // namespace baken
