#include "ui/views/main_window.hpp"

#include "ui/models/hotspot_facts.hpp"
#include "ui/models/start_work.hpp"
#include "ui/views/help_window.hpp"
#include "ui/views/import_page.hpp"
#include "ui/views/message.hpp"
#include "ui/views/next_bar.hpp"
#include "ui/views/pages/export_page.hpp"
#include "ui/views/pages/hotspots_page.hpp"
#include "ui/views/pages/plan_page.hpp"
#include "ui/views/pages/start_page.hpp"
#include "ui/views/print_view.hpp"
#include "ui/views/results_page.hpp"
#include "ui/views/status_strip.hpp"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

// A library's resources have to be asked for, outside of any namespace.
static void have_resources() { Q_INIT_RESOURCE(baken); }

namespace baken {

namespace {

std::filesystem::path path_of(const QString& text) { return {from_qt(text)}; }
QString text_of(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

MainWindow::MainWindow(Speech say, Memory& memory, QWidget* parent)
    : QMainWindow(parent), say_(say), memory_(memory), session_(say) {
    have_resources();
    setObjectName("main_window");
    setAcceptDrops(true);
    make_pages();
    make_menus();
    make_bar();
    connect_session();
    connect_pages();
    const int letter = fontMetrics().averageCharWidth();
    const QSize all = screen()->availableSize();
    resize(QSize(letter * 220, letter * 130).boundedTo(all * 19 / 20));
    restoreGeometry(memory_.shape("window"));
    hotspots_->splitter().restoreState(memory_.shape("hotspots"));
    plan_->splitter().restoreState(memory_.shape("plan"));
    show_page(Page::start);
    update_actions();
    update_title();
    update_quota();
}

MainWindow::~MainWindow() = default;

void MainWindow::make_pages() {
    auto* middle = new QWidget(this);
    pages_ = new QStackedWidget(middle);
    start_ = new StartPage(say_, pages_);
    auto* import_frame = new QWidget(pages_);
    import_ = new ImportPage(say_, import_frame);
    import_->setObjectName("import_page");
    to_hotspots_ = new NextBar(say_("Aandachtslocaties zoeken", "Find hotspots"), "import_next", import_frame);
    auto* import_down = new QVBoxLayout(import_frame);
    import_down->setContentsMargins(0, 0, 0, 0);
    import_down->setSpacing(0);
    import_down->addWidget(import_, 1);
    import_down->addWidget(to_hotspots_);
    hotspots_ = new HotspotsPage(session_, pages_);
    plan_ = new PlanPage(session_, pages_);
    results_ = new ResultsPage(say_, pages_);
    export_ = new ExportPage(session_, pages_);
    for (QWidget* page :
         {static_cast<QWidget*>(start_), import_frame, static_cast<QWidget*>(hotspots_), static_cast<QWidget*>(plan_),
          static_cast<QWidget*>(results_), static_cast<QWidget*>(export_)})
        pages_->addWidget(page);
    strip_ = new StatusStrip(say_, middle);
    strip_->follow(session_.jobs());
    start_->show_recent(memory_.recent());
    export_->set_choice([this] { return hotspots_->shown_hotspots(); },
                        [this] { return hotspots_->selected_hotspots(); });

    auto* down = new QVBoxLayout(middle);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(pages_, 1);
    down->addWidget(strip_);
    setCentralWidget(middle);
}

void MainWindow::connect_session() {
    connect(&session_, &Session::opened, this, [this] {
        show_project();
        memory_.add_recent(text_of(session_.file()));
        memory_.set_open_project(text_of(session_.file()));
        start_->show_recent(memory_.recent());
        fill_recent();
    });
    connect(&session_, &Session::changed, this, [this] {
        hotspots_->refresh();
        plan_->refresh();
        results_->show(session_.project());
        export_->show_project();
        import_->show(session_.project(), session_.project().settings.file.parent_path());
        update_actions();
        update_quota();
    });
    connect(&session_, &Session::closed, this, [this] {
        update_actions();
        update_quota();
        strip_->set_standing({});
    });
    connect(&session_, &Session::saved_changed, this, [this] {
        update_actions();
        update_title();
    });
    connect(&session_, &Session::said, strip_, &StatusStrip::say);
    connect(&session_, &Session::failed, this,
            [this](const QString& what, const QString& why) { show_failure(this, say_, what, why); });
    connect(&session_, &Session::recovery_offered, this, &MainWindow::offer_recovery);
    connect(&session_, &Session::planned, this, [this] {
        choose_next_result();
        show_page(Page::plan);
    });
    connect(&session_, &Session::hotspots_found, this, [this] { show_page(Page::hotspots); });
    connect(&session_.jobs(), &JobRunner::started, this, [this] { update_actions(); });
    connect(&session_.jobs(), &JobRunner::finished, this, [this] {
        update_actions();
        if (is_leaving_ && !session_.jobs().is_busy()) close();
    });
}

void MainWindow::connect_pages() {
    connect(start_, &StartPage::demo_asked, this, &MainWindow::open_demo);
    connect(start_, &StartPage::new_asked, this, &MainWindow::ask_new);
    connect(start_, &StartPage::open_asked, this, &MainWindow::ask_open);
    connect(start_, &StartPage::file_chosen, this, &MainWindow::open_path);
    connect(import_, &ImportPage::said, strip_, &StatusStrip::say);
    connect(import_, &ImportPage::project_read, this, [this](const Project& project) { session_.take(project); });
    connect(import_, &ImportPage::project_made, this, &MainWindow::open_settings);
    connect(import_, &ImportPage::settings_changed, this, [this](const QString& toml) {
        if (session_.has_project()) session_.perform(ReplaceSettings{from_qt(toml)});
    });
    connect(to_hotspots_, &NextBar::asked, &session_, &Session::find_hotspots);
    connect(hotspots_, &HotspotsPage::check_chosen, this, [this](const CheckId& id) { plan_->choose(id); });
    connect(hotspots_, &HotspotsPage::plan_asked, &session_, &Session::make_plan);
    connect(plan_, &PlanPage::place_asked, this, [this](const CheckId& id) {
        show_page(Page::hotspots);
        hotspots_->choose_check(id);
    });
    connect(results_, &ResultsPage::result_recorded, this,
            [this](const RecordResult& result) { session_.perform(result); });
    connect(plan_, &PlanPage::municipality_asked, this, [this](unsigned municipality) {
        show_page(Page::hotspots);
        hotspots_->choose_municipality(municipality);
    });
    connect(plan_, &PlanPage::said, strip_, &StatusStrip::say);
    connect(results_, &ResultsPage::check_selected, plan_, &PlanPage::choose);
    connect(results_, &ResultsPage::said, strip_, &StatusStrip::say);
    connect(export_, &ExportPage::said, strip_, &StatusStrip::say);
}

void MainWindow::show_project() {
    import_->show(session_.project(), session_.project().settings.file.parent_path());
    hotspots_->show_project();
    plan_->show_project();
    results_->show(session_.project());
    choose_next_result();
    export_->show_project();
    strip_->set_standing(standing_line(session_.project(), say_));
    update_actions();
    update_title();
    update_quota();
    const Project& project = session_.project();
    if (page() == Page::start || page() == Page::import_files)
        show_page(!project.plan.checks.empty() ? Page::plan
                  : !project.hotspots.empty()  ? Page::hotspots
                                               : Page::import_files);
}

/// The first check that is still to be written down.
void MainWindow::choose_next_result() {
    for (const Check& check : session_.project().plan.checks)
        if (check.status == CheckStatus::planned) return results_->select(check.id);
}

void MainWindow::show_page(Page page) {
    pages_->setCurrentIndex(static_cast<int>(page));
    page_actions_->actions().at(static_cast<int>(page))->setChecked(true);
}

Page MainWindow::page() const { return static_cast<Page>(pages_->currentIndex()); }

void MainWindow::open_path(const QString& path) {
    if (path.isEmpty()) return;
    memory_.set_folder(QFileInfo(path).path());
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "gpkg" && is_project_file(path_of(path)))
        session_.open(path_of(path));
    else if (ending == "toml")
        open_settings(path);
    else {
        show_page(Page::import_files);
        import_->look_at({path});
    }
}

void MainWindow::open_settings(const QString& path) {
    session_.jobs().start(
        say_("Bronnen inlezen", "Reading the sources"),
        [file = path_of(path)](const Work& work) { return project_from_settings(file, work); },
        [this](Project project) { session_.take(std::move(project)); });
}

void MainWindow::open_demo() {
    session_.jobs().start(
        say_("Demoregio maken", "Making the demo region"),
        [language = say_.language(), folder = path_of(memory_.folder())](const Work& work) {
            return demo_project(folder, language, work);
        },
        [this](Project project) { session_.take(std::move(project)); });
}

void MainWindow::ask_new() {
    show_page(Page::import_files);
    import_->new_project();
}

void MainWindow::ask_open() {
    open_path(QFileDialog::getOpenFileName(
        this, say_("Project of instellingen openen", "Open a project or settings"), memory_.folder(),
        say_("Baken (*.gpkg *.toml);;Alle bestanden (*)", "Baken (*.gpkg *.toml);;All files (*)")));
}

void MainWindow::offer_recovery(const LostAndFound& found) {
    const bool takes = ask_recovery(this, say_, found, QString::fromStdString(session_.file().filename().string()));
    session_.recover(takes ? Recovery::take : Recovery::leave);
}

void MainWindow::update_quota() {
    const auto show = [this](QLabel* label, QAction* shown_by, const QString& name, const QuotaCount& count) {
        shown_by->setVisible(count.required > 0);
        label->setText(QStringLiteral("%1 %2/%3 %4")
                           .arg(name)
                           .arg(count.met)
                           .arg(count.required)
                           .arg(count.ok() ? QStringLiteral("\u2713") : QStringLiteral("\u2717")));
        const Look look = Look::of(palette());
        QPalette shown = label->palette();
        shown.setColor(QPalette::WindowText, count.ok() ? look.good : look.bad);
        label->setPalette(shown);
    };
    const bool is_any = session_.has_project() && !session_.project().plan.checks.empty();
    const QuotaCount quota = is_any ? quota_of(session_.project()) : QuotaCount{};
    const QuotaCount dark = is_any ? dark_days_of(session_.project()) : QuotaCount{};
    show(quota_, quota_shown_, say_("norm", "quota"), quota);
    show(dark_, dark_shown_, say_("donker", "dark"), dark);
}

void MainWindow::update_title() {
    const QString name = session_.has_project() ? to_qt(session_.project().settings.name) : QString();
    project_name_->setText(name.isEmpty() ? QStringLiteral("Baken") : name);
    setWindowTitle(name.isEmpty() ? QStringLiteral("Baken") : name + QStringLiteral("[*] \u2013 Baken"));
    setWindowModified(!session_.is_saved());
}

void MainWindow::print_page() { print_view(this, say_, pages_->currentWidget(), windowTitle().remove("[*]")); }

void MainWindow::show_help() {
    static constexpr std::array sections{0, 4, 5, 6, 8, 7};
    show_help_window(this, say_, sections.at(static_cast<std::size_t>(pages_->currentIndex())));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    memory_.set_shape("window", saveGeometry());
    memory_.set_shape("hotspots", hotspots_->splitter().saveState());
    memory_.set_shape("plan", plan_->splitter().saveState());
    if (!is_leaving_) {
        session_.jobs().drop();
        if (!session_.is_saved()) {
            is_leaving_ = true;
            session_.save();
            event->ignore();
            return;
        }
    }
    // A save that failed has said so; the edits are on disk all the same and are offered the next time.
    session_.close();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (files.size() == 1)
        open_path(files.front());
    else if (!files.isEmpty()) {
        show_page(Page::import_files);
        import_->look_at(files);
    }
    event->acceptProposedAction();
}

}  // namespace baken
