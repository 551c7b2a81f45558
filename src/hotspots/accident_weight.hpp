#pragma once
/// How much an accident says about injuries to come at its place.
///
/// An injury accident weighs 1. An accident with damage only weighs a fifth plus the chance that one like it (same two
/// parties, inside or outside the built-up area) injures somebody, learned from the accidents themselves: a car against
/// a bicycle that ended well says more than two cars. Severity weights explain; they are not used here, for they hurt
/// foresight.

#include "model/event.hpp"

#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace baken {

class AccidentWeights {
public:
    /// Learns from the accidents of these years; empty: from all.
    AccidentWeights(std::span<const Accident>, std::span<const int> years);

    /// Chance that an accident between these parties injures. Shares of a few accidents are drawn to those of the same
    /// parties anywhere, and these to all accidents', as if these had given them 20 more (METHODS of shrinkage:
    /// docs/methods).
    [[nodiscard]] double injury_chance(const Accident&) const;
    [[nodiscard]] double weight(const Accident&) const;

private:
    struct Counted {
        double all = 0, injured = 0;
        [[nodiscard]] double share(double elsewhere) const;
    };
    using Parties = std::pair<Party, Party>;

    Counted total_;
    std::map<Parties, Counted> by_parties_;
    std::map<std::pair<Parties, int>, Counted> by_parties_and_area_;
};

}  // namespace baken
