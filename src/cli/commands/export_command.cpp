#include "app/desk.hpp"
#include "base/text.hpp"
#include "cli/commands/export_layers.hpp"
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
    auto* command = app.add_subcommand("export", session.help("alle uitvoer van een bewaard project, of losse lagen",
                                                              "all outputs of a saved project, or single layers"));
    const auto file = project_argument(*command, session);
    const auto wanted = std::make_shared<LayersWanted>();
    add_layer_options(*command, session, *wanted);
    command->footer(session.help(
        "Voorbeelden:\n  baken export plan.gpkg --out opnieuw\n"
        "  baken export plan.gpkg --layer hotspots,checks --out lagen\n"
        "  baken export plan.gpkg --layer hotspots --format shp --status accepted --out lagen/plekken.shp\n"
        "  baken export plan.gpkg --layer checks --format xlsx --municipality Druten --profile partner --out "
        "druten.xlsx\n"
        "--out is een bestand als het eindigt zoals het formaat, en anders een map.",
        "Examples:\n  baken export plan.gpkg --out again\n"
        "  baken export plan.gpkg --layer hotspots,checks --out layers\n"
        "  baken export plan.gpkg --layer hotspots --format shp --status accepted --out layers/places.shp\n"
        "  baken export plan.gpkg --layer checks --format xlsx --municipality Druten --profile partner --out "
        "druten.xlsx\n"
        "--out is a file where it ends as the format does, and a folder otherwise."));
    command->callback([&session, file, wanted] {
        session.command = [&session, file, wanted] {
            return wanted->asks_for_layers() ? export_wanted(session, *file, *wanted) : export_all(session, *file);
        };
    });
}

}  // namespace baken
