#include "app/desk.hpp"

#include "app/named_work.hpp"
#include "app/project_place.hpp"
#include "app/replay.hpp"
#include "geo/io/append_file.hpp"
#include "geo/io/file_lock.hpp"
#include "store/edit_text.hpp"
#include "store/journal.hpp"
#include "store/project_file.hpp"

#include <chrono>
#include <deque>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

/// Steps that undo goes back; each keeps the project as it was, sharing what it read.
constexpr std::size_t steps_kept = 200;

/// A state of the project, with a number of its own.
struct State {
    Project project;
    std::uint64_t number = 0;
};

struct Step {
    std::string words;
    State other;  ///< before it for what undo takes back, after it for what redo brings
};

UtcTime now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

/// Which undos and redos the records since a point tell by themselves. One that goes back behind that point carries the
/// state it leads to: by then the project file may hold what is undone.
class Told {
public:
    void begin() { *this = {}; }
    void edit() {
        ++done_;
        undone_.clear();
    }
    /// True: the record must carry the state.
    [[nodiscard]] bool undo() {
        const bool is_ours = done_ > 0;
        if (is_ours) --done_;
        undone_.push_back(is_ours);
        return !is_ours;
    }
    [[nodiscard]] bool redo() {
        if (undone_.empty()) {
            ++done_;
            return true;
        }
        if (undone_.back()) ++done_;
        undone_.pop_back();
        return false;
    }

private:
    std::size_t done_ = 0;
    std::vector<bool> undone_;  ///< true: the undone edit is one of ours
};

}  // namespace

struct SaveTicket::Inside {
    Project project;
    std::uint64_t state = 0;
    std::size_t records = 0;  ///< of the journal, that the project holds
    std::uint64_t number = 0;
    fs::path new_file;
    std::string name;    ///< of the file in whose place it will be put
    std::string sha256;  ///< of the new file, when it is written
};

struct Desk::Inside {
    explicit Inside(const fs::path& project_file) : place(fs::absolute(project_file).lexically_normal()) {}

    ProjectPlace place;
    FileLock lock;
    std::string sha256;  ///< of the project file
    State now;
    std::uint64_t saved_state = 0, last_state = 0, last_ticket = 0;
    std::deque<Step> done, undone;
    std::optional<Journal> journal;
    std::size_t records = 0;  ///< edits, undos and redos in the journal
    Told told;
    std::optional<LostAndFound> recovery;
    std::vector<Standing> left;
    JournalContent content;  ///< of the journal that was left behind

    void take_lock(bool may_do_without);
    void look_for_journal();
    void require_ready() const;
    void write(const JournalRecord&);
    void step_to(Project next, std::string words);
    void put(const SaveTicket::Inside&);
    void forget_saved_records(const SaveTicket::Inside&);
    void write_and_put(const Work&);
    [[nodiscard]] SaveTicket::Inside ticket();
    [[nodiscard]] std::string tell(std::string_view dutch, std::string_view english) const {
        return std::string(says(now.project.settings.language, dutch, english));
    }
};

void Desk::Inside::take_lock(bool may_do_without) {
    try {
        lock = FileLock(place.lock());
        place.clear_remains();
    } catch (const IoError&) {
        if (!may_do_without) throw;
    }
}

/// What stands in the journal and not in the project file.
void Desk::Inside::look_for_journal() {
    if (!fs::exists(place.journal())) return;
    content = read_journal(place.journal());
    const auto since = records_since(content, sha256);
    left = standing_of(since.value_or(content.records));
    if (since && left.empty()) {  // all of it is in the project file, or was undone
        if (lock.is_held()) fs::remove(place.journal());
        return;
    }
    recovery = found_in(left);
    recovery->belongs_here = since.has_value();
}

void Desk::Inside::require_ready() const {
    if (recovery)
        throw InputError(tell("Er zijn nog bewerkingen van de vorige keer; haal ze eerst terug of leg ze weg.",
                              "There are edits of the last time; recover them or put them aside first."));
    if (!lock.is_held())
        throw IoError(fmt::format(fmt::runtime(tell("{}: in deze map mag niet worden geschreven; bewaar het project "
                                                    "eerst in een map waarin dat wel mag",
                                                    "{}: nothing may be written in this folder; copy the project to "
                                                    "one where you may")),
                                  place.file().string()));
}

void Desk::Inside::write(const JournalRecord& record) {
    if (!journal && fs::exists(place.journal()))
        journal = Journal::resume(place.journal(), read_journal(place.journal()));
    if (journal)
        journal->add(record);
    else
        journal = Journal::create(place.journal(), sha256, {record});
    if (record.kind != RecordKind::saving) ++records;
}

void Desk::Inside::step_to(Project next, std::string words) {
    done.push_back({std::move(words), std::move(now)});
    if (done.size() > steps_kept) done.pop_front();
    undone.clear();
    now = {std::move(next), ++last_state};
}

SaveTicket::Inside Desk::Inside::ticket() {
    told.begin();
    const std::uint64_t number = ++last_ticket;
    return {.project = now.project,
            .state = now.number,
            .records = records,
            .number = number,
            .new_file = place.new_file(static_cast<int>(number)),
            .name = place.file().filename().string(),
            .sha256 = {}};
}

/// First the journal says which file holds its records, then that file takes its place: whichever of the two a crash
/// leaves, no edit is lost or done twice.
void Desk::Inside::put(const SaveTicket::Inside& saved) {
    if (journal || fs::exists(place.journal()))
        write({.kind = RecordKind::saving,
               .at = baken::now(),
               .words = {},
               .payload = saved.sha256,
               .position = saved.records});
    place.put(saved.new_file);
    sha256 = saved.sha256;
    saved_state = saved.state;
    if (journal) forget_saved_records(saved);
}

void Desk::Inside::forget_saved_records(const SaveTicket::Inside& saved) {
    try {
        const JournalContent all = read_journal(place.journal());
        std::vector<JournalRecord> rest;
        std::size_t position = 0;
        for (const auto& record : all.records)
            if (record.kind != RecordKind::saving && position++ >= saved.records) rest.push_back(record);
        if (rest.empty()) {
            fs::remove(place.journal());
            sync_folder(place.journal().parent_path());
            journal.reset();
        } else {
            journal = Journal::create(place.journal(), sha256, rest);
        }
        records = rest.size();
        // A save that was begun earlier counted the records of the journal that was.
        last_ticket = std::max(last_ticket, saved.number) + 1;
    } catch (const std::exception&) {
        // No room for a shorter journal: the one that stands there is as good, it says what the file holds.
        journal.reset();
    }
}

void Desk::Inside::write_and_put(const Work& work) {
    SaveTicket::Inside saved = ticket();
    const Work writing = named_work(work, saved.project.settings.language, "project bewaren", "saving the project");
    saved.sha256 = write_project(saved.project, saved.new_file, saved.name, writing);
    put(saved);
}

Desk::Desk(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Desk::~Desk() = default;
Desk::Desk(Desk&&) noexcept = default;
Desk& Desk::operator=(Desk&&) noexcept = default;

Desk Desk::open(const fs::path& project_file, const Work& work) {
    auto inside = std::make_unique<Inside>(project_file);
    if (!fs::exists(project_file)) throw IoError(project_file.string() + ": there is no such file");
    inside->take_lock(true);
    inside->now.project = load_project(inside->place.file(), work);
    inside->sha256 = inside->place.sha256();
    inside->look_for_journal();
    return Desk(std::move(inside));
}

Desk Desk::create(Project project, const fs::path& project_file, const Work& work) {
    auto inside = std::make_unique<Inside>(project_file);
    inside->take_lock(false);
    // Edits to the file that stood here are another project's.
    if (fs::exists(inside->place.journal())) inside->place.keep_aside(inside->place.journal());
    inside->now.project = std::move(project);
    inside->write_and_put(work);
    // From here on the project is what the file says, as it will be after a crash.
    inside->now.project = load_project(inside->place.file(), work);
    return Desk(std::move(inside));
}

const fs::path& Desk::file() const { return inside_->place.file(); }
const Project& Desk::project() const { return inside_->now.project; }
const std::optional<LostAndFound>& Desk::recovery() const { return inside_->recovery; }

void Desk::recover(Recovery answer, const Work& work) {
    Inside& in = *inside_;
    if (!in.recovery) return;
    if (answer == Recovery::leave) {
        if (in.lock.is_held()) in.place.keep_aside(in.place.journal());
        in.recovery.reset();
        in.left.clear();
        return;
    }
    if (!in.recovery->belongs_here)
        throw InputError(in.tell("De bewerkingen horen bij een andere versie van dit projectbestand; leg ze weg.",
                                 "The edits belong to another version of this project file; put them aside."));
    const Work telling =
        named_work(work, in.now.project.settings.language, "bewerkingen terughalen", "recovering the edits");
    std::vector<Project> states;
    for (std::size_t i = 0; i < in.left.size(); ++i) {
        telling.check_stop();
        telling.progress("", static_cast<double>(i) / static_cast<double>(in.left.size()));
        with_context(in.left[i].record.words, [&] {
            states.push_back(done_again(states.empty() ? in.now.project : states.back(), in.left[i]));
        });
    }
    std::optional<Journal> journal;
    if (in.lock.is_held()) journal = Journal::resume(in.place.journal(), in.content);
    in.journal = std::move(journal);
    for (const auto& record : in.content.records) in.records += record.kind == RecordKind::saving ? 0 : 1;
    for (std::size_t i = 0; i < states.size(); ++i) in.step_to(std::move(states[i]), in.left[i].record.words);
    in.recovery.reset();
    in.left.clear();
}

void Desk::perform(const Edit& edit) {
    Inside& in = *inside_;
    in.require_ready();
    Project next = edited(in.now.project, edit);
    std::string words = words_of(in.now.project, edit, in.now.project.settings.language);
    in.write({.kind = RecordKind::edit, .at = now(), .words = words, .payload = edit_text(edit)});
    in.told.edit();
    in.step_to(std::move(next), std::move(words));
}

void Desk::replace(Project project, const Work& work) {
    Inside& in = *inside_;
    in.require_ready();
    State before = std::move(in.now);
    in.now = {std::move(project), ++in.last_state};
    try {
        in.write_and_put(work);
        in.now.project = load_project(in.place.file(), work);
    } catch (...) {
        if (in.saved_state != in.now.number) in.now = std::move(before);
        throw;
    }
    in.done.clear();
    in.undone.clear();
}

bool Desk::can_undo() const { return !inside_->done.empty(); }
bool Desk::can_redo() const { return !inside_->undone.empty(); }
std::string Desk::undo_words() const { return can_undo() ? inside_->done.back().words : std::string(); }
std::string Desk::redo_words() const { return can_redo() ? inside_->undone.back().words : std::string(); }

void Desk::undo() {
    Inside& in = *inside_;
    if (!can_undo()) return;
    in.require_ready();
    Step& step = in.done.back();
    Told told = in.told;
    const bool must_carry = told.undo();
    const std::string words = fmt::format(fmt::runtime(in.tell("Ongedaan gemaakt: {}", "Undone: {}")), step.words);
    in.write({.kind = RecordKind::undo,
              .at = now(),
              .words = words,
              .payload = must_carry ? edited_part_text(step.other.project) : std::string()});
    in.told = std::move(told);
    std::swap(in.now, step.other);
    in.undone.push_back(std::move(step));
    in.done.pop_back();
}

void Desk::redo() {
    Inside& in = *inside_;
    if (!can_redo()) return;
    in.require_ready();
    Step& step = in.undone.back();
    Told told = in.told;
    const bool must_carry = told.redo();
    in.write({.kind = RecordKind::redo,
              .at = now(),
              .words = step.words,
              .payload = must_carry ? edited_part_text(step.other.project) : std::string()});
    in.told = std::move(told);
    std::swap(in.now, step.other);
    in.done.push_back(std::move(step));
    in.undone.pop_back();
}

bool Desk::is_saved() const { return inside_->now.number == inside_->saved_state; }

void Desk::save(const Work& work) {
    inside_->require_ready();
    inside_->write_and_put(work);
}

SaveTicket Desk::begin_save() {
    inside_->require_ready();
    return SaveTicket(std::make_shared<SaveTicket::Inside>(inside_->ticket()));
}

void Desk::write(const SaveTicket& ticket, const Work& work) {
    SaveTicket::Inside& saved = ticket.inside();
    const Work writing = named_work(work, saved.project.settings.language, "project bewaren", "saving the project");
    saved.sha256 = write_project(saved.project, saved.new_file, saved.name, writing);
}

void Desk::finish_save(const SaveTicket& ticket) {
    const SaveTicket::Inside& saved = ticket.inside();
    if (saved.sha256.empty()) throw InternalError("a save is finished that was not written");
    if (saved.number != inside_->last_ticket) {
        std::error_code ignored;
        fs::remove(saved.new_file, ignored);
        throw InternalError("a save is finished after a later one was begun");
    }
    inside_->put(saved);
}

std::optional<LostAndFound> left_behind(const fs::path& project_file) {
    const ProjectPlace place(fs::absolute(project_file).lexically_normal());
    if (!fs::exists(place.journal())) return std::nullopt;
    const JournalContent content = read_journal(place.journal());
    const auto since = records_since(content, place.sha256());
    const auto standing = standing_of(since.value_or(content.records));
    if (since && standing.empty()) return std::nullopt;
    LostAndFound found = found_in(standing);
    found.belongs_here = since.has_value();
    return found;
}

}  // namespace baken
