#include "geo/io/crs_text.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

namespace baken {

std::string crs_text(const OGRSpatialReference& srs) {
    const char* authority = srs.GetAuthorityName(nullptr);
    const char* code = srs.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) return fmt::format("{}:{}", authority, code);
    char* wkt = nullptr;
    static constexpr const char* options[] = {"FORMAT=WKT2_2019", nullptr};
    srs.exportToWkt(&wkt, options);
    std::string text = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    return text;
}

}  // namespace baken
