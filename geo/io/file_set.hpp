#pragma once
/// Files that belong together: written out of sight, then all in their places, or none.
///
///     FileSet set("uitvoer", Overwrite::no);      // the folder may be there already, or not
///     set.expect("hotspots.shp");                 // throws before long work begins
///     set.write("hotspots.shp", bytes);
///     set.publish();                              // without this nothing is left behind

#include "geo/io/write_layer.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

class FileSet {
public:
    /// Makes the folders above it where they are not there. Throws IoError: no right to write there, a file in its
    /// place.
    FileSet(const std::filesystem::path& folder, Overwrite);
    ~FileSet();
    FileSet(const FileSet&) = delete;
    FileSet& operator=(const FileSet&) = delete;

    /// Throws IoError when a file of that name may not be written (exists already, is a folder).
    void expect(const std::string& name) const;
    /// `writer` gets the path to write to; what it says of that path is said of the file's own place.
    void fill(const std::string& name, const std::function<void(const std::filesystem::path&)>& writer) const;
    void write(const std::string& name, std::string_view bytes) const;
    /// Moves the files to their places and gives those, by name. A failure puts back what was there. (A machine that
    /// falls out between two of the moves leaves some old and some new.)
    std::vector<std::filesystem::path> publish();

private:
    std::filesystem::path folder_, staging_;
    Overwrite overwrite_;
};

}  // namespace baken
