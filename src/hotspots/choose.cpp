#include "hotspots/choose.hpp"

#include "hotspots/covering.hpp"

#include <algorithm>

namespace baken {

namespace {

using Standing = Attraction::Standing;

/// Settled on accidents of 2022 foretelling 2023 (docs/methods/choice.md).
constexpr double junction_prior = 0.5;       ///< what a junction weighs before its accidents are counted
constexpr double street_row_weight = 0.5;    ///< of an accident of which only the street is known
constexpr double most_of_street_rows = 0.5;  ///< a pile of such rows is an artefact of the register, not a place
constexpr double voices_for_half = 10;
constexpr double excess_for_half = 5;

double weight_of(std::span<const std::uint32_t> accidents, const Region& region, const AccidentWeights& weights) {
    double sum = 0;
    for (const std::uint32_t i : accidents) sum += weights.weight(region.accidents[i]);
    return sum;
}

/// Sites first, then voices, then street rows and measurements: what `Place` counts in follows from the order.
std::vector<Attraction> attractions_of(const Evidence& evidence, const Region& region, const AccidentWeights& weights) {
    std::vector<Attraction> attractions;
    for (const Site& site : evidence.sites) {
        const double prior = site.kind == LocationKind::junction ? junction_prior : 0;
        attractions.push_back({site.at, prior + weight_of(site.accidents, region, weights), Standing::proper});
    }
    for (const Voice& voice : evidence.voices)
        attractions.push_back({region.complaints[voice.complaint].at, voice.weight,
                               voice.is_in_site ? Standing::proper : Standing::in_need});
    for (const StreetRows& rows : evidence.street_rows)
        attractions.push_back(
            {rows.at, std::min(most_of_street_rows, street_row_weight * weight_of(rows.accidents, region, weights)),
             Standing::never});
    for (const Measured& measured : evidence.measured)
        attractions.push_back(
            {region.measurements[measured.measurement].at, measured.excess.value_or(0), Standing::never});
    return attractions;
}

/// Brings all voices together to their share of the whole; without accidents they are the whole.
double scale_voices(std::span<Attraction> attractions, const Evidence& evidence, double setting) {
    const std::size_t first_voice = evidence.sites.size(), last_voice = first_voice + evidence.voices.size();
    const std::size_t first_measured = attractions.size() - evidence.measured.size();
    double voices = 0, accidents = 0;
    for (std::size_t i = 0; i < first_measured; ++i)
        (i >= first_voice && i < last_voice ? voices : accidents) += attractions[i].weight;
    if (!(voices > 0)) return 0;
    if (!(accidents > 0)) return 1;
    const double share = complaint_share(setting, voices);
    for (std::size_t i = first_voice; i < last_voice; ++i)
        attractions[i].weight *= share / (1 - share) * accidents / voices;
    return share;
}

/// Brings all measurements together to their share of the whole.
double scale_measured(std::span<Attraction> attractions, const Evidence& evidence, double setting) {
    const std::size_t first = attractions.size() - evidence.measured.size();
    double measured = 0, others = 0;
    for (std::size_t i = 0; i < attractions.size(); ++i) (i < first ? others : measured) += attractions[i].weight;
    if (!(measured > 0) || !(others > 0)) return 0;
    const double share = measurement_share(setting, measured);
    for (std::size_t i = first; i < attractions.size(); ++i)
        attractions[i].weight *= share / (1 - share) * others / measured;
    return share;
}

Shares scale(std::span<Attraction> attractions, const Evidence& evidence, const HotspotSettings& settings) {
    Shares shares;
    shares.complaints = scale_voices(attractions, evidence, settings.complaint_weight);
    shares.measurements = scale_measured(attractions, evidence, settings.measurement_weight);
    return shares;
}

}  // namespace

double complaint_share(double setting, double voices) {
    return std::clamp(setting, 0.0, 1.0) * voices / (voices + voices_for_half);
}

double measurement_share(double setting, double excess) {
    return std::clamp(setting, 0.0, 1.0) * excess / (excess + excess_for_half);
}

EvidenceWeights weights_of(const Evidence& evidence, const Region& region, const AccidentWeights& weights,
                           const HotspotSettings& settings) {
    std::vector<Attraction> attractions = attractions_of(evidence, region, weights);
    EvidenceWeights result;
    result.shares = scale(attractions, evidence, settings);
    for (std::size_t i = 0; i < evidence.sites.size() + evidence.voices.size(); ++i)
        (i < evidence.sites.size() ? result.sites : result.voices).push_back(attractions[i].weight);
    return result;
}

Choice choose_places(const Evidence& evidence, const Region& region, const AccidentWeights& weights,
                     const HotspotSettings& settings) {
    std::vector<Attraction> attractions = attractions_of(evidence, region, weights);
    Choice choice;
    choice.shares = scale(attractions, evidence, settings);
    for (const ChosenPlace& chosen : choose_covering(attractions, settings.reach, settings.per_municipality)) {
        Place place;
        place.at = attractions[chosen.attraction].at;
        place.gain = chosen.gain;
        if (chosen.attraction < evidence.sites.size()) place.site = chosen.attraction;
        for (const std::size_t i : chosen.covered) {
            if (i < evidence.sites.size()) {
                place.sites.push_back(i);
            } else if (i < evidence.sites.size() + evidence.voices.size()) {
                place.voices.push_back(i - evidence.sites.size());
            }
        }
        choice.places.push_back(std::move(place));
    }
    return choice;
}

}  // namespace baken
