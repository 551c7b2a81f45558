#include "intake/roads.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "geo/io/read_layer.hpp"
#include "intake/account.hpp"
#include "intake/column_map.hpp"
#include "intake/profiles/bron_codes.hpp"

#include <set>
#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

bool touches_region(const Line& line, const Locator& locator) {
    return locator.by_area(line[line.size() / 2]) || locator.by_area(line.front()) || locator.by_area(line.back());
}

/// Columns and their fill, for lines have no RowSource.
std::vector<ColumnFill> fills_of(const FeatureTable& table) {
    std::vector<ColumnFill> fills;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        ColumnFill fill{table.fields[i].name, 0};
        for (const auto& row : table.rows)
            if (!text_of(row.values[i]).empty()) ++fill.filled;
        fills.push_back(std::move(fill));
    }
    return fills;
}

}  // namespace

const std::vector<ColumnRule>& road_rules() {
    static const std::vector<ColumnRule> rules{
        {"id", {"wvkid", "wegvakid", "wegvak", "id", "gid", "fid", "objectid", "osmid", "gmlid"}},
        {"name", {"sttnaam", "straatnaam", "naam", "wegnaam", "name", "street", "streetname"}},
        {"from_junction", {"jteidbeg", "jtebeg", "junctieidbegin", "beginjunctie", "fromjunction", "fromnode"}},
        {"to_junction", {"jteidend", "jteend", "junctieideind", "eindjunctie", "tojunction", "tonode"}},
        {"manager", {"wegbehsrt", "wegbeheerder", "beheerder", "roadmanager", "manager"}},
    };
    return rules;
}

ImportedRoads import_roads(const SourceSettings& source, const Locator& locator, const Work& work) {
    if (source.profile != "auto" && source.profile != "generic")
        throw SettingsError(
            fmt::format("profile = \"{}\" is none for roads; it can be: auto, generic", source.profile));
    ReadOptions options;
    if (!source.crs.empty()) options.crs = source.crs;
    ImportedRoads imported;
    Receipt& receipt = imported.receipt;
    receipt.source = source.path.filename().string();
    receipt.kind = "roads";
    receipt.profile = "generic";
    receipt.crs = "EPSG:28992";
    receipt.sha256 = sha256_hex(read_bytes(source.path));
    const FeatureTable table = read_layer(source.path, options, work);
    std::vector<std::string> columns;
    for (const auto& field : table.fields) columns.push_back(field.name);
    const ColumnMap map = map_columns(columns, road_rules(), source.columns);

    std::set<std::string> ids;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (row % 8192 == 0) work.check_stop();
        const Feature& feature = table.rows[row];
        const auto text = [&](std::string_view ours) {
            const auto column = map.at(ours);
            return column ? std::string(trimmed(text_of(feature.values[*column]))) : std::string{};
        };
        ++receipt.read;
        const auto* lines = std::get_if<MultiLine>(&feature.shape);
        const std::string id = text("id");
        if (lines == nullptr || lines->empty()) {
            ++receipt.rejected;
            receipt.rejected_rows.push_back({row + 2, "", "it has no line"});
        } else if (!id.empty() && !ids.insert(id).second) {
            ++receipt.duplicate;
        } else if (!touches_region(lines->front(), locator)) {
            ++receipt.outside_region;
        } else {
            ++receipt.placed;
            // Of a section in several pieces the first begins and the last ends where the section does.
            for (const auto& line : *lines)
                imported.roads.push_back({id.empty() ? fmt::format("row {}", row + 2) : id, text("name"),
                                          road_manager_from(text("manager")), line,
                                          &line == &lines->front() ? text("from_junction") : std::string(),
                                          &line == &lines->back() ? text("to_junction") : std::string()});
        }
    }
    if (receipt.read == 0 || receipt.read == receipt.rejected)
        throw InputError(
            fmt::format("no row of {} has a line; roads need a layer of lines; the file has the columns: {}",
                        receipt.read, listed(columns)));
    if (!map.has("name"))
        receipt.notes.push_back("no column of street names is known here; say which with columns = { name = \"...\" }");
    receipt.columns = fills_of(table);
    return imported;
}

}  // namespace baken
