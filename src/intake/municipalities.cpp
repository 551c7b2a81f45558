#include "intake/municipalities.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "geo/io/crs.hpp"
#include "geo/io/read_layer.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

struct NameColumns {
    std::size_t name = 0;
    std::optional<std::size_t> code;
};

NameColumns find_name_columns(const std::vector<std::string>& columns, const RegionSettings& settings) {
    std::map<std::string, std::string> chosen;
    if (!settings.name_column.empty()) chosen["name"] = settings.name_column;
    if (!settings.code_column.empty()) chosen["code"] = settings.code_column;
    const ColumnMap map = map_columns(columns, boundary_rules(), chosen);
    if (!map.has("name"))
        throw InputError(
            fmt::format("no column of names is known here; the file has: {}; say which with name_column = \"...\"",
                        listed(columns)));
    return {*map.at("name"), map.at("code")};
}

/// "GM0209" however it is written: "209", "0209", "GM0209". Without a code the name stands in.
std::string whole_code(const std::string& written, const std::string& name) {
    const std::string_view code = trimmed(written);
    if (code.empty()) return folded(name);
    if (code.size() <= 4 && code.find_first_not_of("0123456789") == std::string_view::npos)
        return "GM" + std::string(4 - code.size(), '0') + std::string(code);
    return std::string(code);
}

/// Every municipality of the file; areas with one code are one municipality.
std::vector<Municipality> all_municipalities(const FeatureTable& table, const NameColumns& columns, Receipt& receipt) {
    std::vector<Municipality> all;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& feature = table.rows[row];
        const std::string name(trimmed(text_of(feature.values[columns.name])));
        const auto* area = std::get_if<MultiPolygon>(&feature.shape);
        ++receipt.read;
        if (name.empty() || area == nullptr || area->empty()) {
            ++receipt.rejected;
            receipt.rejected_rows.push_back({row + 2, name.empty() ? table.fields[columns.name].name : "",
                                             name.empty() ? "it has no name" : "it has no area"});
            continue;
        }
        const MunicipalityId code{whole_code(columns.code ? text_of(feature.values[*columns.code]) : "", name)};
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const Municipality& one) { return one.code == code; });
        if (known == all.end()) {
            all.push_back({code, name, *area, {}});
        } else {
            known->area.insert(known->area.end(), area->begin(), area->end());
        }
    }
    return all;
}

std::string unknown_municipality(const std::string& wanted, const std::vector<std::string>& names) {
    const auto near = nearest_word(wanted, names);
    std::vector<std::string> alike;
    for (const auto& name : names)
        if (folded(name).starts_with(folded(wanted).substr(0, 4))) alike.push_back(name);
    std::string text = fmt::format("municipalities: '{}' is not in the boundaries", wanted);
    if (near) return text + fmt::format("; did you mean '{}'?", *near);
    if (!alike.empty()) return text + fmt::format("; these come near: {}", listed(alike, 8));
    return text + fmt::format("; they hold: {}", listed(names, 12));
}

std::vector<Municipality> chosen_municipalities(std::vector<Municipality> all, const std::vector<std::string>& wanted) {
    std::sort(all.begin(), all.end(), [](const Municipality& a, const Municipality& b) { return a.name < b.name; });
    if (wanted.empty()) return all;
    std::vector<std::string> names;
    for (const auto& one : all) names.push_back(one.name);
    const MunicipalityNames known(names);
    std::vector<Municipality> chosen;
    for (const auto& name : wanted) {
        auto at = known.find(name);
        for (std::size_t i = 0; !at && i < all.size(); ++i)
            if (folded(all[i].code.text) == folded(name)) at = i;
        if (!at) throw SettingsError(unknown_municipality(name, names));
        for (const auto& one : chosen)
            if (one.code == all[*at].code)
                throw SettingsError(fmt::format("municipalities: '{}' is named twice (as '{}')", name, one.name));
        chosen.push_back(all[*at]);
    }
    return chosen;
}

Boundaries read_them(const RegionSettings& settings, const Work& work) {
    Receipt receipt;
    receipt.source = settings.boundaries.filename().string();
    receipt.kind = "boundaries";
    receipt.profile = "boundaries";
    receipt.crs = "EPSG:28992";
    receipt.sha256 = sha256_hex(read_bytes(settings.boundaries));
    const FeatureTable table = read_layer(settings.boundaries, {}, work);
    std::vector<std::string> columns;
    for (const auto& field : table.fields) columns.push_back(field.name);
    const NameColumns found = find_name_columns(columns, settings);
    std::vector<Municipality> all = all_municipalities(table, found, receipt);
    if (all.empty())
        throw InputError(fmt::format("no row has a name and an area; the file has {} rows and the columns: {}",
                                     receipt.read, listed(columns)));
    if (!found.code)
        receipt.notes.push_back(
            "no column of codes is known here: the names serve as codes; say which with code_column");

    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnFill fill{columns[i], 0};
        for (const auto& row : table.rows)
            if (!text_of(row.values[i]).empty()) ++fill.filled;
        receipt.columns.push_back(fill);
    }
    const std::size_t usable = receipt.read - receipt.rejected, in_file = all.size();
    std::vector<Municipality> chosen = chosen_municipalities(std::move(all), settings.municipalities);
    receipt.outside_region = in_file - chosen.size();
    receipt.placed = usable - receipt.outside_region;

    const Projector projector("EPSG:28992");
    std::vector<std::string> names;
    for (auto& one : chosen) {
        one.centre = projector.to_lonlat(centroid(one.area));
        names.push_back(one.name);
    }
    return {std::move(chosen), MunicipalityNames(names), std::move(receipt)};
}

}  // namespace

const std::vector<ColumnRule>& boundary_rules() {
    static const std::vector<ColumnRule> rules{
        {"name",
         {"statnaam", "gemeentenaam", "gemeente", "naam", "gmnaam", "gmenaam", "name", "municipality",
          "municipalityname", "officielenaam", "label"}},
        {"code",
         {"statcode", "gemeentecode", "gmcode", "code", "gmecode", "gmeid", "municipalitycode", "identificatie",
          "cbscode"}},
    };
    return rules;
}

Boundaries read_boundaries(const RegionSettings& settings, const Work& work) {
    if (settings.boundaries.empty())
        throw SettingsError(
            "region: no boundaries are named; boundaries = \"gemeenten.geojson\" says where the municipalities lie");
    return with_context("reading boundaries " + settings.boundaries.filename().string(),
                        [&] { return read_them(settings, work); });
}

}  // namespace baken
