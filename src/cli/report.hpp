#pragma once
/// Results as a person reads them on a terminal.

#include "model/inspection.hpp"
#include "model/project.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string receipt_report(const Project&, Language);  ///< per source, then per municipality and outcome
[[nodiscard]] std::string hotspot_report(const Project&, Language);  ///< a table per municipality
[[nodiscard]] std::string plan_report(const Project&, Language);     ///< checks by date, quota, gap, what is not met
[[nodiscard]] std::string certificate_report(const Project&, Language);  ///< clause by clause
[[nodiscard]] std::string inspection_report(const Inspection&, Language);

}  // namespace baken
