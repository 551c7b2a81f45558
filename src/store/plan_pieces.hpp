#pragma once
/// A plan, a result and a hotspot as pieces: every field, in the order of their declaration.

#include "model/check.hpp"
#include "model/hotspot.hpp"
#include "store/pieces.hpp"

namespace baken {

void write_result(PieceWriter&, const CheckResult&);
[[nodiscard]] CheckResult read_result(PieceReader&);

void write_plan(PieceWriter&, const Plan&);
[[nodiscard]] Plan read_plan(PieceReader&);

void write_hotspot(PieceWriter&, const Hotspot&);
[[nodiscard]] Hotspot read_hotspot(PieceReader&);

}  // namespace baken
