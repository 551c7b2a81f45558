#pragma once
/// A plan, a result and a hotspot as pieces: every field; what a later version added stands at the end.

#include "model/check.hpp"
#include "model/hotspot.hpp"
#include "store/pieces.hpp"

namespace baken {

void write_result(PieceWriter&, const CheckResult&);
[[nodiscard]] CheckResult read_result(PieceReader&);

void write_plan(PieceWriter&, const Plan&);
[[nodiscard]] Plan read_plan(PieceReader&);

void write_hotspot(PieceWriter&, const Hotspot&);
/// The first form lacks the interval, the dark odds, the groups and the nearby hotspots.
enum class HotspotForm { first, second };
[[nodiscard]] Hotspot read_hotspot(PieceReader&, HotspotForm = HotspotForm::second);

}  // namespace baken
