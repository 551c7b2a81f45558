#pragma once
/// The stable JSON of the product: `--json` on stdout and `plan.json`. Keys and meaning stand in docs/json.md and the
/// schema.

#include "model/evaluation.hpp"
#include "model/inspection.hpp"
#include "model/project.hpp"

#include <string>
#include <utility>
#include <vector>

namespace baken {

[[nodiscard]] std::string receipts_json(const Project&);  ///< receipt, provenance
[[nodiscard]] std::string hotspots_json(const Project&);  ///< ... and hotspots, foresight
/// ... and plan, certificate, unmet, solver, predictability. Without the seed. No clock: the same project, the same
/// bytes.
[[nodiscard]] std::string plan_json(const Project&);
[[nodiscard]] std::string run_json(const Project&,
                                   const std::vector<std::string>& outputs);  ///< ... and the paths written
[[nodiscard]] std::string certificate_json(const Project&);
[[nodiscard]] std::string evaluation_json(const Project&, const Evaluation&);
[[nodiscard]] std::string inspection_json(const Inspection&);
/// What an export of layers wrote: rows per layer, and the paths.
[[nodiscard]] std::string layers_json(const Project&, const std::string& format, const std::string& profile,
                                      const std::vector<std::pair<std::string, std::size_t>>& rows,
                                      const std::vector<std::string>& outputs);

}  // namespace baken
