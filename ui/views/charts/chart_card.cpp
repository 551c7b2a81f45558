#include "ui/views/charts/chart_card.hpp"

#include "ui/views/charts/mark_pointer.hpp"
#include "ui/views/look.hpp"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace baken {

namespace {

QLabel* plain_label(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);  // names of places may hold anything
    label->setWordWrap(true);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

void set_text_colour(QLabel* label, const QColor& colour) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

}  // namespace

ChartCard::ChartCard(Speech say, QWidget* parent)
    : QWidget(parent),
      say_(say),
      title_(plain_label(this)),
      sentence_(plain_label(this)),
      note_(plain_label(this)),
      layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(gap_1, gap_1, gap_1, gap_1);
    layout_->setSpacing(gap_1);
    layout_->addWidget(title_);
    layout_->addWidget(sentence_);
    layout_->addWidget(note_);
    layout_->addStretch(0);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copy = new QAction(say_("Kopiëren als tekst", "Copy as text"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ChartCard::copy_as_text);
    addAction(copy);
    ChartCard::restyle();
}

QString ChartCard::title() const { return title_->text(); }
QString ChartCard::note() const { return note_->text(); }
QString ChartCard::sentence() const { return sentence_->text(); }
void ChartCard::copy_as_text() const { QApplication::clipboard()->setText(numbers_.tab_separated()); }

void ChartCard::set_body(QWidget* body) {
    body_ = body;
    body_->setContextMenuPolicy(Qt::NoContextMenu);  // the card's own
    layout_->insertWidget(1, body_);
}

void ChartCard::set_pointers(const std::vector<MarkPointer*>& pointers) {
    pointers_.assign(pointers.begin(), pointers.end());
    here_ = 0;
    for (const auto& pointer : pointers_) {
        disconnect(pointer, &MarkPointer::current_changed, this, nullptr);  // a panel that stayed
        connect(pointer, &MarkPointer::current_changed, this, [this, pointer](int mark) {
            if (mark < 0 || !pointer) return describe({});
            const auto marks = pointer->marks();
            if (mark < static_cast<int>(marks.size())) describe(marks[static_cast<std::size_t>(mark)].text);
        });
    }
}

void ChartCard::set_content(ChartTable numbers, const std::string& instead, const std::string& note) {
    numbers_ = std::move(numbers);
    title_->setText(numbers_.title);
    sentence_->setText(to_qt(instead));
    sentence_->setVisible(!instead.empty());
    note_->setText(to_qt(note));
    note_->setVisible(instead.empty() && !note.empty());
    if (body_ != nullptr) body_->setVisible(instead.empty());
    setAccessibleName(numbers_.title);
    describe({});
    updateGeometry();
}

void ChartCard::describe(const QString& mark) {
    QStringList parts;
    if (!mark.isEmpty()) parts << mark;
    if (!sentence_->text().isEmpty())
        parts << sentence_->text();
    else {
        parts << numbers_.spoken();
        if (!note_->text().isEmpty()) parts << note_->text();
    }
    setAccessibleDescription(parts.join(QStringLiteral(". ")));
}

void ChartCard::restyle() {
    const Look look = Look::of(palette());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title_->setFont(bold);
    note_->setFont(secondary_font(font()));
    set_text_colour(title_, look.text);
    set_text_colour(note_, look.soft);
    set_text_colour(sentence_, look.soft);
    update();
}

void ChartCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
}

void ChartCard::walk(int step, bool is_row) {
    std::erase_if(pointers_, [](const auto& pointer) { return !pointer; });
    if (pointers_.empty() || !sentence_->text().isEmpty()) return;
    here_ = std::min(here_, pointers_.size() - 1);
    MarkPointer* pointer = pointers_[here_];
    const int count = static_cast<int>(pointer->marks().size());
    const bool changes_panel = is_row && pointer->row_length() == 0;
    const int next = pointer->current() < 0 ? 0 : pointer->current() + (is_row ? step * pointer->row_length() : step);
    if (!changes_panel && next >= 0 && next < count) return pointer->go_to(next);
    const auto other = static_cast<std::ptrdiff_t>(here_) + step;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(pointers_.size())) {
        if (pointer->current() < 0 && count > 0) pointer->go_to(0);
        return;
    }
    const int kept = changes_panel ? std::max(0, pointer->current()) : -1;
    pointer->go_to(-1);
    here_ = static_cast<std::size_t>(other);
    const int last = static_cast<int>(pointers_[here_]->marks().size()) - 1;
    pointers_[here_]->go_to(kept >= 0 ? std::min(kept, last) : step > 0 ? 0 : last);
}

void ChartCard::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left: return walk(-1, false);
        case Qt::Key_Right: return walk(1, false);
        case Qt::Key_Up: return walk(-1, true);
        case Qt::Key_Down: return walk(1, true);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (here_ < pointers_.size() && pointers_[here_]) pointers_[here_]->click_current();
            return;
        default: QWidget::keyPressEvent(event);
    }
}

void ChartCard::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    has_ring_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                event->reason() == Qt::ShortcutFocusReason;
    update();
}

void ChartCard::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    has_ring_ = false;
    if (here_ < pointers_.size() && pointers_[here_]) pointers_[here_]->go_to(-1);
    update();
}

void ChartCard::paintEvent(QPaintEvent*) {
    if (!has_ring_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Look::of(palette()).accent, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), gap_1, gap_1);
}

}  // namespace baken
