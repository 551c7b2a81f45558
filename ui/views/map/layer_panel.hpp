#pragma once
/// The list of layers beside the map: a box to show one, a slider for how strongly, dragged (or moved with Alt+Up and
/// Alt+Down) to another place.
///
///     auto* panel = new LayerPanel(map->layers(), say, this);

#include <QWidget>

#include "ui/models/map_layers.hpp"

class QLabel;
class QListView;
class QSlider;
class QToolButton;

namespace baken {

class LayerPanel : public QWidget {
    Q_OBJECT

public:
    LayerPanel(MapLayers* layers, Speech say, QWidget* parent = nullptr);

    [[nodiscard]] QListView* list() const { return list_; }
    [[nodiscard]] QSlider* slider() const { return opacity_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void move_current(int by);
    void show_current();

    MapLayers* layers_;
    Speech say_;
    QListView* list_;
    QSlider* opacity_;
    QLabel* opacity_words_;
    QToolButton* up_;
    QToolButton* down_;
};

}  // namespace baken
