#pragma once
/// The review of hotspots as a table for a spreadsheet: written for a municipality, filled in there, and read back.
///
///     write_bytes("wijchen.csv", review_table(project, "Wijchen"), Overwrite::no);
///     for (const auto& edit : reviews_in(project, read_bytes("wijchen.csv"), {})) desk.perform(edit);

#include "model/edit.hpp"
#include "model/project.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// CSV as Excel opens it here: semicolons, UTF-8 with its mark, headings and words in the project's language. A text
/// that a spreadsheet would take for a formula has an apostrophe before it. `municipality` by name or code; empty: all.
/// Throws SettingsError for an unknown one.
[[nodiscard]] std::string review_table(const Project&, std::string_view municipality);

/// What the table changes, in its order. Columns are found by their heading in either language or by the name of the
/// field; hotspot, status, enforceable and remark must be there. Rows without a change give nothing. Throws InputError
/// that names the lines: an unknown hotspot or word, a hotspot twice, of another municipality, rejected without a
/// reason.
[[nodiscard]] std::vector<ReviewHotspot> reviews_in(const Project&, std::string_view table,
                                                    std::string_view municipality);

}  // namespace baken
