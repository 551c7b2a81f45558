#include "hotspots/regroup.hpp"

#include "base/text.hpp"
#include "geo/core/measure.hpp"
#include "hotspots/gather.hpp"
#include "hotspots/naming.hpp"
#include "hotspots/nearby.hpp"
#include "hotspots/ranking.hpp"
#include "hotspots/reasons.hpp"
#include "hotspots/split_place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace baken {

namespace {

using Hotspots = std::vector<Hotspot>;

Hotspot& named(Hotspots& hotspots, const HotspotId& id, Language language) {
    const auto found = std::find_if(hotspots.begin(), hotspots.end(), [&](const Hotspot& h) { return h.id == id; });
    if (found == hotspots.end())
        throw InputError(fmt::format(
            fmt::runtime(says(language, "er is geen aandachtslocatie '{}'", "there is no hotspot '{}'")), id.text));
    return *found;
}

/// The same events as a place in the evidence; nothing where the evidence does not hold exactly these.
std::optional<Place> place_of(const Hotspot& hotspot, const Evidence& evidence) {
    const std::set<std::uint32_t> accidents(hotspot.accident_rows.begin(), hotspot.accident_rows.end());
    const std::set<std::uint32_t> complaints(hotspot.complaint_rows.begin(), hotspot.complaint_rows.end());
    Place place;
    place.at = hotspot.at;
    for (std::size_t i = 0; i < evidence.sites.size(); ++i) {
        if (!accidents.contains(evidence.sites[i].accidents.front())) continue;
        place.sites.push_back(i);
        if (!place.site && evidence.sites[i].at == place.at) place.site = i;
    }
    for (std::size_t i = 0; i < evidence.voices.size(); ++i)
        if (complaints.contains(evidence.voices[i].complaint)) place.voices.push_back(i);
    const PlaceEvents events = events_of(place, evidence);
    if (events.accidents != hotspot.accident_rows || events.complaints != hotspot.complaint_rows) return std::nullopt;
    if (events.accidents.empty() && events.complaints.empty()) return std::nullopt;
    return place;
}

class Regroup {
public:
    Regroup(const Region& region, const HotspotOptions& options)
        : region_(region), options_(options), gathered_(gather(region, options, {})) {}

    [[nodiscard]] const Evidence& evidence(std::uint32_t municipality) const {
        return gathered_.evidence.at(municipality);
    }

    [[nodiscard]] Place place_of(const Hotspot& hotspot) const {
        if (auto place = baken::place_of(hotspot, evidence(hotspot.municipality))) return *std::move(place);
        throw InputError(fmt::format(
            fmt::runtime(says(options_.language,
                              "de ongevallen en meldingen van {} zijn niet die van de huidige instellingen; zoek de "
                              "aandachtslocaties opnieuw",
                              "the accidents and complaints of {} are not those of the settings as they are now; find "
                              "the hotspots again")),
            hotspot.id.text));
    }

    /// Figures and events of `place`; who it is, its review and what depends on the others from `who`.
    [[nodiscard]] Hotspot worked_out(const Place& place, const Hotspot& who) const {
        Hotspot hotspot = figures_of(place, evidence(who.municipality), gathered_.levels.at(who.municipality), region_,
                                     options_.settings, gathered_.whole);
        PlaceEvents events = events_of(place, evidence(who.municipality));
        hotspot.accident_rows = std::move(events.accidents);
        hotspot.complaint_rows = std::move(events.complaints);
        hotspot.id = who.id;
        hotspot.municipality = who.municipality;
        hotspot.name = who.name;
        hotspot.lonlat = who.at == place.at ? who.lonlat : LonLat{};
        hotspot.score = who.score;
        hotspot.rank = who.rank;
        hotspot.rank_best = who.rank_best;
        hotspot.rank_worst = who.rank_worst;
        hotspot.ranks = who.ranks;
        hotspot.quadrant = who.quadrant;
        hotspot.status = who.status;
        hotspot.enforceable = who.enforceable;
        hotspot.remark = who.remark;
        return hotspot;
    }

    [[nodiscard]] EvidenceWeights weights(std::uint32_t municipality) const {
        return weights_of(evidence(municipality), region_, gathered_.weights, options_.settings);
    }

    [[nodiscard]] std::string name_of(const Place& place, std::uint32_t municipality, const Hotspots& others) const {
        std::set<std::string> taken;
        for (const Hotspot& other : others)
            if (other.municipality == municipality) taken.insert(other.name);
        return names_of(std::span(&place, 1), evidence(municipality), region_, municipality, options_.language,
                        std::move(taken))
            .front();
    }

    /// What depends on all hotspots of the municipality together. They stand side by side in `all`, in order of rank.
    void settle(Hotspots& all, std::uint32_t municipality) const {
        const auto is_elsewhere = [&](const Hotspot& h) { return h.municipality != municipality; };
        const auto first = std::find_if_not(all.begin(), all.end(), is_elsewhere);
        const auto last = std::find_if(first, all.end(), is_elsewhere);
        const std::span<Hotspot> local(first, last);
        double largest = 0;
        for (const Hotspot& hotspot : local) largest = std::max(largest, hotspot.score);
        if (largest > 0)
            for (Hotspot& hotspot : local) hotspot.score /= largest;
        rank_under_weights(
            local, fusion_of(local, weights(municipality).shares, evidence(municipality), region_, options_.settings),
            options_.settings);
        if (!region_.complaints.empty()) find_quadrants(local);
    }

    /// Who lies by whom, and the sentences of the municipality and of those elsewhere whose neighbours changed or lie
    /// in it. A sentence about events that are not known any more stays as it is.
    void tell(Hotspots& all, std::uint32_t municipality) const {
        std::map<std::string, std::vector<HotspotId>> before;
        for (const Hotspot& hotspot : all) before[hotspot.id.text] = hotspot.nearby;
        find_nearby(all, options_.settings.reach);
        std::set<std::string> local;
        for (const Hotspot& hotspot : all)
            if (hotspot.municipality == municipality) local.insert(hotspot.id.text);
        tell_reasons(all, region_, gathered_.whole, options_.language, [&](const Hotspot& h) {
            const bool is_touched = local.contains(h.id.text) || h.nearby != before[h.id.text] ||
                                    (!h.nearby.empty() && local.contains(h.nearby.front().text));
            return is_touched && baken::place_of(h, evidence(h.municipality)).has_value();
        });
    }

private:
    const Region& region_;
    const HotspotOptions& options_;
    Gathered gathered_;
};

HotspotId next_free_id(const Hotspots& hotspots, const MunicipalityId& municipality) {
    const std::string start = municipality.text + "-H";
    std::int64_t last = 0;
    for (const Hotspot& hotspot : hotspots)
        if (hotspot.id.text.starts_with(start))
            last = std::max<std::int64_t>(last, parse_integer(hotspot.id.text.substr(start.size())).value_or(0));
    return {fmt::format("{}{:02}", start, last + 1)};
}

int last_rank(const Hotspots& hotspots, std::uint32_t municipality) {
    int last = 0;
    for (const Hotspot& hotspot : hotspots)
        if (hotspot.municipality == municipality) last = std::max(last, hotspot.rank);
    return last;
}

}  // namespace

Hotspots with_moved(Hotspots hotspots, const HotspotId& id, MapPoint to, const Region& region,
                    const HotspotOptions& options) {
    Hotspot& hotspot = named(hotspots, id, options.language);
    const Municipality& municipality = region.municipalities.at(hotspot.municipality);
    if (!contains(municipality.area, to))
        throw InputError(fmt::format(
            fmt::runtime(says(options.language, "het punt ligt buiten de gemeente {}; kies een punt erbinnen",
                              "the point lies outside the municipality of {}; choose one "
                              "inside it")),
            municipality.name));
    const Regroup regroup(region, options);
    // Of a project whose events are not known any more, the figures stay.
    auto place = place_of(hotspot, regroup.evidence(hotspot.municipality));
    if (place) {
        place->at = to;
        place->site.reset();
        for (const std::size_t i : place->sites)
            if (!place->site && regroup.evidence(hotspot.municipality).sites[i].at == to) place->site = i;
        hotspot = regroup.worked_out(*place, hotspot);
    } else if (hotspot.at != to) {
        hotspot.at = to;
        hotspot.lonlat = {};
    }
    const std::uint32_t where = hotspot.municipality;
    regroup.tell(hotspots, where);
    return hotspots;
}

Hotspots with_merged(Hotspots hotspots, const HotspotId& into, const HotspotId& from, const Region& region,
                     const HotspotOptions& options) {
    Hotspot& kept = named(hotspots, into, options.language);
    const Hotspot gone = named(hotspots, from, options.language);
    if (into == from)
        throw InputError(
            std::string(says(options.language, "een aandachtslocatie kan niet met zichzelf worden samengevoegd",
                             "a hotspot cannot be merged with itself")));
    if (kept.municipality != gone.municipality)
        throw InputError(fmt::format(
            fmt::runtime(says(options.language, "{} en {} liggen in verschillende gemeenten en blijven apart",
                              "{} and {} lie in different municipalities and stay apart")),
            into.text, from.text));
    const Regroup regroup(region, options);
    Place place = regroup.place_of(kept);
    const Place other = regroup.place_of(gone);
    place.sites.insert(place.sites.end(), other.sites.begin(), other.sites.end());
    place.voices.insert(place.voices.end(), other.voices.begin(), other.voices.end());
    std::sort(place.sites.begin(), place.sites.end());
    std::sort(place.voices.begin(), place.voices.end());
    const std::uint32_t municipality = kept.municipality;
    kept.score += gone.score;
    kept = regroup.worked_out(place, kept);
    std::erase_if(hotspots, [&](const Hotspot& h) { return h.id == from; });
    for (Hotspot& hotspot : hotspots)
        if (hotspot.municipality == municipality && hotspot.rank > gone.rank) --hotspot.rank;
    regroup.settle(hotspots, municipality);
    regroup.tell(hotspots, municipality);
    return hotspots;
}

Hotspots with_split(Hotspots hotspots, const HotspotId& id, const Region& region, const HotspotOptions& options) {
    Hotspot& hotspot = named(hotspots, id, options.language);
    const std::uint32_t municipality = hotspot.municipality;
    const Regroup regroup(region, options);
    const Place whole = regroup.place_of(hotspot);
    const Evidence& evidence = regroup.evidence(municipality);
    const auto halves = halves_of(whole, evidence, region, regroup.weights(municipality));
    if (!halves)
        throw InputError(fmt::format(
            fmt::runtime(says(options.language,
                              "{} is niet te splitsen: alle ongevallen en meldingen liggen op \u00e9\u00e9n plek",
                              "{} cannot be split: all its accidents and complaints lie at one place")),
            id.text));
    Hotspot fresh;
    fresh.id = next_free_id(hotspots, region.municipalities.at(municipality).code);
    fresh.municipality = municipality;
    fresh.rank = last_rank(hotspots, municipality) + 1;
    fresh.score = hotspot.score * (1 - halves->share_of_first);
    hotspot.score *= halves->share_of_first;
    hotspot = regroup.worked_out(halves->first, hotspot);
    fresh.name = regroup.name_of(halves->second, municipality, hotspots);
    fresh = regroup.worked_out(halves->second, fresh);
    const auto last = std::find_if(hotspots.rbegin(), hotspots.rend(),
                                   [&](const Hotspot& h) { return h.municipality == municipality; });
    hotspots.insert(last.base(), std::move(fresh));
    regroup.settle(hotspots, municipality);
    regroup.tell(hotspots, municipality);
    return hotspots;
}

}  // namespace baken
