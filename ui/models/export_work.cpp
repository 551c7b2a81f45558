#include "ui/models/export_work.hpp"

#include "output/look.hpp"
#include "output/public_layer.hpp"

#include <algorithm>
#include <map>

namespace baken {

std::vector<ExportWord> export_layers(Profile profile, const Speech& say) {
    const std::map<std::string, QString> names{
        {"municipalities", say("gemeenten", "municipalities")},
        {"roads", say("wegen", "roads")},
        {"schools", say("scholen", "schools")},
        {"measurements", say("snelheidsmetingen", "speed measurements")},
        {"accidents", say("ongevallen", "accidents")},
        {"complaints", say("meldingen", "complaints")},
        {"hotspots", say("aandachtslocaties", "hotspots")},
        {"checks", say("controles", "checks")},
        {"stretches", say("trajecten", "stretches of road")},
        {"network_density", say("dichtheid langs de weg", "density along the road")},
        {"cells", say("vierkanten (Gi*, Moran)", "squares (Gi*, Moran)")},
        {"public_cells", say("vierkanten van 100 m", "squares of 100 m")},
        {"public_municipalities", say("gemeenten, met totalen", "municipalities, with totals")},
        {"public_places", say("plekken, met maanden", "places, with months")}};
    std::vector<ExportWord> words;
    for (const std::string& layer : profile == Profile::for_public ? public_layer_names() : layer_names()) {
        const auto name = names.find(layer);
        words.push_back({to_qt(layer), name == names.end() ? to_qt(layer) : name->second, {}});
    }
    return words;
}

namespace {

QString words_for(LayerFormat format, const Speech& say) {
    switch (format) {
        case LayerFormat::geopackage: return say("GeoPackage, opgemaakt (QGIS)", "GeoPackage, styled (QGIS)");
        case LayerFormat::xlsx: return say("Excel-werkmap (XLSX)", "Excel workbook (XLSX)");
        case LayerFormat::ods: return say("LibreOffice-werkmap (ODS)", "LibreOffice workbook (ODS)");
        case LayerFormat::csv_nl: return say("CSV voor Excel (puntkomma)", "CSV for Dutch Excel (semicolon)");
        case LayerFormat::csv: return say("CSV voor programma's", "CSV for programs");
        case LayerFormat::kmz: return say("KMZ, met tekens (Google Earth)", "KMZ, with marks (Google Earth)");
        case LayerFormat::kml: return say("KML (Google Earth)", "KML (Google Earth)");
        case LayerFormat::shapefile: return say("Shapefile (korte veldnamen)", "Shapefile (short field names)");
        case LayerFormat::geojson: return say("GeoJSON (web)", "GeoJSON (web)");
        case LayerFormat::dxf: return say("DXF (wegontwerp)", "DXF (road design)");
        case LayerFormat::flatgeobuf: return say("FlatGeobuf", "FlatGeobuf");
    }
    return {};
}

}  // namespace

std::vector<ExportWord> export_formats(const Speech& say) {
    // What most people take along comes first.
    std::vector<LayerFormat> order{LayerFormat::geopackage, LayerFormat::xlsx, LayerFormat::kmz, LayerFormat::csv_nl,
                                   LayerFormat::shapefile};
    for (int i = 0; i < layer_formats; ++i)
        if (const auto format = static_cast<LayerFormat>(i);
            std::find(order.begin(), order.end(), format) == order.end())
            order.push_back(format);
    std::vector<ExportWord> words;
    for (const LayerFormat format : order)
        words.push_back({to_qt(code_of(format)), words_for(format, say), to_qt(extension_of(format))});
    return words;
}

std::vector<ExportWord> export_statuses(const std::string& layer, const Speech& say) {
    std::vector<ExportWord> words;
    for (const auto& [code, word] : codes_of(layer, "status", say.language()))
        words.push_back({to_qt(code), to_qt(word), {}});
    return words;
}

std::vector<ExportWord> export_profiles(const Speech& say) {
    return {{to_qt(code_of(Profile::internal)), say("binnen het team: alles", "within the team: everything"), {}},
            {to_qt(code_of(Profile::partner)),
             say("partners: zonder wat alleen de planner weegt", "partners: without what only the planner weighs"),
             {}},
            {to_qt(code_of(Profile::for_public)),
             say("iedereen: zonder personen en dagen", "everybody: without persons and days"),
             {}}};
}

QString pack_words(const Project& project, const Speech& say) {
    const QString name = QString::fromStdString(file_stem(project)) + QStringLiteral(".gpkg");
    return QStringList{
        name + say(": het project, alle lagen opgemaakt voor QGIS; blijft binnen het team",
                   ": the project, all layers styled for QGIS; stays in the team"),
        say("certificate, report: de afspraak per bepaling, en het hele plan met zijn gronden (HTML en PDF)",
            "certificate, report: the agreement clause by clause, and the whole plan with its grounds (HTML and PDF)"),
        say("briefings: per controle één A4 voor de ploeg (PDF en Word)",
            "briefings: one A4 per check for the crew (PDF and Word)"),
        say("plan.xlsx: de planning als werkmap", "plan.xlsx: the plan as a workbook"),
        say("plan.ics, campaigns.ics, meetings.ics: agenda's", "plan.ics, campaigns.ics, meetings.ics: calendars"),
        say("answers: teksten voor melders; public.gpkg: lagen voor iedereen",
            "answers: texts for complainants; public.gpkg: layers for everybody"),
        say("plan.json: alles voor andere programma's", "plan.json: everything for other programs")}
        .join('\n');
}

}  // namespace baken
