#include "app/desk.hpp"
#include "base/text.hpp"
#include "cli/commands/export_layers.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

namespace {

/// "municipality" of --pack; empty: one pack of the whole plan.
struct PackWanted {
    std::string per;
    std::shared_ptr<bool> has_no_pdf;
};

int export_pack(Session& session, const std::filesystem::path& file, const PackWanted& wanted) {
    const Work work = session.work();
    const Project project = project_for_outputs(session, file, work);
    const Language language = session.language_of(project);
    const std::filesystem::path folder =
        session.options.out.empty()
            ? file.parent_path() /
                  (file_stem(project) +
                   std::string(wanted.per.empty() ? "-export" : says(language, "-gemeenten", "-municipalities")))
            : std::filesystem::path(session.options.out);
    PackOptions options = pack_options(session, *wanted.has_no_pdf);
    options.told_in = {std::filesystem::absolute(file).parent_path()};
    const Pack pack = wanted.per.empty() ? write_outputs(project, folder, options, work)
                                         : write_municipality_packs(project, folder, options, work);
    const std::vector<std::string> outputs = told(session, pack);
    session.terminal.result(session.options.is_json ? run_json(project, outputs) : pack_report(pack, folder, language));
    return exit_code::done;
}

}  // namespace

void add_export_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("export", session.help("alle uitvoer van een bewaard project, of losse lagen",
                                                              "all outputs of a saved project, or single layers"));
    const auto file = project_argument(*command, session);
    const auto wanted = std::make_shared<LayersWanted>();
    add_layer_options(*command, session, *wanted);
    const auto pack = std::make_shared<PackWanted>();
    pack->has_no_pdf = no_pdf_option(*command, session);
    command
        ->add_option("--pack", pack->per,
                     session.help("municipality: een map per gemeente, voor de gemeente zelf",
                                  "municipality: a folder for each municipality, to hand over"))
        ->check(CLI::IsMember({"municipality"}))
        ->type_name("municipality");
    command->footer(session.help(
        "Voorbeelden:\n  baken export plan.gpkg --out opnieuw\n"
        "  baken export plan.gpkg --pack municipality --out gemeenten\n"
        "  baken export plan.gpkg --layer hotspots,checks --out lagen\n"
        "  baken export plan.gpkg --layer hotspots --format shp --status accepted --out lagen/plekken.shp\n"
        "  baken export plan.gpkg --layer checks --format xlsx --municipality Druten --profile partner --out "
        "druten.xlsx\n"
        "  baken export plan.gpkg --layer density --cell 25 --bandwidth 200 --out dichtheid.tif\n"
        "--out is een bestand als het eindigt zoals het formaat, en anders een map.",
        "Examples:\n  baken export plan.gpkg --out again\n"
        "  baken export plan.gpkg --pack municipality --out municipalities\n"
        "  baken export plan.gpkg --layer hotspots,checks --out layers\n"
        "  baken export plan.gpkg --layer hotspots --format shp --status accepted --out layers/places.shp\n"
        "  baken export plan.gpkg --layer checks --format xlsx --municipality Druten --profile partner --out "
        "druten.xlsx\n"
        "  baken export plan.gpkg --layer density --cell 25 --bandwidth 200 --out density.tif\n"
        "--out is a file where it ends as the format does, and a folder otherwise."));
    command->callback([&session, file, wanted, pack] {
        session.command = [&session, file, wanted, pack] {
            return wanted->asks_for_layers() ? export_wanted(session, *file, *wanted)
                                             : export_pack(session, *file, *pack);
        };
    });
}

}  // namespace baken
