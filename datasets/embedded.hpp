#pragma once
/// The text files of `datasets/`, inside the program: dataset("campaigns/2027.csv").

#include <string_view>

namespace baken {

/// Empty when there is no such file.
[[nodiscard]] std::string_view dataset(std::string_view name);

}  // namespace baken
