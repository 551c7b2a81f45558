#pragma once
/// The map with what belongs to it: a bar of tools, the list of layers, and the jobs that make its pictures.
///
///     map->show({.choice = filter->choice(), .years = filter->years(), .shown = ids});

#include <QWidget>

#include "ui/models/base_map_layers.hpp"
#include "ui/models/hotspot_table.hpp"
#include "ui/models/map_pictures.hpp"
#include "ui/models/map_scene.hpp"
#include "ui/models/session.hpp"
#include "ui/views/hotspots/filter_bar.hpp"

#include <memory>

class QComboBox;
class QToolButton;

namespace baken {

class DensityLegend;
class MapView;

/// What of the project the map shows.
struct MapQuery {
    HotspotChoice choice;
    YearSpan years;
    std::vector<HotspotId> shown;  ///< hotspots that the filter lets through
};

class MapPane : public QWidget {
    Q_OBJECT

public:
    MapPane(Session&, QWidget* parent = nullptr);

    void show(const MapQuery&);
    void show_whole_region();
    void set_base_maps();  ///< those of the project's settings
    void choose(const HotspotId&);
    void choose_check(const CheckId&);
    void choose_stretch(const std::string& id);
    void zoom_to_stretch(const std::string& id);
    void centre_on(const HotspotId&);  ///< close enough to see the streets
    void begin_move(const HotspotId&);
    void set_surface(bool is_shown);
    [[nodiscard]] MapView& view() { return *view_; }
    [[nodiscard]] bool is_settled() const;

signals:
    void hotspot_chosen(const baken::HotspotId&);
    void check_chosen(const baken::CheckId&);
    void stretch_chosen(const std::string& id);
    void hotspot_moved(const baken::HotspotId&, baken::MapPoint to);

private:
    [[nodiscard]] QWidget* make_tools();
    QToolButton* add_tool(const QString& text, const QString& tip, const char* name, bool is_switch);
    void connect_view();
    void ask_pictures(const Box& rd, QSize pixels, double metres_per_pixel);
    void ask_surface();
    void ask_base_map();
    void show_menu(QPoint global, const HotspotId&);
    [[nodiscard]] MapFilter filter_of(const MapQuery&) const;

    Session& session_;
    Speech say_;
    MapView* view_;
    QWidget *tools_ = nullptr, *side_ = nullptr, *surface_row_ = nullptr;
    QToolButton *surface_ = nullptr, *measure_ = nullptr, *layers_ = nullptr;
    QComboBox* surface_of_ = nullptr;
    DensityLegend* legend_ = nullptr;
    std::shared_ptr<BaseMapLayers> base_maps_;
    JobRunner scene_maker_, surface_maker_, base_maker_;
    MapQuery query_;
    ImageFrame frame_;
};

}  // namespace baken
