#include "ui/views/map/layer_panel.hpp"

#include "ui/views/look.hpp"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace baken {

LayerPanel::LayerPanel(MapLayers* layers, Speech say, QWidget* parent)
    : QWidget(parent),
      layers_(layers),
      say_(say),
      list_(new QListView),
      opacity_(new QSlider(Qt::Horizontal)),
      opacity_words_(new QLabel),
      up_(new QToolButton),
      down_(new QToolButton) {
    list_->setModel(layers_);
    list_->installEventFilter(this);
    list_->setAccessibleName(say_("Kaartlagen", "Map layers"));
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->setDragDropOverwriteMode(false);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);

    opacity_->setRange(0, 100);
    opacity_->setPageStep(10);
    opacity_->setAccessibleName(say_("Dekking van de laag", "Opacity of the layer"));
    opacity_words_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const auto label = new QLabel(say_("De&kking", "&Opacity"));
    label->setBuddy(opacity_);

    const auto arrow = [this](QToolButton* button, Qt::ArrowType type, const QString& name, int by,
                              const QKeySequence& keys) {
        button->setArrowType(type);
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, keys.toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, this, [this, by] { move_current(by); });
    };
    arrow(up_, Qt::UpArrow, say_("Laag omhoog", "Layer up"), -1, QKeySequence(Qt::ALT | Qt::Key_Up));
    arrow(down_, Qt::DownArrow, say_("Laag omlaag", "Layer down"), 1, QKeySequence(Qt::ALT | Qt::Key_Down));

    auto* row = new QHBoxLayout;
    row->setSpacing(gap_2);
    row->addWidget(label);
    row->addWidget(opacity_, 1);
    row->addWidget(opacity_words_);
    row->addWidget(up_);
    row->addWidget(down_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap_2);
    column->addWidget(list_, 1);
    column->addLayout(row);

    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayerPanel::show_current);
    connect(layers_, &MapLayers::dataChanged, this, &LayerPanel::show_current);
    connect(layers_, &MapLayers::rowsMoved, this, &LayerPanel::show_current);
    connect(opacity_, &QSlider::valueChanged, this,
            [this](int percent) { layers_->setData(list_->currentIndex(), percent / 100.0, MapLayers::OpacityRole); });
    list_->setCurrentIndex(layers_->index(0));
    show_current();
}

bool LayerPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool is_arrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (is_arrow && key->modifiers() & Qt::AltModifier) {
            move_current(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LayerPanel::move_current(int by) {
    const int row = list_->currentIndex().row();
    if (row >= 0) layers_->moveRows({}, row, 1, {}, by < 0 ? row - 1 : row + 2);
}

void LayerPanel::show_current() {
    const QModelIndex now = list_->currentIndex();
    const double opacity = now.data(MapLayers::OpacityRole).toDouble();
    const QSignalBlocker quiet(opacity_);
    opacity_->setValue(qRound(opacity * 100));
    opacity_->setEnabled(now.isValid());
    // As wide as its longest text: the slider keeps its place.
    opacity_words_->setMinimumWidth(opacity_words_->fontMetrics().horizontalAdvance(say_.percent(1)));
    opacity_words_->setText(say_.percent(opacity));
    up_->setEnabled(now.row() > 0);
    down_->setEnabled(now.isValid() && now.row() + 1 < layers_->rowCount());
}

}  // namespace baken
