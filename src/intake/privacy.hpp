#pragma once
/// What is known of who complained: enough to count distinct complainants, and nothing more.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace baken {

/// Reporters become "m1", "m2", ... in the order in which they are met, over all sources of a run. What was written (a
/// name, an e-mail address, a telephone number) stays in here and ends with the run.
class Reporters {
public:
    /// Empty for nobody: "", "-", "anoniem", "onbekend". The same address in other case, or number with other blanks,
    /// is the same.
    [[nodiscard]] std::string ordinal_of(std::string_view written);

private:
    std::unordered_map<std::string, std::size_t> ordinals_;
};

/// A street without the number of the house, which is nobody's business in a list of hotspots.
[[nodiscard]] std::string street_without_number(std::string_view written);

/// Columns that hold persons or free text by their names; they are never stored.
[[nodiscard]] std::vector<std::string> private_columns(const std::vector<std::string>& columns);

}  // namespace baken
