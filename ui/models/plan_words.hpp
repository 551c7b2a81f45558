#pragma once
/// A plan in sentences: whether the agreement is met, and what the search proved.

#include "model/project.hpp"
#include "ui/models/speech.hpp"

namespace baken {

/// "De afspraak is gehaald: 30 van 18 controles, 6 van 6 in het donker."
[[nodiscard]] QString verdict_line(const Project&, const Speech&);
[[nodiscard]] QString search_line(const Project&, const Speech&);
/// "vr 12 mrt 2027, 21:00–23:00, Van Heemstraweg, Druten, snelheid"
[[nodiscard]] QString check_line(const Project&, const Check&, const Speech&);

}  // namespace baken
