#include "cli/common.hpp"
#include "base/text.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace baken {

namespace {

int run_all(Session& session, const std::string& settings, std::optional<std::uint64_t> seed, bool has_no_pdf) {
    const Work work = session.work();
    Project project = opened(session, settings, seed);
    const std::filesystem::path folder =
        session.options.out.empty() ? default_folder(project) : std::filesystem::path(session.options.out);
    require_free(folder, session.options.overwrite());
    project = with_plan(with_hotspots(with_events(std::move(project), work), work), work);
    work.check_stop();

    const Pack pack = write_outputs(project, folder, pack_options(session, has_no_pdf), work);
    const std::vector<std::string> outputs = told(session, pack);
    if (session.options.is_json) {
        session.terminal.result(run_json(project, outputs));
    } else {
        const Language language = session.language_of(project);
        session.terminal.result(receipt_report(project, language) + "\n" + plan_report(project, language) + "\n" +
                                certificate_report(project, language) + "\n" + pack_report(pack, folder, language));
    }
    return plan_exit_code(session, project);
}

}  // namespace

void add_run_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("run", session.help("alles: inlezen, aandachtslocaties, plan, verificatie, uitvoer",
                                               "everything: intake, hotspots, plan, verification, outputs"));
    const auto settings = settings_argument(*command, session);
    const auto seed = seed_option(*command, session);
    const auto has_no_pdf = no_pdf_option(*command, session);
    command->footer(
        session.help("Voorbeeld:\n  baken run baken.toml --out uitvoer\nExitcode 4: een regel wordt niet gehaald; het "
                     "plan is toch het beste dat kan.",
                     "Example:\n  baken run baken.toml --out output\nExit code 4: a rule is not met; the plan is still "
                     "the best one."));
    command->callback([&session, settings, seed, has_no_pdf] {
        session.command = [&session, settings, seed, has_no_pdf] {
            return run_all(session, *settings, *seed, *has_no_pdf);
        };
    });
}

}  // namespace baken
