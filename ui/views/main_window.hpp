#pragma once
/// The window: pages across the top, what happened along the bottom, and the actions that belong to all pages.
///
///     MainWindow window(Speech(Language::nl), memory);
///     window.open_path("plan.gpkg");

#include <QMainWindow>

#include "ui/models/memory.hpp"
#include "ui/models/session.hpp"
#include "ui/views/look.hpp"

#include <array>
#include <functional>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace baken {

class ExportPage;
class HotspotsPage;
class ImportPage;
class NextBar;
class PlanPage;
class ResultsPage;
class StartPage;
class StatusStrip;

enum class Page { start, import_files, hotspots, plan, results, export_files };

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(Speech, Memory&, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session() { return session_; }
    /// A project, settings, or data files to import: whatever a person may drop on a window.
    void open_path(const QString& path);
    void show_page(Page);
    [[nodiscard]] Page page() const;

signals:
    /// The window has to be made anew: in another language.
    void language_chosen(baken::Language);
    void shade_chosen(baken::Shade);
    void letters_chosen(int percent);

protected:
    void closeEvent(QCloseEvent*) override;
    void dragEnterEvent(QDragEnterEvent*) override;
    void dropEvent(QDropEvent*) override;

private:
    void make_pages();
    void make_menus();
    void make_file_menu();
    void make_edit_menu();
    void make_view_menu();
    void make_work_menu();
    void make_help_menu();
    void make_bar();
    void connect_session();
    void connect_pages();

    QAction* add_action(QMenu*, const QString& name, const QString& text, const QKeySequence&,
                        const std::function<void()>& then);
    void show_project();
    void choose_next_result();
    void update_actions();
    void update_title();
    void update_quota();
    void open_settings(const QString& path);
    void open_demo();
    void ask_new();
    void ask_open();
    void offer_recovery(const LostAndFound&);
    void print_page();
    void show_help();
    void fill_recent();

    Speech say_;
    Memory& memory_;
    Session session_;

    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    ImportPage* import_ = nullptr;
    NextBar* to_hotspots_ = nullptr;
    HotspotsPage* hotspots_ = nullptr;
    PlanPage* plan_ = nullptr;
    ResultsPage* results_ = nullptr;
    ExportPage* export_ = nullptr;
    StatusStrip* strip_ = nullptr;

    QActionGroup* page_actions_ = nullptr;
    QMenu* recent_menu_ = nullptr;
    QAction *undo_ = nullptr, *redo_ = nullptr, *save_ = nullptr, *close_ = nullptr, *find_ = nullptr,
            *make_plan_ = nullptr;
    QAction *quota_shown_ = nullptr, *dark_shown_ = nullptr;
    QLabel *project_name_ = nullptr, *quota_ = nullptr, *dark_ = nullptr;
    bool is_leaving_ = false;
};

}  // namespace baken
