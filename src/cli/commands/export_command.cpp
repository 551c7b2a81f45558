#include "app/desk.hpp"
#include "base/text.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

namespace {

int export_all(Session& session, const std::filesystem::path& file) {
    const Work work = session.work();
    Project project = saved_project(file, work);
    if (session.options.language) project.settings.language = *session.options.language;
    const Language language = session.language_of(project);
    if (left_behind(file))
        session.terminal.message(std::string(says(
            language,
            "Let op: er zijn bewerkingen die nog niet in het projectbestand staan; zij staan niet in deze uitvoer. "
            "Open het project in baken-desktop om ze terug te halen.",
            "Note: there are edits that are not in the project file yet; they are not in these outputs. Open the "
            "project in baken-desktop to recover them.")));
    const std::filesystem::path folder = session.options.out.empty()
                                             ? file.parent_path() / (file_stem(project) + "-export")
                                             : std::filesystem::path(session.options.out);
    std::vector<std::string> outputs;
    for (const auto& path : write_outputs(project, folder, session.options.overwrite(), work))
        outputs.push_back(path.string());
    session.terminal.result(session.options.is_json ? run_json(project, outputs) : joined(outputs, "\n") + "\n");
    return exit_code::done;
}

}  // namespace

void add_export_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand(
        "export", session.help("alle uitvoer van een bewaard project", "all outputs of a saved project"));
    const auto file = project_argument(*command, session);
    command->footer(session.help("Voorbeeld:\n  baken export uitvoer/tweestromenland-2027.gpkg --out opnieuw",
                                 "Example:\n  baken export output/tweestromenland-2027.gpkg --out again"));
    command->callback([&session, file] { session.command = [&session, file] { return export_all(session, *file); }; });
}

}  // namespace baken
