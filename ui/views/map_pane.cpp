#include "ui/views/map_pane.hpp"

#include "ui/views/density_legend.hpp"
#include "ui/views/look.hpp"
#include "ui/views/map/layer_panel.hpp"
#include "ui/views/map/map_view.hpp"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

namespace baken {

namespace {

constexpr std::size_t scene_in_job_from = 20000;  // events; fewer are drawn at once
constexpr double street_scale = 2.5;              // metres per pixel at which street names can be read
constexpr double surface_bandwidth_pixels = 24;

std::array<Rgba, density_classes> surface_colours(const Look& look) {
    std::array<Rgba, density_classes> colours;
    for (std::size_t i = 0; i < density_classes; ++i) {
        const QColor colour = look.step(static_cast<int>(i));
        colours[i] = {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
                      static_cast<std::uint8_t>(colour.blue()), 255};
    }
    return colours;
}

}  // namespace

MapPane::MapPane(Session& session, QWidget* parent) : QWidget(parent), session_(session), say_(session.say()) {
    setObjectName("map_pane");
    view_ = new MapView(say_, this);
    view_->setObjectName("map_view");
    side_ = new LayerPanel(view_->layers(), say_, this);
    side_->setObjectName("layer_panel");
    side_->setVisible(false);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(view_, 1);
    middle->addWidget(side_);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(make_tools());
    down->addWidget(surface_row_);
    down->addLayout(middle, 1);
    connect_view();
}

QToolButton* MapPane::add_tool(const QString& text, const QString& tip, const char* name, bool is_switch) {
    auto* tool = new QToolButton(tools_);
    tool->setText(text);
    tool->setToolTip(tip);
    tool->setAccessibleName(text);
    tool->setAccessibleDescription(tip);
    tool->setObjectName(name);
    tool->setCheckable(is_switch);
    tool->setAutoRaise(true);
    tool->setFocusPolicy(Qt::TabFocus);
    tools_->layout()->addWidget(tool);
    return tool;
}

QWidget* MapPane::make_tools() {
    tools_ = new QWidget(this);
    auto* across = new QHBoxLayout(tools_);
    across->setContentsMargins(gap_2, gap_1, gap_2, gap_1);
    across->setSpacing(gap_1);
    auto* whole = add_tool(say_("Hele regio", "Whole region"),
                           say_("Zoom tot alles te zien is (toets Home)", "Zoom until all can be seen (Home key)"),
                           "map_whole", false);
    measure_ = add_tool(say_("Meten", "Measure"),
                        say_("Klik punten op de kaart; Esc houdt op (M)", "Click points on the map; Esc ends (M)"),
                        "map_measure", true);
    surface_ = add_tool(say_("Dichtheid", "Density"),
                        say_("Hoe dicht de ongevallen of meldingen liggen", "How densely accidents or complaints lie"),
                        "map_surface", true);
    surface_row_ = new QWidget(this);
    surface_row_->setVisible(false);
    surface_of_ = new QComboBox(surface_row_);
    surface_of_->setObjectName("map_surface_of");
    surface_of_->setAccessibleName(say_("Dichtheid van", "Density of"));
    surface_of_->addItem(say_("ongevallen", "accidents"), static_cast<int>(DensityOf::accidents));
    surface_of_->addItem(say_("letselongevallen", "injury accidents"), static_cast<int>(DensityOf::injury_accidents));
    surface_of_->addItem(say_("meldingen", "complaints"), static_cast<int>(DensityOf::complaints));
    legend_ = new DensityLegend(say_, surface_row_);
    legend_->setVisible(false);
    auto* surface_across = new QHBoxLayout(surface_row_);
    surface_across->setContentsMargins(gap_3, 0, gap_2, gap_1);
    surface_across->addWidget(surface_of_);
    surface_across->addWidget(legend_);
    surface_across->addStretch(1);
    across->addStretch(1);
    layers_ =
        add_tool(say_("Lagen", "Layers"),
                 say_("Wat de kaart toont, en hoe sterk", "What the map shows, and how strongly"), "map_layers", true);

    connect(whole, &QToolButton::clicked, this, &MapPane::show_whole_region);
    connect(measure_, &QToolButton::toggled, view_, &MapView::set_measuring);
    connect(view_, &MapView::measuring_changed, measure_, &QToolButton::setChecked);
    connect(layers_, &QToolButton::toggled, side_, &QWidget::setVisible);
    connect(surface_, &QToolButton::toggled, this, &MapPane::set_surface);
    connect(surface_of_, &QComboBox::activated, this, &MapPane::ask_surface);
    return tools_;
}

void MapPane::connect_view() {
    connect(view_, &MapView::hotspot_selected, this, [this](const HotspotId& id) {
        if (!id.empty()) emit hotspot_chosen(id);
    });
    connect(view_, &MapView::check_selected, this, [this](const CheckId& id) {
        if (!id.empty()) emit check_chosen(id);
    });
    connect(view_, &MapView::stretch_selected, this, [this](const std::string& id) {
        if (!id.empty()) emit stretch_chosen(id);
    });
    connect(view_, &MapView::hotspot_moved, this, &MapPane::hotspot_moved);
    connect(view_, &MapView::view_changed, this, &MapPane::ask_pictures);
    connect(view_, &MapView::hovered, &session_, &Session::said);
    connect(view_, &MapView::context_menu_wanted, this,
            [this](QPoint global, MapPoint, const HotspotId& id) { show_menu(global, id); });
    connect(view_->layers(), &QAbstractItemModel::dataChanged, this, [this] {
        const bool shows_surface = view_->layers()->is_visible(MapLayers::surface);
        if (shows_surface != surface_->isChecked()) surface_->setChecked(shows_surface);
        ask_base_map();
    });
}

MapFilter MapPane::filter_of(const MapQuery& query) const {
    MapFilter filter;
    filter.chosen = query.choice.municipality;
    filter.events.municipality = query.choice.municipality;
    filter.events.road_manager = query.choice.road_manager;
    filter.events.theme = query.choice.theme;
    if (query.years.from != 0 || query.years.to != 0) {
        for (const int year : session_.project().years)
            if ((query.years.from == 0 || year >= query.years.from) && (query.years.to == 0 || year <= query.years.to))
                filter.events.years.push_back(year);
        if (query.years.from != 0) filter.events.from = make_date(query.years.from, 1, 1);
        if (query.years.to != 0) filter.events.to = make_date(query.years.to, 12, 31);
    }
    std::set<HotspotId> shown(query.shown.begin(), query.shown.end());
    if (shown.size() < session_.project().hotspots.size()) {
        filter.hotspot = [shown](const Hotspot& hotspot) { return shown.contains(hotspot.id); };
        std::set<std::size_t> places;
        for (std::size_t i = 0; i < session_.project().hotspots.size(); ++i)
            if (shown.contains(session_.project().hotspots[i].id)) places.insert(i);
        filter.check = [places](const Check& check) { return places.contains(check.hotspot); };
    }
    return filter;
}

void MapPane::show(const MapQuery& query) {
    query_ = query;
    const Project& project = session_.project();
    const MapFilter filter = filter_of(query);
    if (project.region->accidents.size() + project.region->complaints.size() < scene_in_job_from) {
        view_->show(map_scene(project, filter, view_->shown()));
        ask_surface();
        return;
    }
    scene_maker_.start(
        say_("Kaart tekenen", "Drawing the map"),
        [project, filter, before = view_->shown()](const Work&) { return map_scene(project, filter, before); },
        [this](MapScene scene) {
            view_->show(std::move(scene));
            ask_surface();
        });
}

void MapPane::show_whole_region() { view_->fit_region(); }

void MapPane::choose(const HotspotId& id) { view_->select_hotspot(id); }
void MapPane::choose_check(const CheckId& id) { view_->select_check(id); }

void MapPane::choose_stretch(const std::string& id) { view_->select_stretch(id); }

void MapPane::zoom_to_stretch(const std::string& id) {
    const MapStretch* stretch = view_->shown().findings->stretch(id);
    if (stretch == nullptr) return;
    const double margin = std::max(
        200.0, 0.4 * std::max(stretch->box.max_x - stretch->box.min_x, stretch->box.max_y - stretch->box.min_y));
    view_->fit({stretch->box.min_x - margin, stretch->box.min_y - margin, stretch->box.max_x + margin,
                stretch->box.max_y + margin});
}

void MapPane::centre_on(const HotspotId& id) {
    if (const MapHotspot* hotspot = view_->shown().hotspot(id)) {
        const double half_wide = view_->width() * street_scale / 2, half_high = view_->height() * street_scale / 2;
        view_->fit({hotspot->at.x - half_wide, hotspot->at.y - half_high, hotspot->at.x + half_wide,
                    hotspot->at.y + half_high});
    }
}

void MapPane::begin_move(const HotspotId& id) {
    view_->select_hotspot(id);
    view_->set_moving(true);
    view_->setFocus(Qt::OtherFocusReason);
    emit session_.said(say_("Sleep de schijf naar de plek om te staan, of gebruik de pijlen en Enter. Esc houdt op.",
                            "Drag the disc to the place to stand, or use the arrows and Enter. Esc ends."));
}

void MapPane::set_surface(bool is_shown) {
    surface_->setChecked(is_shown);
    surface_row_->setVisible(is_shown);
    if (!is_shown) legend_->setVisible(false);
    view_->layers()->set_visible(MapLayers::surface, is_shown);
    ask_surface();
}

bool MapPane::is_settled() const {
    return view_->is_settled() && !scene_maker_.is_busy() && !surface_maker_.is_busy() && !base_maker_.is_busy();
}

void MapPane::ask_pictures(const Box& rd, QSize pixels, double) {
    frame_ = {rd, pixels.width(), pixels.height()};
    ask_surface();
    ask_base_map();
}

void MapPane::ask_surface() {
    if (!surface_->isChecked() || !session_.has_project() || frame_.width <= 0 || frame_.height <= 0) return;
    const double metres_per_pixel = (frame_.box.max_x - frame_.box.min_x) / frame_.width;
    DensityOptions options{.colours = surface_colours(Look::of(palette())),
                           .bandwidth = Metres(std::max(150.0, metres_per_pixel * surface_bandwidth_pixels))};
    std::set<std::uint32_t> municipalities;
    if (query_.choice.municipality) municipalities.insert(*query_.choice.municipality);
    surface_maker_.start(
        say_("Dichtheid berekenen", "Working out the density"),
        [project = session_.project(), frame = frame_, options, municipalities,
         of = static_cast<DensityOf>(surface_of_->currentData().toInt())](const Work& work) {
            return density_image(density_points(project, of, municipalities), frame, options, work);
        },
        [this](const DensityImage& seen) {
            view_->set_raster(MapLayers::surface, qimage_of(seen.image), seen.image.box);
            legend_->show(seen.bounds, seen.bandwidth);
        });
}

void MapPane::set_base_maps() {
    base_maps_ = std::make_shared<BaseMapLayers>(session_.project().settings);
    for (const BaseMapLayers::Layer& layer : base_maps_->layers()) view_->layers()->add(layer.key, layer.name);
    ask_base_map();
}

void MapPane::ask_base_map() {
    if (base_maps_ == nullptr || frame_.width <= 0 || frame_.height <= 0) return;
    QStringList shown;
    for (const BaseMapLayers::Layer& layer : base_maps_->layers())
        if (view_->layers()->is_visible(layer.key)) shown << layer.key;
    if (shown.isEmpty()) return;
    base_maker_.start(
        say_("Achtergrondkaart tekenen", "Drawing the base map"),
        [maps = base_maps_, shown, frame = frame_](const Work& work) {
            return maps->draw(shown, frame.box, {frame.width, frame.height}, work);
        },
        [this](const std::vector<BaseMapLayers::Drawn>& drawn) {
            for (const BaseMapLayers::Drawn& one : drawn) {
                view_->set_raster(one.key, one.image, one.box);
                if (!one.trouble.isEmpty())
                    emit session_.said(say_("Achtergrondkaart: %1", "Base map: %1").arg(one.trouble));
            }
        });
}

void MapPane::show_menu(QPoint global, const HotspotId& id) {
    QMenu menu(this);
    if (!id.empty()) {
        menu.addAction(say_("Hierop inzoomen", "Zoom to this"), this, [this, id] { centre_on(id); });
        menu.addAction(say_("Aannemen", "Accept"), this, [this, id] {
            session_.perform(ReviewHotspot{.hotspot = id, .status = "accepted", .enforceable = {}, .remark = {}});
        });
        menu.addAction(say_("Verplaatsen", "Move"), this, [this, id] { begin_move(id); });
        menu.addSeparator();
    }
    menu.addAction(say_("Hele regio", "Whole region"), this, &MapPane::show_whole_region);
    menu.exec(global);
}

}  // namespace baken
