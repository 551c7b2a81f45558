#include "app/demo.hpp"
#include "base/text.hpp"
#include "cli/common.hpp"
#include "cli/report.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace baken {

namespace {

int run_demo(Session& session, const std::filesystem::path& folder, bool has_no_pdf) {
    const Work work = session.work();
    const std::filesystem::path outputs_folder = folder / "uitvoer";
    require_free(folder, session.options.overwrite());
    write_region({}, folder, session.options.overwrite(), work);
    Project project = open_project({.settings = folder / region_settings_file, .language = session.options.language});
    project = with_plan(with_hotspots(with_events(std::move(project), work), work), work);
    const Pack pack = write_outputs(project, outputs_folder, pack_options(session, has_no_pdf), work);
    const std::vector<std::string> outputs = told(session, pack);

    if (session.options.is_json) {
        session.terminal.result(run_json(project, outputs));
        return plan_exit_code(session, project);
    }
    const Language language = session.language_of(project);
    session.terminal.result(
        plan_report(project, language) + "\n" +
        fmt::format(
            fmt::runtime(says(
                language,
                "De demoregio is verzonnen: {} ongevallen en {} klachten die op echte lijken.\n"
                "De regio en de instellingen staan in {}, de uitvoer in {}:\n{}"
                "Open report.html in een browser, {}.qgz in QGIS, plan.ics in een agenda en een briefing uit "
                "briefings/.\n",
                "The demo region is made up: {} accidents and {} complaints that look like real ones.\n"
                "The region and its settings are in {}, the outputs in {}:\n{}"
                "Open report.html in a browser, {}.qgz in QGIS, plan.ics in a calendar and a sheet of briefings/.\n")),
            project.region->accidents.size(), project.region->complaints.size(), folder.string(),
            outputs_folder.string(), pack_report(pack, outputs_folder, language), file_stem(project)));
    return plan_exit_code(session, project);
}

}  // namespace

void add_demo_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("demo", session.help("schrijf de demoregio in een map en doe er het hele werk mee",
                                                "write the demo region into a folder and run the whole job on it"));
    const auto folder = std::make_shared<std::string>();
    command
        ->add_option("folder", *folder, session.help("de map; mag nog niet bestaan", "the folder; must not exist yet"))
        ->required()
        ->type_name("DIR");
    const auto has_no_pdf = no_pdf_option(*command, session);
    command->footer(session.help("Voorbeeld:\n  baken demo demo", "Example:\n  baken demo demo"));
    command->callback([&session, folder, has_no_pdf] {
        session.command = [&session, folder, has_no_pdf] { return run_demo(session, *folder, *has_no_pdf); };
    });
}

}  // namespace baken
