#include "cli/common.hpp"

#include "app/find_printer.hpp"

#include "base/text.hpp"
#include "cli/exit_code.hpp"

#include <map>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace baken {

Work Session::work() {
    const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    return terminal.work(options.threads > 0 ? options.threads : cores);
}

Language Session::language_of(const Project& project) const {
    return options.language.value_or(project.settings.language);
}

std::string Session::help(std::string_view dutch, std::string_view english) const {
    return std::string(says(help_language, dutch, english));
}

Project opened(Session& session, const std::string& settings, std::optional<std::uint64_t> seed) {
    Project project = open_project({.settings = settings, .seed = seed, .language = session.options.language});
    if (!seed && !project.settings.seed) {
        session.terminal.message(fmt::format(
            fmt::runtime(
                says(session.language_of(project),
                     "Geen seed gegeven; getrokken: {0}. Met `seed = {0}` in de instellingen komt dit plan terug. "
                     "Houd hem geheim: wie de seed kent, kent het plan.",
                     "No seed given; drawn: {0}. `seed = {0}` in the settings gives this plan again. Keep it "
                     "secret: who knows the seed knows the plan.")),
            project.seed));
    }
    return project;
}

Desk opened_desk(Session& session, const std::string& project, const Work& work) {
    Desk desk = Desk::open(project, work);
    if (const auto found = desk.recovery()) {
        const Language language = session.language_of(desk.project());
        if (found->belongs_here)
            session.terminal.message(
                fmt::format(fmt::runtime(says(language,
                                              "{} bewerkingen van {} stonden nog niet in het bestand en zijn "
                                              "meegenomen; de laatste: {}",
                                              "{} edits of {} were not in the file yet and were taken along; the last: "
                                              "{}")),
                            found->edits, to_iso(found->last), found->last_words));
        else
            session.terminal.message(std::string(
                says(language, "Er lagen bewerkingen die bij een ander projectbestand horen; zij zijn weggelegd.",
                     "There were edits that belong to another project file; they were put aside.")));
        desk.recover(found->belongs_here ? Recovery::take : Recovery::leave, work);
    }
    return desk;
}

std::shared_ptr<std::string> project_argument(CLI::App& command, const Session& session) {
    auto file = std::make_shared<std::string>();
    command
        .add_option("project", *file, session.help("het project (.gpkg) van een run", "the project (.gpkg) of a run"))
        ->required()
        ->type_name("PROJECT");
    return file;
}

std::shared_ptr<std::string> settings_argument(CLI::App& command, const Session& session) {
    auto settings = std::make_shared<std::string>();
    command.add_option("settings", *settings, session.help("instellingen (TOML)", "settings (TOML)"))
        ->required()
        ->type_name("SETTINGS");
    return settings;
}

std::shared_ptr<std::optional<std::uint64_t>> seed_option(CLI::App& command, const Session& session) {
    auto seed = std::make_shared<std::optional<std::uint64_t>>();
    command
        .add_option("--seed", *seed,
                    session.help("keuze uit de bijna even goede plannen", "choice among the plans nearly as good"))
        ->type_name("N");
    return seed;
}

int plan_exit_code(Session& session, const Project& project) {
    const Language language = session.language_of(project);
    for (const auto& unmet : project.plan.unmet) session.terminal.message(unmet.text + " " + unmet.relaxation);
    if (project.plan.unmet.empty() && project.certificate.ok()) return exit_code::done;
    if (project.plan.unmet.empty())
        session.terminal.error(says(language, "de verificatie keurt het plan af; zie het certificaat",
                                    "verification rejects the plan; see the certificate"));
    return exit_code::rule_unmet;
}

std::shared_ptr<bool> no_pdf_option(CLI::App& command, const Session& session) {
    const auto has_no_pdf = std::make_shared<bool>(false);
    command.add_flag("--no-pdf", *has_no_pdf,
                     session.help("pagina's alleen als HTML, zonder PDF en Word; dat scheelt tijd",
                                  "pages as HTML only, without PDF and Word; this saves time"));
    return has_no_pdf;
}

PackOptions pack_options(const Session& session, bool has_no_pdf) {
    PackOptions options{.overwrite = session.options.overwrite()};
    if (!has_no_pdf) options.printer = printer_here();
    return options;
}

std::string pack_report(const Pack& pack, const std::filesystem::path& folder, Language language) {
    std::vector<std::string> lines;
    std::map<std::string, int> in_folder;
    for (const auto& file : pack.files) {
        const auto name = std::filesystem::absolute(file).lexically_relative(std::filesystem::absolute(folder));
        if (name.has_parent_path())
            ++in_folder[name.begin()->string()];
        else
            lines.push_back(file.string());
    }
    for (const auto& [name, count] : in_folder)
        lines.push_back(
            fmt::format("{}/ ({} {})", (folder / name).string(), count,
                        says(language, count == 1 ? "bestand" : "bestanden", count == 1 ? "file" : "files")));
    return joined(lines, "\n") + "\n";
}

std::vector<std::string> told(Session& session, const Pack& pack) {
    for (const auto& note : pack.notes) session.terminal.message(note);
    std::vector<std::string> files;
    for (const auto& path : pack.files) files.push_back(path.string());
    return files;
}

Project project_for_outputs(Session& session, const std::filesystem::path& file, const Work& work) {
    Project project = saved_project(file, work);
    if (session.options.language) project.settings.language = *session.options.language;
    if (left_behind(file))
        session.terminal.message(std::string(says(
            session.language_of(project),
            "Let op: er zijn bewerkingen die nog niet in het projectbestand staan; zij staan niet in deze uitvoer. "
            "Open het project in baken-desktop om ze terug te halen.",
            "Note: there are edits that are not in the project file yet; they are not in these outputs. Open the "
            "project in baken-desktop to recover them.")));
    return project;
}

}  // namespace baken
