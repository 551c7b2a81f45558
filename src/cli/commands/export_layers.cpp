#include "cli/commands/export_layers.hpp"

#include "app/desk.hpp"
#include "app/export_density.hpp"
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
    codes.emplace_back(raster_format);
    return codes;
}

std::string all_layer_names() { return joined(layer_names(), ", ") + ", " + joined(raster_layer_names(), ", "); }

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

/// The layers that were asked for are rasters, all of them; throws SettingsError where some are and some are not, or
/// what was asked for goes with the other kind only.
bool are_rasters(const LayersWanted& wanted, Language language) {
    const auto& names = raster_layer_names();
    const auto refuse = [&](const char* dutch, const char* english) {
        throw SettingsError(
            fmt::format(fmt::runtime(says(language, dutch, english)), joined(names, ", "), raster_format));
    };
    std::size_t rasters = 0, layers = 0;
    for (const std::string& one : once_each(wanted.layers)) {
        ++layers;
        rasters += std::find(names.begin(), names.end(), one) != names.end() ? 1 : 0;
    }
    const bool asks_for_format = wanted.has_format && wanted.format == raster_format;
    if (rasters == 0 && asks_for_format)
        refuse("het formaat {1} is voor rasters: {0}", "the format {1} is for rasters: {0}");
    if (rasters == 0 && (wanted.cell || wanted.bandwidth))
        refuse("--cell en --bandwidth zijn voor rasters: {0}", "--cell and --bandwidth are for rasters: {0}");
    if (rasters > 0 && rasters < layers)
        refuse("{0} zijn rasters (formaat {1}); schrijf ze los van andere lagen",
               "{0} are rasters (format {1}); write them apart from other layers");
    if (rasters > 0 && wanted.has_format && !asks_for_format)
        refuse("{0} zijn rasters; kies het formaat {1}", "{0} are rasters; choose the format {1}");
    if (rasters > 0 && !(wanted.themes.empty() && wanted.statuses.empty() && wanted.ids.empty()))
        refuse("{0}: van een raster kan alleen een gemeente (--municipality) gekozen worden",
               "{0}: of a raster only a municipality (--municipality) can be chosen");
    return rasters > 0;
}

std::vector<DensityExport> densities_of(const LayersWanted& wanted) {
    std::vector<DensityExport> asked;
    for (const std::string& layer : once_each(wanted.layers)) {
        DensityExport one{
            .layer = layer, .municipalities = wanted.municipalities, .profile = *profile_from(wanted.profile)};
        if (wanted.cell) one.cell = Metres(*wanted.cell);
        if (wanted.bandwidth) one.bandwidth = Metres(*wanted.bandwidth);
        asked.push_back(std::move(one));
    }
    return asked;
}

std::string report(const DensitiesWritten& written, Language language) {
    std::string text;
    for (const DensityWritten& one : written.layers)
        text +=
            fmt::format(fmt::runtime(says(language, "{}: {} x {} cellen van {} m, bandbreedte {} m, {} voorvallen\n",
                                          "{}: {} x {} cells of {} m, bandwidth {} m, {} events\n")),
                        one.layer, one.columns, one.rows, one.cell.value, one.bandwidth.value, one.events);
    for (const auto& file : written.files) text += file.string() + "\n";
    return text;
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
           has_format || has_profile || cell || bandwidth;
}

void add_layer_options(CLI::App& command, const Session& session, LayersWanted& wanted) {
    command
        .add_option("--layer", wanted.layers,
                    session.help("alleen deze lagen: ", "these layers only: ") + all_layer_names())
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
    const auto metres = [&](const char* name, std::optional<double>& value, const std::string& help) {
        command.add_option(name, value, help)->type_name("METRES");
    };
    metres("--cell", wanted.cell,
           session.help("van een raster: zijde van een cel, 50 m als er niets staat",
                        "of a raster: side of a cell, 50 m where nothing is said"));
    metres("--bandwidth", wanted.bandwidth,
           session.help("van een raster: hoe ver een voorval uitgesmeerd wordt, 250 m als er niets staat",
                        "of a raster: how far an event is spread, 250 m where nothing is said"));
    command.parse_complete_callback([format, profile, &wanted] {
        wanted.has_format = format->count() > 0;
        wanted.has_profile = profile->count() > 0;
    });
}

int export_wanted(Session& session, const std::filesystem::path& file, const LayersWanted& wanted) {
    const Work work = session.work();
    if (wanted.layers.empty())
        throw SettingsError(session.help("noem met --layer welke lagen: ", "name the layers with --layer: ") +
                            all_layer_names());
    const Project project = project_for_outputs(session, file, work);
    const Language language = session.language_of(project);
    const std::filesystem::path out =
        session.options.out.empty() ? std::filesystem::absolute(file).parent_path() / (file_stem(project) + "-export")
                                    : std::filesystem::path(session.options.out);
    require_other_file(out, file, language);
    LayersWritten written;
    std::string text, format = wanted.format;
    if (are_rasters(wanted, language)) {
        const DensitiesWritten rasters =
            export_densities(project, densities_of(wanted), out, session.options.overwrite(), work);
        for (const DensityWritten& one : rasters.layers) written.rows.emplace_back(one.layer, one.events);
        written.files = rasters.files;
        text = report(rasters, language);
        format = raster_format;
    } else {
        written = export_layers(project, requests_of(wanted), out, session.options.overwrite(), work);
        text = report(written, language);
    }
    std::vector<std::string> paths;
    for (const auto& path : written.files) paths.push_back(path.string());
    session.terminal.result(session.options.is_json ? layers_json(project, format, wanted.profile, written.rows, paths)
                                                    : text);
    return exit_code::done;
}

}  // namespace baken
