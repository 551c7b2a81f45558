#include "intake/raw_places.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace baken {

PlaceColumns require_places(const RowSource& rows, const ColumnMap& map, const SourceSettings& source) {
    const PlaceColumns where = find_place_columns(rows.columns(), map, source.columns);
    if (where.are_found() || rows.has_places()) return where;
    throw InputError(
        fmt::format("no columns of places are known here; the file has: {}; say which with columns = {{ x = \"...\", y "
                    "= \"...\" }}, "
                    "or look at it with 'baken inspect'",
                    listed(rows.columns())));
}

RawPoint raw_point(const RowSource& rows, const PlaceColumns& where) {
    if (rows.has_places()) {
        const auto place = rows.place();
        return place ? RawPoint{place->x, place->y, true, true} : RawPoint{};
    }
    if (where.wkt) return parse_wkt_point(rows.field(*where.wkt)).value_or(RawPoint{});
    const auto x = parse_number(rows.field(*where.x)), y = parse_number(rows.field(*where.y));
    if (!x || !y) return {};
    return {*x, *y, true, false};
}

Placer settle_places(const std::vector<RawPoint>& points, const PlaceColumns& where, const RowSource& rows,
                     const SourceSettings& source, bool can_be_nowhere, Account& account) {
    const PlaceReading reading = read_places(points, where, rows.columns(), source.crs);
    const bool has_given = reading.given > 0;
    if (has_given && reading.fitting == 0 && !source.crs.empty()) {
        const PlaceReading free = read_places(points, where, rows.columns(), "");
        if (free.fitting > 0)
            throw SettingsError(
                fmt::format("crs = \"{}\" puts no row in the Netherlands, but the values fit {}: leave crs out",
                            source.crs, free.crs));
    }
    if (!points.empty() && reading.fitting == 0 && (has_given || !can_be_nowhere))
        throw InputError(nowhere_message(points, where, rows.columns()));
    for (const auto& text : reading.notes) account.note(text);
    Placer placer(reading);
    account.receipt().crs = reading.crs;
    account.receipt().operation = placer.operation();
    return placer;
}

PlaceFault place_fault(const RawPoint& raw, const Placer& placer, const PlaceColumns& where,
                       const std::vector<std::string>& columns) {
    const std::string column = where.x ? columns[*where.x] : where.wkt ? columns[*where.wkt] : std::string{};
    return {column, placer.why_not(raw)};
}

}  // namespace baken
