#pragma once
/// The planning year in twelve columns, a row per municipality: checks are tiles that are dragged, or carried by keys,
/// to another day while their price and the rule that they break stand beside them.
///
///     view->show(plan_board(project, say));
///     view->set_bench(std::make_shared<const PlanBench>(plan_bench(project)), project.plan.checks);
///     connect(view, &PlanBoardView::move_asked, ...);     // the view itself changes nothing
///
/// A tile that is let go on the middle of another one asks for a swap; with Shift it never does.
///
/// Keys: arrows go from check to check; Alt with left and right carries the check by a day, with up and down by a week,
/// and letting go of Alt (or Enter, or a moment's rest) puts it down, Esc takes it back; L locks, Del drops, Ins adds,
/// Enter shows; Ctrl with + and - or the wheel zooms.

#include <QAbstractScrollArea>
#include <QPixmap>
#include <QTimer>

#include "ui/models/plan_board.hpp"
#include "ui/models/plan_prices.hpp"
#include "ui/models/job_runner.hpp"
#include "ui/views/board/board_painter.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace baken {

class PlanBoardView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit PlanBoardView(Speech, QWidget* parent = nullptr);

    void show(PlanBoard);
    using QWidget::show;
    void set_bench(std::shared_ptr<const PlanBench>, std::vector<Check>);

    /// Says at the chosen check why what was asked could not be done.
    void explain(const QString& why);
    void select(const CheckId&);  ///< focuses the tile and scrolls to it; says nothing
    [[nodiscard]] std::optional<CheckId> selected() const { return hand_.focused; }

    void set_zoom(double zoom);  ///< 1: the year fits the width
    [[nodiscard]] double zoom() const { return zoom_; }

    /// Where things stand on the viewport now, for tests and for whoever points at them.
    [[nodiscard]] QRect tile_rect(const CheckId&) const;
    [[nodiscard]] QPoint day_point(std::size_t row, Date) const;
    /// What is being carried, and what it would cost; nothing when nothing is or it is not known yet.
    [[nodiscard]] bool is_carrying() const { return hand_.carry.has_value(); }
    [[nodiscard]] std::optional<Date> carried_to() const;  ///< the day on which it would land now
    [[nodiscard]] std::optional<PricedChange> carried_price() const;
    [[nodiscard]] QString message() const { return hand_.message; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void selection_changed(const baken::CheckId& id);
    void move_asked(const baken::CheckId& id, baken::Date to);
    void swap_asked(const baken::CheckId& id, const baken::CheckId& with);
    void lock_asked(const baken::CheckId& id, bool is_locked);
    void drop_asked(const baken::CheckId& id);
    void add_asked(std::uint32_t municipality, baken::Date day);
    void details_asked(const baken::CheckId& id);
    /// `id` is empty on a free day; `at` is on the screen.
    void menu_asked(const baken::CheckId& id, std::uint32_t municipality, baken::Date day, const QPoint& at);
    void told(const QString& message);  ///< for the status line

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    bool event(QEvent*) override;
    bool viewportEvent(QEvent*) override;
    void changeEvent(QEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void keyReleaseEvent(QKeyEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;

private:
    struct Press {
        QPoint at;
        CheckId id;
        double grip = 0;  ///< from the middle of the tile's day to the pointer
    };

    void lay_out();
    void redraw();  ///< the kept pictures too
    template <class On>
    void keep_pictures(On&& on);
    void update_bars();
    [[nodiscard]] QPointF scroll() const;
    [[nodiscard]] QPointF content_at(QPointF viewport) const;
    [[nodiscard]] QPointF viewport_at(QPointF content) const;
    [[nodiscard]] const BoardBox* box_of(const CheckId&) const;
    [[nodiscard]] const BoardTile& tile_in(const BoardBox& box) const { return board_.rows[box.row].tiles[box.index]; }
    [[nodiscard]] const BoardBox* box_under(QPointF viewport) const;
    [[nodiscard]] bool is_on_days(QPointF viewport) const;
    [[nodiscard]] QString tip_at(QPointF viewport) const;
    [[nodiscard]] QString band_tip(QPointF in_header) const;
    [[nodiscard]] QString row_tip(const BoardRow&) const;
    [[nodiscard]] QString crew_tip(const BoardCrew&, double x) const;
    [[nodiscard]] QString day_tip(Date) const;
    void scroll_to(const QRectF& content);

    void focus_on(const CheckId&, bool tells);
    void step_focus(int by);
    void step_row(int by);
    void describe();

    void ask_prices(const CheckId&);
    void ask_swap_price();
    void lift(const BoardBox&, QPointF pointer);
    void carry_to(int day);
    void carry_over(QPointF pointer, bool may_swap);
    [[nodiscard]] int way_to_scroll(QPointF pointer) const;  ///< -1, 0 or 1
    void scroll_at_edge();
    void put_down();
    void take_back();
    void finish(const BoardCarry&);
    void say_no(const QString& why, QPointF at);
    void carry_by_key(int days);
    [[nodiscard]] bool handle_key(QKeyEvent*);

    Speech say_;
    PlanBoard board_;
    BoardLayout layout_;
    double zoom_ = 1;
    QPixmap still_, tiles_;  ///< as they were last drawn: all but the checks, and the checks
    QPointF pictured_at_;
    std::optional<CheckId> pictured_without_;  ///< the check that was carried then
    BoardHand hand_;
    std::optional<Press> press_;
    bool is_key_carry_ = false;
    bool is_waiting_to_finish_ = false;  ///< put down before its price was known

    std::shared_ptr<const PlanBench> bench_;
    std::shared_ptr<const std::vector<Check>> checks_;
    CheckId priced_;
    std::vector<PricedChange> prices_;
    JobRunner* day_prices_;
    JobRunner* swap_price_;
    QTimer rest_, message_time_, edge_time_;
};

}  // namespace baken
