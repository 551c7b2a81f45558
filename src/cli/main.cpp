/// baken, the command line: parse, call one command, and turn whatever leaves it into an exit code.

#include "app/version.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <new>

namespace baken {

namespace {

/// --lang is needed before the help texts are made.
std::optional<Language> language_asked(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        std::string_view value;
        if (word == "--lang" && i + 1 < argc) value = argv[i + 1];
        if (word.starts_with("--lang=")) value = word.substr(7);
        if (value == "nl") return Language::nl;
        if (value == "en") return Language::en;
    }
    return std::nullopt;
}

void add_common_options(CLI::App& program, Session& session) {
    CommonOptions& options = session.options;
    program.add_flag("--json", options.is_json,
                     session.help("resultaat als JSON op stdout", "result as JSON on stdout"));
    program.add_option("--out", options.out, session.help("map voor de uitvoer", "folder for the outputs"))
        ->type_name("DIR");
    program.add_flag("--force", options.is_forced,
                     session.help("vervang bestaande bestanden", "replace existing files"));
    program.add_flag("--quiet", options.is_quiet,
                     session.help("geen meldingen en voortgang", "no messages and progress"));
    program.add_flag("--no-input", options.has_no_input, session.help("stel nooit een vraag", "never ask a question"));
    program
        .add_option("--threads", options.threads,
                    session.help("aantal rekendraden; 0: alle", "number of threads; 0: all"))
        ->check(CLI::Range(0, 1024))
        ->type_name("N");
    program.add_option("--lang", options.language_word, session.help("taal: nl of en", "language: nl or en"))
        ->check(CLI::IsMember({"nl", "en"}))
        ->type_name("nl|en");
}

int run(Session& session) {
    try {
        return session.command();
    } catch (const Cancelled&) {
        session.terminal.error(
            session.help("afgebroken; er is niets half geschreven", "interrupted; nothing half-written is left"));
        return exit_code::interrupted;
    } catch (const LockedError& error) {
        session.terminal.error(error.what());
        return exit_code::locked;
    } catch (const SettingsError& error) {
        session.terminal.error(error.what());
        return exit_code::usage;
    } catch (const InputError& error) {
        session.terminal.error(error.what());
        return exit_code::input_rejected;
    } catch (const InternalError& error) {
        session.terminal.error(fmt::format("internal error, please report it: {}", error.what()));
    } catch (const std::bad_alloc&) {
        session.terminal.error("not enough memory for this data");
    } catch (const std::exception& error) {
        session.terminal.error(error.what());
    }
    return exit_code::failure;
}

}  // namespace

int program(int argc, char** argv) {
    Session session;
    session.options.language = language_asked(argc, argv);
    session.help_language = session.options.language.value_or(environment_language());

    CLI::App app(
        session.help("Baken maakt van klachten en ongevallen een jaar verkeerscontroles dat te verdedigen is.",
                     "Baken turns complaints and accidents into a year of traffic checks that can be defended."),
        "baken");
    app.set_version_flag("--version", "baken " + version());
    app.require_subcommand(1);
    app.fallthrough();
    add_common_options(app, session);
    add_demo_command(app, session);
    add_inspect_command(app, session);
    add_import_command(app, session);
    add_hotspots_command(app, session);
    add_plan_command(app, session);
    add_run_command(app, session);
    add_verify_command(app, session);
    add_evaluate_command(app, session);
    add_results_command(app, session);
    add_export_command(app, session);
    add_brief_command(app, session);
    add_review_command(app, session);
    add_synth_command(app, session);
    app.footer(session.help(
        "Voorbeelden:\n  baken demo demo\n  baken inspect ongevallen.csv\n  baken run baken.toml --out uitvoer\n"
        "  baken verify uitvoer/plan.gpkg\nUitleg per opdracht: baken OPDRACHT --help",
        "Examples:\n  baken demo demo\n  baken inspect accidents.csv\n  baken run baken.toml --out output\n"
        "  baken verify output/plan.gpkg\nHelp per command: baken COMMAND --help"));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_code::done : exit_code::usage;
    }
    session.terminal.options = {.is_quiet = session.options.is_quiet, .language = session.help_language};
    return run(session);
}

}  // namespace baken

int main(int argc, char** argv) { return baken::program(argc, argv); }
