#pragma once
/// Where the rows of a file lie, whatever its columns are called. The names of columns are a claim; the numbers of the
/// whole file decide: RD metres in `lon` and `lat`, swapped axes and kilometres are seen because no two of these can be
/// mistaken for each other in the Netherlands.
///
///     const PlaceReading reading = read_places(points, claim, settings.crs);
///     const Placer placer(reading);
///     placer.at(points[0]);             // a MapPoint, or nothing where the row lies outside the Netherlands

#include "geo/io/crs.hpp"
#include "intake/column_map.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// Two numbers as a row has them, the column for x (or longitude) first.
struct RawPoint {
    double x = 0, y = 0;
    bool is_given = false;   ///< both numbers are there
    bool is_placed = false;  ///< they are RD already: the row has a shape of its own
};

/// The columns that say where a row lies, and what their names claim.
struct PlaceColumns {
    std::optional<std::size_t> x, y;  ///< a pair of columns
    std::optional<std::size_t> wkt;   ///< or one column with "POINT (131437.148 422301.464)"
    bool claims_degrees = false;
    [[nodiscard]] bool are_found() const { return (x && y) || wkt; }
};

/// Rules for `x`, `y` and `shape` of every profile.
[[nodiscard]] std::vector<ColumnRule> place_rules();
/// Looks for pairs that belong together, so that x_rd never meets lat; `map` may hold x, y or shape by the user's
/// choice.
[[nodiscard]] PlaceColumns find_place_columns(const std::vector<std::string>& columns, const ColumnMap& map,
                                              const std::map<std::string, std::string>& chosen);

/// Numbers of "POINT (5.1 52.0)", "SRID=28992;POINT Z (1 2 3)"; nothing otherwise.
[[nodiscard]] std::optional<RawPoint> parse_wkt_point(std::string_view);

struct PlaceReading {
    std::string crs = "EPSG:28992";
    bool is_swapped = false;
    double scale = 1;         ///< 1000 where RD is written in kilometres
    std::size_t given = 0;    ///< rows with two numbers
    std::size_t fitting = 0;  ///< of them, those that lie in the Netherlands this way
    std::string found_by;     ///< "the values", "the settings", "the file's own shapes"
    std::vector<std::string> notes;
};

/// The reading that puts most rows in the Netherlands; `crs` from the settings narrows the choice to the order of the
/// axes. With `fitting` 0 no reading puts any row there.
[[nodiscard]] PlaceReading read_places(std::span<const RawPoint>, const PlaceColumns&,
                                       const std::vector<std::string>& columns, const std::string& crs);

/// What to say of a file of which nothing lies in the Netherlands.
[[nodiscard]] std::string nowhere_message(std::span<const RawPoint>, const PlaceColumns&,
                                          const std::vector<std::string>& columns);

class Placer {
public:
    explicit Placer(const PlaceReading&);
    [[nodiscard]] std::optional<MapPoint> at(const RawPoint&) const;  ///< nothing outside the Netherlands
    /// Why `at` gave nothing: "x_rd 5 and y_rd 3 lie outside the Netherlands".
    [[nodiscard]] std::string why_not(const RawPoint&) const;
    [[nodiscard]] std::string operation() const;  ///< empty: the coordinates are RD

private:
    PlaceReading reading_;
    std::unique_ptr<Projector> projector_;
};

}  // namespace baken
