#pragma once
/// A source as it would be read with these settings, without a region: which column serves for what, where the rows
/// lie, which categories there are.
///
///     SourcePreview preview = preview_source({.kind = SourceKind::complaints, .path = "meldingen.csv"}, work);
///     preview.problem.empty();      // it can be read
///
/// What is wrong with the settings is said in `problem`, with all that could be seen anyway. Throws IoError and
/// InputError when the file cannot be looked into at all.

#include "base/work.hpp"
#include "model/source_preview.hpp"

namespace baken {

[[nodiscard]] SourcePreview preview_source(const SourceSettings&, const Work&);

}  // namespace baken
