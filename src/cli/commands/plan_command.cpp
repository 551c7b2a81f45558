#include "app/settings_change.hpp"
#include "cli/common.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

namespace {

int tell(Session& session, const Project& project) {
    session.terminal.result(session.options.is_json ? plan_json(project)
                                                    : plan_report(project, session.language_of(project)));
    return plan_exit_code(session, project);
}

int plan_settings(Session& session, const std::string& settings, std::optional<std::uint64_t> seed) {
    const Work work = session.work();
    Project project = opened(session, settings, seed);
    return tell(session, with_plan(with_hotspots(with_events(std::move(project), work), work), work));
}

/// The rest of a saved project stays as it is: review, locks, what was done.
int plan_project(Session& session, const std::string& file, std::optional<std::uint64_t> seed) {
    const Work work = session.work();
    Desk desk = opened_desk(session, file, work);
    if (seed) desk.perform(ReplaceSettings{settings_with(desk.project(), {{"seed", std::to_string(*seed)}})});
    desk.perform(ReplacePlan{with_plan(desk.project(), work).plan});
    desk.save(work);
    return tell(session, desk.project());
}

}  // namespace

void add_plan_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand(
        "plan", session.help("inlezen, aandachtslocaties en het plan, zonder uitvoer te schrijven; of "
                             "een bewaard project opnieuw plannen",
                             "intake, hotspots and the plan, without writing outputs; or a saved "
                             "project planned again"));
    const auto file = std::make_shared<std::string>();
    command
        ->add_option("settings", *file,
                     session.help("instellingen (TOML), of een project (.gpkg) dat opnieuw wordt gepland en bewaard",
                                  "settings (TOML), or a project (.gpkg) that is planned again and saved"))
        ->required()
        ->type_name("SETTINGS|PROJECT");
    const auto seed = seed_option(*command, session);
    command->footer(
        session.help("Voorbeelden:\n  baken plan baken.toml --seed 7\n  baken plan uitvoer/tweestromenland-2027.gpkg\n"
                     "Exitcode 4: een regel wordt niet gehaald. Exitcode 6: een ander heeft het project open.",
                     "Examples:\n  baken plan baken.toml --seed 7\n  baken plan output/tweestromenland-2027.gpkg\n"
                     "Exit code 4: a rule is not met. Exit code 6: somebody else has the project open."));
    command->callback([&session, file, seed] {
        session.command = [&session, file, seed] {
            const bool is_project = std::filesystem::path(*file).extension() == ".gpkg";
            return is_project ? plan_project(session, *file, *seed) : plan_settings(session, *file, *seed);
        };
    });
}

}  // namespace baken
