#include "cli/common.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

void add_plan_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("plan", session.help("inlezen, aandachtslocaties en het plan, zonder uitvoer te schrijven",
                                                "intake, hotspots and the plan, without writing outputs"));
    const auto settings = settings_argument(*command, session);
    const auto seed = seed_option(*command, session);
    command->footer(
        session.help("Voorbeeld:\n  baken plan baken.toml --seed 7", "Example:\n  baken plan baken.toml --seed 7"));
    command->callback([&session, settings, seed] {
        session.command = [&session, settings, seed] {
            const Work work = session.work();
            Project project = opened(session, *settings, *seed);
            project = with_plan(with_hotspots(with_events(std::move(project), work), work), work);
            session.terminal.result(session.options.is_json ? plan_json(project)
                                                            : plan_report(project, session.language_of(project)));
            return plan_exit_code(session, project);
        };
    });
}

}  // namespace baken
