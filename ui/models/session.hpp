#pragma once
/// The open project of the window: what it holds, what was done to it, and the jobs that work on it. All changes of a
/// project go through here.
///
///     connect(session, &Session::changed, page, [=] { page->show(session->project()); });
///     session->perform(ReviewHotspot{.hotspot = id, .status = "accepted"});

#include <QObject>
#include <QString>

#include "app/desk.hpp"
#include "ui/models/job_runner.hpp"
#include "ui/models/speech.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace baken {

class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(Speech say, QObject* parent = nullptr);

    [[nodiscard]] const Speech& say() const { return say_; }
    [[nodiscard]] bool has_project() const { return desk_.has_value(); }
    [[nodiscard]] const Project& project() const { return desk_->project(); }
    [[nodiscard]] const std::filesystem::path& file() const { return desk_->file(); }
    /// Long work, one at a time. Its name, progress and end stand in the status line.
    [[nodiscard]] JobRunner& jobs() { return jobs_; }
    [[nodiscard]] const JobRunner& jobs() const { return jobs_; }

    void open(const std::filesystem::path& project_file);
    /// A project that was just read from its sources, kept beside its settings. Where one is open that lies in the same
    /// file it is replaced.
    void take(Project);
    void close();
    void close_when_saved();
    /// Hands the open project over to another session, with its undo: the window is made anew in another language.
    [[nodiscard]] std::optional<Desk> release();
    void adopt(Desk desk);

    /// False where the edit was refused; `failed` has told why.
    bool perform(const Edit&);
    void undo();
    void redo();
    [[nodiscard]] bool can_undo() const { return desk_ && desk_->can_undo(); }
    [[nodiscard]] bool can_redo() const { return desk_ && desk_->can_redo(); }
    [[nodiscard]] QString undo_words() const;
    [[nodiscard]] QString redo_words() const;

    [[nodiscard]] bool is_saved() const { return !desk_ || desk_->is_saved(); }
    void save();
    /// What a crash left behind was answered.
    void recover(Recovery);

    void find_hotspots();
    void make_plan();
    /// Changes settings and plans again: two edits, each of which undo takes back.
    void apply_and_plan(const std::vector<SettingChange>&);

signals:
    void opened();   ///< another project, or the same one with other findings
    void changed();  ///< an edit, an undo, a plan
    void closed();
    void saved_changed();            ///< is_saved() may be another
    void said(const QString& text);  ///< what happened, for the status line
    void failed(const QString& what, const QString& why);
    void recovery_offered(const baken::LostAndFound&);
    void hotspots_found();
    void planned();

private:
    void edited(const QString& words);
    /// What was open, for a job to let go of before it opens something: that gives the lock back, and a large region is
    /// not taken apart while the window waits.
    [[nodiscard]] std::shared_ptr<std::optional<Desk>> put_away();
    template <class Body>
    bool guarded(const QString& what, Body&& body);

    Speech say_;
    std::optional<Desk> desk_;
    JobRunner jobs_;
    bool is_after_search_ = false;  ///< what is being saved are hotspots that were just found
    bool is_closing_ = false;       ///< when the save under way is done
};

}  // namespace baken
