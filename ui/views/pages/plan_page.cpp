#include "ui/views/pages/plan_page.hpp"

#include "ui/models/alternative_list.hpp"
#include "ui/models/check_card.hpp"
#include "ui/models/plan_board.hpp"
#include "ui/models/plan_prices.hpp"
#include "ui/models/plan_words.hpp"
#include "ui/views/add_check_dialog.hpp"
#include "ui/views/alternatives_view.hpp"
#include "ui/views/check_panel.hpp"
#include "ui/views/look.hpp"
#include "ui/views/plan/certificate_view.hpp"
#include "ui/views/plan/load_view.hpp"
#include "ui/views/plan_board_view.hpp"
#include "ui/views/table_view.hpp"
#include "ui/views/words_label.hpp"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace baken {

namespace {

constexpr int alternatives_offered = 4;
constexpr std::size_t hotspots_at_once = 200;  // the bench of so many is ready before anybody notices

}  // namespace

PlanPage::PlanPage(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), say_(session.say()), checks_(say_) {
    setObjectName("plan_page");
    filter_.setSourceModel(&checks_);
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setObjectName("plan_splitter");
    splitter_->setChildrenCollapsible(false);
    tabs_ = new QTabWidget(splitter_);
    tabs_->setObjectName("plan_tabs");
    tabs_->setAccessibleName(say_("Het plan als", "The plan as"));
    tabs_->setDocumentMode(true);
    board_ = new PlanBoardView(say_, tabs_);
    board_->setObjectName("plan_board");
    certificate_ = new CertificateView(say_, tabs_);
    load_ = new LoadView(say_, tabs_);
    alternatives_ = new AlternativesView(say_, tabs_);
    alternatives_->setObjectName("alternatives_view");
    tabs_->addTab(board_, say_("Kalender", "Calendar"));
    tabs_->addTab(make_list(), say_("Lijst", "List"));
    tabs_->addTab(certificate_, say_("Certificaat", "Certificate"));
    tabs_->addTab(load_, say_("Grafieken", "Charts"));
    tabs_->addTab(alternatives_, say_("Alternatieven", "Alternatives"));
    panel_ = new CheckPanel(say_, splitter_);
    panel_->setObjectName("check_panel");
    // The other tabs are about the whole plan.
    connect(tabs_, &QTabWidget::currentChanged, panel_, [this](int tab) {
        panel_->setVisible(tab <= static_cast<int>(PlanTab::list));
        refresh_what_is_seen();
    });
    splitter_->addWidget(tabs_);
    splitter_->addWidget(panel_);
    splitter_->setStretchFactor(0, 1);
    const int letter = fontMetrics().averageCharWidth();
    splitter_->setSizes({letter * 150, letter * 50});

    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(make_bar());
    down->addWidget(splitter_, 1);
    connect_board();
    connect_panel();
}

QWidget* PlanPage::make_bar() {
    auto* bar = new QWidget(this);
    auto* across = new QHBoxLayout(bar);
    across->setContentsMargins(gap_4, gap_2, gap_4, gap_2);
    across->setSpacing(gap_3);
    verdict_ = new WordsLabel({}, bar);
    verdict_->setObjectName("plan_verdict");
    make_ = new QPushButton(say_("Jaar plannen", "Plan the year"), bar);
    make_->setObjectName("plan_make");
    make_->setToolTip(say_("Opnieuw, om wat vaststaat heen (Ctrl+J)", "Anew, around what is locked (Ctrl+J)"));
    others_ = new QPushButton(say_("Alternatieven zoeken", "Find alternatives"), bar);
    others_->setObjectName("plan_alternatives");
    others_->setToolTip(say_("Andere plannen van bijna dezelfde waarde", "Other plans of nearly the same value"));
    for (QPushButton* button : {make_, others_}) button->setAccessibleName(button->text());
    across->addWidget(verdict_, 1);
    across->addWidget(others_);
    across->addWidget(make_);
    connect(make_, &QPushButton::clicked, &session_, &Session::make_plan);
    connect(others_, &QPushButton::clicked, this, &PlanPage::ask_alternatives);
    return bar;
}

QWidget* PlanPage::make_list() {
    auto* list = new QWidget(tabs_);
    search_ = new QLineEdit(list);
    search_->setObjectName("plan_search");
    search_->setPlaceholderText(
        say_("filter: gemeente, plek, thema, ploeg, maand…", "filter: municipality, place, theme, crew, month…"));
    search_->setAccessibleName(say_("Filter de controles", "Filter the checks"));
    search_->setClearButtonEnabled(true);
    table_ = new TableView(say_("Controles", "Checks"), list);
    table_->setObjectName("check_table");
    table_->setModel(&filter_);
    connect(search_, &QLineEdit::textChanged, &filter_, &CheckFilter::set_text);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (const Check* shown = checks_.check(filter_.mapToSource(row).row())) choose(shown->id);
    });
    connect(table_, &QTableView::doubleClicked, this, [this] { emit place_asked(chosen_); });
    auto* down = new QVBoxLayout(list);
    down->setContentsMargins(gap_4, gap_3, gap_4, 0);
    down->addWidget(search_);
    down->addWidget(table_, 1);
    return list;
}

void PlanPage::connect_board() {
    connect(board_, &PlanBoardView::selection_changed, this, &PlanPage::choose);
    connect(board_, &PlanBoardView::move_asked, this, &PlanPage::move_check);
    connect(board_, &PlanBoardView::swap_asked, this, [this](const CheckId& a, const CheckId& b) {
        session_.perform(SwapChecks{a, b});
    });
    connect(board_, &PlanBoardView::lock_asked, this, [this](const CheckId& id, bool is_locked) {
        session_.perform(LockCheck{id, is_locked});
    });
    connect(board_, &PlanBoardView::drop_asked, this, [this](const CheckId& id) { session_.perform(DropCheck{id}); });
    connect(board_, &PlanBoardView::add_asked, this, &PlanPage::add_check);
    connect(board_, &PlanBoardView::details_asked, this, [this](const CheckId& id) {
        choose(id);
        panel_->setFocus(Qt::OtherFocusReason);
    });
    connect(board_, &PlanBoardView::menu_asked, this, &PlanPage::show_menu);
    connect(board_, &PlanBoardView::told, this, &PlanPage::said);
    connect(certificate_, &CertificateView::relaxation_asked, &session_, &Session::apply_and_plan);
    connect(load_, &LoadView::municipality_chosen, this, &PlanPage::municipality_asked);
}

void PlanPage::connect_panel() {
    connect(panel_, &CheckPanel::move_asked, this, [this](const CheckId& id, Date to, int start) {
        session_.perform(MoveCheck{id, to, start});
    });
    connect(panel_, &CheckPanel::lock_asked, this, [this](const CheckId& id, bool is_locked) {
        session_.perform(LockCheck{id, is_locked});
    });
    connect(panel_, &CheckPanel::drop_asked, this, [this](const CheckId& id) { session_.perform(DropCheck{id}); });
    connect(panel_, &CheckPanel::swap_asked, this, [this](const CheckId& a, const CheckId& b) {
        session_.perform(SwapChecks{a, b});
    });
    connect(alternatives_, &AlternativesView::taken, this, [this](std::size_t at) {
        const Plan plan = alternatives_->list().at(at).plan;
        if (session_.perform(ReplacePlan{plan})) show_tab(PlanTab::calendar);
    });
}

void PlanPage::show_project() {
    chosen_ = {};
    alternatives_->show(AlternativeList{});
    refresh();
    if (!session_.project().plan.checks.empty()) choose(session_.project().plan.checks.front().id);
}

void PlanPage::refresh() {
    const Project& project = session_.project();
    verdict_->setText(verdict_line(project, say_));
    others_->setEnabled(!project.plan.checks.empty());
    checks_.show(project);
    table_->fit_columns(CheckTable::place_column);
    stale_.fill(true);
    bench_.reset();
    refresh_what_is_seen();
}

/// The parts of a plan of a large region take their time: each is made when somebody looks.
void PlanPage::refresh_what_is_seen() {
    if (!isVisible() || !session_.has_project()) return;
    const auto tab = static_cast<std::size_t>(tabs_->currentIndex());
    if (std::exchange(stale_[tab], false)) {
        const Project& project = session_.project();
        switch (static_cast<PlanTab>(tab)) {
            case PlanTab::calendar: board_->show(plan_board(project, say_)); break;
            case PlanTab::certificate: certificate_->show(project); break;
            case PlanTab::load: load_->show(project); break;
            case PlanTab::list:
            case PlanTab::alternatives: break;
        }
    }
    if (bench_ == nullptr) renew_bench();
    show_chosen();
}

void PlanPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh_what_is_seen();
}

void PlanPage::renew_bench() {
    const Project& project = session_.project();
    const auto take = [this](std::shared_ptr<const PlanBench> bench) {
        bench_ = std::move(bench);
        board_->set_bench(bench_, session_.project().plan.checks);
        panel_->set_bench(bench_, session_.project().plan.checks);
    };
    const auto make = [project] { return std::make_shared<const PlanBench>(plan_bench(project)); };
    if (project.hotspots.size() <= hotspots_at_once) return take(make());
    bench_maker_.start(
        say_("Prijzen voorbereiden", "Preparing the prices"), [make](const Work&) { return make(); },
        [this, take](std::shared_ptr<const PlanBench> bench) {
            take(std::move(bench));
            show_chosen();
        });
}

const Check* PlanPage::check(const CheckId& id) const {
    for (const Check& one : session_.project().plan.checks)
        if (one.id == id) return &one;
    return nullptr;
}

void PlanPage::choose(const CheckId& id) {
    if (id == chosen_ || !session_.has_project()) return;
    chosen_ = id;
    show_chosen();
}

void PlanPage::show_chosen() {
    if (check(chosen_) == nullptr) chosen_ = {};
    const Project& project = session_.project();
    std::vector<std::pair<CheckId, QString>> others;
    for (const Check& other : project.plan.checks)
        if (other.id != chosen_) others.emplace_back(other.id, check_line(project, other, say_));
    panel_->set_others(std::move(others));
    panel_->show(chosen_.empty() || bench_ == nullptr ? std::nullopt : check_card(project, *bench_, chosen_, say_));
    if (chosen_.empty()) return;
    if (board_->selected() != chosen_) board_->select(chosen_);
    const QModelIndex row = filter_.mapFromSource(checks_.index(checks_.row_of(chosen_), 0));
    if (row.isValid() && table_->currentIndex().row() != row.row()) table_->selectRow(row.row());
}

void PlanPage::move_check(const CheckId& id, Date to) { session_.perform(MoveCheck{id, to, {}}); }

void PlanPage::show_tab(PlanTab tab) { tabs_->setCurrentIndex(static_cast<int>(tab)); }

void PlanPage::find() {
    show_tab(PlanTab::list);
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void PlanPage::ask_alternatives() {
    if (!session_.has_project() || session_.project().plan.checks.empty()) return;
    session_.jobs().start(
        say_("Alternatieven zoeken", "Finding alternatives"),
        [project = session_.project(), say = say_](const Work& work) {
            return alternative_list(project, plan_alternatives(project, alternatives_offered, work), say);
        },
        [this](AlternativeList list) {
            alternatives_->show(std::move(list));
            show_tab(PlanTab::alternatives);
        });
}

void PlanPage::add_check(std::uint32_t municipality, Date day) {
    const Project& project = session_.project();
    if (bench_ == nullptr) return;
    if (const auto edit = ask_new_check(this, say_, project, *bench_, municipality, day)) session_.perform(*edit);
}

void PlanPage::show_menu(const CheckId& id, std::uint32_t municipality, Date day, QPoint at) {
    QMenu menu(this);
    if (const Check* one = check(id)) {
        menu.addAction(say_("Op de kaart tonen", "Show on the map"), this, [this, id] { emit place_asked(id); });
        menu.addAction(one->is_locked ? say_("Losmaken", "Unlock") : say_("Vastzetten", "Lock"), this,
                       [this, id, is_locked = one->is_locked] {
                           session_.perform(LockCheck{id, !is_locked});
                       });
        menu.addAction(say_("Laten vervallen", "Drop"), this, [this, id] { session_.perform(DropCheck{id}); });
        menu.addSeparator();
    }
    menu.addAction(say_("Controle toevoegen op %1…", "Add a check on %1…").arg(say_.short_day(day)), this,
                   [this, municipality, day] { add_check(municipality, day); });
    menu.exec(at);
}

}  // namespace baken
