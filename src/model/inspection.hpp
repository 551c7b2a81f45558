#pragma once
/// What a file turned out to be.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace baken {

struct Inspection {
    std::string format;     ///< "CSV", "GeoJSON", "GeoPackage", ...
    std::string encoding;   ///< "UTF-8", "UTF-8 with BOM", "Windows-1252", "UTF-16"
    std::string separator;  ///< ";" "," "tab", empty where there is none
    std::string crs;        ///< "EPSG:28992 (RD New)", with how it was found
    std::string profile;    ///< the profile that fits, "none" where none does
    std::string kind;       ///< "accidents", "complaints", "measurements", "schools", "roads", "boundaries"; empty: it
                            ///< cannot be used as it is
    std::size_t rows = 0;
    std::vector<std::string> columns;
    std::map<std::string, std::string> mapping;        ///< our name -> the file's, as proposed
    std::vector<std::vector<std::string>> first_rows;  ///< at most five
    std::vector<std::string> warnings;                 ///< "lat holds longitudes: the axes are swapped"
};

}  // namespace baken
