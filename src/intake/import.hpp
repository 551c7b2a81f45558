#pragma once
/// From files to a region: every row of every source ends in the region or in a receipt.
///
///     const Region region = import_region(settings, work);
///     for (const Receipt& receipt : region.receipts) assert(receipt.is_balanced());
///
/// An accident belongs to the municipality that its register names (matched loosely by name) and to the area it lies in
/// where it names none. A complaint belongs to the area it lies in.

#include "base/work.hpp"
#include "model/region.hpp"
#include "model/settings.hpp"

#include <string>

namespace baken {

/// Throws InputError when boundaries, a source or a named municipality cannot be used at all (the message names the
/// file, what is wrong and what to do), IoError when a file cannot be read, SettingsError when the settings contradict
/// the file.
[[nodiscard]] Region import_region(const Settings&, const Work&);

}  // namespace baken
