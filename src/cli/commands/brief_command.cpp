#include "app/brief.hpp"
#include "app/find_printer.hpp"
#include "base/text.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>

namespace baken {

namespace {

struct BriefOptions {
    std::string project;
    BriefChoice choice;
    std::vector<std::string> formats;
};

int brief_project(Session& session, const BriefOptions& options) {
    const Work work = session.work();
    const Project project = project_for_outputs(session, options.project, work);
    BriefFormats formats;
    for (const std::string& code : options.formats) formats.insert(*brief_format_from(code));
    const std::filesystem::path folder = session.options.out.empty()
                                             ? std::filesystem::path(options.project).parent_path() / "briefings"
                                             : std::filesystem::path(session.options.out);
    const BriefReport report =
        brief(project, options.choice, formats, folder, session.options.overwrite(), printer_here(), work);
    if (!report.remark.empty()) session.terminal.message(report.remark);
    std::vector<std::string> outputs;
    for (const auto& path : report.written) outputs.push_back(path.string());
    session.terminal.result(session.options.is_json ? run_json(project, outputs) : joined(outputs, "\n") + "\n");
    return exit_code::done;
}

}  // namespace

void add_brief_command(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("brief", session.help("een briefing van één A4 per controle, als PDF en Word",
                                                             "a briefing sheet of one A4 per check, as PDF and Word"));
    const auto options = std::make_shared<BriefOptions>();
    const auto project = project_argument(*command, session);
    command
        ->add_option("--check", options->choice.checks,
                     session.help("alleen deze controle; mag vaker", "this check only; may be repeated"))
        ->type_name("ID");
    command
        ->add_option("--municipality", options->choice.municipality,
                     session.help("alleen deze gemeente", "this municipality only"))
        ->type_name("NAME");
    command
        ->add_option("--format", options->formats,
                     session.help("pdf, docx of html; mag vaker (standaard pdf en docx)",
                                  "pdf, docx or html; may be repeated (pdf and docx by default)"))
        ->check(CLI::IsMember({"pdf", "docx", "html"}))
        ->type_name("FORMAT");
    command->footer(session.help(
        "Voorbeelden:\n  baken brief uitvoer/plan.gpkg\n  baken brief uitvoer/plan.gpkg --municipality Heumen --format "
        "pdf\n"
        "  baken brief uitvoer/plan.gpkg --check GM0252-2027-02 --out map --force\n"
        "Met LibreOffice worden het PDF's met opbouw en Word-bestanden; zonder LibreOffice eenvoudige PDF's.",
        "Examples:\n  baken brief output/plan.gpkg\n  baken brief output/plan.gpkg --municipality Heumen --format pdf\n"
        "  baken brief output/plan.gpkg --check GM0252-2027-02 --out folder --force\n"
        "With LibreOffice they are PDFs with structure and Word files; without it they are plain PDFs."));
    command->callback([&session, options, project] {
        options->project = *project;
        session.command = [&session, options] { return brief_project(session, *options); };
    });
}

}  // namespace baken
