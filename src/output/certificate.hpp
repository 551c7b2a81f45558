#pragma once
/// certificate.html: the agreement clause by clause, what was required, what is met and by which checks; what cannot be
/// met and the smallest relaxation. One self-contained page; the variant for paper is what a PDF is made from.

#include "model/project.hpp"
#include "output/page_table.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string certificate_page(const Project&, PageFor = PageFor::screen);

}  // namespace baken
