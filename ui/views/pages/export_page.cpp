#include "ui/views/pages/export_page.hpp"

#include "ui/views/look.hpp"
#include "ui/views/words_label.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

#include <set>

namespace baken {

namespace {

std::filesystem::path path_of(const QString& text) { return {from_qt(text)}; }

/// A panel with its title above it.
QWidget* titled(const QString& title, QWidget* inside, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* head = new QLabel(title, box);
    head->setFont(heading_font(parent->font()));
    auto* frame = new QFrame(box);
    frame->setFrameShape(QFrame::StyledPanel);
    auto* within = new QVBoxLayout(frame);
    within->setContentsMargins(0, 0, 0, 0);
    within->addWidget(inside);
    auto* down = new QVBoxLayout(box);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(gap_2);
    down->addWidget(head);
    down->addWidget(frame, 1);
    return box;
}

void fill(QComboBox* combo, const std::vector<ExportWord>& words) {
    for (const ExportWord& word : words) {
        combo->addItem(word.name, word.code);
        combo->setItemData(combo->count() - 1, word.ending, Qt::UserRole + 1);
    }
}

}  // namespace

ExportPage::ExportPage(Session& session, QWidget* parent) : QWidget(parent), session_(session), say_(session.say()) {
    setObjectName("export_page");
    auto* across = new QHBoxLayout;
    across->setSpacing(gap_6);
    across->addWidget(make_pack(), 1);
    across->addWidget(make_layer(), 1);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(gap_6, gap_6, gap_6, gap_4);
    down->setSpacing(gap_6);
    down->addLayout(across);
    down->addWidget(make_written(), 1);
    update_parts();
}

QComboBox* ExportPage::make_combo(const QString& name, const char* object_name) {
    auto* combo = new QComboBox(this);
    combo->setObjectName(object_name);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(12);
    return combo;
}

QWidget* ExportPage::make_pack() {
    auto* box = new QWidget(this);
    pack_list_ = new WordsLabel({}, box);
    folder_ = new QLineEdit(box);
    folder_->setObjectName("export_folder");
    folder_->setAccessibleName(say_("Map voor het pakket", "Folder for the pack"));
    auto* choose = new QPushButton(say_("Kiezen…", "Choose…"), box);
    choose->setObjectName("export_choose");
    choose->setAccessibleName(say_("Map kiezen", "Choose the folder"));
    write_pack_ = new QPushButton(say_("Pakket schrijven", "Write the pack"), box);
    write_pack_->setObjectName("export_pack");
    write_pack_->setAccessibleName(write_pack_->text());
    write_pack_->setDefault(true);
    has_pdf_ = new QCheckBox(say_("Ook PDF en Word van de pagina's", "Pages as PDF and Word too"), box);
    has_pdf_->setObjectName("export_pdf");
    has_pdf_->setAccessibleName(has_pdf_->text());
    has_pdf_->setChecked(true);
    by_municipality_ = new QCheckBox(
        say_("Een map per gemeente, om over te dragen", "A folder for each municipality, to hand over"), box);
    by_municipality_->setObjectName("export_by_municipality");
    by_municipality_->setAccessibleName(by_municipality_->text());
    auto* where = new QHBoxLayout;
    where->addWidget(folder_, 1);
    where->addWidget(choose);
    auto* down = new QVBoxLayout(box);
    down->setContentsMargins(gap_4, gap_4, gap_4, gap_4);
    down->setSpacing(gap_3);
    down->addWidget(pack_list_);
    down->addStretch(1);
    down->addWidget(by_municipality_);
    down->addWidget(has_pdf_);
    down->addLayout(where);
    down->addWidget(write_pack_, 0, Qt::AlignRight);
    connect(choose, &QPushButton::clicked, this, &ExportPage::ask_folder);
    connect(write_pack_, &QPushButton::clicked, this, &ExportPage::write_pack);
    return titled(say_("Het hele pakket", "The whole pack"), box, this);
}

QWidget* ExportPage::make_layer() {
    auto* box = new QWidget(this);
    layer_ = make_combo(say_("Laag", "Layer"), "export_layer");
    format_ = make_combo(say_("Formaat", "Format"), "export_format");
    profile_ = make_combo(say_("Voor wie", "For whom"), "export_profile");
    municipality_ = make_combo(say_("Gemeente", "Municipality"), "export_municipality");
    theme_ = make_combo(say_("Thema", "Theme"), "export_theme");
    status_ = make_combo(say_("Status van de rijen", "Status of the rows"), "export_status");
    fill(format_, export_formats(say_));
    fill(profile_, export_profiles(say_));
    offer_layers();
    theme_->addItem(say_("alle thema's", "all themes"), QString());
    for (const Theme theme : all_themes) theme_->addItem(to_qt(name_of(theme, say_.language())), to_qt(code_of(theme)));
    all_ = new QRadioButton(say_("alles", "all"), box);
    only_shown_ = new QRadioButton(say_("wat gefilterd is", "what is filtered"), box);
    only_selected_ = new QRadioButton(say_("wat gekozen is", "what is selected"), box);
    all_->setChecked(true);
    auto* which = new QHBoxLayout;
    for (QRadioButton* button : {all_, only_shown_, only_selected_}) {
        button->setAccessibleName(button->text());
        which->addWidget(button);
    }
    which->addStretch(1);
    write_layer_ = new QPushButton(say_("Laag schrijven…", "Write the layer…"), box);
    write_layer_->setObjectName("export_layer_write");
    write_layer_->setAccessibleName(write_layer_->text());
    auto* form = new QFormLayout(box);
    form->setContentsMargins(gap_4, gap_4, gap_4, gap_4);
    form->setVerticalSpacing(gap_2);
    form->setHorizontalSpacing(gap_4);
    form->addRow(say_("Laag", "Layer"), layer_);
    form->addRow(say_("Formaat", "Format"), format_);
    form->addRow(say_("Voor wie", "For whom"), profile_);
    form->addRow(say_("Gemeente", "Municipality"), municipality_);
    form->addRow(say_("Thema", "Theme"), theme_);
    form->addRow(say_("Status", "Status"), status_);
    form->addRow(say_("Rijen", "Rows"), which);
    auto* last = new QHBoxLayout;
    last->addStretch(1);
    last->addWidget(write_layer_);
    form->addRow(last);
    offer_statuses();
    connect(profile_, &QComboBox::currentIndexChanged, this, &ExportPage::offer_layers);
    connect(layer_, &QComboBox::currentIndexChanged, this, &ExportPage::offer_statuses);
    connect(layer_, &QComboBox::currentIndexChanged, this, &ExportPage::update_parts);
    connect(write_layer_, &QPushButton::clicked, this, &ExportPage::ask_layer_file);
    return titled(say_("Eén laag", "One layer"), box, this);
}

/// The public gets layers of its own.
void ExportPage::offer_layers() {
    const Profile profile = *profile_from(from_qt(profile_->currentData().toString()));
    const QVariant chosen = layer_->currentData();
    layer_->clear();
    fill(layer_, export_layers(profile, say_));
    const int again = layer_->findData(chosen);
    layer_->setCurrentIndex(std::max(0, again >= 0 ? again : layer_->findData(QStringLiteral("hotspots"))));
}

QWidget* ExportPage::make_written() {
    auto* box = new QWidget(this);
    written_ = new QListWidget(box);
    written_->setObjectName("export_written");
    written_->setAccessibleName(say_("Geschreven bestanden; Enter opent", "Files written; Enter opens"));
    written_->setFrameShape(QFrame::NoFrame);
    auto* down = new QVBoxLayout(box);
    down->addWidget(written_);
    connect(written_, &QListWidget::itemActivated, this, [](const QListWidgetItem* item) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(item->data(Qt::UserRole).toString()));
    });
    nothing_written_ =
        new WordsLabel(say_("Nog niets geschreven. Wat u schrijft, staat hier; Enter of dubbelklikken opent het.",
                            "Nothing written yet. What you write is listed here; Enter or a double click opens it."),
                       box);
    nothing_written_->setAlignment(Qt::AlignCenter);
    down->insertWidget(0, nothing_written_);
    written_->setVisible(false);
    return titled(say_("Geschreven", "Written"), box, this);
}

void ExportPage::show_project() {
    const Project& project = session_.project();
    pack_list_->setText(pack_words(project, say_));
    if (folder_->text().isEmpty()) {
        const std::filesystem::path beside = session_.file().parent_path() / "uitvoer";
        folder_->setText(QDir::toNativeSeparators(QString::fromStdString(beside.string())));
    }
    const QVariant chosen = municipality_->currentData();
    municipality_->clear();
    municipality_->addItem(say_("alle gemeenten", "all municipalities"), QString());
    for (const Municipality& municipality : project.region->municipalities)
        municipality_->addItem(to_qt(municipality.name), to_qt(municipality.code.text));
    municipality_->setCurrentIndex(std::max(0, municipality_->findData(chosen)));
    update_parts();
}

void ExportPage::set_choice(std::function<std::vector<HotspotId>()> shown,
                            std::function<std::vector<HotspotId>()> selected) {
    shown_ = std::move(shown);
    selected_ = std::move(selected);
}

void ExportPage::update_parts() {
    const bool has_project = session_.has_project();
    write_pack_->setEnabled(has_project);
    write_layer_->setEnabled(has_project);
    const QString layer = layer_->currentData().toString();
    const bool is_of_places = layer == "hotspots" || layer == "checks";
    theme_->setEnabled(is_of_places || layer == "complaints");
    for (QRadioButton* button : {only_shown_, only_selected_}) button->setEnabled(is_of_places);
    if (!is_of_places) all_->setChecked(true);
}

void ExportPage::offer_statuses() {
    status_->clear();
    status_->addItem(say_("elke status", "any status"), QString());
    fill(status_, export_statuses(from_qt(layer_->currentData().toString()), say_));
    status_->setEnabled(status_->count() > 1);
}

void ExportPage::ask_folder() {
    const QString folder = QFileDialog::getExistingDirectory(this, say_("Map voor het pakket", "Folder for the pack"),
                                                             QFileInfo(folder_->text()).path());
    if (!folder.isEmpty()) folder_->setText(QDir::toNativeSeparators(folder));
}

void ExportPage::write_pack() {
    const QDir folder(folder_->text());
    Overwrite overwrite = Overwrite::no;
    if (folder.exists() && !folder.isEmpty()) {
        QMessageBox box(QMessageBox::NoIcon, QStringLiteral("Baken"),
                        say_("De map is niet leeg", "The folder is not empty"), QMessageBox::NoButton, this);
        box.setObjectName("export_overwrite");
        box.setInformativeText(
            say_("Wat een eerder pakket in %1 schreef, wordt vervangen of opgeruimd; uw eigen bestanden blijven staan.",
                 "What an earlier pack wrote into %1 is replaced or cleared; your own files stay.")
                .arg(folder_->text()));
        QPushButton* replace = box.addButton(say_("Vervangen", "Replace"), QMessageBox::AcceptRole);
        box.addButton(say_("Niet doen", "Do not"), QMessageBox::RejectRole);
        box.exec();
        if (box.clickedButton() != replace) return;
        overwrite = Overwrite::yes;
    }
    export_pack(folder_->text(), overwrite);
}

void ExportPage::export_pack(const QString& folder, Overwrite overwrite) {
    if (!session_.has_project()) return;
    PackOptions options{.overwrite = overwrite, .told_in = {session_.file().parent_path()}};
    if (has_pdf_->isChecked()) options.printer = printer_here();
    session_.jobs().start(
        say_("Pakket schrijven", "Writing the pack"),
        [project = session_.project(), folder = path_of(folder), options,
         is_by_municipality = by_municipality_->isChecked()](const Work& work) {
            return is_by_municipality ? write_municipality_packs(project, folder, options, work)
                                      : write_outputs(project, folder, options, work);
        },
        [this](const Pack& pack) {
            QStringList paths;
            for (const auto& path : pack.files) paths << QString::fromStdString(path.string());
            show_written(paths);
            for (const auto& note : pack.notes) emit said(to_qt(note));
        });
}

QString ExportPage::ending() const { return format_->currentData(Qt::UserRole + 1).toString(); }

LayerExport ExportPage::request() const {
    LayerExport request;
    request.layer = from_qt(layer_->currentData().toString());
    request.format = *layer_format_from(from_qt(format_->currentData().toString()));
    request.profile = *profile_from(from_qt(profile_->currentData().toString()));
    if (const QString code = municipality_->currentData().toString(); !code.isEmpty())
        request.filter.municipalities = {from_qt(code)};
    if (const QString code = theme_->currentData().toString(); !code.isEmpty() && theme_->isEnabled())
        request.filter.themes = {*theme_from_code(from_qt(code))};
    if (const QString code = status_->currentData().toString(); !code.isEmpty())
        request.filter.statuses = {from_qt(code)};
    if (all_->isChecked()) return request;
    std::set<HotspotId> places;
    for (const HotspotId& id : only_shown_->isChecked() ? shown_() : selected_()) places.insert(id);
    if (request.layer == "hotspots") {
        for (const HotspotId& id : places) request.filter.ids.push_back(id.text);
    } else {
        for (const Check& check : session_.project().plan.checks)
            if (places.contains(session_.project().hotspots.at(check.hotspot).id))
                request.filter.ids.push_back(check.id.text);
    }
    return request;
}

void ExportPage::ask_layer_file() {
    const QString proposed = QFileInfo(folder_->text()).path() + '/' + layer_->currentText() + ending();
    const QString file = QFileDialog::getSaveFileName(this, say_("Laag schrijven", "Write the layer"), proposed,
                                                      QStringLiteral("*%1").arg(ending()));
    if (!file.isEmpty()) export_layer_to(file);
}

void ExportPage::export_layer_to(const QString& file) {
    if (!session_.has_project()) return;
    // The dialog has asked whether an existing file may be replaced.
    session_.jobs().start(
        say_("Laag schrijven", "Writing the layer"),
        [project = session_.project(), request = request(), file](const Work& work) {
            QStringList paths;
            for (const auto& path : export_layer(project, request, path_of(file), Overwrite::yes, work).files)
                paths << QString::fromStdString(path.string());
            return paths;
        },
        [this](const QStringList& paths) { show_written(paths); });
}

void ExportPage::show_written(const QStringList& paths) {
    nothing_written_->setVisible(false);
    written_->setVisible(true);
    for (const QString& path : paths) {
        auto* item = new QListWidgetItem(QDir::toNativeSeparators(path));
        item->setData(Qt::UserRole, path);
        written_->insertItem(0, item);
    }
    emit said(paths.size() == 1 ? say_("%1 geschreven", "%1 written").arg(QDir::toNativeSeparators(paths.front()))
                                : say_("%1 bestanden geschreven in %2", "%1 files written in %2")
                                      .arg(paths.size())
                                      .arg(QDir::toNativeSeparators(QFileInfo(paths.value(0)).path())));
}

}  // namespace baken
