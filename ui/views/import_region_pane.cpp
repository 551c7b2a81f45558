#include "ui/views/import_region_pane.hpp"

#include "ui/views/import_table.hpp"
#include "ui/views/look.hpp"

#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace baken {

ImportRegionPane::ImportRegionPane(Speech say, Apply apply, QWidget* parent) : QWidget(parent), say_(say), model_(say) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap_3, 0, 0);
    layout->setSpacing(gap_2);

    auto* top = new QHBoxLayout;
    file_ = new QLabel(this);
    file_->setWordWrap(true);
    auto* choose = new QPushButton(say_("Ander bestand …", "Another file …"), this);
    choose->setAccessibleName(say_("Bestand met gemeentegrenzen kiezen", "Choose a file with boundaries"));
    top->addWidget(file_, 1);
    top->addWidget(choose, 0, Qt::AlignTop);

    auto* tools = new QHBoxLayout;
    filter_ = new QLineEdit(this);
    filter_->setPlaceholderText(say_("Zoek een gemeente", "Find a municipality"));
    filter_->setAccessibleName(filter_->placeholderText());
    filter_->setClearButtonEnabled(true);
    auto* all = new QPushButton(say_("Alle", "All"), this);
    auto* none = new QPushButton(say_("Geen", "None"), this);
    all->setAccessibleName(say_("Alle gemeenten aanvinken", "Tick all municipalities"));
    none->setAccessibleName(say_("Geen gemeente aanvinken", "Tick no municipality"));
    count_ = new QLabel(this);
    tools->addWidget(filter_, 1);
    tools->addWidget(count_);
    tools->addWidget(all);
    tools->addWidget(none);

    shown_.setSourceModel(&model_);
    shown_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    shown_.setFilterKeyColumn(-1);
    table_ = import_table(shown_, say_("Gemeenten van de regio", "Municipalities of the region"),
                          ImportMunicipalitiesModel::name, this);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);

    layout->addLayout(top);
    layout->addLayout(tools);
    layout->addWidget(table_, 1);
    apply_ = new QPushButton(say_("Gemeenten bewaren", "Keep these municipalities"), this);
    apply_->setAccessibleName(apply_->text());
    auto* bottom = new QHBoxLayout;
    bottom->addStretch(1);
    bottom->addWidget(apply_);
    layout->addLayout(bottom);
    apply_->setVisible(apply == Apply::button);
    apply_->setEnabled(false);

    connect(choose, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(
            this, say_("Gemeentegrenzen", "Boundaries"), QString(),
            say_("Kaartbestanden (*.geojson *.json *.gpkg *.shp *.fgb *.gml *.kml);;Alle bestanden (*)",
                 "Map files (*.geojson *.json *.gpkg *.shp *.fgb *.gml *.kml);;All files (*)"));
        if (!file.isEmpty()) emit file_chosen(file);
    });
    connect(filter_, &QLineEdit::textChanged, &shown_, &QSortFilterProxyModel::setFilterFixedString);
    connect(all, &QPushButton::clicked, this, [this] { model_.tick_all(true); });
    connect(none, &QPushButton::clicked, this, [this] { model_.tick_all(false); });
    connect(&model_, &ImportMunicipalitiesModel::ticks_changed, this, [this] {
        count();
        emit ticks_changed();
    });
    connect(apply_, &QPushButton::clicked, this, [this] {
        QStringList names;
        for (const auto& name : model_.chosen()) names << to_qt(name);
        emit applied(names);
    });
    dress();
}

void ImportRegionPane::show_file(const std::filesystem::path& file, bool is_there) {
    const QString name = to_qt(file.filename().string());
    file_->setText(file.empty() ? say_("Nog geen bestand gekozen.", "No file chosen yet.")
                   : is_there   ? name
                              : say_("⚠  %1 is er niet: %2", "⚠  %1 is not there: %2").arg(name, to_qt(file.string())));
    file_->setToolTip(to_qt(file.string()));
}

void ImportRegionPane::show_names(std::vector<MunicipalityName> names, const std::vector<std::string>& chosen) {
    model_.show(std::move(names), chosen);
    applied_.clear();
    for (const auto& name : model_.chosen()) applied_ << to_qt(name);
    fit_columns(*table_);
    count();
}

void ImportRegionPane::show_trouble(const QString& trouble) {
    file_->setText(QStringLiteral("⚠  ") + trouble);
    model_.show({}, {});
}

void ImportRegionPane::count() {
    count_->setText(say_("%1 van %2 aangevinkt", "%1 of %2 ticked")
                        .arg(say_.whole(model_.ticked()), say_.whole(model_.rowCount())));
    QStringList now;
    for (const auto& name : model_.chosen()) now << to_qt(name);
    apply_->setEnabled(model_.ticked() > 0 && now != applied_);
}

void ImportRegionPane::dress() {
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, Look::of(palette()).soft);
    count_->setPalette(soft);
}

void ImportRegionPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace baken
