#include "model/measured_speed.hpp"

#include <algorithm>
#include <array>

namespace baken {

namespace {

constexpr double worst_part_above_limit = 0.3;
constexpr double usual_share = 0.15, worst_share = 0.5;
constexpr double much = 0.5;

}  // namespace

std::optional<double> speed_excess(std::optional<double> v85, std::optional<double> share_over,
                                   std::optional<int> speed_limit) {
    double sum = 0;
    int known = 0;
    const auto add = [&](double part) {
        sum += std::clamp(part, 0.0, 1.0);
        ++known;
    };
    if (v85 && speed_limit && *speed_limit > 0) add((*v85 - *speed_limit) / (worst_part_above_limit * *speed_limit));
    if (share_over) add((*share_over - usual_share) / (worst_share - usual_share));
    if (known == 0) return std::nullopt;
    return sum / known;
}

std::optional<double> speed_excess(const Measurement& measurement, std::optional<int> limit_here) {
    return speed_excess(measurement.v85, measurement.share_over,
                        measurement.speed_limit ? measurement.speed_limit : limit_here);
}

Speeding speeding_of(const Measurement& measurement) {
    const auto excess = speed_excess(measurement);
    if (!excess) return Speeding::unknown;
    return *excess <= 0 ? Speeding::none : *excess < much ? Speeding::some : Speeding::much;
}

std::string_view code_of(Speeding speeding) {
    static constexpr std::array<std::string_view, 4> codes{"unknown", "none", "some", "much"};
    return codes[static_cast<std::size_t>(speeding)];
}

std::string_view name_of(Speeding speeding, Language language) {
    switch (speeding) {
        case Speeding::none: return says(language, "niet te hard", "not too fast");
        case Speeding::some: return says(language, "te hard", "too fast");
        case Speeding::much: return says(language, "veel te hard", "much too fast");
        case Speeding::unknown: break;
    }
    return says(language, "onbekend", "unknown");
}

}  // namespace baken
