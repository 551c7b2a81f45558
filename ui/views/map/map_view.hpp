#pragma once
/// The map: a region with its roads, accidents, complaints, hotspots and checks, in RD metres with north up.
///
///     auto* map = new MapView(say, this);
///     map->show(map_scene(session->project(), filter, map->shown()));
///     connect(map, &MapView::hotspot_selected, table, &HotspotTable::select);    // an empty id: nothing is selected
///     connect(table, &HotspotTable::selected, map, &MapView::select_hotspot);    // says nothing back
///
/// Pictures from elsewhere (base map, density) are asked for by `view_changed` and may come as late as they like: the
/// one before is drawn, scaled, until then.
///
/// Keys: arrows, + and -, Home, N and P (next and previous hotspot), Enter (go to it), M (measure), L (legend), Esc.

#include <QGraphicsView>
#include <QHash>
#include <QImage>
#include <QTimer>

#include "ui/models/job_runner.hpp"
#include "ui/models/map_layers.hpp"
#include "ui/models/map_scene.hpp"
#include "ui/views/map/label_images.hpp"
#include "ui/views/map/map_frame.hpp"
#include "ui/views/map/map_hit.hpp"
#include "ui/views/map/map_overlay.hpp"
#include "ui/views/map/placement.hpp"

#include <optional>

namespace baken {

class MapView : public QGraphicsView {
    Q_OBJECT

public:
    explicit MapView(Speech say, QWidget* parent = nullptr);
    ~MapView() override;

    using QGraphicsView::show;
    /// Keeps place, zoom and selection; the first region that is shown is fitted.
    void show(MapScene scene);
    [[nodiscard]] const MapScene& shown() const { return shown_; }
    [[nodiscard]] MapLayers* layers() const { return layers_; }

    /// A picture for a layer of pictures (MapLayers::surface, base_map, or one that was added); a null picture takes it
    /// away.
    void set_raster(const QString& layer, const QImage& image, const baken::Box& rd);

    // Selection. None of these sends a signal.
    void select_hotspot(const HotspotId&);  ///< an empty id: none; goes there when it is out of view
    void select_check(const CheckId&);
    void select_stretch(const std::string& id);  ///< as a hotspot
    [[nodiscard]] const MapChoice& choice() const { return choice_; }

    void fit(const baken::Box& rd);
    void fit_region();
    void centre_on(MapPoint);
    void zoom_by(double factor, QPointF around);  ///< above 1: closer
    [[nodiscard]] MapFrame frame() const;
    [[nodiscard]] Placement placed() const;  ///< as drawn now
    [[nodiscard]] OverlayRects overlay() const;

    /// What is in view, for print and reports; with scale bar, north and legend.
    [[nodiscard]] QImage to_image(QSize pixels, double device_pixel_ratio = 1) const;

    [[nodiscard]] bool is_measuring() const { return is_measuring_; }
    [[nodiscard]] bool is_moving() const { return is_moving_; }
    [[nodiscard]] bool is_settled() const;  ///< no picture of roads and no name is still to come
    [[nodiscard]] const std::vector<MapPoint>& measured() const { return measured_; }

public slots:
    void set_measuring(bool);
    /// The chosen hotspot can be dragged, or moved by the arrows and confirmed with Enter.
    void set_moving(bool);
    void step_hotspot(int by);  ///< by rank, in the chosen municipality or in all
    void clear_selection();
    void set_legend_open(bool);

signals:
    void hotspot_selected(const baken::HotspotId&);  ///< by the user; empty: none any more
    void check_selected(const baken::CheckId&);
    void stretch_selected(const std::string& id);
    void hotspot_moved(const baken::HotspotId&, baken::MapPoint to);
    void hovered(const QString& text);  ///< what is under the pointer, or was stepped to; empty: nothing
    void position(baken::MapPoint);
    /// The view came to rest. `rd`: what is in view; `pixels`: of the device.
    void view_changed(const baken::Box& rd, QSize pixels, double metres_per_pixel);
    void context_menu_wanted(QPoint global, baken::MapPoint at, const baken::HotspotId& hotspot);
    void measuring_changed(bool);
    void moving_changed(bool);
    void measured_changed(double metres);

protected:
    void paintEvent(QPaintEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void focusOutEvent(QFocusEvent*) override;
    bool viewportEvent(QEvent*) override;

private:
    class LayerItem;
    /// A picture of a piece of the map; drawn where it belongs whatever the view has become.
    struct Picture {
        QImage image;
        baken::Box rd;
        double metres_per_pixel = 0;
    };
    struct PlacedFor {
        MapFrame frame;
        quint64 generation = 0;
        Placement placed;
    };

    [[nodiscard]] MapStyle style() const;
    [[nodiscard]] const Placement& placed_for(const MapFrame&) const;
    [[nodiscard]] OverlayContent overlay_content(const MapFrame&) const;
    [[nodiscard]] bool is_legend_open() const;
    [[nodiscard]] MapHit hit(QPointF pixel) const;
    [[nodiscard]] const PlacedDisc* chosen_disc_at(QPointF pixel) const;
    [[nodiscard]] bool is_in_view(MapPoint) const;

    void paint_layer(const QString& key, QPainter&, const MapFrame&, bool is_final) const;
    void paint_layer_faint(const QString& key, QPainter&, const MapFrame&, bool is_final) const;
    void paint_roads_of(QPainter&, const MapFrame&, bool is_final) const;
    void paint_names(QPainter&, const MapFrame&, bool is_final) const;
    void paint_tools(QPainter&, const MapFrame&) const;

    void look_at(MapPoint centre, double metres_per_pixel);
    void after_view_change();
    void came_to_rest();
    void redraw_picture();  ///< a picture has come
    void redraw();          ///< something else than the view has changed
    void sync_layers();
    void choose(const MapHit&);
    void say_hovered(const QString& text);
    void announce(const QString& text);
    void update_cursor(QPointF pixel);
    void pan_by(double right, double down);
    bool move_key(QKeyEvent*);
    void add_measured(MapPoint);
    void click(QPointF pixel);

    Speech say_;
    MapLayers* layers_;
    MapScene shown_;
    MapChoice choice_;
    bool was_fitted_ = false;
    MapPoint centre_{155000, 463000};
    double metres_per_pixel_ = 300;

    QHash<QString, LayerItem*> items_;
    QHash<QString, Picture> rasters_;
    Picture roads_;
    quint64 roads_generation_ = 0;  ///< of the ground for which `roads_` was asked
    JobRunner road_painter_;
    QTimer rest_;
    // Counted up by what changes: what is placed; the ground; the picture of all layers.
    quint64 generation_ = 1, ground_generation_ = 1, picture_generation_ = 1;
    /// All layers as last drawn: what moves over them, such as the coordinates, costs no new picture.
    struct Drawn {
        MapFrame frame;
        quint64 generation = 0;
        QImage image;
    };
    Drawn drawn_;
    mutable PlacedFor placed_;
    mutable LabelImages words_;
    mutable bool names_to_come_ = false;  ///< the picture lacks some, the next one has more

    std::optional<bool> legend_wish_;  ///< of the user; nothing: open where it takes little room
    bool is_measuring_ = false, is_moving_ = false;
    std::vector<MapPoint> measured_;
    std::optional<MapPoint> pointer_;  ///< nothing: the pointer is elsewhere
    QString hovered_;
    bool shows_focus_ = false;  ///< it came by the keyboard

    std::optional<QPointF> pressed_at_;
    MapPoint pressed_centre_;
    bool is_panning_ = false, is_dragging_disc_ = false;
};

}  // namespace baken
