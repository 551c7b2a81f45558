#pragma once
/// certificate.html: the agreement clause by clause, what was required, what is met and by which checks; what cannot be
/// met and the smallest relaxation. One self-contained page that prints well.

#include "model/project.hpp"

#include <string>

namespace baken {

[[nodiscard]] std::string certificate_page(const Project&);

}  // namespace baken
