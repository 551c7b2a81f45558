#pragma once
/// The figures of a hotspot as a person reads them: a label and a value each, and the words around them.

#include "model/project.hpp"
#include "ui/models/speech.hpp"

#include <QString>

#include <vector>

namespace baken {

struct Fact {
    QString label;
    QString value;
    QString explanation;  ///< for the tool tip; empty: none
};

[[nodiscard]] QString place_line(const Project&, const Hotspot&, const Speech&);  ///< "Druten · provincie · 80 km/u"
[[nodiscard]] QString quadrant_line(const Hotspot&, const Speech&);  ///< "blinde vlek: ongevallen, geen klachten"
[[nodiscard]] std::vector<Fact> facts_of(const Project&, const Hotspot&, const Speech&);
/// "3.125 ongevallen (440 zonder plek), 214 meldingen, gegevens tot 2024; 18 controles"
[[nodiscard]] QString standing_line(const Project&, const Speech&);

/// How far the agreement is met, over all municipalities.
struct QuotaCount {
    int required = 0, met = 0;
    [[nodiscard]] bool ok() const { return met >= required; }
};
[[nodiscard]] QuotaCount quota_of(const Project&);
[[nodiscard]] QuotaCount dark_days_of(const Project&);

}  // namespace baken
