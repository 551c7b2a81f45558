#pragma once
/// The layouts that are known by name: which columns they have and how to tell them apart.
///
///     const Profile& profile = choose_profile(source, columns);
///     const ColumnMap map = map_columns(columns, profile.rules, source.columns);

#include "intake/column_map.hpp"
#include "model/settings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace baken {

struct Profile {
    std::string name;  ///< "bron-2022"
    SourceKind kind = SourceKind::accidents;
    std::vector<ColumnRule> rules;
    std::vector<std::string_view> required;     ///< our names without which the file cannot be this
    std::vector<std::string_view> one_of = {};  ///< our names of which one at least must be there; empty: no such rule
};

[[nodiscard]] const Profile& bron_2022();
[[nodiscard]] const Profile& signalen();
[[nodiscard]] const Profile& generic_accidents();
[[nodiscard]] const Profile& generic_complaints();
[[nodiscard]] const Profile& generic_measurements();
[[nodiscard]] const Profile& generic_schools();

[[nodiscard]] bool looks_like_bron_2022(const std::vector<std::string>& columns);
/// The layout of until about 2021 (VKL_NUMMER, AP3_CODE), which has its places in other files.
[[nodiscard]] bool looks_like_bron_classic(const std::vector<std::string>& columns);
[[nodiscard]] bool looks_like_signalen(const std::vector<std::string>& columns);
/// A column of measured speeds, or of the share of vehicles above the limit.
[[nodiscard]] bool looks_like_measurements(const std::vector<std::string>& columns);
[[nodiscard]] bool looks_like_schools(const std::vector<std::string>& columns);

/// The profile that the settings name, or with "auto" the one that fits. Throws SettingsError for a profile that is no
/// profile of this kind of source, and InputError when the file is of a layout that cannot be read.
[[nodiscard]] const Profile& choose_profile(const SourceSettings&, const std::vector<std::string>& columns);

/// Throws InputError that lists the columns of the file when one that is needed is not found.
void require_columns(const Profile&, const ColumnMap&, const std::vector<std::string>& columns);

}  // namespace baken
