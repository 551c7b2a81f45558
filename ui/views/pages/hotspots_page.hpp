#pragma once
/// Map and hotspots: the filter and the tables of hotspots and of stretches to the left, the map in the middle, the
/// chosen hotspot to the right. What is chosen in one is chosen in all.

#include <QWidget>

#include "model/edit.hpp"
#include "ui/models/hotspot_table.hpp"
#include "ui/models/session.hpp"
#include "ui/views/hotspots/filter_bar.hpp"

class QSplitter;
class QLabel;
class QPushButton;
class QTabWidget;

namespace baken {

class HotspotDetails;
class MapPane;
class StretchList;
class TableView;

class HotspotsPage : public QWidget {
    Q_OBJECT

public:
    HotspotsPage(Session&, QWidget* parent = nullptr);

    void show_project();  ///< another project
    void refresh();       ///< the same one after an edit

    void choose(const HotspotId&);
    void choose_check(const CheckId&);
    void choose_stretch(const std::string& id);  ///< shows the list of stretches
    [[nodiscard]] std::optional<HotspotId> chosen() const { return chosen_; }
    [[nodiscard]] QSplitter& splitter() { return *splitter_; }
    [[nodiscard]] MapPane& map() { return *map_; }
    [[nodiscard]] HotspotChoice choice() const { return filter_bar_->choice(); }
    /// Ids of the rows that are shown, and of those that are selected.
    [[nodiscard]] std::vector<HotspotId> shown_hotspots() const;
    [[nodiscard]] std::vector<HotspotId> selected_hotspots() const;

    void choose_municipality(std::uint32_t);
    void show_surface(bool is_shown);
    void set_plan_possible(bool);
    void zoom_to_chosen();
    void find();  ///< to the search field
    void accept_chosen();
    void reject_chosen();

signals:
    void check_chosen(const baken::CheckId&);
    void plan_asked();

private:
    [[nodiscard]] QWidget* make_left();
    void connect_parts();
    void filter_changed();
    void row_chosen();
    void show_details();

    void update_count();

    Session& session_;
    Speech say_;
    HotspotTable table_model_;
    HotspotFilter filter_;
    std::optional<HotspotId> chosen_;
    std::string chosen_stretch_;  ///< empty: none

    QSplitter* splitter_ = nullptr;
    FilterBar* filter_bar_ = nullptr;
    QTabWidget* lists_ = nullptr;
    TableView* table_ = nullptr;
    StretchList* stretches_ = nullptr;
    QLabel* count_ = nullptr;
    QPushButton* next_ = nullptr;
    MapPane* map_ = nullptr;
    HotspotDetails* details_ = nullptr;
    bool is_choosing_ = false;
};

}  // namespace baken
