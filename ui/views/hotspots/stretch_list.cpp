#include "ui/views/hotspots/stretch_list.hpp"

#include "ui/models/findings_lines.hpp"
#include "ui/views/look.hpp"
#include "ui/views/table_view.hpp"

#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace baken {

StretchList::StretchList(Speech say, QWidget* parent)
    : QWidget(parent),
      say_(say),
      model_(say),
      filter_(&model_),
      table_(new TableView(say_("Trajecten", "Stretches of road"), this)),
      empty_(new QLabel(this)),
      region_(new QLabel(this)) {
    table_->setObjectName("stretch_table");
    table_->setModel(&filter_);
    // The tip of the name says the municipality and the method.
    for (const int column : {StretchTable::municipality, StretchTable::by_chance, StretchTable::method})
        table_->setColumnHidden(column, true);
    empty_->setObjectName("stretches_empty");
    region_->setObjectName("stretches_region");
    for (QLabel* words : {empty_, region_}) {
        words->setWordWrap(true);
        words->setMargin(gap_2);
        words->setTextFormat(Qt::PlainText);
    }
    region_->setFont(secondary_font(font()));
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(empty_);
    down->addWidget(table_, 1);
    down->addStretch(0);
    down->addWidget(region_);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &StretchList::row_chosen);
    connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& at) { emit zoom_asked(id_of(at)); });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& at) { emit zoom_asked(id_of(at)); });
}

void StretchList::show(const Project& project) {
    const QScopedValueRollback choosing(is_choosing_, true);
    model_.show(project);
    places_ = stretch_count_words(project, say_);
    const QString missing = no_stretches_words(project, say_);
    empty_->setText(missing);
    empty_->setVisible(!missing.isEmpty());
    table_->setVisible(missing.isEmpty());
    region_->setText(pattern_words(project, say_));
    region_->setVisible(!region_->text().isEmpty());
    if (missing.isEmpty()) table_->fit_columns(StretchTable::name);
}

void StretchList::filter(std::optional<std::uint32_t> municipality, const QString& text) {
    const QScopedValueRollback choosing(is_choosing_, true);
    filter_.choose(municipality, text);
}

void StretchList::choose(const std::string& id) {
    const QScopedValueRollback choosing(is_choosing_, true);
    const QModelIndex shown = filter_.mapFromSource(model_.index(model_.row_of(id), StretchTable::name));
    if (!shown.isValid()) return;
    table_->selectRow(shown.row());
    table_->scrollTo(shown);
}

QString StretchList::count_words() const {
    return filter_.rowCount() == model_.rowCount()
               ? places_
               : say_("%1 van %2", "%1 of %2").arg(filter_.rowCount()).arg(model_.rowCount());
}

std::string StretchList::id_of(const QModelIndex& at) const {
    return from_qt(at.data(StretchTable::id_role).toString());
}

void StretchList::row_chosen() {
    if (is_choosing_ || !table_->currentIndex().isValid()) return;
    emit chosen(id_of(table_->currentIndex()));
}

}  // namespace baken
