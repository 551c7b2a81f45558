#pragma once
/// One layer of the map as an item of its scene.

#include "ui/views/map/map_view.hpp"

#include <QGraphicsItem>
#include <QGraphicsScene>
#include <QPainter>

namespace baken {

/// It draws in pixels, so that marks and letters keep their size.
class MapView::LayerItem : public QGraphicsItem {
public:
    LayerItem(const MapView* view, QString key) : view_(view), key_(std::move(key)) {}
    [[nodiscard]] QRectF boundingRect() const override { return scene() ? scene()->sceneRect() : QRectF(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        painter->save();
        painter->resetTransform();
        view_->paint_layer_faint(key_, *painter, view_->frame(), false);
        painter->restore();
    }

private:
    const MapView* view_;
    QString key_;
};

}  // namespace baken
