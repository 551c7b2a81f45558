#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

void add_hotspots_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("hotspots", session.help("inlezen en aandachtslocaties per gemeente",
                                                                "intake and the hotspots of each municipality"));
    const auto settings = settings_argument(*command, session);
    command->footer(session.help("Voorbeeld:\n  baken hotspots baken.toml", "Example:\n  baken hotspots baken.toml"));
    command->callback([&session, settings] {
        session.command = [&session, settings] {
            const Work work = session.work();
            Project project = open_project({.settings = *settings, .language = session.options.language});
            project = with_hotspots(with_events(std::move(project), work), work);
            session.terminal.result(session.options.is_json ? hotspots_json(project)
                                                            : hotspot_report(project, session.language_of(project)));
            return exit_code::done;
        };
    });
}

}  // namespace baken
