#pragma once
/// Files in one zip, in memory: KMZ, workbooks, QGIS projects and shapefiles travel so.

#include <string>
#include <vector>

namespace baken {

struct NamedBytes {
    std::string name;  ///< "doc.kml", "icons/both.png"
    std::string bytes;
    bool is_packed = true;  ///< in a zip: made smaller; some readers want the first entry as it is
};

/// In the order given, without a clock: the same files, the same bytes.
[[nodiscard]] std::string zip_bytes(const std::vector<NamedBytes>&);

}  // namespace baken
