#pragma once
/// What the import page calls the things of intake.

#include "model/receipt.hpp"
#include "model/settings.hpp"
#include "ui/models/speech.hpp"

#include <vector>

namespace baken {

[[nodiscard]] QString kind_word(const Speech&, const std::string& kind);  ///< "accidents" -> "ongevallen"
[[nodiscard]] QString kind_word(const Speech&, SourceKind);
[[nodiscard]] QString profile_word(const Speech&, const std::string& profile);
[[nodiscard]] QString crs_word(const Speech&, const std::string& crs);  ///< "EPSG:28992" -> "RD (EPSG:28992)"
[[nodiscard]] QString found_by_word(const Speech&, const std::string& found_by);
/// A sentence of intake (a note, a reason, a refusal) in the language.
[[nodiscard]] QString sentence_word(const Speech&, std::string_view english);
/// What one of our fields is: "x" -> "x of lengtegraad".
[[nodiscard]] QString field_word(const Speech&, const std::string& ours);
[[nodiscard]] QString size_word(const Speech&, std::uintmax_t bytes);

/// The places where rows of a source can end up, in the order in which the page shows them.
enum class RowFate { placed, unplaced, filtered, outside_region, duplicate, rejected };
inline constexpr std::array all_fates{RowFate::placed,         RowFate::unplaced,  RowFate::filtered,
                                      RowFate::outside_region, RowFate::duplicate, RowFate::rejected};
[[nodiscard]] std::size_t rows_of(const Receipt&, RowFate);
[[nodiscard]] QString fate_word(const Speech&, RowFate);
[[nodiscard]] QString fate_meaning(const Speech&, RowFate);

}  // namespace baken
