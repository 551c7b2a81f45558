#include "ui/views/import_page.hpp"

#include "base/error.hpp"
#include "ui/models/import_words.hpp"
#include "ui/views/import_file_pane.hpp"
#include "ui/views/import_receipt_pane.hpp"
#include "ui/views/import_region_pane.hpp"
#include "ui/views/import_sources_pane.hpp"
#include "ui/views/look.hpp"
#include "ui/views/new_project_dialog.hpp"

#include <QDate>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace baken {

namespace {

QStringList local_files(const QMimeData& dragged) {
    QStringList files;
    for (const auto& url : dragged.urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

ImportPage::ImportPage(Speech say, QWidget* parent) : QWidget(parent), say_(say), session_(say) {
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    sources_ = new ImportSourcesPane(say_, session_, splitter);
    side_ = new QStackedWidget(splitter);
    side_->addWidget(start_side());
    side_->addWidget(item_side());
    splitter->addWidget(sources_);
    splitter->addWidget(side_);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({2000, 3000});  // two to three, whatever the width
    layout->addWidget(splitter);

    curtain_ = new QLabel(say_("Laat los om te bekijken wat het is", "Let go to see what it is"), this);
    curtain_->setAlignment(Qt::AlignCenter);
    curtain_->setAttribute(Qt::WA_TransparentForMouseEvents);
    curtain_->setAutoFillBackground(true);
    curtain_->hide();

    auto* again = new QShortcut(QKeySequence(Qt::Key_F5), this);
    again->setContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QShortcut::activated, this, &ImportPage::read);
    connect_panes();
    connect_jobs();
    dress();
    show_item();
}

QWidget* ImportPage::start_side() {
    auto* start = new QWidget(this);
    auto* layout = new QVBoxLayout(start);
    layout->setContentsMargins(gap_6, gap_6, gap_6, gap_6);
    layout->setSpacing(gap_3);
    start_title_ = new QLabel(say_("Sleep hier uw bestanden naartoe", "Drop your files here"), start);
    start_text_ = new QLabel(
        say_("Ongevallen (BRON of een eigen bestand), meldingen (Signalen of een eigen bestand), wegen (NWB) en de "
             "gemeentegrenzen: als CSV, Excel, GeoPackage, GeoJSON, Shapefile en meer.\n\n"
             "Baken kijkt wat erin staat, welke kolommen het nodig heeft en waar de punten liggen, en laat u dat "
             "verbeteren voordat er iets meetelt. De bestanden zelf blijven zoals ze zijn.",
             "Accidents (BRON or a file of your own), complaints (Signalen or a file of your own), roads (NWB) and the "
             "boundaries of municipalities: as CSV, Excel, GeoPackage, GeoJSON, Shapefile and more.\n\n"
             "Baken looks at what is in them, which columns it needs and where the points lie, and lets you correct "
             "that before anything counts. The files themselves stay as they are."),
        start);
    start_text_->setWordWrap(true);
    auto* add = new QPushButton(say_("Bestanden kiezen …", "Choose files …"), start);
    auto* make = new QPushButton(say_("Nieuw project …", "New project …"), start);
    for (auto* button : {add, make}) button->setAccessibleName(button->text());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(make);
    buttons->addStretch(1);
    layout->addStretch(2);
    layout->addWidget(start_title_);
    layout->addWidget(start_text_);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(add, &QPushButton::clicked, this, &ImportPage::add_files);
    connect(make, &QPushButton::clicked, this, &ImportPage::new_project);
    return start;
}

QWidget* ImportPage::item_side() {
    auto* item = new QWidget(this);
    auto* layout = new QVBoxLayout(item);
    layout->setContentsMargins(gap_3, gap_3, gap_3, gap_3);
    layout->setSpacing(gap_1);
    title_ = new QLabel(item);
    path_ = new QLabel(item);
    path_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    path_->setFocusPolicy(Qt::NoFocus);
    path_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    tabs_ = new QTabWidget(item);
    tabs_->setDocumentMode(true);
    tabs_->setAccessibleName(say_("Bron", "Source"));
    file_ = new ImportFilePane(say_, tabs_);
    receipt_ = new ImportReceiptPane(say_, tabs_);
    region_ = new ImportRegionPane(say_, ImportRegionPane::Apply::button, tabs_);
    tabs_->addTab(receipt_, say_("Ontvangstbewijs", "Receipt"));
    tabs_->addTab(file_, say_("Zo wordt het gelezen", "How it is read"));
    tabs_->addTab(region_, say_("Gemeenten", "Municipalities"));
    layout->addWidget(title_);
    layout->addWidget(path_);
    layout->addWidget(tabs_, 1);
    return item;
}

void ImportPage::connect_panes() {
    connect(sources_, &ImportSourcesPane::selection_changed, this, &ImportPage::show_item);
    connect(sources_, &ImportSourcesPane::add_wanted, this, &ImportPage::add_files);
    connect(sources_, &ImportSourcesPane::read_wanted, this, &ImportPage::read);
    connect(sources_, &ImportSourcesPane::cancel_wanted, this, &ImportPage::cancel);
    connect(sources_, &ImportSourcesPane::remove_wanted, this, [this] {
        const int at = sources_->selected();
        if (at < 0) return;
        const QString name = to_qt(current()->path.filename().string());
        attempt([&] {
            session_.remove(static_cast<std::size_t>(at));
            emit said(say_("%1 is uit het project gehaald; het bestand zelf blijft.",
                           "%1 was taken out of the project; the file itself stays.")
                          .arg(name));
        });
        select(std::min(at, static_cast<int>(session_.count()) - 1));
    });
    connect(sources_, &ImportSourcesPane::move_wanted, this, [this](int by) {
        const int at = sources_->selected();
        if (at < 0 || !session_.can_move(static_cast<std::size_t>(at), by)) return;
        attempt([&] { session_.move(static_cast<std::size_t>(at), by); });
        select(at + by);
    });
    connect(file_, &ImportFilePane::corrected, this, &ImportPage::look_again);
    connect(file_, &ImportFilePane::kind_chosen, this, [this](const QString& kind) {
        if (shown_ < 0) return;
        session_.correct_kind(static_cast<std::size_t>(shown_), from_qt(kind));
        if (kind != QStringLiteral("boundaries")) look_again(current()->source);
    });
    connect(file_, &ImportFilePane::reverted, this, [this] {
        if (shown_ < 0) return;
        session_.revert(static_cast<std::size_t>(shown_));
        look_again(current()->source);
    });
    connect(file_, &ImportFilePane::accepted, this, [this] {
        if (shown_ < 0) return;
        if (!session_.has_project()) return new_project();
        const auto path = current()->path;
        const bool is_new = current()->state != SourceState::in_project;
        attempt([&] {
            session_.accept(static_cast<std::size_t>(shown_));
            const QString name = to_qt(path.filename().string());
            emit said(is_new ? say_("%1 hoort nu bij het project; lees de bronnen in om het mee te tellen.",
                                    "%1 is now part of the project; read the sources to make it count.")
                                   .arg(name)
                             : say_("De wijziging van %1 is bewaard; lees de bronnen opnieuw in.",
                                    "The change of %1 was kept; read the sources again.")
                                   .arg(name));
        });
        for (std::size_t i = 0; i < session_.count(); ++i)
            if (session_.items()[i].path == path) select(static_cast<int>(i));
    });
    connect(receipt_, &ImportReceiptPane::said, this, &ImportPage::said);
    connect(receipt_, &ImportReceiptPane::save_wanted, this, [this](const QString& file) {
        const Receipt* receipt = shown_ < 0 ? nullptr : session_.receipt_of(static_cast<std::size_t>(shown_));
        if (receipt == nullptr) return;
        saving_.start(say_("Afgekeurde rijen bewaren", "Saving the rejected rows"),
                      save_rejected_job(*receipt, say_.language(), from_qt(file)), [this, file](std::size_t rows) {
                          emit said(say_("%1 rijen bewaard in %2", "%1 rows saved in %2")
                                        .arg(say_.whole(static_cast<long long>(rows)), file));
                      });
    });
    connect(region_, &ImportRegionPane::file_chosen, this, [this](const QString& file) { look_at({file}); });
    connect(region_, &ImportRegionPane::applied, this, [this](const QStringList& names) {
        attempt([&] {
            RegionSettings region = session_.region();
            region.municipalities.clear();
            for (const auto& name : names) region.municipalities.push_back(from_qt(name));
            session_.set_region(region);
            emit said(say_("De gemeenten van het project zijn bewaard; lees de bronnen opnieuw in.",
                           "The project's municipalities were kept; read the sources again."));
        });
        select(0);
    });
    connect(&session_, &ImportSession::settings_changed, this, &ImportPage::settings_changed);
    connect(&session_, &ImportSession::item_changed, this, [this](int item) {
        if (item == shown_) show_item();
        show_abilities();
    });
    connect(&session_, &ImportSession::changed, this, [this] {
        shown_ = -1;
        show_item();
    });
}

void ImportPage::follow(JobRunner& runner) {
    connect(&runner, &JobRunner::started, this, [this](const QString& name) {
        sources_->show_progress(name + QStringLiteral(" …"), -1);
        show_abilities();
    });
    connect(&runner, &JobRunner::progressed, this, [this, &runner](const QString&, double share) {
        sources_->show_progress(runner.name() + QStringLiteral(" …"), share);
    });
    connect(&runner, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed) emit said(sentence_word(say_, from_qt(message)));
        if (!is_busy()) sources_->hide_progress();
        show_abilities();
    });
}

void ImportPage::connect_jobs() {
    for (auto* runner : {&looking_, &previewing_, &reading_, &saving_}) follow(*runner);
    connect(&reading_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed) sources_->show_trouble(sentence_word(say_, from_qt(message)));
    });
    connect(&looking_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome != JobOutcome::done && !waiting_.empty()) {
            session_.set_trouble(waiting_.front(),
                                 outcome == JobOutcome::failed
                                     ? from_qt(message)
                                     : from_qt(say_("het bekijken is gestopt", "looking was stopped")));
            waiting_.pop_front();
        }
        look_at_next();
    });
    connect(&names_reading_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed) region_->show_trouble(sentence_word(say_, from_qt(message)));
    });
}

void ImportPage::show(const Project& project, const std::filesystem::path& settings_folder) {
    if (session_.has_project() && project.settings_text == session_.text() &&
        &*project.region == &*session_.project().region)
        return;
    const int before = sources_->selected();
    names_of_.clear();
    session_.show(project, settings_folder);
    look_at_files();
    // The first that asks for attention: a receipt with rejected rows, else the first source.
    int at = before;
    if (at < 0 || at >= static_cast<int>(session_.count()))
        at = session_.count() > 1 ? 1 : session_.has_project() ? 0 : -1;
    select(at);
}

void ImportPage::look_at_files() {
    if (!session_.has_project()) return;
    files_.start(say_("Bestanden opzoeken", "Finding the files"), files_job(session_.settings()),
                 [this](const std::vector<SourceFile>& found) {
                     const int at = sources_->selected();
                     session_.set_files(found);
                     select(at);
                 });
}

void ImportPage::look_at(const QStringList& files) {
    if (files.isEmpty()) return;
    int first = -1;
    for (const auto& file : files) {
        const std::filesystem::path path(from_qt(file));
        const auto at = session_.add_waiting(path);
        if (first < 0) first = static_cast<int>(at);
        if (!session_.items()[at].look && std::find(waiting_.begin(), waiting_.end(), path) == waiting_.end())
            waiting_.push_back(path);
    }
    select(first);
    look_at_next();
}

void ImportPage::look_at_next() {
    if (looking_.is_busy() || waiting_.empty()) return;
    const auto path = waiting_.front();
    looking_.start(say_("%1 bekijken", "Looking at %1").arg(to_qt(path.filename().string())), look_job(path),
                   [this](Looked looked) {
                       if (!waiting_.empty() && waiting_.front() == looked.path) waiting_.pop_front();
                       if (looked.look)
                           session_.set_look(looked.path, std::move(*looked.look));
                       else
                           session_.set_trouble(looked.path, looked.trouble);
                   });
}

void ImportPage::look_again(const SourceSettings& source) {
    if (shown_ < 0) return;
    session_.correct(static_cast<std::size_t>(shown_), source);
    const auto path = source.path;
    previewing_.start(say_("%1 opnieuw bekijken", "Looking at %1 again").arg(to_qt(path.filename().string())),
                      preview_job(source), [this, path](Previewed previewed) {
                          if (previewed.trouble.empty())
                              session_.set_preview(path, std::move(previewed.preview));
                          else
                              session_.set_trouble(path, previewed.trouble);
                      });
}

void ImportPage::load_names(const std::filesystem::path& file) {
    if (names_of_ == file) return;
    names_of_ = file;
    names_reading_.start(say_("Gemeenten lezen", "Reading the municipalities"), names_job(file),
                         [this](std::vector<MunicipalityName> names) {
                             region_->show_names(std::move(names), session_.region().municipalities);
                         });
}

const ImportItem* ImportPage::current() const {
    return shown_ < 0 || shown_ >= static_cast<int>(session_.count())
               ? nullptr
               : &session_.items()[static_cast<std::size_t>(shown_)];
}

void ImportPage::select(int item) {
    sources_->select(item);
    show_item();
}

void ImportPage::show_item() {
    const int before = shown_;
    shown_ = sources_->selected();
    show_abilities();
    const ImportItem* item = current();
    side_->setCurrentIndex(item == nullptr ? 0 : 1);
    if (item == nullptr) return;
    const bool is_region = item->state == SourceState::boundaries;
    const Receipt* receipt = session_.receipt_of(static_cast<std::size_t>(shown_));
    title_->setText(to_qt(item->path.filename().string()));
    path_->setText(
        item->is_there
            ? to_qt(item->path.parent_path().string())
            : say_("⚠  Dit bestand is er niet: %1", "⚠  This file is not there: %1").arg(to_qt(item->path.string())));
    path_->setToolTip(to_qt(item->path.string()));
    receipt_->show_receipt(receipt != nullptr ? std::optional(SharedReceipt{session_.project().region, *item->receipt})
                                              : std::nullopt);
    file_->show_item(*item, session_.has_project());
    region_->show_file(item->path, item->is_there);
    tabs_->setTabVisible(0, receipt != nullptr);
    tabs_->setTabVisible(1, !is_region);
    tabs_->setTabVisible(2, is_region);
    if (before != shown_) tabs_->setCurrentIndex(receipt != nullptr ? 0 : is_region ? 2 : 1);
    tabs_->setTabText(0, session_.is_read()
                             ? say_("Ontvangstbewijs", "Receipt")
                             : say_("Ontvangstbewijs van vóór de wijziging", "Receipt of before the change"));
    if (is_region && item->is_there) load_names(item->path);
    const bool wants_preview =
        item->state == SourceState::in_project && !item->preview && item->trouble.empty() && item->is_there;
    if (wants_preview && before != shown_) look_again(item->source);
}

QString ImportPage::sum_of_receipts() const {
    std::size_t accidents = 0, complaints = 0, rejected = 0;
    for (const auto& receipt : session_.project().region->receipts) {
        if (receipt.kind == "accidents") accidents += receipt.placed + receipt.unplaced;
        if (receipt.kind == "complaints") complaints += receipt.placed + receipt.unplaced;
        rejected += receipt.rejected;
    }
    if (session_.project().region->receipts.empty()) return {};
    return say_("%1 ongevallen en %2 meldingen tellen mee; %3 rijen afgekeurd",
                "%1 accidents and %2 complaints count; %3 rows rejected")
        .arg(say_.whole(static_cast<long long>(accidents)), say_.whole(static_cast<long long>(complaints)),
             say_.whole(static_cast<long long>(rejected)));
}

void ImportPage::show_abilities() {
    const ImportItem* item = current();
    const auto at = static_cast<std::size_t>(std::max(shown_, 0));
    const bool is_free = !reading_.is_busy();
    sources_->show_abilities(item != nullptr && item->state != SourceState::boundaries && is_free,
                             item != nullptr && session_.can_move(at, -1) && is_free,
                             item != nullptr && session_.can_move(at, 1) && is_free, session_.has_project() && is_free,
                             sum_of_receipts());
}

void ImportPage::read() {
    if (!session_.has_project() || reading_.is_busy()) return;
    sources_->show_trouble({});
    std::optional<std::uint64_t> seed;
    if (session_.project().seed != 0) seed = session_.project().seed;
    reading_.start(say_("Bronnen inlezen", "Reading the sources"),
                   read_job(session_.text(), session_.settings_file(), seed), [this](Project project) {
                       const int at = sources_->selected();
                       session_.take_read(project);
                       select(at);
                       look_at_files();
                       emit said(sum_of_receipts() + QLatin1Char('.'));
                       emit project_read(project);
                   });
}

void ImportPage::cancel() {
    if (is_busy()) emit said(say_("Gestopt.", "Stopped."));
    waiting_.clear();
    for (auto* runner : {&looking_, &previewing_, &reading_, &saving_}) runner->cancel();
}

bool ImportPage::is_busy() const {
    return !waiting_.empty() || looking_.is_busy() || previewing_.is_busy() || reading_.is_busy() || saving_.is_busy();
}

void ImportPage::add_files() {
    look_at(QFileDialog::getOpenFileNames(
        this, say_("Bestanden toevoegen", "Add files"), QString(),
        say_("Gegevens (*.csv *.txt *.tsv *.gz *.xlsx *.ods *.gpkg *.geojson *.json *.shp *.fgb *.gml *.kml);;Alle "
             "bestanden (*)",
             "Data (*.csv *.txt *.tsv *.gz *.xlsx *.ods *.gpkg *.geojson *.json *.shp *.fgb *.gml *.kml);;All files "
             "(*)")));
}

void ImportPage::new_project() {
    NewProjectDialog dialog(say_, QDate::currentDate().year() + 1, this);
    for (const auto& item : session_.items())
        if (item.kind == "boundaries" && item.state == SourceState::not_added) dialog.set_boundaries(item.path);
    connect(&dialog, &NewProjectDialog::created, this, &ImportPage::project_made);
    dialog.exec();
}

void ImportPage::attempt(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        sources_->show_trouble(to_qt(error.what()));
        emit said(to_qt(error.what()));
    }
}

void ImportPage::dragEnterEvent(QDragEnterEvent* event) {
    if (local_files(*event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    curtain_->setGeometry(rect());
    curtain_->raise();
    curtain_->show();
}

void ImportPage::dragLeaveEvent(QDragLeaveEvent*) { curtain_->hide(); }

void ImportPage::dropEvent(QDropEvent* event) {
    curtain_->hide();
    event->acceptProposedAction();
    look_at(local_files(*event->mimeData()));
}

void ImportPage::resizeEvent(QResizeEvent* event) {
    curtain_->setGeometry(rect());
    QWidget::resizeEvent(event);
}

void ImportPage::dress() {
    const Look look = Look::of(palette());
    QPalette soft = palette();
    soft.setColor(QPalette::WindowText, look.soft);
    path_->setPalette(soft);
    start_text_->setPalette(soft);
    path_->setFont(secondary_font(font()));
    title_->setFont(heading_font(font()));
    start_title_->setFont(heading_font(font()));
    curtain_->setFont(heading_font(font()));
    QPalette over = palette();
    QColor veil = look.surface;
    veil.setAlphaF(0.92F);
    over.setColor(QPalette::Window, veil);
    over.setColor(QPalette::WindowText, look.accent);
    curtain_->setPalette(over);
}

void ImportPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) dress();
    QWidget::changeEvent(event);
}

}  // namespace baken
