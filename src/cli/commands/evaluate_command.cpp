#include "app/evaluate_project.hpp"
#include "cli/common.hpp"
#include "cli/evaluation_report.hpp"
#include "cli/exit_code.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

namespace {

struct Wanted {
    std::string project, data;
    std::vector<int> before, after;
};

Evaluation evaluation_of(Project& project, const Wanted& wanted, Session& session) {
    const Work work = session.work();
    project = saved_project(wanted.project, work);
    if (!wanted.data.empty()) {
        const Project newer = with_events(open_project({.settings = wanted.data}), work);
        project = with_newer_accidents(std::move(project), *newer.region);
    }
    return evaluated(project,
                     {.language = session.language_of(project), .before = wanted.before, .after = wanted.after}, work);
}

}  // namespace

void add_evaluate_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("evaluate", session.help("wat de controles opleverden: norm, trefkans, trend, voor en na",
                                                    "what the checks gave: quota, hit rate, trend, before and after"));
    const auto wanted = std::make_shared<Wanted>();
    command
        ->add_option("project", wanted->project,
                     session.help("het project (.gpkg) van een run", "the project (.gpkg) of a run"))
        ->required()
        ->type_name("PROJECT");
    command
        ->add_option("--data", wanted->data,
                     session.help("instellingen waarvan de bronnen ook de ongevallen van latere jaren hebben",
                                  "settings whose sources hold the accidents of later years too"))
        ->type_name("SETTINGS");
    command
        ->add_option("--before", wanted->before,
                     session.help("jaren vooraf, zoals 2024,2025,2026; anders die waarop de plekken gekozen zijn",
                                  "years before, as 2024,2025,2026; else those the places were chosen on"))
        ->delimiter(',')
        ->type_name("YEARS");
    command
        ->add_option("--after", wanted->after,
                     session.help("jaren erna; anders de hele jaren vanaf het planjaar",
                                  "years after; else the whole years from the year of the plan on"))
        ->delimiter(',')
        ->type_name("YEARS");
    command->footer(
        session.help("Voorbeelden:\n  baken evaluate uitvoer/tweestromenland-2027.gpkg\n"
                     "  baken evaluate uitvoer/tweestromenland-2027.gpkg --data 2029.toml --after 2027,2028",
                     "Examples:\n  baken evaluate output/tweestromenland-2027.gpkg\n"
                     "  baken evaluate output/tweestromenland-2027.gpkg --data 2029.toml --after 2027,2028"));
    command->callback([&session, wanted] {
        session.command = [&session, wanted] {
            Project project;
            const Evaluation evaluation = evaluation_of(project, *wanted, session);
            session.terminal.result(session.options.is_json
                                        ? evaluation_json(project, evaluation)
                                        : evaluation_report(project, evaluation, session.language_of(project)));
            return exit_code::done;
        };
    });
}

}  // namespace baken
