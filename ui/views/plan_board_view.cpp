#include "ui/views/plan_board_view.hpp"

#include <QEvent>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace baken {

namespace {

constexpr double least_zoom = 1, most_zoom = 8;
constexpr int rest_ms = 1200, message_ms = 6000, edge_ms = 30;

}  // namespace

PlanBoardView::PlanBoardView(Speech say, QWidget* parent)
    : QAbstractScrollArea(parent), say_(say), day_prices_(new JobRunner(this)), swap_price_(new JobRunner(this)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(say_("Jaarkalender van de controles", "Year calendar of the checks"));
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    rest_.setSingleShot(true);
    rest_.setInterval(rest_ms);
    connect(&rest_, &QTimer::timeout, this, [this] {
        if (is_key_carry_) put_down();
    });
    message_time_.setSingleShot(true);
    message_time_.setInterval(message_ms);
    connect(&message_time_, &QTimer::timeout, this, [this] {
        hand_.message.clear();
        viewport()->update();
    });
    edge_time_.setInterval(edge_ms);
    connect(&edge_time_, &QTimer::timeout, this, &PlanBoardView::scroll_at_edge);
    for (JobRunner* runner : {day_prices_, swap_price_})
        connect(runner, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& why) {
            if (outcome != JobOutcome::failed) return;
            priced_ = {};
            take_back();
            emit told(why);
        });
    describe();
}

void PlanBoardView::show(PlanBoard board) {
    take_back();
    board_ = std::move(board);
    hand_.hovered.reset();
    if (hand_.focused && board_.tile(*hand_.focused) == nullptr) hand_.focused.reset();
    lay_out();
    describe();
}

void PlanBoardView::set_bench(std::shared_ptr<const PlanBench> bench, std::vector<Check> checks) {
    take_back();
    bench_ = std::move(bench);
    checks_ = std::make_shared<const std::vector<Check>>(std::move(checks));
    day_prices_->cancel();
    swap_price_->cancel();
    priced_ = {};
    prices_.clear();
}

void PlanBoardView::select(const CheckId& id) { focus_on(id, false); }

void PlanBoardView::set_zoom(double zoom) {
    zoom_ = std::clamp(zoom, least_zoom, most_zoom);
    lay_out();
}

QRect PlanBoardView::tile_rect(const CheckId& id) const {
    const BoardBox* box = box_of(id);
    if (box == nullptr) return {};
    return QRectF(viewport_at(box->rect.topLeft()), box->rect.size()).toAlignedRect();
}

QPoint PlanBoardView::day_point(std::size_t row, Date day) const {
    const auto number = static_cast<int>((day - board_.first).count());
    return viewport_at({layout_.middle_of(number), layout_.rows[row].center().y()}).toPoint();
}

std::optional<Date> PlanBoardView::carried_to() const {
    if (!hand_.carry) return std::nullopt;
    return board_.first + std::chrono::days{hand_.carry->to_day};
}

std::optional<PricedChange> PlanBoardView::carried_price() const {
    const PricedChange* price = hand_.carry ? hand_.carry->price() : nullptr;
    return price == nullptr ? std::nullopt : std::optional(*price);
}

QSize PlanBoardView::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 150, metrics.height() * 30};
}

QSize PlanBoardView::minimumSizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 60, metrics.height() * 12};
}

void PlanBoardView::lay_out() {
    if (board_.rows.empty()) {
        layout_ = {};
    } else {
        layout_ = BoardLayout(board_, font(), viewport()->size(), zoom_);
    }
    update_bars();
    redraw();
}

void PlanBoardView::redraw() {
    still_ = {};
    viewport()->update();
}

void PlanBoardView::update_bars() {
    const QSize room = viewport()->size();
    const auto set = [](QScrollBar* bar, double content, double page) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(content - page))));
        bar->setPageStep(std::max(1, static_cast<int>(page)));
        bar->setSingleStep(24);
    };
    set(horizontalScrollBar(), layout_.year_width, room.width() - layout_.left - layout_.right);
    set(verticalScrollBar(), layout_.height, room.height() - layout_.header - layout_.foot);
}

QPointF PlanBoardView::scroll() const {
    return {static_cast<double>(horizontalScrollBar()->value()), static_cast<double>(verticalScrollBar()->value())};
}

QPointF PlanBoardView::content_at(QPointF at) const { return at - QPointF(layout_.left, layout_.header) + scroll(); }
QPointF PlanBoardView::viewport_at(QPointF at) const { return at + QPointF(layout_.left, layout_.header) - scroll(); }

bool PlanBoardView::is_on_days(QPointF at) const {
    return !board_.rows.empty() && at.x() >= layout_.left && at.x() < viewport()->width() - layout_.right &&
           at.y() >= layout_.header && at.y() < viewport()->height() - layout_.foot;
}

const BoardBox* PlanBoardView::box_of(const CheckId& id) const {
    for (const BoardBox& box : layout_.tiles)
        if (tile_in(box).id == id) return &box;
    return nullptr;
}

const BoardBox* PlanBoardView::box_under(QPointF at) const {
    return is_on_days(at) ? layout_.tile_at(content_at(at)) : nullptr;
}

void PlanBoardView::scroll_to(const QRectF& content) {
    const auto reach = [](QScrollBar* bar, double from, double to, double page) {
        if (from - 8 < bar->value()) bar->setValue(static_cast<int>(from - 8));
        if (to + 8 > bar->value() + page) bar->setValue(static_cast<int>(to + 8 - page));
    };
    reach(horizontalScrollBar(), content.left(), content.right(), viewport()->width() - layout_.left - layout_.right);
    reach(verticalScrollBar(), content.top(), content.bottom(), viewport()->height() - layout_.header - layout_.foot);
}

void PlanBoardView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    const Look look = Look::of(palette());
    if (board_.rows.empty()) {
        painter.fillRect(viewport()->rect(), look.surface);
        painter.setPen(look.soft);
        painter.drawText(viewport()->rect().adjusted(gap_6, gap_6, -gap_6, -gap_6), Qt::AlignCenter | Qt::TextWordWrap,
                         say_("Er is nog geen planning. Plan het jaar om hier de controles te zien.",
                              "There is no plan yet. Plan the year to see its checks here."));
        return;
    }
    const auto on = [&](QPainter& p) {
        return BoardPainter(p, board_, layout_, look, say_, font(), viewport()->size(), scroll());
    };
    keep_pictures(on);
    BoardPainter board = on(painter);
    painter.drawPixmap(0, 0, still_);
    board.paint_under(hand_);
    painter.drawPixmap(0, 0, tiles_);
    board.paint_over(hand_);
}

template <class On>
void PlanBoardView::keep_pictures(On&& on) {
    const double pixels = viewport()->devicePixelRatioF();
    const std::optional<CheckId> carried = hand_.carry ? std::optional(hand_.carry->id) : std::nullopt;
    const bool is_still = !still_.isNull() && pictured_at_ == scroll() && still_.devicePixelRatioF() == pixels;
    const auto blank = [&] {
        QPixmap picture(viewport()->size() * pixels);
        picture.setDevicePixelRatio(pixels);
        picture.fill(Qt::transparent);
        return picture;
    };
    if (!is_still) {
        still_ = blank();
        QPainter painter(&still_);
        on(painter).paint_still();
    }
    if (!is_still || pictured_without_ != carried) {
        tiles_ = blank();
        QPainter painter(&tiles_);
        on(painter).paint_tiles(carried);
    }
    pictured_at_ = scroll();
    pictured_without_ = carried;
}

void PlanBoardView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    lay_out();
}

void PlanBoardView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) lay_out();
    if (event->type() == QEvent::PaletteChange) redraw();
}

QString PlanBoardView::tip_at(QPointF at) const {
    if (board_.rows.empty()) return {};
    const bool is_between = at.x() >= layout_.left && at.x() < viewport()->width() - layout_.right;
    const QPointF content = content_at(at);
    if (at.y() < layout_.header) return is_between ? band_tip({content.x(), at.y()}) : QString();
    const QPointF in_crews(content.x(), at.y() - layout_.crews_top(viewport()->height(), scroll().y()));
    for (std::size_t c = 0; c < layout_.crews.size(); ++c)
        if (is_between && layout_.crews[c].contains(in_crews)) return crew_tip(board_.crews[c], content.x());
    const auto row = layout_.row_at(content.y());
    if (!row || at.y() >= viewport()->height() - layout_.foot) return {};
    if (!is_between) return row_tip(board_.rows[*row]);
    if (const BoardBox* box = box_under(at)) return tile_in(*box).story;
    return day_tip(board_.first + std::chrono::days{layout_.day_at(content.x())});
}

QString PlanBoardView::band_tip(QPointF in_header) const {
    for (std::size_t i = 0; i < layout_.bands.size(); ++i)
        if (layout_.bands[i].contains(in_header)) return board_.bands[i].story;
    return {};
}

QString PlanBoardView::row_tip(const BoardRow& row) const {
    QString text = row.name;
    if (row.quota.is_asked)
        text +=
            say_("\nnorm: %1 van %2 controles", "\nquota: %1 of %2 checks").arg(row.quota.met).arg(row.quota.required);
    if (row.dark.is_asked)
        text += say_("\ndonkere dagen: %1 van %2", "\ndark days: %1 of %2").arg(row.dark.met).arg(row.dark.required);
    return text;
}

QString PlanBoardView::crew_tip(const BoardCrew& crew, double x) const {
    const Date day = board_.first + std::chrono::days{layout_.day_at(x)};
    for (const BoardStretch& away : crew.away)
        if (away.from <= day && day <= away.to)
            return say_("%1 is er niet: %2", "%1 is away: %2").arg(crew.name, away.name);
    for (const BoardWeek& week : crew.weeks)
        if (week.from <= day && day <= week.to)
            return say_("%1, week %2: %3 van ten hoogste %4 controles", "%1, week %2: %3 of at most %4 checks")
                .arg(crew.name)
                .arg(week.number)
                .arg(week.checks)
                .arg(crew.capacity);
    return crew.name;
}

QString PlanBoardView::day_tip(Date day) const {
    QString text = say_.day(day);
    const auto add = [&](const std::vector<BoardStretch>& all, const QString& pattern) {
        for (const BoardStretch& one : all)
            if (one.from <= day && day <= one.to) text += "\n" + pattern.arg(one.name);
    };
    add(board_.closed, say_("%1: gesloten dag", "%1: closed day"));
    add(board_.school_holidays, say_("schoolvakantie: %1", "school holiday: %1"));
    add(board_.dark_seasons, say_("seizoen: %1", "season: %1"));
    for (const BoardBand& band : board_.bands)
        if (band.from <= day && day <= band.to) text += "\n" + band.story;
    return text + say_("\nDubbelklik om hier een controle toe te voegen.", "\nDouble-click to add a check here.");
}

bool PlanBoardView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = hand_.carry ? QString() : tip_at(help->pos());
        tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && hand_.hovered) {
        hand_.hovered.reset();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PlanBoardView::focus_on(const CheckId& id, bool tells) {
    const BoardBox* box = box_of(id);
    if (box == nullptr) return;
    const bool is_other = hand_.focused != id;
    hand_.focused = id;
    scroll_to(box->rect);
    describe();
    viewport()->update();
    if (is_other && tells) emit selection_changed(id);
}

void PlanBoardView::describe() {
    const BoardTile* tile = hand_.focused ? board_.tile(*hand_.focused) : nullptr;
    if (hand_.carry && hand_.carry->is_moved()) {
        const PricedChange* price = hand_.carry->price();
        const QString day = say_.day(board_.first + std::chrono::days{hand_.carry->to_day});
        setAccessibleDescription(price == nullptr ? day : QStringList{day, price->price, price->because}.join(". "));
    } else if (tile != nullptr) {
        setAccessibleDescription(tile->spoken);
    } else {
        setAccessibleDescription(
            say_("Kies met de pijltjestoetsen een controle.", "Choose a check with the arrow keys."));
    }
}

void PlanBoardView::step_focus(int by) {
    if (layout_.tiles.empty()) return;
    std::size_t at = 0;
    if (hand_.focused) {
        const BoardBox* box = box_of(*hand_.focused);
        const auto count = static_cast<std::ptrdiff_t>(layout_.tiles.size());
        const auto next =
            std::clamp<std::ptrdiff_t>((box == nullptr ? 0 : box - layout_.tiles.data()) + by, 0, count - 1);
        at = static_cast<std::size_t>(next);
    }
    focus_on(tile_in(layout_.tiles[at]).id, true);
}

void PlanBoardView::step_row(int by) {
    const BoardBox* from = hand_.focused ? box_of(*hand_.focused) : nullptr;
    if (from == nullptr) return step_focus(0);
    // The nearest day of the next row that has checks.
    const BoardBox* best = nullptr;
    for (const BoardBox& box : layout_.tiles) {
        const bool is_beyond = by > 0 ? box.row > from->row : box.row < from->row;
        if (!is_beyond) continue;
        const auto rank = [&](const BoardBox& one) {
            return std::pair(by > 0 ? one.row : board_.rows.size() - one.row, std::abs(one.rect.x() - from->rect.x()));
        };
        if (best == nullptr || rank(box) < rank(*best)) best = &box;
    }
    if (best != nullptr) focus_on(tile_in(*best).id, true);
}

}  // namespace baken
