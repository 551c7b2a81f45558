#pragma once
/// The files of one project: the GeoPackage, what stands beside it, and how a new one takes its place.

#include "base/work.hpp"
#include "model/project.hpp"

#include <filesystem>
#include <string>

namespace baken {

class ProjectPlace {
public:
    explicit ProjectPlace(std::filesystem::path project_file) : file_(std::move(project_file)) {}

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] std::filesystem::path journal() const;
    [[nodiscard]] std::filesystem::path lock() const;
    [[nodiscard]] std::filesystem::path versions() const;
    [[nodiscard]] std::filesystem::path new_file(int number) const;  ///< beside it, for a save under way

    /// SHA-256 of the project file.
    [[nodiscard]] std::string sha256() const;
    /// Keeps the file that stands here as the newest of five versions, then puts the new one in its place.
    void put(const std::filesystem::path& new_file) const;
    /// Puts a journal aside under a name of its own, and gives the name.
    std::filesystem::path keep_aside(const std::filesystem::path& journal) const;
    /// Half-written files of a program that ended. Only for the holder of the lock.
    void clear_remains() const;

private:
    void keep_version() const;

    std::filesystem::path file_;
};

/// Writes the project with its styles as a new file, which will be called `name`; gives the SHA-256 of its bytes.
std::string write_project(const Project&, const std::filesystem::path&, const std::string& name, const Work&);

}  // namespace baken
