#include "ui/views/pages/hotspots_page.hpp"

#include "ui/models/findings_lines.hpp"
#include "ui/views/hotspots/hotspot_details.hpp"
#include "ui/views/hotspots/review_form.hpp"
#include "ui/views/hotspots/stretch_list.hpp"
#include "ui/views/look.hpp"
#include "ui/views/map_pane.hpp"
#include "ui/views/table_view.hpp"

#include <QHeaderView>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace baken {

HotspotsPage::HotspotsPage(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), say_(session.say()), table_model_(say_), filter_(&table_model_) {
    setObjectName("hotspots_page");
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setObjectName("hotspots_splitter");
    splitter_->setChildrenCollapsible(false);
    map_ = new MapPane(session_, splitter_);
    details_ = new HotspotDetails(say_, splitter_);
    splitter_->addWidget(make_left());
    splitter_->addWidget(map_);
    splitter_->addWidget(details_);
    splitter_->setStretchFactor(1, 1);
    const int letter = fontMetrics().averageCharWidth();
    splitter_->setSizes({letter * 70, letter * 96, letter * 54});

    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->addWidget(splitter_);
    connect_parts();
}

QWidget* HotspotsPage::make_left() {
    auto* left = new QWidget(splitter_);
    filter_bar_ = new FilterBar(say_, left);
    lists_ = new QTabWidget(left);
    lists_->setObjectName("place_lists");
    lists_->setAccessibleName(say_("Aandachtslocaties en trajecten", "Hotspots and stretches"));
    lists_->setDocumentMode(true);
    table_ = new TableView(say_("Aandachtslocaties", "Hotspots"), lists_);
    stretches_ = new StretchList(say_, lists_);
    lists_->addTab(table_, say_("Aandachtslocaties", "Hotspots"));
    lists_->addTab(stretches_, say_("Trajecten", "Stretches"));
    table_->setObjectName("hotspot_table");
    table_->setModel(&filter_);
    // The name of a place says where it is, and the filter has the municipality.
    for (const int column : {HotspotTable::rank_range, HotspotTable::municipality})
        table_->setColumnHidden(column, true);
    count_ = new QLabel(left);
    count_->setFont(secondary_font(font()));
    auto* down = new QVBoxLayout(left);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(filter_bar_);
    next_ = new QPushButton(say_("Jaar plannen", "Plan the year"), left);
    next_->setObjectName("hotspots_next");
    next_->setAccessibleName(next_->text());
    connect(next_, &QPushButton::clicked, this, &HotspotsPage::plan_asked);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(gap_2, gap_2, gap_2, gap_2);
    foot->addWidget(count_, 1);
    foot->addWidget(next_);
    down->addWidget(lists_, 1);
    down->addLayout(foot);
    return left;
}

void HotspotsPage::connect_parts() {
    connect(filter_bar_, &FilterBar::changed, this, &HotspotsPage::filter_changed);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HotspotsPage::row_chosen);
    connect(table_, &QTableView::doubleClicked, this, [this] {
        if (chosen_) map_->centre_on(*chosen_);
    });
    connect(lists_, &QTabWidget::currentChanged, this, &HotspotsPage::update_count);
    connect(stretches_, &StretchList::chosen, this, &HotspotsPage::choose_stretch);
    connect(stretches_, &StretchList::zoom_asked, map_, &MapPane::zoom_to_stretch);
    connect(map_, &MapPane::stretch_chosen, this, &HotspotsPage::choose_stretch);
    connect(map_, &MapPane::hotspot_chosen, this, &HotspotsPage::choose);
    connect(map_, &MapPane::check_chosen, this, &HotspotsPage::check_chosen);
    connect(map_, &MapPane::hotspot_moved, this, [this](const HotspotId& id, MapPoint to) {
        session_.perform(MoveHotspot{id, to});
    });
    connect(details_, &HotspotDetails::edited, this, [this](const Edit& edit) { session_.perform(edit); });
    connect(details_, &HotspotDetails::move_asked, this, [this] {
        if (chosen_) map_->begin_move(*chosen_);
    });
}

void HotspotsPage::show_project() {
    chosen_.reset();
    chosen_stretch_.clear();
    table_model_.show(session_.project());
    stretches_->show(session_.project());
    table_->fit_columns(HotspotTable::place);
    filter_bar_->show(session_.project());  // says that the filter changed, and so fills the map
    map_->set_base_maps();
    map_->show_whole_region();
    // The first of the list is chosen, so that the page explains itself.
    if (filter_.rowCount() > 0) table_->selectRow(0);
    show_details();
}

void HotspotsPage::refresh() {
    const QScopedValueRollback choosing(is_choosing_, true);
    table_model_.show(session_.project());
    stretches_->show(session_.project());
    filter_changed();
    if (chosen_ && table_model_.row_of(*chosen_) < 0) chosen_.reset();
    if (chosen_) {
        const QModelIndex row = filter_.mapFromSource(table_model_.index(table_model_.row_of(*chosen_), 0));
        if (row.isValid()) table_->selectRow(row.row());
    }
    show_details();
}

void HotspotsPage::filter_changed() {
    filter_.choose(filter_bar_->choice());
    stretches_->filter(filter_bar_->choice().municipality, filter_bar_->choice().text);
    update_count();
    map_->show({.choice = filter_bar_->choice(), .years = filter_bar_->years(), .shown = shown_hotspots()});
    show_details();
}

void HotspotsPage::update_count() {
    if (lists_->currentWidget() == stretches_) {
        count_->setText(stretches_->count_words());
        return;
    }
    count_->setText(filter_.rowCount() == table_model_.rowCount()
                        ? say_("%1 aandachtslocaties", "%1 hotspots").arg(table_model_.rowCount())
                        : say_("%1 van %2 aandachtslocaties", "%1 of %2 hotspots")
                              .arg(filter_.rowCount())
                              .arg(table_model_.rowCount()));
}

void HotspotsPage::row_chosen() {
    if (is_choosing_) return;
    const QModelIndex current = table_->currentIndex();
    if (!current.isValid()) return;
    choose({from_qt(current.data(HotspotTable::id_role).toString())});
}

void HotspotsPage::choose(const HotspotId& id) {
    const int row = table_model_.row_of(id);
    if (row < 0) return;
    const QScopedValueRollback choosing(is_choosing_, true);
    chosen_ = id;
    chosen_stretch_.clear();
    lists_->setCurrentWidget(table_);
    const QModelIndex shown = filter_.mapFromSource(table_model_.index(row, HotspotTable::place));
    if (shown.isValid() && table_->currentIndex().row() != shown.row()) {
        table_->selectRow(shown.row());
        table_->scrollTo(shown);
    }
    map_->choose(id);
    show_details();
}

void HotspotsPage::choose_check(const CheckId& id) {
    for (const Check& check : session_.project().plan.checks)
        if (check.id == id) choose(session_.project().hotspots.at(check.hotspot).id);
    map_->choose_check(id);
}

void HotspotsPage::choose_stretch(const std::string& id) {
    const QScopedValueRollback choosing(is_choosing_, true);
    chosen_stretch_ = id;
    chosen_.reset();
    table_->clearSelection();
    table_->setCurrentIndex({});
    lists_->setCurrentWidget(stretches_);
    stretches_->choose(id);
    map_->choose_stretch(id);
    show_details();
}

void HotspotsPage::show_details() {
    if (!session_.has_project()) return;
    if (const QString words = stretch_words(session_.project(), chosen_stretch_, say_); !words.isEmpty()) {
        details_->show_nothing(words);
        return;
    }
    if (!chosen_) {
        details_->show_nothing(
            session_.project().hotspots.empty()
                ? say_("Er zijn nog geen aandachtslocaties.\nKies Aandachtslocaties zoeken (Ctrl+H).",
                       "There are no hotspots yet.\nChoose Find hotspots (Ctrl+H).")
                : say_("Kies een plek op de kaart of in de tabel.", "Choose a place on the map or in the table."));
        return;
    }
    details_->show(session_.project(), static_cast<std::size_t>(table_model_.row_of(*chosen_)), filter_bar_->years());
}

std::vector<HotspotId> HotspotsPage::shown_hotspots() const {
    std::vector<HotspotId> ids;
    for (int row = 0; row < filter_.rowCount(); ++row)
        ids.push_back({from_qt(filter_.index(row, 0).data(HotspotTable::id_role).toString())});
    return ids;
}

std::vector<HotspotId> HotspotsPage::selected_hotspots() const {
    std::vector<HotspotId> ids;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        ids.push_back({from_qt(index.data(HotspotTable::id_role).toString())});
    return ids;
}

void HotspotsPage::choose_municipality(std::uint32_t municipality) { filter_bar_->choose_municipality(municipality); }
void HotspotsPage::set_plan_possible(bool is_possible) { next_->setEnabled(is_possible); }
void HotspotsPage::show_surface(bool is_shown) { map_->set_surface(is_shown); }

void HotspotsPage::zoom_to_chosen() {
    if (!chosen_stretch_.empty()) map_->zoom_to_stretch(chosen_stretch_);
    if (chosen_) map_->centre_on(*chosen_);
}

void HotspotsPage::find() { filter_bar_->focus_text(); }

void HotspotsPage::accept_chosen() {
    for (const HotspotId& id : selected_hotspots())
        if (table_model_.hotspot(table_model_.row_of(id)).status != "accepted")
            session_.perform(ReviewHotspot{.hotspot = id, .status = "accepted", .enforceable = {}, .remark = {}});
}

void HotspotsPage::reject_chosen() {
    if (chosen_) details_->review().reject();
}

}  // namespace baken
