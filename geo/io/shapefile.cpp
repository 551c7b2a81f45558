#include "geo/io/shapefile.hpp"

#include "base/error.hpp"
#include "geo/io/gdal_message.hpp"
#include "geo/io/gdal_session.hpp"
#include "geo/io/row_work.hpp"
#include "geo/io/short_names.hpp"
#include "geo/io/to_ogr.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace baken {

namespace {

constexpr std::size_t longest_text = 254;

struct CloseDataset {
    void operator()(GDALDataset* d) const { GDALClose(d); }
};

/// A folder in memory, gone with this.
class MemoryFolder {
public:
    MemoryFolder() : name_(fmt::format("/vsimem/baken/{}", static_cast<const void*>(this))) {}
    ~MemoryFolder() { VSIRmdirRecursive(name_.c_str()); }
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;
    [[nodiscard]] std::string file(std::string_view ending) const { return fmt::format("{}/layer{}", name_, ending); }
    [[nodiscard]] std::string bytes(std::string_view ending) const {
        vsi_l_offset length = 0;
        const GByte* data = VSIGetMemFileBuffer(file(ending).c_str(), &length, FALSE);
        return data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(data), length);
    }

private:
    std::string name_;
};

/// The table as the format can hold it, and how many texts of each column were cut.
struct Fitted {
    FeatureTable table;
    std::vector<std::size_t> cut;
    std::vector<int> widths;  ///< of texts
};

std::string cut_at(std::string text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) --bytes;
    return text.substr(0, bytes);
}

Fitted fitted(const FeatureTable& table) {
    Fitted fit{table, std::vector<std::size_t>(table.fields.size()), std::vector<int>(table.fields.size(), 1)};
    const std::vector<std::string> names = short_names(table.fields);
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        Field& field = fit.table.fields[i];
        const FieldType was = field.type;
        field.name = names[i];
        field.alias.clear();
        if (was == FieldType::date_time) field.type = FieldType::text;
        if (was == FieldType::boolean) field.type = FieldType::integer;
        for (Feature& row : fit.table.rows) {
            Value& value = row.values.at(i);
            if (value.index() == 0) continue;
            if (const auto* truth = std::get_if<bool>(&value); truth != nullptr && was == FieldType::boolean)
                value = std::int64_t{*truth ? 1 : 0};
            if (field.type != FieldType::text) continue;
            const std::string whole = text_of(value), text = cut_at(whole, longest_text);
            fit.cut[i] += text.size() < whole.size() ? 1 : 0;
            fit.widths[i] = std::max(fit.widths[i], static_cast<int>(text.size()));
            value = text;
        }
    }
    return fit;
}

/// Decimals that leave room for the largest number of the column in its 24 characters.
int decimals_for(const FeatureTable& table, std::size_t field) {
    double largest = 1;
    for (const Feature& row : table.rows)
        if (const auto* number = std::get_if<double>(&row.values[field]); number != nullptr && std::isfinite(*number))
            largest = std::max(largest, std::abs(*number));
    const int digits = static_cast<int>(std::floor(std::log10(largest))) + 1;
    return std::clamp(21 - digits, 0, 15);
}

class Writing {
public:
    Writing(const Fitted& fit, const MemoryFolder& folder, Date stamp) : fit_(fit) {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
        if (driver == nullptr) throw InternalError("this GDAL cannot write a shapefile");
        const FeatureTable& table = fit.table;
        const bool has_shapes = table.shape_type != ShapeType::none;
        dataset_.reset(
            driver->Create(folder.file(has_shapes ? ".shp" : ".dbf").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset_ != nullptr);
        OGRSpatialReference rd;
        rd.importFromEPSG(28992);
        rd.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        options.SetNameValue("ENCODING", "UTF-8");
        options.SetNameValue("DBF_DATE_LAST_UPDATE", to_iso(stamp).c_str());
        layer_ = dataset_->CreateLayer("layer", has_shapes ? &rd : nullptr,
                                       static_cast<OGRwkbGeometryType>(wkb_type(table.shape_type)), options.List());
        require(layer_ != nullptr);
        for (std::size_t i = 0; i < table.fields.size(); ++i) {
            const auto made = ogr_field(table.fields[i]);
            if (table.fields[i].type == FieldType::text) made->SetWidth(fit.widths[i]);
            if (table.fields[i].type == FieldType::real) {
                made->SetWidth(24);
                made->SetPrecision(decimals_for(table, i));
            }
            require(layer_->CreateField(made.get()) == OGRERR_NONE);
        }
    }

    void add(std::size_t row) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
        fill(*feature, fit_.table, row);
        require(layer_->CreateFeature(feature.get()) == OGRERR_NONE);
    }
    void close() {
        dataset_.reset();
        require(true);
    }

private:
    void require(bool is_done) const {
        if (!is_done || said_.has_failures())
            throw IoError(fmt::format("the layer {} cannot be written as a shapefile ({}); choose GeoPackage",
                                      fit_.table.name, said_.last()));
    }

    const Fitted& fit_;
    GdalMessages said_;
    std::unique_ptr<GDALDataset, CloseDataset> dataset_;
    OGRLayer* layer_ = nullptr;
};

std::string type_words(const Field& field, Language language) {
    switch (field.type) {
        case FieldType::text: return std::string(says(language, "tekst", "text"));
        case FieldType::integer: return std::string(says(language, "geheel getal", "whole number"));
        case FieldType::real: return std::string(says(language, "getal", "number"));
        case FieldType::boolean: return std::string(says(language, "1 ja, 0 nee", "1 yes, 0 no"));
        case FieldType::date: return std::string(says(language, "datum", "date"));
        case FieldType::date_time: return std::string(says(language, "moment (UTC) als tekst", "moment (UTC) as text"));
    }
    return {};
}

std::string about_fields(const FeatureTable& table, const Fitted& fit, const LayerDrawing& drawing, Language language) {
    std::string text = fmt::format(
        "{} ({})\r\n\r\n{}\r\n\r\n", drawing.title.empty() ? table.name : drawing.title, table.name,
        says(language,
             "Een shapefile kent namen van ten hoogste 10 tekens en teksten van ten hoogste 254 bytes (UTF-8).\r\n"
             "Per veld: korte naam = naam in Baken: betekenis (soort); codes; wat is afgekapt.",
             "A shapefile has names of at most 10 characters and texts of at most 254 bytes (UTF-8).\r\n"
             "Per field: short name = name in Baken: meaning (kind); codes; what was cut."));
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        text += fmt::format("{:<10} = {}: {} ({})\r\n", fit.table.fields[i].name, field.name,
                            field.alias.empty() ? field.name : field.alias, type_words(field, language));
        if (const auto codes = drawing.words.find(field.name); codes != drawing.words.end())
            for (const auto& [code, word] : codes->second) text += fmt::format("             {} = {}\r\n", code, word);
        if (fit.cut[i] > 0)
            text += fmt::format(fmt::runtime(says(language, "             {} van {} teksten afgekapt op {} bytes\r\n",
                                                  "             {} of {} texts cut at {} bytes\r\n")),
                                fit.cut[i], table.rows.size(), longest_text);
    }
    return text;
}

}  // namespace

std::vector<NamedBytes> shapefile_files(const FeatureTable& table, const std::string& name, const LayerDrawing& drawing,
                                        Language language, Date stamp, const Work& work) {
    start_gdal();
    const Fitted fit = fitted(table);
    const MemoryFolder folder;
    Writing writing(fit, folder, stamp);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        at_row(work, table, row);
        writing.add(row);
    }
    writing.close();
    std::vector<NamedBytes> files;
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"})
        if (std::string bytes = folder.bytes(ending); !bytes.empty())
            files.push_back({name + ending, std::move(bytes)});
    files.push_back({name + std::string(says(language, "-velden.txt", "-fields.txt")),
                     "\xEF\xBB\xBF" + about_fields(table, fit, drawing, language)});
    return files;
}

}  // namespace baken
