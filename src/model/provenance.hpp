#pragma once
/// Where a result comes from. It is in every output; the seed is in none that leaves the team.

#include <cstddef>
#include <string>
#include <vector>

namespace baken {

struct InputFile {
    std::string name;  ///< file name without its folder
    std::string sha256;
    std::size_t rows = 0;
};

struct Provenance {
    std::string version;          ///< of Baken
    std::string libraries;        ///< "GDAL 3.6.2, PROJ 9.1.1"
    std::string operation;        ///< of the coordinates
    std::string settings_sha256;  ///< of the settings without the seed
    std::string data_date;        ///< last day that the data speak of, ISO, or "2024" where only the year is known
    std::vector<InputFile> inputs;
    std::vector<std::string> notes =
        {};  ///< what the settings ask for and the data do not carry, in the project's language
};

}  // namespace baken
