#include "hotspots/gather.hpp"

#include "hotspots/measured.hpp"
#include "hotspots/reporting_rate.hpp"

namespace baken {

namespace {

int value_or_unknown(const auto& optional) { return optional ? static_cast<int>(*optional) : -1; }

/// The first accident speaks for the site. To look on where it leaves something open would put sites with many
/// accidents into other strata than sites with few, and the strata would no longer be kinds of road.
Stratum stratum_of(const Site& site, const Region& region) {
    const Accident& accident = region.accidents[site.accidents.front()];
    return {.kind = static_cast<int>(site.kind),
            .limit = value_or_unknown(accident.speed_limit),
            .built_up = value_or_unknown(accident.is_built_up),
            .manager = value_or_unknown(accident.road_manager)};
}

std::vector<std::vector<SiteLevel>> levels_per_municipality(const std::vector<Evidence>& evidence,
                                                            const Region& region) {
    std::vector<SiteCount> counts;
    for (const Evidence& local : evidence)
        for (const Site& site : local.sites)
            counts.push_back({stratum_of(site, region), static_cast<int>(site.accidents.size())});
    const std::vector<SiteLevel> all = levels_of(counts);
    std::vector<std::vector<SiteLevel>> levels;
    auto next = all.begin();
    for (const Evidence& local : evidence) {
        const auto last = next + static_cast<std::ptrdiff_t>(local.sites.size());
        levels.emplace_back(next, last);
        next = last;
    }
    return levels;
}

/// What the correction is not made for; empty: it is made, or not asked for.
std::vector<std::string> correct_voices(std::vector<Evidence>& evidence, const Region& region,
                                        const HotspotOptions& options) {
    const ReportingCorrection correction = reporting_correction(region, options.settings, options.language);
    if (!correction.weights.empty())
        for (Evidence& local : evidence)
            for (Voice& voice : local.voices) voice.weight *= correction.weights[voice.complaint];
    return correction.note.empty() ? std::vector<std::string>{} : std::vector{correction.note};
}

}  // namespace

Gathered gather(const Region& region, const HotspotOptions& options, const Work& work) {
    std::vector<int> years = years_that_count(region, options.settings);
    AccidentWeights weights(region.accidents, years);
    std::vector<Evidence> evidence = accident_evidence(region, options.settings, years);
    work.check_stop();
    add_complaints(evidence, region, options.settings, options.plan_year, work);
    add_measured(evidence, region, options.settings);
    std::vector<std::string> notes = correct_voices(evidence, region, options);
    if (options.settings.complaint_distance == ComplaintDistance::road && region.roads.empty() &&
        !region.complaints.empty())
        notes.emplace_back(says(options.language,
                                "complaint_distance: zonder wegen zijn afstanden tussen meldingen hemelsbreed genomen",
                                "complaint_distance: without roads, complaints are as far apart as the crow flies"));
    auto levels = levels_per_municipality(evidence, region);
    RegionFigures whole = region_figures(region, evidence, std::move(years));
    return {std::move(evidence), std::move(levels), std::move(whole), std::move(weights), std::move(notes)};
}

}  // namespace baken
