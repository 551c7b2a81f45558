#include "ui/views/new_project_dialog.hpp"

#include "ui/models/import_jobs.hpp"
#include "ui/models/import_words.hpp"
#include "ui/views/import_region_pane.hpp"
#include "ui/views/look.hpp"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace baken {

NewProjectDialog::NewProjectDialog(Speech say, int year, QWidget* parent) : QDialog(parent), say_(say) {
    setWindowTitle(say_("Nieuw project", "New project"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap_4, gap_4, gap_4, gap_4);
    layout->setSpacing(gap_3);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(gap_3);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    name_ = new QLineEdit(this);
    name_->setPlaceholderText(say_("Tweestromenland %1", "Tweestromenland %1").arg(year));
    name_->setAccessibleName(say_("Naam van het project", "Name of the project"));
    year_ = new QSpinBox(this);
    year_->setRange(1996, 2100);
    year_->setValue(year);
    year_->setAccessibleName(say_("Jaar van de planning", "Year of the plan"));
    folder_ = new QLineEdit(this);
    folder_->setAccessibleName(say_("Map van het project", "Folder of the project"));
    auto* choose = new QPushButton(say_("Kiezen …", "Choose …"), this);
    choose->setAccessibleName(say_("Map kiezen", "Choose the folder"));
    auto* line = new QHBoxLayout;
    line->addWidget(folder_, 1);
    line->addWidget(choose);
    form->addRow(say_("&Naam", "&Name"), name_);
    form->addRow(say_("&Jaar", "&Year"), year_);
    auto* folder_label = new QLabel(say_("&Map", "&Folder"), this);
    folder_label->setBuddy(folder_);
    form->addRow(folder_label, line);
    layout->addLayout(form);

    auto* heading = new QLabel(say_("Gemeenten", "Municipalities"), this);
    heading->setFont(heading_font(font()));
    layout->addWidget(heading);
    region_ = new ImportRegionPane(say_, ImportRegionPane::Apply::none, this);
    layout->addWidget(region_, 1);
    message_ = new QLabel(this);
    message_->setWordWrap(true);
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, Look::of(palette()).bad);
    message_->setPalette(bad);
    message_->hide();
    layout->addWidget(message_);
    buttons_ = new QDialogButtonBox(this);
    auto* make = buttons_->addButton(say_("Project maken", "Make the project"), QDialogButtonBox::AcceptRole);
    auto* leave = buttons_->addButton(say_("Annuleren", "Cancel"), QDialogButtonBox::RejectRole);
    make->setAccessibleName(make->text());
    leave->setAccessibleName(leave->text());
    make->setObjectName(QStringLiteral("make"));
    layout->addWidget(buttons_);

    connect(buttons_, &QDialogButtonBox::accepted, this, [this] { create(false); });
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(name_, &QLineEdit::textChanged, this, [this] {
        propose_folder();
        check();
    });
    connect(folder_, &QLineEdit::textEdited, this, [this] { is_folder_chosen_ = true; });
    connect(folder_, &QLineEdit::textChanged, this, [this] { check(); });
    connect(region_, &ImportRegionPane::ticks_changed, this, [this] { check(); });
    connect(region_, &ImportRegionPane::file_chosen, this,
            [this](const QString& file) { set_boundaries(from_qt(file)); });
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, say_("Map van het project", "Folder of the project"));
        if (!folder.isEmpty()) set_folder(folder);
    });
    connect(&looking_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed) region_->show_trouble(sentence_word(say_, from_qt(message)));
        check();
    });
    connect(&creating_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed) complain(message);
        check();
    });
    region_->show_file({}, false);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 36);
    check();
}

void NewProjectDialog::set_folder(const QString& folder) {
    is_folder_chosen_ = true;
    folder_->setText(folder);
}

void NewProjectDialog::propose_folder() {
    if (is_folder_chosen_) return;
    const QString name = name_->text().simplified();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    folder_->setText(name.isEmpty() ? QString() : documents + QLatin1Char('/') + name);
}

void NewProjectDialog::set_boundaries(const std::filesystem::path& file) {
    boundaries_ = file;
    region_->show_file(file, true);
    looking_.start(say_("Gemeenten lezen", "Reading the municipalities"), names_job(file),
                   [this](std::vector<MunicipalityName> names) { region_->show_names(std::move(names), {}); });
}

void NewProjectDialog::check() {
    const bool is_whole = !name_->text().trimmed().isEmpty() && !folder_->text().trimmed().isEmpty() &&
                          region_->ticked() > 0 && !creating_.is_busy();
    buttons_->findChild<QPushButton*>(QStringLiteral("make"))->setEnabled(is_whole);
}

void NewProjectDialog::complain(const QString& message) {
    message_->setText(QStringLiteral("⚠  ") + message);
    message_->show();
}

void NewProjectDialog::create(bool may_overwrite) {
    message_->hide();
    const ProjectWish wish{.name = from_qt(name_->text().trimmed()),
                           .year = year_->value(),
                           .boundaries = boundaries_,
                           .municipalities = region_->chosen(),
                           .language = say_.language(),
                           .folder = from_qt(folder_->text().trimmed()),
                           .may_overwrite = may_overwrite};
    creating_.start(say_("Project maken", "Making the project"), create_job(wish), [this](ProjectMade made) {
        if (made.is_taken) {
            const auto answer = QMessageBox::question(
                this, say_("Nieuw project", "New project"),
                say_("In deze map staat al een project. Wilt u de instellingen daarvan vervangen?",
                     "There is a project in this folder already. Do you want to replace its settings?"),
                QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
            if (answer == QMessageBox::Yes) create(true);
            return;
        }
        emit created(to_qt(made.settings_file.string()));
        accept();
    });
    check();
}

}  // namespace baken
