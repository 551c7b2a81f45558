#pragma once
/// How a file would be read under a choice of settings, so that a person can correct the choice before it counts.

#include "model/settings.hpp"
#include "model/theme.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace baken {

/// One thing that we look for in a file, and the column that it would be read from.
struct FieldChoice {
    std::string ours;
    std::string theirs;      ///< empty: no column
    std::string proposed;    ///< what the profile finds by itself
    bool is_needed = false;  ///< without it the file cannot be read
};

struct ColumnSample {
    std::string name;
    std::size_t filled = 0;           ///< rows with something in it
    std::vector<std::string> values;  ///< the first different ones, at most three
};

struct CategoryCount {
    std::string category;  ///< "Overlast / Te hard rijden", as the settings' themes name it
    std::size_t rows = 0;
    std::optional<Theme> by_rule;  ///< where the settings say nothing of it by this name; nothing: left out
};

struct SourcePreview {
    SourceSettings asked;
    std::string profile;      ///< that it is read with; empty: none
    std::string encoding;     ///< as found or asked for; empty where the format fixes it
    std::string separator;    ///< empty where there is none
    std::string crs;          ///< of the reading that fits most rows; empty: none fits any
    std::string found_by;     ///< "the values", "the settings", "the file's own shapes"
    std::size_t rows = 0;     ///< all
    std::size_t faulty = 0;   ///< that are no row of this file, such as of the wrong width
    std::size_t given = 0;    ///< with two numbers for a place
    std::size_t fitting = 0;  ///< of these in the Netherlands
    std::vector<FieldChoice> fields;
    std::vector<ColumnSample> columns;      ///< of the file, in its order
    std::vector<CategoryCount> categories;  ///< of complaints, most rows first
    std::vector<std::vector<std::string>> first_rows;
    std::vector<std::string> notes;  ///< "axes were swapped"
    std::string problem;             ///< why it cannot be read this way; empty: it can
};

}  // namespace baken
