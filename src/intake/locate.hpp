#pragma once
/// To which municipality of the region a row belongs: by the name that its register gives, or by the area it lies in.

#include "geo/io/overlay.hpp"
#include "intake/municipalities.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace baken {

class Locator {
public:
    explicit Locator(const Boundaries&);

    [[nodiscard]] std::optional<std::uint32_t> by_area(MapPoint) const;
    /// By name. A name that municipalities of the region were joined into is settled by area among these. Nothing when
    /// the name is none of the region's.
    [[nodiscard]] std::optional<std::uint32_t> by_name(std::string_view name, std::optional<MapPoint>);
    [[nodiscard]] const std::string& name_of(std::uint32_t municipality) const { return names_of_[municipality]; }

private:
    struct Meaning {
        std::optional<std::uint32_t> municipality;
        std::vector<std::uint32_t> parts;  ///< of a joined municipality, those of them that are in the region
        bool is_complete = false;          ///< all parts are
    };
    const Meaning& meaning_of(std::string_view name);
    [[nodiscard]] std::optional<std::uint32_t> among(const Meaning&, MapPoint) const;

    AreaLocator areas_;
    MunicipalityNames names_;
    std::vector<std::string> names_of_;
    std::vector<MapPoint> centres_;
    std::map<std::string, Meaning, std::less<>> meanings_;
};

}  // namespace baken
