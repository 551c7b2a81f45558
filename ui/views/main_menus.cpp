// The menus and the bar of the main window: every action, its words and its key.

#include "ui/views/main_window.hpp"
#include "ui/views/look.hpp"
#include "ui/views/message.hpp"
#include "ui/views/next_bar.hpp"
#include "ui/views/pages/hotspots_page.hpp"
#include "ui/views/pages/plan_page.hpp"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace baken {

QAction* MainWindow::add_action(QMenu* menu, const QString& name, const QString& text, const QKeySequence& key,
                                const std::function<void()>& then) {
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setMenuRole(QAction::NoRole);
    connect(action, &QAction::triggered, this, then);
    return action;
}

void MainWindow::make_menus() {
    make_file_menu();
    make_edit_menu();
    make_view_menu();
    make_work_menu();
    make_help_menu();
}

void MainWindow::make_file_menu() {
    QMenu* menu = menuBar()->addMenu(say_("&Bestand", "&File"));
    add_action(menu, "file_new", say_("&Nieuw project…", "&New project…"), QKeySequence::New, [this] { ask_new(); });
    add_action(menu, "file_open", say_("&Openen…", "&Open…"), QKeySequence::Open, [this] { ask_open(); });
    recent_menu_ = menu->addMenu(say_("&Laatst geopend", "Open &recent"));
    add_action(menu, "file_demo", say_("&Demoregio openen", "Open the &demo region"), {}, [this] { open_demo(); });
    menu->addSeparator();
    save_ = add_action(menu, "file_save", say_("Op&slaan", "&Save"), QKeySequence::Save, [this] { session_.save(); });
    close_ =
        add_action(menu, "file_close", say_("Project &sluiten", "&Close the project"), QKeySequence::Close, [this] {
            memory_.set_open_project({});
            session_.close_when_saved();
            show_page(Page::start);
        });
    menu->addSeparator();
    add_action(menu, "file_print", say_("&Afdrukken…", "&Print…"), QKeySequence::Print, [this] { print_page(); });
    menu->addSeparator();
    add_action(menu, "file_quit", say_("A&fsluiten", "&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
    fill_recent();
}

void MainWindow::fill_recent() {
    recent_menu_->clear();
    for (const QString& file : memory_.recent())
        connect(recent_menu_->addAction(QFileInfo(file).fileName()), &QAction::triggered, this,
                [this, file] { open_path(file); });
    recent_menu_->setEnabled(!recent_menu_->isEmpty());
    if (recent_menu_->isEmpty()) return;
    recent_menu_->addSeparator();
    connect(recent_menu_->addAction(say_("Lijst wissen", "Clear the list")), &QAction::triggered, this, [this] {
        memory_.forget_recent();
        fill_recent();
    });
}

void MainWindow::make_edit_menu() {
    QMenu* menu = menuBar()->addMenu(say_("Be&werken", "&Edit"));
    undo_ =
        add_action(menu, "edit_undo", say_("Ongedaan maken", "Undo"), QKeySequence::Undo, [this] { session_.undo(); });
    redo_ =
        add_action(menu, "edit_redo", say_("Opnieuw doen", "Redo"), QKeySequence::Redo, [this] { session_.redo(); });
    menu->addSeparator();
    add_action(menu, "edit_find", say_("&Zoeken en filteren", "&Find and filter"), QKeySequence::Find, [this] {
        if (page() != Page::plan) show_page(Page::hotspots);
        if (page() == Page::plan)
            plan_->find();
        else
            hotspots_->find();
    });
}

void MainWindow::make_view_menu() {
    QMenu* menu = menuBar()->addMenu(say_("Beel&d", "&View"));
    page_actions_ = new QActionGroup(this);
    const std::array pages{std::pair("page_start", say_("&Start", "&Start")),
                           std::pair("page_import", say_("&Inlezen", "&Import")),
                           std::pair("page_hotspots", say_("&Kaart en plekken", "&Map and places")),
                           std::pair("page_plan", say_("&Plan", "&Plan")),
                           std::pair("page_results", say_("&Uitslagen", "&Results")),
                           std::pair("page_export", say_("&Meenemen", "&Export"))};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        QAction* action = add_action(menu, pages[i].first, pages[i].second,
                                     QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)),
                                     [this, i] { show_page(static_cast<Page>(i)); });
        action->setCheckable(true);
        page_actions_->addAction(action);
    }
    menu->addSeparator();
    QMenu* languages = menu->addMenu(say_("&Taal (language)", "&Language (taal)"));
    auto* language_group = new QActionGroup(this);
    for (const auto& [language, name] : {std::pair(Language::nl, "Nederlands"), std::pair(Language::en, "English")}) {
        QAction* action = languages->addAction(QString::fromLatin1(name));
        action->setCheckable(true);
        action->setChecked(language == say_.language());
        language_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, language = language] { emit language_chosen(language); });
    }
    QMenu* shades = menu->addMenu(say_("&Kleuren", "&Colours"));
    auto* shade_group = new QActionGroup(this);
    for (const auto& [shade, code, name] :
         {std::tuple(Shade::system, "system", say_("als het systeem", "as the system")),
          std::tuple(Shade::light, "light", say_("licht", "light")),
          std::tuple(Shade::dark, "dark", say_("donker", "dark"))}) {
        QAction* action = shades->addAction(name);
        action->setCheckable(true);
        action->setChecked(memory_.shade() == QLatin1String(code));
        shade_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, shade = shade] { emit shade_chosen(shade); });
    }
    QMenu* letters = menu->addMenu(say_("&Lettergrootte", "Letter &size"));
    auto* letter_group = new QActionGroup(this);
    for (const int percent : {100, 125, 150, 200}) {
        QAction* action = letters->addAction(say_.percent(percent / 100.0));
        action->setCheckable(true);
        action->setChecked(memory_.letter_percent() == percent);
        letter_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] { emit letters_chosen(percent); });
    }
}

void MainWindow::make_work_menu() {
    QMenu* menu = menuBar()->addMenu(say_("&Werk", "&Work"));
    find_ = add_action(menu, "work_find", say_("Aandachts&locaties zoeken", "&Find hotspots"),
                       QKeySequence(Qt::CTRL | Qt::Key_H), [this] { session_.find_hotspots(); });
    make_plan_ = add_action(menu, "work_plan", say_("&Jaar plannen", "&Plan the year"),
                            QKeySequence(Qt::CTRL | Qt::Key_J), [this] { session_.make_plan(); });
    menu->addSeparator();
    add_action(menu, "work_accept", say_("Plek &aannemen", "&Accept the place"),
               QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { hotspots_->accept_chosen(); });
    add_action(menu, "work_reject", say_("Plek a&fwijzen…", "&Reject the place…"),
               QKeySequence(Qt::CTRL | Qt::Key_Backspace), [this] { hotspots_->reject_chosen(); });
}

void MainWindow::make_help_menu() {
    QMenu* menu = menuBar()->addMenu(say_("&Help", "&Help"));
    add_action(menu, "help_guide", say_("&Handleiding", "&Guide"), QKeySequence::HelpContents, [this] { show_help(); });
    add_action(menu, "help_about", say_("&Over Baken", "&About Baken"), {}, [this] { show_about(this, say_); });
}

void MainWindow::make_bar() {
    auto* bar = new QToolBar(say_("Bladen", "Pages"), this);
    bar->setObjectName("page_bar");
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    project_name_ = new QLabel(bar);
    project_name_->setFont(heading_font(font()));
    project_name_->setContentsMargins(gap_3, 0, gap_6, 0);
    bar->addWidget(project_name_);
    for (QAction* action : page_actions_->actions()) {
        bar->addAction(action);
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text().remove('&'));
        button->setText(action->text().remove('&'));
        connect(action, &QAction::changed, button, [button, action] { button->setText(action->text().remove('&')); });
    }
    auto* between = new QWidget(bar);
    between->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(between);
    for (QLabel** label : {&quota_, &dark_}) {
        *label = new QLabel(bar);
        (*label)->setContentsMargins(gap_3, 0, gap_3, 0);
    }
    quota_shown_ = bar->addWidget(quota_);
    dark_shown_ = bar->addWidget(dark_);
    quota_->setObjectName("bar_quota");
    dark_->setObjectName("bar_dark");
    addToolBar(Qt::TopToolBarArea, bar);
}

void MainWindow::update_actions() {
    const bool has_project = session_.has_project(), is_busy = session_.jobs().is_busy();
    undo_->setEnabled(session_.can_undo() && !is_busy);
    redo_->setEnabled(session_.can_redo() && !is_busy);
    undo_->setText(session_.can_undo() ? say_("Ongedaan maken: %1", "Undo: %1").arg(session_.undo_words())
                                       : say_("Ongedaan maken", "Undo"));
    redo_->setText(session_.can_redo() ? say_("Opnieuw doen: %1", "Redo: %1").arg(session_.redo_words())
                                       : say_("Opnieuw doen", "Redo"));
    save_->setEnabled(has_project && !session_.is_saved() && !is_busy);
    close_->setEnabled(has_project);
    find_->setEnabled(has_project && !is_busy);
    to_hotspots_->set_possible(has_project && !is_busy);
    hotspots_->set_plan_possible(has_project && !session_.project().hotspots.empty() && !is_busy);
    make_plan_->setEnabled(has_project && !session_.project().hotspots.empty() && !is_busy);
    const QList<QAction*> pages = page_actions_->actions();
    for (const Page page : {Page::hotspots, Page::plan, Page::results, Page::export_files})
        pages.at(static_cast<int>(page))->setEnabled(has_project);
}

}  // namespace baken
