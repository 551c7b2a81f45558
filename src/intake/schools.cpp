#include "intake/schools.hpp"

#include "base/text.hpp"
#include "intake/account.hpp"
#include "intake/profiles/profile.hpp"
#include "intake/raw_places.hpp"

#include <utility>

#include <fmt/format.h>

namespace baken {

namespace {

struct SchoolRow {
    School school;  ///< without its point and its municipality
    std::size_t line = 0;
    RawPoint point;
};

std::vector<SchoolRow> read_all(RowSource& rows, const ColumnMap& map, const PlaceColumns& where, Account& account,
                                const Work& work) {
    const std::size_t name = *map.at("name");
    const auto id = map.at("id");
    std::vector<SchoolRow> all;
    while (rows.next()) {
        account.read_row();
        if (account.receipt().read % 8192 == 0) {
            work.check_stop();
            work.progress("reading schools", rows.share());
        }
        if (!rows.fault().empty()) {
            account.reject(rows.line(), "", std::string(rows.fault()));
        } else if (rows.field(name).empty()) {
            account.reject(rows.line(), rows.columns()[name], "it has no name");
        } else {
            SchoolRow row;
            row.school.id = id ? rows.field(*id) : std::string_view{};
            row.school.name = rows.field(name);
            row.line = rows.line();
            row.point = raw_point(rows, where);
            all.push_back(std::move(row));
        }
    }
    return all;
}

/// True when the row is a double; otherwise its id is made its own.
bool is_double(SchoolRow& row, SchoolsSoFar& so_far) {
    School& school = row.school;
    if (!so_far.places.insert(fmt::format("{}|{}|{}", folded(school.name), school.at.x, school.at.y)).second)
        return true;
    if (!school.id.empty() && so_far.ids.insert(school.id).second) return false;
    school.id += fmt::format("{}s{}-{:07}", school.id.empty() ? "" : "-", so_far.source + 1, row.line);
    so_far.ids.insert(school.id);
    return false;
}

/// The columns that are used are no secret: the name of a school is nobody's name.
void note_privacy(std::vector<std::string> columns, const ColumnMap& map, Account& account) {
    const std::string used = columns[*map.at("name")];
    std::erase(columns, used);
    account.note_privacy(columns);
}

}  // namespace

ImportedSchools import_schools(const SourceSettings& source, const Locator& locator, SchoolsSoFar& so_far,
                               const Work& work) {
    OpenedFile file = open_rows(source.path, {.crs = source.crs, .encoding = source.encoding}, work);
    RowSource& rows = *file.rows;
    Account account(source, "schools", file);
    const Profile& profile = choose_profile(source, rows.columns());
    account.receipt().profile = profile.name;
    const ColumnMap map = map_columns(rows.columns(), profile.rules, source.columns);
    require_columns(profile, map, rows.columns());
    const PlaceColumns where = require_places(rows, map, source);

    std::vector<SchoolRow> all = read_all(rows, map, where, account, work);
    std::vector<RawPoint> points;
    for (const auto& row : all) points.push_back(row.point);
    const Placer placer = settle_places(points, where, rows, source, false, account);
    ImportedSchools imported;
    for (auto& row : all) {
        const auto point = placer.at(row.point);
        if (!point) {
            const PlaceFault fault = place_fault(row.point, placer, where, rows.columns());
            account.reject(row.line, fault.column, fault.reason);
            continue;
        }
        row.school.at = *point;
        if (is_double(row, so_far)) {
            account.find_duplicate();
        } else if (const auto municipality = locator.by_area(*point)) {
            row.school.municipality = *municipality;
            account.place();
            imported.schools.push_back(std::move(row.school));
        } else {
            account.find_outside();
        }
    }
    note_privacy(rows.columns(), map, account);
    imported.receipt = account.closed(rows);
    return imported;
}

}  // namespace baken
