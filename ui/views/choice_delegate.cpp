#include "ui/views/choice_delegate.hpp"

#include "ui/views/look.hpp"

#include <QComboBox>
#include <QPainter>
#include <QTimer>

namespace baken {

ChoiceDelegate::ChoiceDelegate(std::function<QStringList()> choices, Gives gives, QString accessible_name,
                               QObject* parent)
    : QStyledItemDelegate(parent),
      choices_(std::move(choices)),
      gives_(gives),
      accessible_name_(std::move(accessible_name)) {}

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(accessible_name_);
    box->addItems(choices_());
    box->setMaxVisibleItems(20);
    auto* self = const_cast<ChoiceDelegate*>(this);  // Qt hands the editor to a const delegate, whose signals are not
    connect(box, &QComboBox::activated, self, [self, box] {
        emit self->commitData(box);
        emit self->closeEditor(box);
    });
    QTimer::singleShot(0, box, [box] { box->showPopup(); });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& at) const {
    auto* box = static_cast<QComboBox*>(editor);
    const QVariant value = at.data(Qt::EditRole);
    box->setCurrentIndex(gives_ == Gives::index ? value.toInt() : std::max(0, box->findText(value.toString())));
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& at) const {
    const auto* box = static_cast<const QComboBox*>(editor);
    if (gives_ == Gives::index)
        model->setData(at, box->currentIndex(), Qt::EditRole);
    else
        model->setData(at, box->currentIndex() == 0 ? QString() : box->currentText(), Qt::EditRole);
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& at) const {
    const bool can_change = at.flags().testFlag(Qt::ItemIsEditable);
    QStyleOptionViewItem narrow = option;
    const int arrow = can_change ? option.fontMetrics.height() : 0;
    // The background of the whole cell, the text of what is left of the arrow.
    QStyledItemDelegate::paint(painter, narrow, at);
    if (!can_change) return;
    const Look look = Look::of(option.palette);
    const bool is_selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(is_selected ? look.accent_text : look.soft, 1.5));
    const QPointF centre(option.rect.right() - arrow / 2.0, option.rect.center().y() + 1.0);
    const double half = option.fontMetrics.height() / 6.0;
    painter->drawPolyline(QPolygonF{centre + QPointF(-half, -half / 2), centre + QPointF(0, half / 2),
                                    centre + QPointF(half, -half / 2)});
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& at) const {
    QSize size = QStyledItemDelegate::sizeHint(option, at);
    size.rwidth() += option.fontMetrics.height() * 2;
    return size;
}

}  // namespace baken
