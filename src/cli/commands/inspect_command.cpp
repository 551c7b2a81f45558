#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

void add_inspect_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("inspect", session.help("wat is dit bestand: vorm, codering, CRS, kolommen, eerste rijen",
                                                   "what is this file: format, encoding, CRS, columns, first rows"));
    const auto file = std::make_shared<std::string>();
    command->add_option("file", *file, session.help("het bestand", "the file"))->required()->type_name("FILE");
    command->footer(
        session.help("Voorbeeld:\n  baken inspect meldingen.csv", "Example:\n  baken inspect complaints.csv"));
    command->callback([&session, file] {
        session.command = [&session, file] {
            const Inspection found = inspected(*file, session.work());
            session.terminal.result(session.options.is_json ? inspection_json(found)
                                                            : inspection_report(found, session.help_language));
            return exit_code::done;
        };
    });
}

}  // namespace baken
