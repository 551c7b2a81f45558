#include "hotspots/accident_weight.hpp"

#include <algorithm>

namespace baken {

namespace {

constexpr double borrowed_accidents = 20;
constexpr double least_weight = 0.2;
/// Before any accident is known: about one in five of those registered in the Netherlands injures.
constexpr double share_before_any_data = 0.2;

/// The two parties, whichever the register names first.
std::pair<Party, Party> parties_of(const Accident& accident) {
    return std::minmax(accident.first_party, accident.second_party);
}

int area_of(const Accident& accident) { return !accident.is_built_up ? 0 : *accident.is_built_up ? 1 : 2; }

}  // namespace

double AccidentWeights::Counted::share(double elsewhere) const {
    return (injured + borrowed_accidents * elsewhere) / (all + borrowed_accidents);
}

AccidentWeights::AccidentWeights(std::span<const Accident> accidents, std::span<const int> years) {
    for (const Accident& accident : accidents) {
        if (!years.empty() && std::find(years.begin(), years.end(), accident.year) == years.end()) continue;
        const Parties parties = parties_of(accident);
        for (Counted* counted : {&total_, &by_parties_[parties], &by_parties_and_area_[{parties, area_of(accident)}]}) {
            counted->all += 1;
            counted->injured += accident.outcome == Outcome::damage_only ? 0 : 1;
        }
    }
}

double AccidentWeights::injury_chance(const Accident& accident) const {
    const Parties parties = parties_of(accident);
    double chance = total_.share(share_before_any_data);
    if (const auto found = by_parties_.find(parties); found != by_parties_.end()) chance = found->second.share(chance);
    const auto found = by_parties_and_area_.find({parties, area_of(accident)});
    return found == by_parties_and_area_.end() ? chance : found->second.share(chance);
}

double AccidentWeights::weight(const Accident& accident) const {
    if (accident.outcome != Outcome::damage_only) return 1;
    return std::min(1.0, least_weight + injury_chance(accident));
}

}  // namespace baken
