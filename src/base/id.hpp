#pragma once
/// Names of things, one type per kind of thing: a `MunicipalityId` cannot be passed where a `HotspotId` is meant.

#include <compare>
#include <string>

namespace baken {

template <class Tag>
struct Id {
    std::string text;
    auto operator<=>(const Id&) const = default;
    [[nodiscard]] bool empty() const { return text.empty(); }
};

using MunicipalityId = Id<struct MunicipalityTag>;  ///< code of Statistics Netherlands, "GM0209"
using HotspotId = Id<struct HotspotTag>;            ///< "GM0209-H03"
using CheckId = Id<struct CheckTag>;                ///< "GM0209-2027-03"

}  // namespace baken
