#pragma once
/// A review table as a file.

#include "app/desk.hpp"
#include "geo/io/write_layer.hpp"

#include <filesystem>
#include <string_view>

namespace baken {

void write_review(const Project&, std::string_view municipality, const std::filesystem::path&, Overwrite);

/// Reads the table and does what it changes, one edit each; gives how many. Nothing changes where the table has errors.
std::size_t take_review(Desk&, std::string_view municipality, const std::filesystem::path&);

}  // namespace baken
