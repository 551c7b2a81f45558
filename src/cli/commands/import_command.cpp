#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

void add_import_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("import", session.help("alleen inlezen; toont het ontvangstbewijs per bron",
                                                              "intake only; prints the receipt of each source"));
    const auto settings = settings_argument(*command, session);
    command->footer(session.help("Voorbeeld:\n  baken import baken.toml --json > ontvangst.json",
                                 "Example:\n  baken import baken.toml --json > receipt.json"));
    command->callback([&session, settings] {
        session.command = [&session, settings] {
            const Work work = session.work();
            const Project project =
                with_events(open_project({.settings = *settings, .language = session.options.language}), work);
            session.terminal.result(session.options.is_json ? receipts_json(project)
                                                            : receipt_report(project, session.language_of(project)));
            return exit_code::done;
        };
    });
}

}  // namespace baken
