#pragma once
/// The account of one source: every row that came in is somewhere.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace baken {

struct RejectedRow {
    std::size_t line = 0;  ///< line of the file on which the row begins, the header being line 1
    std::string column;    ///< empty: the row as a whole
    std::string reason;    ///< "x_rd is 'abc', not a number"
};

struct ColumnFill {
    std::string column;      ///< the source's own name
    std::size_t filled = 0;  ///< rows with something in it
    auto operator<=>(const ColumnFill&) const = default;
};

struct Receipt {
    std::string source;     ///< file name as given in the settings
    std::string kind;       ///< "accidents", "complaints", "roads", "boundaries"
    std::string profile;    ///< "bron-2022", "signalen", "generic"
    std::string sha256;     ///< of the file's bytes
    std::string encoding;   ///< "UTF-8", "Windows-1252", "UTF-16"
    std::string crs;        ///< "EPSG:28992"
    std::string operation;  ///< how coordinates became RD; empty: they were
    std::size_t read = 0;
    std::size_t placed = 0;  ///< in the region, with a point that analysis may use
    std::size_t unplaced =
        0;  ///< in the region and in its totals, but without such a point (street or municipality level)
    std::size_t rejected = 0;
    std::size_t duplicate = 0;
    std::size_t outside_region = 0;
    std::size_t filtered = 0;                        ///< left out by a visible rule, see filtered_by
    std::map<std::string, std::size_t> filtered_by;  ///< rule or category -> rows
    std::vector<RejectedRow> rejected_rows;          ///< all of them
    std::vector<ColumnFill> columns;                 ///< every column of the file, in file order
    std::vector<std::string> notes;  ///< "31 rows lie in another municipality than they say", "axes were swapped"

    [[nodiscard]] bool is_balanced() const {
        return read == placed + unplaced + rejected + duplicate + outside_region + filtered;
    }
};

}  // namespace baken
