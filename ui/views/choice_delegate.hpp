#pragma once
/// A list to choose from, in a table's cell: opens at one click or key, and is drawn as what can be opened.

#include <QStringList>
#include <QStyledItemDelegate>

#include <functional>

namespace baken {

class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Gives { index, text };  ///< to setData; as text the first choice is empty

    ChoiceDelegate(std::function<QStringList()> choices, Gives, QString accessible_name, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override;
    void setEditorData(QWidget* editor, const QModelIndex&) const override;
    void setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex&) const override;
    void paint(QPainter*, const QStyleOptionViewItem&, const QModelIndex&) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override;

private:
    std::function<QStringList()> choices_;
    Gives gives_;
    QString accessible_name_;
};

}  // namespace baken
