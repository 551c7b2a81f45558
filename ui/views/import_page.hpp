#pragma once
/// Bringing data in: drop files anywhere on the page, correct how they are read, add them to the project, read them,
/// and see where every row went.
///
///     auto* page = new ImportPage(say, this);
///     page->show(project, project.settings.file.parent_path());
///     connect(page, &ImportPage::settings_changed, this, ...);   // keep the text: an edit, or the settings file
///     connect(page, &ImportPage::project_read, this, ...);       // a project with fresh events, without hotspots
///
/// The page goes on with its own text after settings_changed; calling show() again with that text changes nothing.

#include <QStringList>
#include <QWidget>

#include "ui/models/import_jobs.hpp"
#include "ui/models/import_session.hpp"
#include "ui/models/job_runner.hpp"

#include <deque>
#include <functional>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace baken {

class ImportFilePane;
class ImportReceiptPane;
class ImportRegionPane;
class ImportSourcesPane;

class ImportPage : public QWidget {
    Q_OBJECT

public:
    explicit ImportPage(Speech, QWidget* parent = nullptr);

    using QWidget::show;
    /// A project without settings text is none: files can be looked at, and a new project made with them.
    void show(const Project&, const std::filesystem::path& settings_folder);
    void look_at(const QStringList& files);  ///< as if they were dropped
    void add_files();                        ///< asks which
    void new_project();                      ///< asks for name, year, folder and municipalities
    void read();                             ///< reads the sources of the project
    void cancel();
    [[nodiscard]] bool is_busy() const;

signals:
    void settings_changed(const QString& toml);
    void project_read(const baken::Project&);
    void project_made(const QString& settings_file);  ///< a settings file was written: open it
    void said(const QString& status);

protected:
    void dragEnterEvent(QDragEnterEvent*) override;
    void dragLeaveEvent(QDragLeaveEvent*) override;
    void dropEvent(QDropEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent*) override;

private:
    [[nodiscard]] QWidget* start_side();
    [[nodiscard]] QWidget* item_side();
    void connect_panes();
    void connect_jobs();
    void look_at_next();
    void look_again(const SourceSettings&);
    void show_item();
    void show_abilities();
    void select(int item);
    void look_at_files();
    void load_names(const std::filesystem::path&);
    void attempt(const std::function<void()>&);  ///< says what went wrong
    void follow(JobRunner&);
    void dress();
    [[nodiscard]] QString sum_of_receipts() const;
    [[nodiscard]] const ImportItem* current() const;

    Speech say_;
    ImportSession session_;
    std::deque<std::filesystem::path> waiting_;
    std::filesystem::path names_of_;  ///< the file whose municipalities are shown
    int shown_ = -1;
    ImportSourcesPane* sources_ = nullptr;
    QStackedWidget* side_ = nullptr;
    QLabel* start_title_ = nullptr;
    QLabel* start_text_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* path_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    ImportReceiptPane* receipt_ = nullptr;
    ImportFilePane* file_ = nullptr;
    ImportRegionPane* region_ = nullptr;
    QLabel* curtain_ = nullptr;  ///< over the page while files hang above it
    // Last, so that they end first: their answers speak to all of the above.
    JobRunner looking_, previewing_, reading_, files_, names_reading_, saving_;
};

}  // namespace baken
