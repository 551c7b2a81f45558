#include "app/export_layer.hpp"

#include "app/density_raster.hpp"
#include "app/public_layer.hpp"
#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "output/look.hpp"
#include "store/project_file.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace baken {

namespace {

constexpr std::array<std::string_view, 3> profiles{"internal", "partner", "public"};

[[noreturn]] void refuse(Language language, const std::string& dutch, const std::string& english) {
    throw SettingsError(std::string(says(language, dutch, english)));
}

/// What a partner does not get.
const std::set<std::string>& inside_fields(const std::string& layer) {
    static const std::map<std::string, std::set<std::string>> all{{"accidents", {"number", "location"}},
                                                                  {"hotspots", {"remark"}},
                                                                  {"checks", {"value", "locked", "result_remark"}}};
    static const std::set<std::string> none;
    const auto found = all.find(layer);
    return found == all.end() ? none : found->second;
}

void leave_out(FeatureTable& table, const std::set<std::string>& names) {
    for (std::size_t i = table.fields.size(); i-- > 0;) {
        if (!names.contains(table.fields[i].name)) continue;
        table.fields.erase(table.fields.begin() + static_cast<std::ptrdiff_t>(i));
        for (Feature& row : table.rows) row.values.erase(row.values.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

FeatureTable layer_of(const Project& project, const LayerExport& asked) {
    const std::string& name = asked.layer;
    if (asked.profile == Profile::for_public) return public_layer(project, name);
    for (FeatureTable& table : project_layers(project))
        if (table.name == name) return std::move(table);
    const auto& rasters = raster_layer_names();
    if (std::find(rasters.begin(), rasters.end(), name) != rasters.end())
        refuse(project.settings.language, fmt::format("de laag {} is een raster: kies het formaat tif", name),
               fmt::format("the layer {} is a raster: choose the format tif", name));
    const auto& names = layer_names();
    const auto near = nearest_word(name, names);
    const std::string hint =
        near ? fmt::format("; {} '{}'?", says(project.settings.language, "bedoelde u", "did you mean"), *near) : "";
    refuse(project.settings.language,
           fmt::format("er is geen laag '{}'; er zijn: {}{}", name, joined(names, ", "), hint),
           fmt::format("there is no layer '{}'; there are: {}{}", name, joined(names, ", "), hint));
}

/// Roads do not say whose municipality they lie in: a road with a point in it belongs to it.
void keep_roads_in(FeatureTable& roads, const Project& project, const std::set<std::uint32_t>& meant) {
    const auto lies_in = [&](MapPoint p) {
        return std::any_of(meant.begin(), meant.end(),
                           [&](std::uint32_t m) { return contains(project.region->municipalities[m].area, p); });
    };
    std::erase_if(roads.rows, [&](const Feature& row) {
        const auto* lines = std::get_if<MultiLine>(&row.shape);
        return lines == nullptr || std::none_of(lines->begin(), lines->end(), [&](const Line& line) {
                   return std::any_of(line.begin(), line.end(), lies_in);
               });
    });
}

void keep_municipalities(FeatureTable& table, const Project& project, const std::vector<std::string>& written) {
    if (written.empty()) return;
    const auto meant = municipalities_meant(project, written);
    if (table.name == "roads") return keep_roads_in(table, project, meant);
    std::set<std::string> codes;
    for (const std::uint32_t m : meant) codes.insert(project.region->municipalities[m].code.text);
    const std::size_t code = table.field(table.has_field("code") ? "code" : "municipality_code");
    std::erase_if(table.rows, [&](const Feature& row) { return !codes.contains(text_of(row.values[code])); });
}

void keep_themes(FeatureTable& table, const Project& project, const std::vector<Theme>& themes) {
    if (themes.empty()) return;
    const bool has_list = table.has_field("themes");
    if (!has_list && !table.has_field("theme"))
        refuse(project.settings.language,
               fmt::format("de laag {} heeft geen thema's; haal het filter op thema weg", table.name),
               fmt::format("the layer {} has no themes; take the filter on a theme away", table.name));
    const std::size_t field = table.field(has_list ? "themes" : "theme");
    std::erase_if(table.rows, [&](const Feature& row) {
        for (const auto& word : split(text_of(row.values[field]), ','))
            if (std::any_of(themes.begin(), themes.end(), [&](Theme t) { return trimmed(word) == code_of(t); }))
                return false;
        return true;
    });
}

void keep_statuses(FeatureTable& table, const Project& project, const std::vector<std::string>& statuses) {
    if (statuses.empty()) return;
    std::vector<std::string> known;
    for (const auto& [code, word] : codes_of(table.name, "status", project.settings.language)) known.push_back(code);
    if (known.empty())
        refuse(project.settings.language,
               fmt::format("de laag {} heeft geen status; haal het filter op status weg", table.name),
               fmt::format("the layer {} has no status; take the filter on a status away", table.name));
    for (const std::string& one : statuses)
        if (std::find(known.begin(), known.end(), one) == known.end())
            refuse(
                project.settings.language,
                fmt::format("in de laag {} is er geen status '{}'; er zijn: {}", table.name, one, joined(known, ", ")),
                fmt::format("the layer {} has no status '{}'; there are: {}", table.name, one, joined(known, ", ")));
    const std::size_t field = table.field("status");
    std::erase_if(table.rows, [&](const Feature& row) {
        return std::find(statuses.begin(), statuses.end(), text_of(row.values[field])) == statuses.end();
    });
}

/// The first field is the row's own name, in every layer.
void keep_ids(FeatureTable& table, const Project& project, const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    std::set<std::string> wanted(ids.begin(), ids.end()), missing = wanted;
    for (const Feature& row : table.rows) missing.erase(text_of(row.values.front()));
    if (!missing.empty())
        refuse(project.settings.language,
               fmt::format("in de laag {} staat (na de andere filters) geen '{}'", table.name, *missing.begin()),
               fmt::format("the layer {} holds (after the other filters) no '{}'", table.name, *missing.begin()));
    std::erase_if(table.rows, [&](const Feature& row) { return !wanted.contains(text_of(row.values.front())); });
}

void require_given(const LayerExport& asked, Language language) {
    if (asked.profile == Profile::partner && asked.layer == "complaints")
        refuse(
            language,
            "losse meldingen gaan niet naar partners, want een plek en een dag kunnen een melder verraden; geef de "
            "laag "
            "hotspots, die de aantallen noemt",
            "single complaints do not go to partners, for a place and a day may give a complainant away; hand over the "
            "layer hotspots, which has the numbers");
}

}  // namespace

std::string_view code_of(Profile profile) { return profiles[static_cast<std::size_t>(profile)]; }
std::optional<Profile> profile_from(std::string_view code) {
    const auto found = std::find(profiles.begin(), profiles.end(), code);
    if (found == profiles.end()) return std::nullopt;
    return static_cast<Profile>(found - profiles.begin());
}

const std::vector<std::string>& layer_names() {
    static const std::vector<std::string> names{"municipalities", "roads",           "schools", "accidents",
                                                "complaints",     "measurements",    "hotspots", "checks",
                                                "stretches",      "network_density", "cells"};
    return names;
}

std::set<std::uint32_t> municipalities_meant(const Project& project, const std::vector<std::string>& written) {
    std::set<std::uint32_t> meant;
    for (const std::string& one : written) {
        const auto& all = project.region->municipalities;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Municipality& m) {
            return m.code.text == one || folded(m.name) == folded(one);
        });
        if (found == all.end())
            refuse(project.settings.language, fmt::format("er is geen gemeente '{}' in dit plan", one),
                   fmt::format("there is no municipality '{}' in this plan", one));
        meant.insert(static_cast<std::uint32_t>(found - all.begin()));
    }
    return meant;
}

FeatureTable layer_to_export(const Project& project, const LayerExport& asked) {
    require_given(asked, project.settings.language);
    FeatureTable table = layer_of(project, asked);
    keep_municipalities(table, project, asked.filter.municipalities);
    keep_themes(table, project, asked.filter.themes);
    keep_statuses(table, project, asked.filter.statuses);
    keep_ids(table, project, asked.filter.ids);
    if (asked.profile == Profile::partner) leave_out(table, inside_fields(asked.layer));
    return table;
}

}  // namespace baken
