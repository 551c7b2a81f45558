#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

void add_verify_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("verify", session.help("houdt een plan tegen de regels, met andere code dan die het maakte",
                                                  "holds a plan against the rules, with other code than made it"));
    const auto file = project_argument(*command, session);
    command->footer(session.help(
        "Voorbeeld:\n  baken verify uitvoer/tweestromenland-2027.gpkg\nExitcode 4: een bepaling wordt niet gehaald.",
        "Example:\n  baken verify output/tweestromenland-2027.gpkg\nExit code 4: a clause is not met."));
    command->callback([&session, file] {
        session.command = [&session, file] {
            Project project = saved_project(*file, session.work());
            if (session.options.language) project.settings.language = *session.options.language;
            project.certificate = certified(project);
            session.terminal.result(session.options.is_json ? certificate_json(project)
                                                            : certificate_report(project, project.settings.language));
            return project.certificate.ok() ? exit_code::done : exit_code::rule_unmet;
        };
    });
}

}  // namespace baken
