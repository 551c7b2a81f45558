#pragma once
/// A layer as the files of a shapefile. UTF-8, RD; names of ten characters, texts of at most 254 bytes; moments are ISO
/// texts and truths 1 or 0, for the format has no type for them; no value and an empty text are the same in it.

#include "base/language.hpp"
#include "base/work.hpp"
#include "geo/io/map_look.hpp"
#include "geo/io/zip_bytes.hpp"

#include <string>
#include <vector>

namespace baken {

/// NAME.shp, .shx, .dbf, .prj, .cpg, and NAME-velden.txt (or -fields.txt) that tells every short name, what it means
/// and what was cut. `stamp` is the day that stands in the table.
[[nodiscard]] std::vector<NamedBytes> shapefile_files(const FeatureTable&, const std::string& name, const LayerDrawing&,
                                                      Language, Date stamp, const Work&);

}  // namespace baken
