// [region], [[source]] and [hotspots]: which data there are, and how places come out of them.
#include "config/parts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace baken {

namespace {

template <class Named>
void check_name_is_new(const Section& section, const std::vector<Named>& earlier, const std::string& name) {
    for (const auto& other : earlier)
        if (other.name == name) section.fail_at("name", fmt::format("the name '{}' is taken; choose another", name));
}

SourceKind read_kind(Section& source) {
    const auto* value = source.ask("kind");
    if (value == nullptr)
        source.fail_missing("kind",
                            "write kind = \"accidents\", \"complaints\", \"measurements\", \"schools\", \"roads\" or "
                            "\"basemap\"");
    const std::string kind =
        source.one_of(*value, "kind", {"accidents", "complaints", "measurements", "schools", "roads", "basemap"});
    if (kind == "accidents") return SourceKind::accidents;
    if (kind == "complaints") return SourceKind::complaints;
    if (kind == "measurements") return SourceKind::measurements;
    if (kind == "schools") return SourceKind::schools;
    return kind == "roads" ? SourceKind::roads : SourceKind::basemap;
}

/// A table of texts, {key = "text"}: the keys are the user's own.
std::map<std::string, std::string> read_texts(Section& source, const std::string& key) {
    std::map<std::string, std::string> texts;
    if (auto inner = source.section(key))
        for (const auto& name : inner->keys()) texts[name] = inner->required_text(name);
    return texts;
}

void check_themes(Section& source, const std::map<std::string, std::string>& themes) {
    std::vector<std::string> codes;
    for (const Theme theme : all_themes) codes.emplace_back(code_of(theme));
    codes.emplace_back("none");
    if (themes.empty()) return;
    auto inner = *source.section("themes");
    for (const auto& [category, code] : themes) (void)inner.one_of(*inner.ask(category), category, codes);
}

/// A file or a server, and not both.
void read_base_map(Section& source, const SettingsFolder& folder, SourceSettings& settings) {
    if (source.has("path") == source.has("url"))
        source.fail_at(
            source.has("url") ? "url" : "kind",
            "a base map is a file or a server; write either path = \"luchtfoto.tif\" or url = \"https://...\"");
    if (source.has("path")) {
        settings.path = folder.resolve(source.required_text("path"));
        source.read("crs", settings.crs);
        source.read("layer", settings.layer);
        return;
    }
    settings.url = source.required_text("url");
    if (!settings.url.starts_with("https://") && !settings.url.starts_with("http://"))
        source.fail_at(
            "url", fmt::format("'{}' is no address of a map server; it begins with https:// or http://", settings.url));
    source.read("layer", settings.layer);
    source.read("proxy", settings.proxy);
    source.read("timeout_seconds", settings.timeout_seconds, {1, 300});
    std::string cache;
    source.read("cache", cache);
    if (!cache.empty()) settings.cache = folder.resolve(cache);
}

SourceSettings read_source(Section& source, const SettingsFolder& folder) {
    SourceSettings settings;
    settings.kind = read_kind(source);
    if (settings.kind == SourceKind::basemap) {
        read_base_map(source, folder, settings);
        source.finish();
        return settings;
    }
    settings.path = folder.resolve(source.required_text("path"));
    if (const auto* profile = source.ask("profile"))
        settings.profile = source.one_of(*profile, "profile", {"auto", "bron-2022", "signalen", "generic"});
    source.read("crs", settings.crs);
    if (const auto* encoding = source.ask("encoding"))
        settings.encoding = source.one_of(*encoding, "encoding", {"UTF-8", "Windows-1252", "CP850", "UTF-16"});
    settings.columns = read_texts(source, "columns");
    settings.themes = read_texts(source, "themes");
    check_themes(source, settings.themes);
    source.finish();
    return settings;
}

void read_years(Section& hotspots, std::vector<int>& years) {
    const auto* value = hotspots.ask("years");
    if (value == nullptr) return;
    std::set<int> found;
    for (const auto& element : hotspots.array_of(*value, "years", "years"))
        if (!found.insert(static_cast<int>(hotspots.integer_of(element, "years", {1976, 2100}))).second)
            hotspots.fail(element.at, "'years' names a year twice; keep one");
    years.assign(found.begin(), found.end());
}

void read_weight_sets(Section& hotspots, std::vector<WeightSet>& sets) {
    if (!hotspots.has("weight_sets")) {
        (void)hotspots.ask("weight_sets");
        return;
    }
    sets.clear();
    for (auto& section : hotspots.sections("weight_sets")) {
        WeightSet set{section.required_text("name"), 0, 0, 0};
        check_name_is_new(section, sets, set.name);
        constexpr Span weight{0, 1e6};
        section.read("fatal", set.fatal, weight);
        section.read("injury", set.injury, weight);
        section.read("damage_only", set.damage_only, weight);
        if (set.fatal + set.injury + set.damage_only <= 0)
            section.fail(
                section.at(),
                fmt::format("the weight set '{}' weighs nothing; give fatal, injury or damage_only a weight above 0",
                            set.name));
        section.finish();
        sets.push_back(std::move(set));
    }
    if (sets.empty()) hotspots.fail_at("weight_sets", "'weight_sets' is empty; write one set or leave the key out");
}

void read_norms(Section& hotspots, std::vector<BlackSpotNorm>& norms) {
    if (!hotspots.has("norms")) {
        (void)hotspots.ask("norms");
        return;
    }
    norms.clear();
    for (auto& section : hotspots.sections("norms")) {
        BlackSpotNorm norm;
        norm.name = section.required_text("name");
        check_name_is_new(section, norms, norm.name);
        section.read("accidents", norm.accidents, {1, 1000});
        if (norm.accidents == 0) section.fail_missing("accidents", "write how many make a black spot, accidents = 6");
        section.read("years", norm.years, {1, 20});
        section.read("injury_only", norm.injury_only);
        section.finish();
        norms.push_back(std::move(norm));
    }
}

/// A length, or "auto".
void read_network_bandwidth(Section& hotspots, std::optional<Metres>& bandwidth) {
    const auto* value = hotspots.ask("network_bandwidth");
    if (value == nullptr) return;
    const auto* text = std::get_if<std::string>(&value->is);
    if (text != nullptr && folded(*text) == "auto") {
        bandwidth.reset();
        return;
    }
    Metres metres(0);
    hotspots.read("network_bandwidth", metres, {25, 2000});
    bandwidth = metres;
}

NetworkKernel read_network_kernel(Section& hotspots) {
    const auto* value = hotspots.ask("network_kernel");
    if (value == nullptr) return NetworkKernel::discontinuous;
    const std::string kernel = hotspots.one_of(*value, "network_kernel", {"discontinuous", "continuous", "simple"});
    if (kernel == "continuous") return NetworkKernel::continuous;
    return kernel == "simple" ? NetworkKernel::simple : NetworkKernel::discontinuous;
}

}  // namespace

RegionSettings read_region(Section& settings, const SettingsFolder& folder) {
    auto section = settings.section("region");
    if (!section) settings.fail_missing("region", "write [region] with boundaries = \"gemeenten.geojson\"");
    RegionSettings region;
    region.boundaries = folder.resolve(section->required_text("boundaries"));
    section->read("name_column", region.name_column);
    section->read("code_column", region.code_column);
    section->read("municipalities", region.municipalities);
    std::set<std::string> seen;
    for (const auto& name : region.municipalities)
        if (!seen.insert(folded(name)).second)
            section->fail_at("municipalities", fmt::format("'municipalities' names '{}' twice; keep one", name));
    section->finish();
    return region;
}

std::vector<SourceSettings> read_sources(Section& settings, const SettingsFolder& folder) {
    std::vector<SourceSettings> sources;
    for (auto& section : settings.sections("source")) sources.push_back(read_source(section, folder));
    return sources;
}

void read_road_managers(Section& section, std::vector<RoadManager>& managers) {
    const auto* value = section.ask("road_managers");
    if (value == nullptr) return;
    managers.clear();
    for (const auto& element : section.array_of(*value, "road_managers", "road managers")) {
        const auto written =
            section.one_of(element, "road_managers", {"Gemeente", "Provincie", "Waterschap", "Rijk", "Overig"});
        const RoadManager manager = *road_manager_from_bron(written);
        if (std::find(managers.begin(), managers.end(), manager) == managers.end()) managers.push_back(manager);
    }
    if (managers.empty())
        section.fail(value->at, "'road_managers' is empty, and then no road counts; name one or leave the key out");
}

HotspotSettings read_hotspots(Section& settings) {
    HotspotSettings hotspots;
    auto section = settings.section("hotspots");
    if (!section) return hotspots;
    read_years(*section, hotspots.years);
    section->read("per_municipality", hotspots.per_municipality, {1, 1000});
    section->read("reach", hotspots.reach, {1, 10000});
    if (const auto* value = section->ask("complaint_clusters"))
        hotspots.complaint_clusters = section->one_of(*value, "complaint_clusters", {"dbscan", "hdbscan"}) == "dbscan"
                                          ? ComplaintClusters::dbscan
                                          : ComplaintClusters::hdbscan;
    if (const auto* value = section->ask("complaint_distance"))
        hotspots.complaint_distance = section->one_of(*value, "complaint_distance", {"straight", "road"}) == "straight"
                                          ? ComplaintDistance::straight
                                          : ComplaintDistance::road;
    section->read("complaint_reach", hotspots.complaint_reach, {1, 10000});
    section->read("complaint_core", hotspots.complaint_core, {1, 1000});
    section->read("complaint_half_life_days", hotspots.complaint_half_life, {1, 36500});
    section->read("complaint_weight", hotspots.complaint_weight, {0, 1});
    read_network_bandwidth(*section, hotspots.network_bandwidth);
    section->read("lixel", hotspots.lixel, {10, 1000});
    hotspots.network_kernel = read_network_kernel(*section);
    section->read("complaint_correction", hotspots.complaint_correction);
    section->read("measurement_weight", hotspots.measurement_weight, {0, 1});
    read_road_managers(*section, hotspots.road_managers);
    read_weight_sets(*section, hotspots.weight_sets);
    read_norms(*section, hotspots.norms);
    section->finish();
    return hotspots;
}

}  // namespace baken
