#include "ui/views/charts/mark_pointer.hpp"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QWidget>

namespace baken {

namespace {

/// A tooltip takes a name with angle brackets for markup unless it is told.
QString as_tip(const QString& text) {
    return Qt::mightBeRichText(text) ? text.toHtmlEscaped().replace('\n', QStringLiteral("<br>")) : text;
}

}  // namespace

MarkPointer::MarkPointer(QWidget* surface, std::function<std::vector<Mark>()> marks)
    : QObject(surface), surface_(surface), marks_(std::move(marks)) {
    surface_->setMouseTracking(true);
    surface_->installEventFilter(this);
}

int MarkPointer::mark_at(QPointF position) const {
    const auto all = marks_();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].area.contains(position)) return static_cast<int>(i);
    return -1;
}

void MarkPointer::set_current(int mark) {
    if (mark == current_) return;
    current_ = mark;
    surface_->update();
    emit current_changed(mark);
}

void MarkPointer::go_to(int mark) {
    const auto all = marks_();
    if (mark < 0 || mark >= static_cast<int>(all.size())) {
        set_current(-1);
        QToolTip::hideText();
        return;
    }
    set_current(mark);
    const Mark& here = all[static_cast<std::size_t>(mark)];
    QToolTip::showText(surface_->mapToGlobal(here.area.bottomLeft().toPoint()), as_tip(here.text), surface_);
}

void MarkPointer::click_current() {
    if (current_ >= 0) emit clicked(current_);
}

bool MarkPointer::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseMove: set_current(mark_at(static_cast<QMouseEvent*>(event)->position())); break;
        case QEvent::Leave: set_current(-1); break;
        case QEvent::MouseButtonRelease: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->button() != Qt::LeftButton) break;
            if (const int mark = mark_at(mouse->position()); mark >= 0) {
                emit clicked(mark);
                return true;
            }
            break;
        }
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            if (const int mark = mark_at(QPointF(help->pos())); mark >= 0)
                QToolTip::showText(help->globalPos(), as_tip(marks_()[static_cast<std::size_t>(mark)].text), surface_);
            else
                QToolTip::hideText();
            return true;
        }
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace baken
