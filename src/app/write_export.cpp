#include "app/export_layer.hpp"

#include "app/named_work.hpp"
#include "app/outputs.hpp"
#include "geo/io/file_set.hpp"
#include "geo/io/short_names.hpp"
#include "output/layer_drawing.hpp"
#include "output/look.hpp"
#include "output/qgis_project.hpp"
#include "output/styles.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace fs = std::filesystem;

namespace {

/// QGIS looks for a style of the same name beside these.
bool is_styled_beside(LayerFormat format) {
    return format == LayerFormat::geojson || format == LayerFormat::flatgeobuf || format == LayerFormat::shapefile;
}

/// How one run of exports writes: where, in whose language, and what it has written so far.
class Exporting {
public:
    Exporting(const Project& project, const fs::path& folder, Overwrite overwrite, const Work& work)
        : project_(project),
          language_(project.settings.language),
          stamp_(make_date(project.settings.year, 1, 1)),
          work_(named_work(work, language_, "lagen exporteren", "exporting layers")),
          set_(folder, overwrite) {}

    /// One layer as a file (and what belongs to it) called `name`.
    void add(const LayerExport& asked, const fs::path& name) {
        const FeatureTable table = table_of(asked);
        const LayerDrawing drawing = drawing_of(table, language_);
        set_.expect(name.string());
        set_.fill(name.string(), [&](const fs::path& path) {
            write_vector(table, path,
                         {.format = asked.format,
                          .overwrite = Overwrite::no,
                          .stamp = stamp_,
                          .drawing = &drawing,
                          .language = language_},
                         work_);
        });
        if (is_styled_beside(asked.format) && name.extension() != ".zip") add_styles(table, asked.format, name);
    }

    /// All layers in one GeoPackage, with its QGIS project inside and beside it.
    void add_geopackage(std::span<const LayerExport> asked, const fs::path& name) {
        std::vector<FeatureTable> tables;
        for (const LayerExport& one : asked) tables.push_back(table_of(one));
        const fs::path beside = fs::path(name).replace_extension(".qgz");
        set_.expect(name.string());
        set_.expect(beside.string());
        const std::string title = project_.settings.name;
        const std::string text =
            qgis_project_text(tables, {.title = title, .file = name.string(), .language = language_});
        tables.push_back(layer_styles(tables, language_, stamp_));
        set_.fill(name.string(), [&](const fs::path& path) {
            write_geopackage(path, tables, stamp_, Overwrite::no, work_, embedded_project(text, title, stamp_));
        });
        set_.write(beside.string(), qgz_bytes(text, name.stem().string()));
    }

    LayersWritten publish() {
        work_.check_stop();
        written_.files = set_.publish();
        return std::move(written_);
    }

private:
    FeatureTable table_of(const LayerExport& asked) {
        FeatureTable table = with_words(layer_to_export(project_, asked), language_);
        written_.rows.emplace_back(asked.layer, table.rows.size());
        return table;
    }

    void add_styles(const FeatureTable& table, LayerFormat format, const fs::path& name) {
        std::vector<std::string> written;
        if (format == LayerFormat::shapefile) written = short_names(table.fields);
        std::vector<std::pair<std::string, std::string>> names;
        for (std::size_t i = 0; i < written.size(); ++i) names.emplace_back(table.fields[i].name, written[i]);
        const Look look = renamed(look_of(table, language_), names);
        const auto beside = [&](const char* ending) { return fs::path(name).replace_extension(ending).string(); };
        set_.expect(beside(".qml"));
        set_.expect(beside(".sld"));
        set_.write(beside(".qml"), qml_of(table, look, language_, written));
        set_.write(beside(".sld"), sld_of(table, look));
    }

    const Project& project_;
    Language language_;
    UtcTime stamp_;
    Work work_;
    FileSet set_;
    LayersWritten written_;
};

bool is_file_of(const fs::path& out, LayerFormat format) {
    return out.extension() == extension_of(format) || (format == LayerFormat::shapefile && out.extension() == ".zip");
}

fs::path folder_of(const fs::path& file) { return fs::absolute(file).parent_path(); }

}  // namespace

LayersWritten export_layer(const Project& project, const LayerExport& asked, const fs::path& file, Overwrite overwrite,
                           const Work& work) {
    Exporting exporting(project, folder_of(file), overwrite, work);
    if (asked.format == LayerFormat::geopackage)
        exporting.add_geopackage(std::span(&asked, 1), file.filename());
    else
        exporting.add(asked, file.filename());
    return exporting.publish();
}

LayersWritten export_layers(const Project& project, std::span<const LayerExport> asked, const fs::path& out,
                            Overwrite overwrite, const Work& work) {
    if (asked.empty()) return {};
    const Language language = project.settings.language;
    const LayerFormat format = asked.front().format;
    const bool is_file = is_file_of(out, format), is_one = asked.size() == 1;
    if (is_file && is_one) return export_layer(project, asked.front(), out, overwrite, work);
    if (is_file && format != LayerFormat::geopackage)
        throw SettingsError(fmt::format(fmt::runtime(says(language,
                                                          "{} lagen passen niet in één bestand {}; noem een map, of "
                                                          "kies gpkg",
                                                          "{} layers do not fit into one file {}; name a folder, or "
                                                          "choose gpkg")),
                                        asked.size(), out.filename().string()));
    Exporting exporting(project, is_file ? folder_of(out) : out, overwrite, work);
    if (format == LayerFormat::geopackage) {
        const std::string name =
            is_one ? asked.front().layer : file_stem(project) + std::string(says(language, "-lagen", "-layers"));
        exporting.add_geopackage(asked, is_file ? out.filename() : fs::path(name + ".gpkg"));
    } else {
        for (const LayerExport& one : asked) exporting.add(one, one.layer + std::string(extension_of(format)));
    }
    return exporting.publish();
}

}  // namespace baken
