#pragma once
/// report.html: the whole plan with its grounds on one self-contained page. What was decided, the map, the hotspots of
/// each municipality and why they are ones, the year, quota and dark days, crews, what cannot be met, and how sure all
/// of it is. Internal: it holds where checks will be. Neither the seed, nor a complainant, nor the words of a complaint
/// are in it.
///
///     write_bytes("report.html", report_page(project), Overwrite::no);
///     print(report_page(project, PageFor::print));

#include "model/project.hpp"
#include "output/page_table.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string report_page(const Project&, PageFor = PageFor::screen);

}  // namespace baken
