#include "config/read_settings.hpp"

#include "base/hash.hpp"
#include "config/parts.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr Span planning_years{1996, 2100};

std::string hash_without_seed(DocumentTable document) {
    std::erase_if(document.entries, [](const DocumentEntry& entry) { return entry.key == "seed"; });
    return sha256_hex(canonical_text(document));
}

Language read_language(Section& settings) {
    const auto* value = settings.ask("language");
    if (value == nullptr) return Language::nl;
    return settings.one_of(*value, "language", {"nl", "en"}) == "nl" ? Language::nl : Language::en;
}

std::optional<std::uint64_t> read_seed(Section& settings) {
    const auto* value = settings.ask("seed");
    if (value == nullptr) return std::nullopt;
    constexpr Span from_zero{0, 9.3e18};
    return static_cast<std::uint64_t>(settings.integer_of(*value, "seed", from_zero));
}

int read_year(Section& settings) {
    int year = 0;
    settings.read("year", year, planning_years);
    if (year == 0) settings.fail_missing("year", "write the year to plan, year = 2027");
    return year;
}

}  // namespace

Settings read_settings(std::string_view text, const std::filesystem::path& file) {
    const DocumentTable document = parse_document(text, file.string());
    Section top(document, {}, "", file.string());
    const SettingsFolder folder{file.parent_path()};

    Settings settings;
    settings.file = file;
    settings.sha256 = hash_without_seed(document);
    settings.name = file.stem().string();
    top.read("name", settings.name);
    settings.year = read_year(top);
    settings.seed = read_seed(top);
    settings.language = read_language(top);
    settings.region = read_region(top, folder);
    settings.sources = read_sources(top, folder);
    settings.hotspots = read_hotspots(top);
    settings.rules = read_rules(top, settings.hotspots);
    settings.crews = read_crews(top, settings.region);
    settings.calendar = read_calendar(top, folder, settings.year);
    settings.privacy = read_privacy(top);
    settings.locks = read_locks(top, settings.region, settings.year);
    top.finish();
    return settings;
}

}  // namespace baken
