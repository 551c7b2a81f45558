#pragma once
/// The sections of the report, each from the project to markup; one that has nothing to say is empty. Of report.cpp
/// only.

#include "model/project.hpp"
#include "output/page.hpp"

#include <string>
#include <vector>

namespace baken {

[[nodiscard]] std::string report_header(const Project&, const PageParts&);
[[nodiscard]] std::string report_map(const Project&, const PageParts&);
[[nodiscard]] std::string report_events(const Project&, const PageParts&);
/// Where along the road accidents lie together; says why where that is not known.
[[nodiscard]] std::string report_findings(const Project&, const PageParts&);
/// How that was found, as markup; empty where nothing was.
[[nodiscard]] std::vector<std::string> findings_notes(const Project&, const PageParts&);
[[nodiscard]] std::string report_places(const Project&, const PageParts&);
[[nodiscard]] std::string report_plan(const Project&, const PageParts&);
[[nodiscard]] std::string report_quota(const Project&, const PageParts&);
[[nodiscard]] std::string report_crews(const Project&, const PageParts&);
[[nodiscard]] std::string report_guessing(const Project&, const PageParts&);
[[nodiscard]] std::string report_method(const Project&, const PageParts&);

}  // namespace baken
