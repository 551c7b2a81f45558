#pragma once
/// The name of a place as far as it is public: of roads that the road map knows, or that many accidents carry. The name
/// of a hotspot may come from a report.

#include "model/project.hpp"

#include <set>
#include <string>

namespace baken {

class PublicNames {
public:
    /// `k`: as many accidents, and one more, make a name public.
    PublicNames(const Region&, int k);
    /// "Van Heemstraweg", "Kerkstraat \u2013 Molenweg" at a junction; empty: no public road is in its name.
    [[nodiscard]] std::string road_of(const Hotspot&) const;

private:
    std::set<std::string> known_;
};

}  // namespace baken
