#include "app/review_files.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace baken {

namespace {

struct ReviewOptions {
    std::string project, export_to, import_from, municipality;
};

int export_review(Session& session, const ReviewOptions& options) {
    Project project = saved_project(options.project, session.work());
    if (session.options.language) project.settings.language = *session.options.language;
    write_review(project, options.municipality, options.export_to, session.options.overwrite());
    session.terminal.result(options.export_to + "\n");
    return exit_code::done;
}

int import_review(Session& session, const ReviewOptions& options) {
    const Work work = session.work();
    Desk desk = opened_desk(session, options.project, work);
    const std::size_t changed = take_review(desk, options.municipality, options.import_from);
    if (changed > 0) desk.save(work);
    session.terminal.result(
        fmt::format(fmt::runtime(says(session.language_of(desk.project()), "{} aandachtslocaties gewijzigd in {}\n",
                                      "{} hotspots changed in {}\n")),
                    changed, options.project));
    return exit_code::done;
}

}  // namespace

void add_review_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand(
        "review", session.help("de beoordeling van aandachtslocaties als tabel voor een rekenblad: weg en terug",
                               "the review of hotspots as a table for a spreadsheet: out and back in"));
    const auto options = std::make_shared<ReviewOptions>();
    const auto project = project_argument(*command, session);
    auto* out = command->add_option("--export", options->export_to, session.help("schrijf de tabel", "write the table"))
                    ->type_name("FILE.csv");
    command
        ->add_option("--import", options->import_from,
                     session.help("lees een ingevulde tabel en bewaar het project",
                                  "read a table that was filled in and save the project"))
        ->type_name("FILE.csv")
        ->excludes(out);
    command
        ->add_option("--municipality", options->municipality,
                     session.help("alleen deze gemeente", "this municipality only"))
        ->type_name("NAME");
    command->footer(
        session.help("Voorbeelden:\n  baken review plan.gpkg --export wijchen.csv --municipality Wijchen\n"
                     "  baken review plan.gpkg --import wijchen.csv --municipality Wijchen\n"
                     "Exitcode 3: een regel klopt niet, en er is niets gewijzigd. Exitcode 6: een ander heeft "
                     "het project open.",
                     "Examples:\n  baken review plan.gpkg --export wijchen.csv --municipality Wijchen\n"
                     "  baken review plan.gpkg --import wijchen.csv --municipality Wijchen\n"
                     "Exit code 3: a line is wrong, and nothing was changed. Exit code 6: somebody else has "
                     "the project open."));
    command->callback([&session, options, project] {
        options->project = *project;
        if (options->export_to.empty() && options->import_from.empty())
            throw CLI::ValidationError(
                session.help("geef --export FILE of --import FILE", "give --export FILE or --import FILE"));
        session.command = [&session, options] {
            return options->import_from.empty() ? export_review(session, *options) : import_review(session, *options);
        };
    });
}

}  // namespace baken
