#pragma once
/// The step that every source of points shares: taking the raw numbers of a row, and saying at the end where all rows
/// lie.

#include "intake/account.hpp"
#include "intake/coordinates.hpp"
#include "intake/rows.hpp"

#include <string>
#include <vector>

namespace baken {

/// Throws InputError when the file has neither columns of places nor shapes of its own.
[[nodiscard]] PlaceColumns require_places(const RowSource&, const ColumnMap&, const SourceSettings&);

/// The numbers of the row at hand.
[[nodiscard]] RawPoint raw_point(const RowSource&, const PlaceColumns&);

/// Decides over all rows, and writes CRS, operation and notes into the receipt. `can_be_nowhere`: rows without any
/// place are enough of a file. Throws InputError when nothing lies in the Netherlands, and
/// SettingsError when that is for the settings' CRS only.
[[nodiscard]] Placer settle_places(const std::vector<RawPoint>&, const PlaceColumns&, const RowSource&,
                                   const SourceSettings&, bool can_be_nowhere, Account&);

/// Column and reason of a row whose place cannot be used.
struct PlaceFault {
    std::string column, reason;
};
[[nodiscard]] PlaceFault place_fault(const RawPoint&, const Placer&, const PlaceColumns&,
                                     const std::vector<std::string>& columns);

}  // namespace baken
