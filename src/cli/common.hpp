#pragma once
/// What every command shares: its options, and the shape in which a command is added to the program.

#include "app/desk.hpp"
#include "app/outputs.hpp"
#include "app/stages.hpp"
#include "cli/terminal.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace baken {

struct CommonOptions {
    bool is_json = false;
    bool is_quiet = false;
    bool has_no_input = false;
    bool is_forced = false;
    int threads = 0;                        ///< 0: as many as the machine has
    std::optional<Language> language = {};  ///< empty: the settings' language, or the environment's
    std::string language_word = {};         ///< --lang as written, read before the rest
    std::string out = {};

    [[nodiscard]] Overwrite overwrite() const { return is_forced ? Overwrite::yes : Overwrite::no; }
};

/// The program while one command runs: its options, the screen, and the exit code that the command leaves.
struct Session {
    CommonOptions options;
    Terminal terminal;
    Language help_language = Language::en;
    std::function<int()> command;  ///< set by the command that was named

    [[nodiscard]] Work work();
    /// The language of texts that belong to a plan.
    [[nodiscard]] Language language_of(const Project&) const;
    /// Dutch or English help, by the environment's language or --lang.
    [[nodiscard]] std::string help(std::string_view dutch, std::string_view english) const;
};

/// Opens the settings and says which seed was drawn where none was given.
[[nodiscard]] Project opened(Session&, const std::string& settings, std::optional<std::uint64_t> seed);

/// A saved project to write outputs of, in the language that was asked for. Edits that are not in the file are not in
/// the outputs either, and it is said.
[[nodiscard]] Project project_for_outputs(Session&, const std::filesystem::path& file, const Work&);

/// A saved project to change. Edits that a program left behind when it ended are taken along, and it is said.
[[nodiscard]] Desk opened_desk(Session&, const std::string& project, const Work&);

/// 4 when a rule is not met, else 0; names on stderr what is not met.
[[nodiscard]] int plan_exit_code(Session&, const Project&);

/// The argument SETTINGS or PROJECT of a command, and its option --seed; filled when the command line has been read.
[[nodiscard]] std::shared_ptr<std::string> settings_argument(CLI::App& command, const Session&);
[[nodiscard]] std::shared_ptr<std::string> project_argument(CLI::App& command, const Session&);
[[nodiscard]] std::shared_ptr<std::optional<std::uint64_t>> seed_option(CLI::App& command, const Session&);

/// The option --no-pdf of a command that writes a pack.
[[nodiscard]] std::shared_ptr<bool> no_pdf_option(CLI::App& command, const Session&);
[[nodiscard]] PackOptions pack_options(const Session&, bool has_no_pdf);
/// Says what a pack has to say; gives its files as text.
[[nodiscard]] std::vector<std::string> told(Session&, const Pack&);
/// The files of a pack for a person: one a line, a folder with how many it holds.
[[nodiscard]] std::string pack_report(const Pack&, const std::filesystem::path& folder, Language);

void add_demo_command(CLI::App&, Session&);
void add_inspect_command(CLI::App&, Session&);
void add_import_command(CLI::App&, Session&);
void add_hotspots_command(CLI::App&, Session&);
void add_plan_command(CLI::App&, Session&);
void add_run_command(CLI::App&, Session&);
void add_verify_command(CLI::App&, Session&);
void add_evaluate_command(CLI::App&, Session&);
void add_results_command(CLI::App&, Session&);
void add_export_command(CLI::App&, Session&);
void add_review_command(CLI::App&, Session&);
void add_brief_command(CLI::App&, Session&);
void add_synth_command(CLI::App&, Session&);

}  // namespace baken
