#include "ui/models/session.hpp"

#include "app/outputs.hpp"
#include "app/settings_change.hpp"
#include "app/stages.hpp"

#include <utility>

namespace baken {

Session::Session(Speech say, QObject* parent) : QObject(parent), say_(say) {
    connect(&jobs_, &JobRunner::finished, this, [this](JobOutcome outcome, const QString& message) {
        if (outcome == JobOutcome::failed)
            emit failed(say_("%1 is niet gelukt", "%1 failed").arg(jobs_.name()), message);
        if (std::exchange(is_closing_, false) && outcome == JobOutcome::done) close();
        if (outcome == JobOutcome::cancelled) emit said(say_("%1: afgebroken", "%1: cancelled").arg(jobs_.name()));
    });
}

template <class Body>
bool Session::guarded(const QString& what, Body&& body) {
    try {
        body();
        return true;
    } catch (const std::exception& error) {
        emit failed(what, QString::fromUtf8(error.what()));
        return false;
    }
}

void Session::open(const std::filesystem::path& project_file) {
    auto before = put_away();
    emit closed();
    jobs_.start(
        say_("Project openen", "Opening the project"),
        [project_file, before](const Work& work) {
            before->reset();
            return std::make_shared<Desk>(Desk::open(project_file, work));
        },
        [this](const std::shared_ptr<Desk>& desk) { adopt(std::move(*desk)); });
}

void Session::adopt(Desk desk) {
    desk_.emplace(std::move(desk));
    emit opened();
    emit saved_changed();
    emit said(say_("%1 geopend", "%1 opened").arg(QString::fromStdString(file().filename().string())));
    if (std::exchange(is_after_search_, false)) emit hotspots_found();
    if (desk_->recovery()) emit recovery_offered(*desk_->recovery());
}

void Session::take(Project project) {
    const bool is_the_same = desk_ && desk_->project().settings.file == project.settings.file;
    const std::filesystem::path target =
        is_the_same ? desk_->file() : project.settings.file.parent_path() / (file_stem(project) + ".gpkg");
    auto before = put_away();
    jobs_.start(
        say_("Project bewaren", "Saving the project"),
        [project = std::move(project), target, before](const Work& work) {
            before->reset();
            return std::make_shared<Desk>(Desk::create(project, target, work));
        },
        [this](const std::shared_ptr<Desk>& desk) { adopt(std::move(*desk)); });
}

std::shared_ptr<std::optional<Desk>> Session::put_away() {
    return std::make_shared<std::optional<Desk>>(std::exchange(desk_, std::nullopt));
}

void Session::close() {
    jobs_.drop();
    desk_.reset();
    emit closed();
    emit saved_changed();
}

std::optional<Desk> Session::release() {
    jobs_.drop();
    return std::exchange(desk_, std::nullopt);
}

bool Session::perform(const Edit& edit) {
    if (!desk_) return false;
    QString words;
    const bool is_done = guarded(say_("Dat kan niet", "That cannot be"), [&] {
        desk_->perform(edit);
        words = to_qt(desk_->undo_words());
    });
    if (is_done) edited(words);
    return is_done;
}

void Session::edited(const QString& words) {
    emit changed();
    emit saved_changed();
    if (!words.isEmpty()) emit said(words);
}

QString Session::undo_words() const { return desk_ ? to_qt(desk_->undo_words()) : QString(); }
QString Session::redo_words() const { return desk_ ? to_qt(desk_->redo_words()) : QString(); }

void Session::undo() {
    if (!can_undo()) return;
    const QString words = undo_words();
    if (guarded(say_("Ongedaan maken is niet gelukt", "Undo failed"), [&] { desk_->undo(); }))
        edited(say_("Ongedaan gemaakt: %1", "Undone: %1").arg(words));
}

void Session::redo() {
    if (!can_redo()) return;
    const QString words = redo_words();
    if (guarded(say_("Opnieuw doen is niet gelukt", "Redo failed"), [&] { desk_->redo(); }))
        edited(say_("Opnieuw gedaan: %1", "Done again: %1").arg(words));
}

void Session::save() {
    if (!desk_ || desk_->is_saved()) return;
    guarded(say_("Opslaan is niet gelukt", "Saving failed"), [&] {
        jobs_.start(
            say_("Opslaan", "Saving"),
            [ticket = desk_->begin_save()](const Work& work) {
                Desk::write(ticket, work);
                return ticket;
            },
            [this](const SaveTicket& ticket) {
                if (!desk_) return;
                desk_->finish_save(ticket);
                emit saved_changed();
                emit said(
                    say_("Opgeslagen in %1", "Saved in %1").arg(QString::fromStdString(file().filename().string())));
            });
    });
}

void Session::close_when_saved() {
    if (is_saved()) return close();
    is_closing_ = true;
    save();
}

void Session::recover(Recovery answer) {
    if (!desk_) return;
    const bool is_done =
        guarded(say_("Terughalen is niet gelukt", "Recovery failed"), [&] { desk_->recover(answer, {}); });
    if (!is_done) return;
    emit opened();
    emit saved_changed();
    emit said(answer == Recovery::take ? say_("Bewerkingen teruggehaald", "Edits recovered")
                                       : say_("Geopend zonder de bewerkingen; zij blijven apart bewaard",
                                              "Opened without the edits; they are kept aside"));
}

void Session::find_hotspots() {
    if (!desk_) return;
    jobs_.start(
        say_("Aandachtslocaties zoeken", "Finding hotspots"),
        [project = project()](const Work& work) { return with_hotspots(project, work); },
        [this](Project found) {
            is_after_search_ = true;
            take(std::move(found));
        });
}

void Session::make_plan() {
    if (!desk_) return;
    jobs_.start(
        say_("Jaar plannen", "Planning the year"),
        [project = project()](const Work& work) { return with_plan(project, work).plan; },
        [this](Plan plan) {
            if (perform(ReplacePlan{std::move(plan)})) emit planned();
        },
        OnCancel::take_best);
}

void Session::apply_and_plan(const std::vector<SettingChange>& changes) {
    if (!desk_) return;
    std::string text;
    const bool is_ready = guarded(say_("De regel kan niet worden aangepast", "The rule cannot be changed"),
                                  [&] { text = settings_with(project(), changes); });
    if (is_ready && perform(ReplaceSettings{text})) make_plan();
}

}  // namespace baken
