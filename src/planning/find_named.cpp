#include "planning/find_named.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "planning/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace baken::planning {

namespace {

constexpr int usual_duration = 120;

}  // namespace

std::size_t municipality_named(const std::string& written, const std::vector<Municipality>& all) {
    for (std::size_t m = 0; m < all.size(); ++m)
        if (all[m].code.text == written || folded(all[m].name) == folded(written)) return m;
    std::vector<std::string> names;
    for (const Municipality& municipality : all) names.push_back(municipality.name);
    const auto near = nearest_word(written, names);
    throw SettingsError(
        near ? fmt::format("no municipality named '{}'; did you mean '{}'?", written, *near)
             : fmt::format("no municipality named '{}'; the region has: {}", written, joined(names, ", ")));
}

std::vector<std::size_t> hotspots_for_lock(const Lock& lock, std::size_t municipality, const std::vector<Hotspot>& all,
                                           const std::vector<Municipality>& municipalities) {
    std::vector<std::size_t> meant;
    std::vector<std::string> names;
    for (std::size_t h = 0; h < all.size(); ++h) {
        if (all[h].municipality != municipality) continue;
        if (lock.site && all[h].id.text == *lock.site) return {h};
        names.push_back(all[h].name);
        if (!lock.site || folded(all[h].name).find(folded(*lock.site)) != std::string::npos) meant.push_back(h);
    }
    if (!meant.empty() || !lock.site) return meant;
    const auto near = nearest_word(*lock.site, names);
    throw SettingsError(fmt::format("no hotspot '{}' in {}; {}", *lock.site, municipalities[municipality].name,
                                    near            ? fmt::format("did you mean '{}'?", *near)
                                    : names.empty() ? std::string("it has none")
                                                    : "it has: " + joined(names, ", ")));
}

std::uint8_t slot_for_lock(int start, std::vector<Slot>& slots) {
    for (std::size_t s = 0; s < slots.size(); ++s)
        if (slots[s].start == start) return static_cast<std::uint8_t>(s);
    int duration = usual_duration, nearest = 1 << 20;
    for (const Slot& slot : slots) {
        const int off = slot.start <= start && start < slot.end
                            ? 0
                            : std::min(std::abs(slot.start - start), std::abs(slot.end - start));
        if (slot.is_block && off < nearest) {
            nearest = off;
            duration = slot.end - slot.start;
        }
    }
    slots.push_back({start, start + duration, false});
    if (slots.size() > 255)
        throw SettingsError("more than 255 different hours of the day in blocks and locks; join some");
    return static_cast<std::uint8_t>(slots.size() - 1);
}

}  // namespace baken::planning
