#pragma once
/// A project on the desk of one person: edits that survive a crash, undo for all of them, one writer at a time.
///
///     Desk desk = Desk::open(file, {}, work);        // takes the lock; says what a crash left behind
///     if (desk.recovery()) desk.recover(Recovery::take, work);
///     desk.perform(ReviewHotspot{.hotspot = id, .status = "accepted"});    // on disk when it returns
///     desk.undo();
///     desk.save(work);

#include "base/work.hpp"
#include "model/edit.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

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

/// Who holds a project.
struct Holder {
    std::string user, host;
    long pid = 0;
};

/// Thrown when another process holds the project (exit code 6). Names who, and what to do.
class LockedError : public Error {
public:
    LockedError(std::string message, Holder holder) : Error(std::move(message)), holder_(std::move(holder)) {}
    [[nodiscard]] const Holder& holder() const { return holder_; }

private:
    Holder holder_;
};

class Desk {
public:
    /// A project that was saved, its accidents and complaints too.
    [[nodiscard]] static Desk open(const std::filesystem::path& project_file, const Work&);
    /// A project that was just made (after intake, hotspots or a plan): saved to `project_file`, then open.
    [[nodiscard]] static Desk create(Project, const std::filesystem::path& project_file, const Work&);
    ~Desk();  ///< gives the lock back; unsaved edits stay on disk for the next time
    Desk(Desk&&) noexcept;
    Desk& operator=(Desk&&) noexcept;

    [[nodiscard]] const std::filesystem::path& file() const;
    [[nodiscard]] const Project& project() const;

    [[nodiscard]] const std::optional<LostAndFound>& recovery() const;  ///< until it is answered
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

private:
    struct Inside;
    explicit Desk(std::unique_ptr<Inside>);
    std::unique_ptr<Inside> inside_;
};

}  // namespace baken
