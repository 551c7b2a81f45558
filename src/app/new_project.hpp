#pragma once
/// The settings file of a project: made, opened, changed, and its sources read.
///
///     const auto file = create_settings({.name = "De Maas 2027", .year = 2027, .region = {...}, .folder = folder},
///                                       Overwrite::no);
///     Project project = read_sources(with_source(text_of_settings(file), source, folder), file, {}, work);

#include "base/work.hpp"
#include "config/edit_settings.hpp"
#include "geo/io/write_layer.hpp"
#include "model/project.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace baken {

inline constexpr const char* settings_file_name = "baken.toml";

struct NewProject {
    std::string name;
    int year = 0;
    RegionSettings region;
    Language language = Language::nl;
    std::filesystem::path folder;  ///< made where it is not there
};

[[nodiscard]] bool is_taken(const std::filesystem::path& folder);  ///< there is a project in it already
/// Writes `folder`/baken.toml and gives its path. Throws SettingsError when there is one already (and `overwrite` is
/// no), or when something that must be known is empty; IoError when it cannot be written.
std::filesystem::path create_settings(const NewProject&, Overwrite);

[[nodiscard]] std::string text_of_settings(const std::filesystem::path&);
/// Whole or not at all. Throws SettingsError when the text is no settings, IoError when it cannot be written.
void save_settings(const std::string& text, const std::filesystem::path&);
/// `file` is what relative paths are taken from; it need not be there.
[[nodiscard]] Settings settings_from(const std::string& text, const std::filesystem::path& file);

/// A fresh project with its events, as `baken import` reads them. Without a seed the settings', or one that is drawn.
[[nodiscard]] Project read_sources(const std::string& settings_text, const std::filesystem::path& settings_file,
                                   std::optional<std::uint64_t> seed, const Work&);

}  // namespace baken
