#pragma once
/// A project on the desk of one person: edits that survive a crash, undo for all of them, one writer at a time.
///
///     Desk desk = Desk::open(file, {}, work);        // takes the lock; says what a crash left behind
///     if (desk.recovery()) desk.recover(Recovery::take, work);
///     desk.perform(ReviewHotspot{.hotspot = id, .status = "accepted"});    // on disk when it returns
///     desk.undo();
///     desk.save(work);
///
/// Beside NAME.gpkg stand NAME.gpkg.edits (edits that are not in it yet), NAME.gpkg.lock (while it is open) and
/// versions/ (the five files before it).

#include "base/work.hpp"
#include "model/edit.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace baken {

/// The project as it would be after the edit: hotspots, plan, value and certificate. A pure function. Throws InputError
/// that says why where the edit is impossible.
[[nodiscard]] Project edited(const Project&, const Edit&);
/// What was done, for the undo menu and the status line: "Controle 12 mrt Druten verplaatst naar 19 mrt".
[[nodiscard]] std::string words_of(const Project& before, const Edit&, Language);

/// Edits that were acknowledged and are not in the project file: the program ended before it saved.
struct LostAndFound {
    int edits = 0;             ///< as they would be done again, undone ones left out
    UtcTime first, last;       ///< when they were made
    std::string last_words;    ///< what the last one did
    bool belongs_here = true;  ///< false: the project file is another one than the edits were made to
};

enum class Recovery { take, leave };  ///< leave: the edits are kept aside in a file of their own

/// What a program that ended left behind, without opening the project; nothing: nothing. For those who only read it.
[[nodiscard]] std::optional<LostAndFound> left_behind(const std::filesystem::path& project_file);

/// A save under way: the project as it was when it began, and the new file that is written beside the old one.
class SaveTicket {
public:
    struct Inside;
    explicit SaveTicket(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}
    [[nodiscard]] Inside& inside() const { return *inside_; }

private:
    std::shared_ptr<Inside> inside_;
};

class Desk {
public:
    /// A project that was saved, its accidents and complaints too. Throws LockedError when another process has it open.
    /// In a folder where nothing may be written it opens, and edits throw IoError.
    [[nodiscard]] static Desk open(const std::filesystem::path& project_file, const Work&);
    /// A project that was just made (after intake, hotspots or a plan): saved to `project_file`, then open.
    [[nodiscard]] static Desk create(Project, const std::filesystem::path& project_file, const Work&);
    ~Desk();  ///< gives the lock back; unsaved edits stay on disk for the next time
    Desk(Desk&&) noexcept;
    Desk& operator=(Desk&&) noexcept;

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] const Project& project() const;

    [[nodiscard]] const std::optional<LostAndFound>& recovery() const;  ///< until it is answered
    /// take: the edits are done again, in their order, and undo takes them back one by one. Throws InputError when they
    /// belong to another project file, or one cannot be done again; then they are still there.
    void recover(Recovery, const Work&);

    /// Does the edit and writes it down (synced) before it returns. Throws InputError where it is impossible and
    /// IoError where it cannot be written; then nothing has changed.
    void perform(const Edit&);
    /// After a new import or a new search for hotspots: another project in place of this one, saved. Undo ends here.
    void replace(Project, const Work&);

    [[nodiscard]] bool can_undo() const;
    [[nodiscard]] bool can_redo() const;
    [[nodiscard]] std::string undo_words() const;  ///< what undo would take back; empty: nothing
    [[nodiscard]] std::string redo_words() const;
    void undo();
    void redo();

    [[nodiscard]] bool is_saved() const;  ///< no edits since the project file was written
    /// Writes the edits into the project file, whole or not at all. Undo goes on across a save.
    void save(const Work&);

    /// The same in three steps, so that edits go on while the file is written: begin and finish where the edits are
    /// made, write on any thread. The edits made meanwhile stay unsaved. Only the last save begun can be finished.
    [[nodiscard]] SaveTicket begin_save();
    static void write(const SaveTicket&, const Work&);
    void finish_save(const SaveTicket&);

private:
    struct Inside;
    explicit Desk(std::unique_ptr<Inside>);
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
