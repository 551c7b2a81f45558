#include "app/export_density.hpp"

#include "app/named_work.hpp"
#include "base/text.hpp"
#include "geo/io/file_set.hpp"
#include "output/public_layer.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

void require_given(const DensityExport& asked, Language language) {
    if (asked.profile == Profile::for_public)
        throw SettingsError(fmt::format(
            fmt::runtime(says(language,
                              "een dichtheid is niet openbaar, want de top van een eenzame heuvel is de plek van één "
                              "voorval; voor het publiek zijn er: {} (--profile public)",
                              "a density is not for the public, for the top of a lonely hill is the place of one "
                              "event; the public can have: {} (--profile public)")),
            joined(public_layer_names(), ", ")));
    if (asked.profile == Profile::partner && asked.layer == raster_layer_name(DensityOf::complaints))
        throw SettingsError(std::string(says(
            language,
            "een dichtheid van klachten gaat niet naar partners, want de top van een eenzame heuvel is de plek van "
            "één melding; geef de laag hotspots, die de aantallen noemt",
            "a density of complaints does not go to partners, for the top of a lonely hill is the place of one "
            "report; hand over the layer hotspots, which has the numbers")));
}

DensityOf what_is(const std::string& layer, Language language) {
    if (layer == raster_layer_name(DensityOf::accidents)) return DensityOf::accidents;
    if (layer == raster_layer_name(DensityOf::complaints)) return DensityOf::complaints;
    throw SettingsError(fmt::format(fmt::runtime(says(language, "de laag {} is geen raster; rasters (tif) zijn: {}",
                                                      "the layer {} is no raster; rasters (tif) are: {}")),
                                    layer, joined(raster_layer_names(), ", ")));
}

}  // namespace

void write_density(const DensityRaster& density, const fs::path& tif, const Work& work) {
    write_raster(density.grid, tif, {.description = density.look.title + ", " + density.look.unit}, work);
}

DensitiesWritten export_densities(const Project& project, std::span<const DensityExport> asked, const fs::path& out,
                                  Overwrite overwrite, const Work& given) {
    const Language language = project.settings.language;
    const Work work = named_work(given, language, "dichtheid exporteren", "exporting the density");
    for (const DensityExport& one : asked) require_given(one, language);
    const bool is_file = out.extension() == ".tif";
    if (is_file && asked.size() > 1)
        throw SettingsError(
            fmt::format(fmt::runtime(says(language, "{} rasters passen niet in één bestand {}; noem een map",
                                          "{} rasters do not fit into one file {}; name a folder")),
                        asked.size(), out.filename().string()));
    FileSet set(is_file ? fs::absolute(out).parent_path() : out, overwrite);
    DensitiesWritten written;
    for (const DensityExport& one : asked) {
        const DensityRaster density =
            density_raster(project,
                           {.of = what_is(one.layer, language),
                            .cell = one.cell,
                            .bandwidth = one.bandwidth,
                            .municipalities = municipalities_meant(project, one.municipalities)},
                           work);
        const fs::path name = is_file ? out.filename() : fs::path(one.layer + ".tif");
        const std::string beside = fs::path(name).replace_extension(".qml").string();
        set.expect(name.string());
        set.expect(beside);
        set.fill(name.string(), [&](const fs::path& path) { write_density(density, path, work); });
        set.write(beside, raster_qml(density.look));
        written.layers.push_back(
            {one.layer, density.grid.columns, density.grid.rows, density.grid.cell, density.bandwidth, density.events});
    }
    work.check_stop();
    written.files = set.publish();
    return written;
}

}  // namespace baken
