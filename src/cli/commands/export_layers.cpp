#include "cli/commands/export_layers.hpp"

#include "app/desk.hpp"
#include "app/export_layer.hpp"
#include "base/text.hpp"
#include "cli/exit_code.hpp"
#include "output/json.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace baken {

namespace {

std::vector<std::string> format_codes() {
    std::vector<std::string> codes;
    for (int i = 0; i < layer_formats; ++i) codes.emplace_back(code_of(static_cast<LayerFormat>(i)));
    return codes;
}

std::vector<std::string> theme_codes() {
    std::vector<std::string> codes;
    for (const Theme theme : all_themes) codes.emplace_back(code_of(theme));
    return codes;
}

/// Each once, in the order written.
std::vector<std::string> once_each(const std::vector<std::string>& written) {
    std::vector<std::string> kept;
    for (const std::string& one : written)
        if (const std::string name(trimmed(one)); std::find(kept.begin(), kept.end(), name) == kept.end())
            kept.push_back(name);
    return kept;
}

std::vector<LayerExport> requests_of(const LayersWanted& wanted) {
    LayerExport request{.format = *layer_format_from(wanted.format), .profile = *profile_from(wanted.profile)};
    request.filter.municipalities = wanted.municipalities;
    for (const std::string& code : wanted.themes) request.filter.themes.push_back(*theme_from_code(code));
    request.filter.statuses = wanted.statuses;
    request.filter.ids = wanted.ids;
    std::vector<LayerExport> requests;
    for (const std::string& layer : once_each(wanted.layers)) {
        request.layer = layer;
        requests.push_back(request);
    }
    return requests;
}

/// The project would be gone, and with it all that the layer does not hold.
void require_other_file(const std::filesystem::path& out, const std::filesystem::path& project, Language language) {
    std::error_code ignored;
    if (std::filesystem::equivalent(out, project, ignored))
        throw SettingsError(std::string(says(language, "--out is het project zelf; noem een ander bestand",
                                             "--out is the project itself; name another file")));
}

std::string report(const LayersWritten& written, Language language) {
    std::string text;
    for (const auto& [layer, rows] : written.rows)
        text += fmt::format(fmt::runtime(says(language, "{}: {} rijen\n", "{}: {} rows\n")), layer, rows);
    for (const auto& file : written.files) text += file.string() + "\n";
    return text;
}

}  // namespace

bool LayersWanted::asks_for_layers() const {
    return !layers.empty() || !municipalities.empty() || !themes.empty() || !statuses.empty() || !ids.empty() ||
           has_format || has_profile;
}

void add_layer_options(CLI::App& command, const Session& session, LayersWanted& wanted) {
    command
        .add_option("--layer", wanted.layers,
                    session.help("alleen deze lagen: ", "these layers only: ") + joined(layer_names(), ", "))
        ->delimiter(',')
        ->type_name("NAME[,NAME...]");
    auto* format =
        command.add_option("--format", wanted.format, session.help("formaat van de lagen", "format of the layers"))
            ->check(CLI::IsMember(format_codes()))
            ->type_name(joined(format_codes(), "|"));
    auto* profile = command
                        .add_option("--profile", wanted.profile,
                                    session.help("voor wie: binnen het team, partners, publiek",
                                                 "for whom: the team, partners, the public"))
                        ->check(CLI::IsMember({"internal", "partner", "public"}))
                        ->type_name("internal|partner|public");
    const auto filter = [&](const char* name, std::vector<std::string>& values, const std::string& help,
                            const char* type) { return command.add_option(name, values, help)->type_name(type); };
    filter("--municipality", wanted.municipalities,
           session.help("alleen deze gemeente (naam of code); mag vaker",
                        "this municipality only (name or code); may be repeated"),
           "NAME")
        ->allow_extra_args(false);
    filter("--theme", wanted.themes,
           session.help("alleen dit thema; mag vaker: ", "this theme only; may be repeated: ") +
               joined(theme_codes(), ", "),
           "CODE")
        ->delimiter(',')
        ->check(CLI::IsMember(theme_codes()))
        ->allow_extra_args(false);
    filter(
        "--status", wanted.statuses,
        session.help(
            "alleen deze status; aandachtslocaties: proposed, accepted, rejected; controles: planned, done, cancelled",
            "this status only; hotspots: proposed, accepted, rejected; checks: planned, done, cancelled"),
        "VALUE")
        ->delimiter(',')
        ->allow_extra_args(false);
    filter("--id", wanted.ids,
           session.help("alleen deze rij, bij haar eigen naam; mag vaker",
                        "this row only, by its own name; may be repeated"),
           "ID")
        ->delimiter(',')
        ->allow_extra_args(false);
    command.parse_complete_callback([format, profile, &wanted] {
        wanted.has_format = format->count() > 0;
        wanted.has_profile = profile->count() > 0;
    });
}

int export_wanted(Session& session, const std::filesystem::path& file, const LayersWanted& wanted) {
    const Work work = session.work();
    if (wanted.layers.empty())
        throw SettingsError(session.help("noem met --layer welke lagen: ", "name the layers with --layer: ") +
                            joined(layer_names(), ", "));
    const Project project = project_for_outputs(session, file, work);
    const Language language = session.language_of(project);
    const std::filesystem::path out =
        session.options.out.empty() ? std::filesystem::absolute(file).parent_path() / (file_stem(project) + "-export")
                                    : std::filesystem::path(session.options.out);
    require_other_file(out, file, language);
    const LayersWritten written = export_layers(project, requests_of(wanted), out, session.options.overwrite(), work);
    std::vector<std::string> paths;
    for (const auto& path : written.files) paths.push_back(path.string());
    session.terminal.result(session.options.is_json
                                ? layers_json(project, wanted.format, wanted.profile, written.rows, paths)
                                : report(written, language));
    return exit_code::done;
}

}  // namespace baken
