#pragma once
/// The colour of a number that stands on a mark.

#include "ui/views/look.hpp"

namespace baken {

/// The look's own text or surface colour where that reaches 4.5 on this ground, else black or white, whichever is
/// stronger: one of the two reaches 4.5 on any colour.
[[nodiscard]] QColor ink_on(const QColor& ground, const Look&);

}  // namespace baken
