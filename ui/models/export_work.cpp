#include "ui/models/export_work.hpp"

#include <map>

namespace baken {

std::vector<ExportWord> export_layers(const Speech& say) {
    const std::map<std::string, QString> names{
        {"municipalities", say("gemeenten", "municipalities")}, {"roads", say("wegen", "roads")},
        {"accidents", say("ongevallen", "accidents")},          {"complaints", say("meldingen", "complaints")},
        {"hotspots", say("aandachtslocaties", "hotspots")},     {"checks", say("controles", "checks")}};
    std::vector<ExportWord> words;
    for (const std::string& layer : layer_names()) {
        const auto name = names.find(layer);
        words.push_back({to_qt(layer), name == names.end() ? to_qt(layer) : name->second, {}});
    }
    return words;
}

std::vector<ExportWord> export_formats(const Speech& say) {
    const auto format = [](LayerFormat one, const QString& name) {
        return ExportWord{to_qt(code_of(one)), name, to_qt(extension_of(one))};
    };
    return {format(LayerFormat::geopackage, say("GeoPackage, opgemaakt (QGIS)", "GeoPackage, styled (QGIS)")),
            format(LayerFormat::csv_nl, say("CSV voor Excel (puntkomma)", "CSV for Dutch Excel (semicolon)")),
            format(LayerFormat::csv, say("CSV voor programma's", "CSV for programs")),
            format(LayerFormat::geojson, say("GeoJSON (web)", "GeoJSON (web)")),
            format(LayerFormat::kml, say("KML (Google Earth)", "KML (Google Earth)")),
            format(LayerFormat::flatgeobuf, say("FlatGeobuf", "FlatGeobuf"))};
}

std::vector<ExportWord> export_profiles(const Speech& say) {
    return {{to_qt(code_of(Profile::internal)), say("binnen het team: alles", "within the team: everything"), {}},
            {to_qt(code_of(Profile::partner)),
             say("partners: zonder wat alleen de planner weegt", "partners: without what only the planner weighs"),
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
        say("plan.json: alles voor andere programma's", "plan.json: everything for other programs")}
        .join('\n');
}

}  // namespace baken
