#pragma once
/// The parts of the settings, one function per table of the TOML.

#include "config/section.hpp"
#include "model/settings.hpp"

namespace baken {

/// Paths in the settings are relative to the folder of the file.
struct SettingsFolder {
    std::filesystem::path path;
    [[nodiscard]] std::filesystem::path resolve(const std::string& written) const {
        const std::filesystem::path file(written);
        return file.is_absolute() || path.empty() ? file : path / file;
    }
};

[[nodiscard]] RegionSettings read_region(Section& settings, const SettingsFolder&);
[[nodiscard]] std::vector<SourceSettings> read_sources(Section& settings, const SettingsFolder&);
[[nodiscard]] HotspotSettings read_hotspots(Section& settings);
/// [rules] may hold `road_managers` too: they then are those of the hotspots.
[[nodiscard]] Rules read_rules(Section& settings, HotspotSettings& hotspots);
[[nodiscard]] std::vector<CrewSettings> read_crews(Section& settings, const RegionSettings&);
[[nodiscard]] CalendarSettings read_calendar(Section& settings, const SettingsFolder&, int year);
[[nodiscard]] PrivacySettings read_privacy(Section& settings);
[[nodiscard]] std::vector<Lock> read_locks(Section& settings, const RegionSettings&, int year);

/// A list of {from, to, reason}; `to` is `from` where it is absent.
[[nodiscard]] std::vector<ClosedDays> read_closed_days(Section& section, const std::string& key);
/// Road managers as BRON writes them.
void read_road_managers(Section& section, std::vector<RoadManager>& managers);

}  // namespace baken
