#pragma once
/// The municipalities of the region, and their names as every file and person writes them.
///
///     const Boundaries boundaries = read_boundaries(settings.region, work);
///     boundaries.names.find("Bergen NH");       // index of "Bergen (NH.)"

#include "base/work.hpp"
#include "intake/column_map.hpp"
#include "model/municipality.hpp"
#include "model/receipt.hpp"
#include "model/settings.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// Names compared loosely: case, accents and punctuation do not count, and neither does a mark of the province ("(L)",
/// "Gld") that only one of the two has. "Bergen (NH)" is never "Bergen (L.)".
class MunicipalityNames {
public:
    explicit MunicipalityNames(const std::vector<std::string>& names);
    /// Nothing when no name is like it, or more than one is.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view written) const;

    struct Name {
        std::string whole;  ///< folded
        std::string base;   ///< folded, without the mark
        std::string mark;   ///< folded; empty: none
    };

private:
    std::vector<Name> names_;
};

/// Municipalities that were joined into one of this name, for registers that use today's names with older boundaries.
[[nodiscard]] std::vector<std::string> joined_into(std::string_view name);

struct Boundaries {
    std::vector<Municipality> municipalities;  ///< of the region, in the order of the settings, else by name
    MunicipalityNames names;                   ///< of these, in the same order
    Receipt receipt;
};

/// Names of columns of boundary files: `name` and `code`.
[[nodiscard]] const std::vector<ColumnRule>& boundary_rules();

/// Throws SettingsError for a municipality that the file has not (with the nearest names), and InputError when the file
/// holds no areas or no column of names.
[[nodiscard]] Boundaries read_boundaries(const RegionSettings&, const Work&);

}  // namespace baken
