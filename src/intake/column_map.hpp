#pragma once
/// Which column of a file holds what we need, found by name. Names are compared folded: "X-coördinaat" is
/// "xcoordinaat".

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

/// One thing that we look for, and the folded names under which files have it, best first.
struct ColumnRule {
    std::string_view ours;
    std::vector<std::string_view> theirs;
};

/// Our name -> index of the file's column.
class ColumnMap {
public:
    [[nodiscard]] std::optional<std::size_t> at(std::string_view ours) const;
    [[nodiscard]] bool has(std::string_view ours) const { return at(ours).has_value(); }
    void set(std::string_view ours, std::size_t column) { columns_[std::string(ours)] = column; }
    [[nodiscard]] const std::map<std::string, std::size_t, std::less<>>& all() const { return columns_; }

private:
    std::map<std::string, std::size_t, std::less<>> columns_;
};

/// `chosen` (our name -> the file's) goes before the rules. Throws SettingsError when it names something that we do not
/// know or a column that the file has not, listing what there is.
[[nodiscard]] ColumnMap map_columns(const std::vector<std::string>& columns, const std::vector<ColumnRule>& rules,
                                    const std::map<std::string, std::string>& chosen);

/// The first column with one of these folded names.
[[nodiscard]] std::optional<std::size_t> find_column(const std::vector<std::string>& columns,
                                                     const std::vector<std::string_view>& folded_names);

/// "id, datum, categorie" for messages; long lists are cut.
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t at_most = 45);

}  // namespace baken
