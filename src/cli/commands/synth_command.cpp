#include "app/demo.hpp"
#include "cli/common.hpp"
#include "cli/exit_code.hpp"

#include <CLI/CLI.hpp>

namespace baken {

void add_synth_command(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("synth", session.help("maak een verzonnen regio, of proefgegevens van elke omvang",
                                                 "make a made-up region, or benchmark data of any size"));
    const auto options = std::make_shared<SynthOptions>();
    command->add_option("--seed", options->seed, session.help("zelfde seed, zelfde regio", "same seed, same region"))
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--year", options->year, session.help("planjaar", "planning year"))
        ->check(CLI::Range(1996, 2100))
        ->type_name("YEAR")
        ->capture_default_str();
    command->add_option("--accidents", options->accidents, session.help("aantal ongevallen", "number of accidents"))
        ->check(CLI::Range(0, 20'000'000))
        ->type_name("N")
        ->capture_default_str();
    command->add_option("--complaints", options->complaints, session.help("aantal meldingen", "number of complaints"))
        ->check(CLI::Range(0, 20'000'000))
        ->type_name("N")
        ->capture_default_str();
    command->footer(session.help("Voorbeeld:\n  baken synth --out regio --accidents 100000",
                                 "Example:\n  baken synth --out region --accidents 100000"));
    command->callback([&session, options] {
        session.command = [&session, options] {
            if (session.options.out.empty())
                throw SettingsError(session.help("synth schrijft in een map: geef --out MAP",
                                                 "synth writes into a folder: give --out DIR"));
            std::string written;
            for (const auto& path :
                 write_region(*options, session.options.out, session.options.overwrite(), session.work()))
                written += path.string() + "\n";
            session.terminal.result(written);
            return exit_code::done;
        };
    });
}

}  // namespace baken
